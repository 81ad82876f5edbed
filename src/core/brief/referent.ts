import { opensWithNothing } from "#core/speech/expletive.ts";
import type { Entity, Gender, Mention } from "#core/speech/mention.ts";
import type { Sentence } from "#core/text/text.ts";
import type { Cut } from "./shorten.ts";

// These open a sentence only by leaning on the one before: "It was also hit", "The move came".
const LEANING =
  /^["'“‘(]*(?:he|she|it|they|(?:this|these|those|that)(?! (?:morning|afternoon|evening|week|weekend|month|year|season|spring|summer|autumn|winter|term|century)\b)|his|her|their|its|i|we|you|my|our|your|him|them|here|such|the (?:former|latter)(?= (?:is|was|has|had|will|would|said|says|also|\p{Ll}+ed (?:the|an?|his|her|its|their|to|in|on|by|at|for|from))\b|,)|the (?:pair|duo|trio|move|remarks?|comments?)|(?:one|some|most|many|all|none|two|three|each|both|neither|either) of (?:them|those|these|which|whom)|(?:the (?:two|three|first|second|same|others?)|both|neither|either|another|others)(?= (?:is|are|was|were|has|have|had|will|would|also|said|say|says|then|went|came|met)\b)|that['’]s|it['’]s|he['’]s|she['’]s|they['’]re)(?![\p{L}’'])/iu;
const GENDERS: ReadonlyMap<string, Gender> = new Map([
  ["he", "male"],
  ["him", "male"],
  ["she", "female"],
  ["his", "male"],
  ["her", "female"],
]);

/**
 * Says whether an entity's name may stand in a pronoun's place: for "he" a person whom the article
 * shows to be a man, or nobody's gender but to hold an office; for "it" an organisation. "They" is too
 * often someone else.
 */
function isReplaceable(pronoun: string, { kind, name, gender, role }: Entity): boolean {
  const wanted = GENDERS.get(pronoun);
  if (wanted === undefined) return pronoun === "it" && kind === "organisation";
  if (kind !== "person" || !/\s/u.test(name)) return false;
  return gender === wanted || (gender === "unknown" && role !== null);
}

/** The sentences in which someone must be named last: this one and two before it. */
const CLOSE = 3;

/**
 * The name that the first pronoun of a sentence stands for, as a cut that puts it there in square
 * brackets; `null` where the article does not settle it, or anyone else might be meant.
 */
export function findReferent(
  body: string,
  entities: readonly Entity[],
  sentence: Sentence,
  /** The mentions of some sentences before this one, and at last its own. */
  mentions: readonly (readonly Mention[])[],
): Cut | null {
  const near = mentions.flat();
  const pronoun = near.find(({ form, start }) => form === "pronoun" && start >= sentence.start);
  if (pronoun === undefined || pronoun.quoted) return null;
  if (opensWithNothing(body.slice(pronoun.start, sentence.end))) return null;
  const entity = entities[pronoun.entity ?? -1];
  if (entity === undefined) return null;
  // "He's" would leave its ending behind, "he/she" the other half.
  if (/['’/]/u.test(body.charAt(pronoun.end))) return null;
  const printed = body.slice(pronoun.start, pronoun.end).toLowerCase();
  // "Her attacker fled", not "told her": what opens a sentence owns what comes next.
  if (isOwner(printed) && pronoun.start > sentence.start) return null;
  if (!isReplaceable(printed, entity)) return null;
  const close = mentions.slice(-CLOSE).flat();
  if (!close.some(({ form, entity: id }) => form !== "pronoun" && id === entity.id)) return null;
  if (!isAlone(pronoun, entity, near, entities) || sharesSurname(entity, entities)) return null;
  const name = isOwner(printed) ? printedOwner(body, entity) : printedName(body, entity);
  if (name === null) return null;
  const start = pronoun.start - sentence.start;
  return { start, end: pronoun.end - sentence.start, by: `[${name}]` };
}

function isOwner(pronoun: string): boolean {
  return pronoun === "his" || pronoun === "her";
}

/** As the body prints it for an owner: "Ada Osei's", or "Osei's"; the ending is the article's too. */
function printedOwner(body: string, { name }: Entity): string | null {
  const surname = name.slice(name.lastIndexOf(" ") + 1);
  const forms = [name, surname].flatMap((form) => [`${form}’s`, `${form}'s`]);
  return forms.find((form) => body.includes(form)) ?? null;
}

/** With its article where the body gives it one: "the Finance Ministry". */
function printedName(body: string, { name, kind }: Entity): string | null {
  if (kind === "organisation" && body.includes(`the ${name}`)) return `the ${name}`;
  return body.includes(name) ? name : null;
}

/** Whether nobody else who fits was spoken of shortly before: a second one might be meant. */
function isAlone(
  pronoun: Mention,
  meant: Entity,
  near: readonly Mention[],
  entities: readonly Entity[],
): boolean {
  const rivals = near.filter(({ form, start, entity, quoted }) => {
    if (form === "pronoun" || start >= pronoun.start || quoted) return false;
    const other = entities[entity ?? -1];
    return other !== undefined && mayBe(other, meant);
  });
  return rivals.length > 0 && rivals.every(({ entity }) => entity === pronoun.entity);
}

/** Whether a pronoun that fits `meant` would fit this one too. */
function mayBe({ kind, gender, name }: Entity, meant: Entity): boolean {
  if (meant.kind !== "person") return kind === meant.kind;
  if (kind !== "person" && !(kind === "unknown" && /\s/u.test(name))) return false;
  return gender === "unknown" || meant.gender === "unknown" || gender === meant.gender;
}

function sharesSurname({ id, name }: Entity, entities: readonly Entity[]): boolean {
  const surname = name.slice(name.lastIndexOf(" "));
  return entities.some((other) => other.id !== id && other.name.endsWith(surname));
}

/** Says whether a sentence opens by leaning on the one before it. */
export function leansBack(text: string): boolean {
  return LEANING.test(text) && !opensWithNothing(text);
}
