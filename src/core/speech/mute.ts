import { GROUP_NOUNS, ROLE_NOUNS } from "#core/text/role-lexicon.ts";
import type { Range } from "#core/text/text.ts";
import { isAdverb, isFunctionWord } from "#core/text/word-class.ts";
import { readCue } from "./cue.ts";
import { nameMarks, standsAlone } from "./cut-name.ts";
import { genderOfName } from "./given-name.ts";
import type { Entity } from "./mention.ts";

/** What is looked at or told, and has no words of its own: "according to the details", "the images said". */
const SHOWN =
  /^(?:(?:the|an?|this|that|these|those|its|their|his|her|more|further|initial|available|leaked) )*(?:[\p{L}-]+ )?(?:details?|images?|pictures?|photos?|photographs?|screenshots?|footage|clips?|notifications?|circumstances?|outcomes?|designs?|logos?|emblems?|developments?|rumou?rs?|speculation|scenes?|highlights?)$/iu;
/** Days and events; but a person may be called Day. */
const HELD =
  /^(?:\p{Lu}\S* )+(?:Day|Eve|Festival|Cup|Olympics|Games|Championships?|Anniversary|Elections?|War|Revolution|Pandemic|Act|Treaty|Constitution|Derby|Marathon|Grand Prix)$/u;
/** "[Cubs] fan Ines Roe": the noun behind a name that only says of whom or of what. */
const NOUN_BEHIND = /^ (?<noun>\p{Ll}[\p{Ll}-]+)(?<named> \p{Lu}\p{Ll})?/u;

/** "Roe's statement", which went on: paper. */
const PAPER = /['’]s? (?:statement|letter|e-?mail|post|tweet|message|release)$/iu;

/** Says whether an owner is of what has no words: a thing that is looked at, a day or an event. */
export function isMute({ name, kind, gender, role }: Entity): boolean {
  if (kind === "group") return false;
  if (PAPER.test(name)) return true;
  if (/^\p{Ll}/u.test(name)) return SHOWN.test(name);
  if (role !== null || gender !== "unknown" || !HELD.test(name)) return false;
  return genderOfName(name) === "unknown";
}

/**
 * Says whether a name only tells whose a noun is, here or wherever it stands: “…,” said [Cubs] fan Ines Roe; the
 * [Harbour Lights] star. The one who speaks is the fan or the star.
 * @param mention what stands beside the cue
 */
export function isAttributive(
  body: string,
  { name, role }: Entity,
  { start, end }: Range,
): boolean {
  if (role !== null) return false;
  const behind = body.slice(end, end + LOOK);
  const here = body.slice(start, end).endsWith(name.slice(name.lastIndexOf(" ") + 1));
  if (here && isOfNoun(behind, true)) return true;
  if (here && /^(?:\p{Lu}|\p{Ll}+$)/u.test(name) && isBeforeNoun(body, start, behind)) return true;
  return (
    name.includes(" ") &&
    nameMarks(body, name, (_, after) => isOfNoun(after, false)) &&
    !standsAlone(body, name)
  );
}
const LOOK = 48;

// " forward Odo Krantz", " based lawyer and analyst, Mr Odo Krantz", " in Action Executive Director Odo Krantz"
const NAMED_BEHIND =
  /^ (?<noun>\p{Ll}[\p{Ll}-]+)(?: \p{Ll}[\p{Ll}-]+){0,3},? (?:\p{Lu}\p{L}*\.? )?\p{Lu}\p{Ll}/u;

/** “…,” said [Zamarian] forward Odo Krantz: behind the verb the name only says of where or of what the one named next is. */
function isBeforeNoun(body: string, start: number, behind: string): boolean {
  const verb = /(?<verb>\p{Ll}+) $/u.exec(body.slice(Math.max(0, start - LOOK), start))?.groups;
  const cue = readCue(verb?.verb ?? "");
  if (cue === null || (cue.form !== "past" && cue.form !== "present")) return false;
  const { noun = "" } = NAMED_BEHIND.exec(behind)?.groups ?? {};
  return (
    noun !== "" &&
    !/^(?:v[ao]n|d[aeiou]s?|del|della|bin|ibn|born)$/u.test(noun) &&
    !isFunctionWord(noun) &&
    !isAdverb(noun) &&
    readCue(noun) === null
  );
}

/** "fan Ines Roe" and, where nothing has to be named, "star has always"; but not "chief said". */
function isOfNoun(behind: string, named: boolean): boolean {
  const { noun = "", named: name } = NOUN_BEHIND.exec(behind)?.groups ?? {};
  if (named && name === undefined) return false;
  return /^(?:fan|star)s?$/.test(noun) || ROLE_NOUNS.has(noun) || GROUP_NOUNS.has(noun);
}
