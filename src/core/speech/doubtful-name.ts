import { SURNAMES_TOO } from "#core/text/name.ts";
import {
  GROUP_NOUNS,
  HONORIFICS,
  OFFICE_DOMAINS,
  ORG_WORDS,
  PLACE_WORDS,
  ROLE_NOUNS,
} from "#core/text/role-lexicon.ts";
import type { Range } from "#core/text/text.ts";
import { isAdverb, isFunctionWord } from "#core/text/word-class.ts";
import { readCue } from "./cue.ts";
import { standsAlone } from "./cut-name.ts";
import { genderOfName } from "./given-name.ts";
import type { Entity } from "./mention.ts";

/** How many times a name is looked at, and how far around it, in UTF-16 units. */
const MOST = 12;
const NEAR = 60;

/**
 * Says whether the article itself shows that what was read as a name is none, or is nobody's who speaks: a word
 * that only opens sentences, a name cut at a stop or glued to what stands beside it, the title of a work, a body
 * that "he" is said to be, or whoever signs the report.
 * @param mention what the article prints beside the verb of speech
 */
export function isDoubtfulName(body: string, who: Entity, mention: Range): boolean {
  if (BEGINS_WITHIN.test(body.slice(Math.max(0, mention.start - 2), mention.end))) return true;
  if (!/^[\p{Lu}@]/u.test(who.name) || DESCRIBED.test(who.name)) return false;
  if (isOpener(body, who) || isCutAtStop(body, mention) || isGlued(body, who)) return true;
  if (isTitle(body, mention) || isDepartment(body, who, mention)) return true;
  // A body holds no office: "the Director, Harbour Public Relations".
  if (who.role !== null && who.name.includes(" ") && !isShownPerson(body, who)) return true;
  return isPronoun(body, mention) && (!isShownPerson(body, who) || isCommon(body, who));
}

// "Moe‘[s mother] said": a mark that opens stands for the one that makes it a genitive
const BEGINS_WITHIN = /^\p{L}[‘’'`´]\p{Ll}{1,2} /u;

const DESCRIBED = /^(?:The|An?|One|Two|Three|Some|Many|Most|Another|Both|Several) \p{Ll}/u;

/** Where a name stands: what is before it and behind it, at most twelve times. */
function placesOf(body: string, name: string): readonly { before: string; after: string }[] {
  const places: { before: string; after: string }[] = [];
  let at = body.indexOf(name);
  for (let count = 0; at >= 0 && count < MOST; count += 1) {
    const end = at + name.length;
    const before = body.slice(Math.max(0, at - NEAR), at);
    const after = body.slice(end, end + NEAR);
    if (!/[\p{L}\p{N}]$/u.test(before) && !/^[\p{L}\p{N}]/u.test(after))
      places.push({ before, after });
    at = body.indexOf(name, end);
  }
  return places;
}

const OPENS_SENTENCE = /(?:^|[.!?:]["”’']?\s+|\n\s*["“]?|["“])$/u;

/**
 * "[Similarly], the guild said", "[Rather] than", "[Reacting], Roe wrote", "[Speaking] at the fair": a word that has its
 * capital from the head of its sentence wherever it stands. But "Sterling said", "Kelly, a nurse".
 */
function isOpener(body: string, { name, gender }: Entity): boolean {
  const [word = "", next = ""] = name.split(" ");
  const lower = word.toLowerCase();
  if (/^\p{L}{3,}ing$/u.test(lower) && isFunctionWord(next)) return true;
  if (next !== "" || gender !== "unknown" || !/^\p{Lu}\p{Ll}+$/u.test(word)) return false;
  if (genderOfName(word) !== "unknown") return false;
  const looks = isAdverb(lower) || /(?:ing|ed|ly)$/u.test(lower) || standsSmall(body, lower);
  if (!looks) return false;
  const places = placesOf(body, word);
  return (
    places.length > 0 &&
    places.every(({ before, after }) => OPENS_SENTENCE.test(before) && goesOn(lower, after))
  );
}

/** "Similarly, …", "Rather than …", "Recurring reports …": no verb of somebody's stands behind it. */
function goesOn(lower: string, after: string): boolean {
  const next = /^ (\p{Ll}+)/u.exec(after)?.[1] ?? "";
  if (after.startsWith(",") || next === "than" || isFunctionWord(next)) return true;
  return /ing$/u.test(lower) && next !== "" && readCue(next) === null && !/ed$/u.test(next);
}

function standsSmall(body: string, lower: string): boolean {
  return new RegExp(`(?<![\\p{L}’'-])${lower}(?![\\p{L}’'-])`, "u").test(body);
}

/** "a [Ph].D. student": the letters go on behind the stop. */
function isCutAtStop(body: string, { end }: Range): boolean {
  return /^\.\p{Lu}\./u.test(body.slice(end, end + 3));
}

/**
 * "Ann Moe Roe [Deputies] arrived": a caption that ran on into the word of the next sentence, which the copy has in
 * small letters elsewhere; the name without it stands elsewhere, too.
 */
function isGlued(body: string, { name }: Entity): boolean {
  const words = name.split(" ");
  const last = words.at(-1) ?? "";
  if (words.length < 3 || !/^\p{Lu}\p{Ll}+$/u.test(last)) return false;
  const lower = last.toLowerCase();
  if (!GROUP_NOUNS.has(lower) && !OFFICE_DOMAINS.has(lower)) return false;
  if (genderOfName(name) === "unknown" && !GROUP_NOUNS.has(lower)) return false;
  if (!standsSmall(body, lower) && !GROUP_NOUNS.has(lower)) return false;
  const rest = words.slice(0, -1).join(" ");
  const named = placesOf(body, rest).some(({ after }) => !after.startsWith(` ${last}`));
  return named || genderOfName(name) !== "unknown";
}

const TITLED = /\b(?:titled|entitled|headlined|subtitled)(?: ["“‘']?|,? ["“‘'])$/u;

/** "One report, entitled [Women May Seize Power] stated": the title of a work. */
function isTitle(body: string, { start, end }: Range): boolean {
  const printed = body.slice(start, end);
  return (
    /^(?:titled|entitled|headlined)\b/u.test(printed) ||
    TITLED.test(body.slice(Math.max(0, start - NEAR), start))
  );
}

function isPronoun(body: string, { start, end }: Range): boolean {
  return /^(?:he|she)$/i.test(body.slice(start, end));
}

/**
 * Whom "he" means must be shown to be a person: by a title, by a given name in it. "the Acting Director of Harbour
 * [Media Operation], General Odo Krantz" shows none, nor "on the [Trade Agreement]".
 */
function isShownPerson(body: string, { name, kind, gender }: Entity): boolean {
  const words = name.split(" ");
  const isGiven = words.some((_, at) => genderOfName(words.slice(at).join(" ")) !== "unknown");
  if (isGiven || HONORIFICS.has((words[0] ?? "").toLowerCase().replace(".", ""))) return true;
  if (kind === "organisation" || kind === "place") return false;
  if (gender !== "unknown") return true;
  const lower = words.map((word) => word.toLowerCase());
  if (lower.some((word) => ROLE_NOUNS.has(word))) return true;
  const last = lower.at(-1) ?? "";
  if (lower.slice(1, -1).some(isOfBody)) return false;
  if (isOfBody(last) && !SURNAMES_TOO.has(last) && !PLACE_WORDS.has(last)) return false;
  // "Urban Meyer", where he is called Meyer next.
  if (!isOfBody(lower[0] ?? "") || lower.length === 1) return true;
  return lower.length === 2 && !standsSmall(body, last) && standsAlone(body, name);
}

function isOfBody(lower: string): boolean {
  return ORG_WORDS.has(lower) || PLACE_WORDS.has(lower) || OFFICE_DOMAINS.has(lower);
}

/** "Tarn Golf", where "golf" stands in small letters and nobody is called Golf: no surname that "he" could have. */
function isCommon(body: string, { name, role, gender }: Entity): boolean {
  if (role !== null || gender !== "unknown" || genderOfName(name) !== "unknown") return false;
  const words = name.split(" ");
  const last = words.at(-1) ?? "";
  if (words.length < 2 || !/^\p{Lu}\p{Ll}+$/u.test(last)) return false;
  return standsSmall(body, last.toLowerCase()) && !standsAlone(body, name);
}

// "Odo Krantz, PhD, principal scientific manager, ", "General Odo Krantz, Director, "
const OFFICE_BEFORE =
  /\p{Lu}[\p{L}.’'-]+, (?:(?:PhD|Ph\.D\.|MD|M\.D\.|MBA|RN), )?(?!(?:the|an?|his|her|its|their|and|but|while|as)\b)(?:\p{L}[\p{L}-]* ){0,4}(?<office>\p{L}+), $/u;

/** "Odo Krantz, principal manager, [Sequencing R&D] at Tarn Labs, said": where he is manager. */
function isDepartment(body: string, { name, gender }: Entity, { start }: Range): boolean {
  if (gender !== "unknown" || genderOfName(name) !== "unknown") return false;
  const before = body.slice(Math.max(0, start - NEAR * 2), start);
  const { office = "" } = OFFICE_BEFORE.exec(before)?.groups ?? {};
  return ROLE_NOUNS.has(office.toLowerCase());
}
