import { COUNTRIES } from "./countries.ts";
import { isShoutedPlace } from "./place.ts";
import { GROUP_NOUNS, ROLE_NOUNS } from "./role-lexicon.ts";
import { isFunctionWord } from "./word-class.ts";

/** Towns that the wires file from, which need nothing else to be known for towns. */
const TOWNS: ReadonlySet<string> = new Set(
  `Abidjan, Abu Dhabi, Abuja, Accra, Addis Ababa, Algiers, Amman, Amsterdam, Ankara, Astana, Athens, Baghdad, Baku, Bamako,
  Bangkok, Beijing, Beirut, Belgrade, Berlin, Bern, Bogota, Brasilia, Bratislava, Brussels, Bucharest, Budapest, Buenos Aires,
  Cairo, Canberra, Caracas, Chisinau, Colombo, Copenhagen, Dakar, Damascus, Dhaka, Doha, Dubai, Dublin, Frankfurt, Freetown,
  Geneva, Hanoi, Harare, Havana, Helsinki, Hong Kong, Islamabad, Istanbul, Jakarta, Jerusalem, Johannesburg, Juba, Kabul, Kampala,
  Karachi, Kathmandu, Khartoum, Kiev, Kigali, Kinshasa, Kuala Lumpur, Kuwait City, Kyiv, Lagos, Lahore, Lima, Lisbon, London,
  Los Angeles, Luanda, Lusaka, Madrid, Manila, Maputo, Mexico City, Minsk, Mogadishu, Monrovia, Montevideo, Moscow, Mumbai, Muscat,
  Nairobi, New Delhi, New York, Nicosia, Oslo, Ottawa, Paris, Phnom Penh, Prague, Pretoria, Pyongyang, Quito, Rabat, Ramallah,
  Riga, Riyadh, Rome, San Francisco, Santiago, Sarajevo, Seoul, Shanghai, Singapore, Skopje, Sofia, Stockholm, Sydney, Taipei,
  Tallinn, Tbilisi, Tehran, Tokyo, Toronto, Tripoli, Tunis, Ulaanbaatar, Vienna, Vilnius, Warsaw, Washington, Wellington, Yangon,
  Yerevan, Zagreb, Zurich`.split(/,\s+/u),
);

/** Says whether a name is that of a town which everybody knows, in whatever letters. */
export function isKnownTown(name: string): boolean {
  return TOWNS.has(inSmall(name));
}

// Reads: OSLO The talks, PARIS/LONDON Two banks, where nothing parts the place from the story
const BARE =
  /^(?<place>\p{Lu}{3,}(?: \p{Lu}{2,}){0,2})(?:\/\p{Lu}{3,}(?: \p{Lu}{3,})?)? (?=["“]?(?<story>(?<next>\p{Lu}\p{L}*)(?:['’]s)? [^\n]{50}))/u;

/**
 * Length and name of a town in capitals that runs on into the first sentence of a story; `null` where it may be none. Many
 * papers set the first words of a story in capitals: only before a word that no name begins with is it no part of
 * one ("OSLO The talks", but "OSLO Port Works", "WASHINGTON Ida Moe").
 */
export function readBarePlace(
  paragraph: string,
  body: string,
): { readonly place: string; readonly length: number } | null {
  const found = BARE.exec(paragraph);
  const { place = "", next = "", story = "" } = found?.groups ?? {};
  if (found === null || !isShoutedPlace(place)) return null;
  const town = inSmall(place);
  if (!isFunctionWord(next.toLowerCase()))
    return TOWNS.has(town) && opensStory(story, body) ? { place, length: found[0].length } : null;
  const isSet = TOWNS.has(town) || new RegExp(`\\b[Ii]n ${town}\\b`, "u").test(body);
  return isSet ? { place, length: found[0].length } : null;
}

// Orvan officials, North Orvan leader: not "LONDON Irish players", who are called so.
const OF_NATION =
  /^(?:(?:North|South|East|West) )?(?!Irish|Welsh|Scottish)\p{Lu}\p{Ll}+(?:an|ish|ese|ch|i) (?<noun>\p{Ll}+)/u;
// Bombs killed, Floods have
const MANY_DID = /^(?<many>\p{Lu}\p{Ll}+s) (?:\p{Ll}{2,}ed|have|had|were|are|will) /u;

// Orva's ruling party, Orva’s oil exports
const OF_COUNTRY = /^(?<country>\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)?)['’]s /u;

/** What no name begins with: a country that owns something, people of a nation, or many of what the story tells of in small letters again. */
function opensStory(story: string, body: string): boolean {
  if (COUNTRIES.has(OF_COUNTRY.exec(story)?.groups?.country ?? "") || OF_BRITAIN.test(story))
    return true;
  const noun = OF_NATION.exec(story)?.groups?.noun ?? "";
  if (ROLE_NOUNS.has(noun) || GROUP_NOUNS.has(noun)) return true;
  const many = MANY_DID.exec(story)?.groups?.many?.toLowerCase();
  return many !== undefined && new RegExp(`(?<![\\p{L}-])${many}(?!\\p{L})`, "u").test(body);
}

const OF_BRITAIN = /^(?:Britain|America|England|Scotland|Wales)['’]s /u;

/** A name in capitals as it stands within a sentence: "NEW HAVEN" is New Haven. */
export function inSmall(name: string): string {
  return name.toLowerCase().replace(/(?<!\p{L})\p{Ll}/gu, (letter) => letter.toUpperCase());
}
