import { COUNTRIES } from "#core/text/countries.ts";
import {
  FEMALE_NOUNS,
  GROUP_NOUNS,
  MALE_NOUNS,
  ORG_WORDS,
  PAPER_NOUNS,
  ROLE_NOUNS,
  TRADE,
} from "#core/text/role-lexicon.ts";
import type { Range } from "#core/text/text.ts";
import { nameMarks } from "./cut-name.ts";
import { genderOfName } from "./given-name.ts";
import type { Entity } from "./mention.ts";

/** How much of what stands around a name is looked at, in UTF-16 units. */
const NEAR = 80;

/**
 * Says whether what stands beside the verb of speech can't be who speaks, whatever its form: a thing, a country
 * that says where a town lies, the end of a longer name, an office whose holder is named behind it.
 * @param mention what the article prints there
 */
export function isNoSpeaker(body: string, who: Entity, mention: Range): boolean {
  if (isThing(who) || isSeat(body, who, mention) || isEndOfName(body, who)) return true;
  return isBareOffice(body, who, mention) || isOfOffice(body, who, mention);
}

/** A word for somebody who does something: "commenter", "spectator", "lobbyist", "complainant". */
const DOES =
  /(?:\p{L}{2}(?:er|or|ist|ian|ant|eer|ee|man|woman|men|women|people|folk|body|tive|ent)|member|pontiff|guest|teen|twin|rebel|fan|crew|team|board|firm|site|brand|club|zoo|band|channel|app|show|chain|mill|stud(?:y|ies)|report|poll|survey|order|ruling|statement|release|note|message|tweet|post|text|sign|page|website|card|ad|leaflet|flyer|old)s?$/u;
const LINK = /^(?:of|for|from|at|in|with|on|to|who|that|which|near|behind|by|familiar|close)$/u;
const DESCRIBED = /^(?:the|an?|one|another|this|that) /i;
const KNOWN: readonly ReadonlySet<string>[] = [
  ...[ROLE_NOUNS, GROUP_NOUNS, ORG_WORDS],
  ...[PAPER_NOUNS, MALE_NOUNS, FEMALE_NOUNS],
];

/**
 * "told the daily [maintenance work]", "the stadium's west stand": the noun that ends such a phrase is none of
 * somebody, or of a body, or of what is written.
 */
function isThing({ name, kind, role, gender }: Entity): boolean {
  if (kind === "group" || role !== null || gender !== "unknown" || !DESCRIBED.test(name))
    return false;
  if (/^(?:an)?(?:one|other) of /i.test(name)) return false;
  const words = name.split(/\s+/u);
  // "the report prepared by the mill": what it is stands before what was done to it.
  const link = words.findIndex((word, at) => at > 1 && (LINK.test(word) || /ed$/u.test(word)));
  const head = words[(link < 0 ? words.length : link) - 1] ?? "";
  // "one of the keepers", "the Lakers", "the 56-year-old", "the WHO"
  if (words.length < 3 || /^(?:one|another)$/i.test(head) || !/^\p{Ll}[\p{Ll}-]+$/u.test(head))
    return false;
  const one = head.slice(head.lastIndexOf("-") + 1).replace(/s$/u, "");
  if (DOES.test(head) || TRADE.test(one)) return false;
  return !KNOWN.some((nouns) => nouns.has(head) || nouns.has(one));
}

const IN_TOWN =
  /\b(?:in|at|from|near|to|of|outside) (?:\p{Lu}[\p{L}’'-]+ ){0,2}\p{Lu}[\p{L}’'-]+, $/u;

/** "who grew up in Gweru, [Zimbabwe] said": where the town lies. But "in London, Mr Roe said". */
function isSeat(body: string, { name }: Entity, { start }: Range): boolean {
  return COUNTRIES.has(name) && IN_TOWN.test(body.slice(Math.max(0, start - NEAR), start));
}

const BEHIND_AND = /(?:^|[^\p{L}])\p{Lu}\p{L}+ (?:\p{Lu}\p{L}+ )*(?:and|&) $/u;
const IN_OFFICE =
  /\p{Lu}[\p{L}’'-]+, (?:the )?(?:\p{L}+ )*\p{L}+ (?:of|at|for|with) (?:the )?(?:\p{Lu}\p{L}+ (?:of |for |and |the )*)+$/u;

/**
 * "Tarn Architects and [Planners] says", "Otto Krantz, head of the Board of Clean [Water Agencies], agreed": wherever
 * it stands, it ends a body's name.
 */
function isEndOfName(body: string, { name, kind, gender }: Entity): boolean {
  if (gender !== "unknown" || kind === "group" || genderOfName(name) !== "unknown") return false;
  if (/^\p{Lu}\p{Ll}+s$/u.test(name) && standsOnlyBehind(body, name, BEHIND_AND)) return true;
  return nameMarks(
    body,
    name,
    (before, after) => /^,/u.test(after) && IN_OFFICE.test(before),
    NEAR * 2,
  );
}

const MOST = 12;

function standsOnlyBehind(body: string, name: string, before: RegExp): boolean {
  let at = body.indexOf(name);
  if (at < 0) return false;
  for (let count = 0; at >= 0 && count < MOST; count += 1) {
    if (!before.test(body.slice(Math.max(0, at - NEAR), at))) return false;
    at = body.indexOf(name, at + name.length);
  }
  return true;
}

const RANK =
  /^(?:senior|vice|deputy|assistant|associate|acting|interim|executive|regional|general|group|chief|joint|first|managing)$/i;

/** "[Senior Vice President], Africa, Tarn Oil, Ann Roe was quoted": the office, whose holder is somebody else's name. */
function isBareOffice(body: string, { name }: Entity, { end }: Range): boolean {
  if (!/^,/u.test(body.slice(end, end + 1)) || !/^\p{Lu}/u.test(name)) return false;
  const words = name.split(" ");
  return (
    words.length > 1 && words.every((word) => RANK.test(word) || ROLE_NOUNS.has(word.toLowerCase()))
  );
}

const OFFICE_BEHIND =
  /^ (?:\p{Ll}[\p{L}-]+['’]?s? ){1,5}(?<noun>\p{Ll}[\p{Ll}-]+), (?:\p{Lu}[\p{L}.’'-]* ){0,3}\p{Lu}[\p{L}’'-]+,/u;

/** "[Satti Karnali] community forest users' committee president, Dhan Saud, said": what she is president of. */
function isOfOffice(body: string, { role }: Entity, { end }: Range): boolean {
  if (role !== null) return false;
  const noun = OFFICE_BEHIND.exec(body.slice(end, end + NEAR * 2))?.groups?.noun ?? "";
  return ROLE_NOUNS.has(noun);
}
