import type { Entity, Gender, Mention } from "./mention.ts";
import type { Cut } from "./shorten.ts";
import type { Sentence } from "./text.ts";

// These open a sentence only by leaning on the one before: "It was also hit", "The move came".
const LEANING =
  /^["'“‘(]*(?:he|she|it|they|this|these|those|that|his|her|their|its|i|we|you|my|our|your|him|them|here|such|the (?:former|latter|pair|duo|trio|move|remarks?|comments?)|(?:one|some|most|many|all|none|two|three|each|both|neither|either) of (?:them|those|these|which|whom)|(?:the (?:two|three|first|second|same|others?)|both|neither|either|another|others)(?= (?:is|are|was|were|has|have|had|will|would|also|said|say|says|then|went|came|met)\b)|that['’]s|it['’]s|he['’]s|she['’]s|they['’]re)(?![\p{L}’'])/iu;
const HE_OR_SHE = /(?<![\p{L}’'])(?:he|she|his|her|him|hers|himself|herself)(?![\p{L}])/iu;
const NAME = /(?<=\S\s)["'“‘(]*\p{Lu}[\p{L}’'-]*\p{Ll}/u;
// Someone a later "he" may mean: "a 35-year-old man", "the four-time winner", "his daughter".
const PERSON =
  /\b(?:man|woman|boy|girl|child|baby|teenager|person|someone|somebody|anyone|everyone|mother|father|parent|son|daughter|wife|husband|brother|sister|widow|king|queen|prince|princess|pope|president|chief|judge|suspect|victim|patient|student|star|captain|coach|mayor|attorney|champion|hero|heir|\d\d?-year-old)\b|\b(?:an?|the|his|her|their|its|every|one|another|\p{L}+['’]s) (?:[\p{L}-]+ ){0,3}?(?!(?:later|other|whether|number|water|paper|order|power|summer|winter|weather|matter|member state|letter|river|error|floor|door|color|computer|centre|center|quarter|corner|dinner)\b)\p{L}{3,}(?:er|or|ist|ian|ee|ant|man|woman)\b/iu;
// "In his first speech, President Ada Osei said": the one who is meant comes behind.
const TURNED =
  /^["'“‘]?(?:in|after|before|during|at|on|with|for|by|as|while|when|despite|since|following)\b/iu;
const NAMED_BEHIND = /, (?:["“‘]?\p{Ll}+ ){0,4}\p{Lu}[\p{L}’'-]*\p{Ll}/u;

const GENDERS: ReadonlyMap<string, Gender> = new Map([
  ["he", "male"],
  ["him", "male"],
  ["she", "female"],
]);

/**
 * Says whether an entity's name may stand in a pronoun's place: for "he" a person whom the article
 * shows to be a man, or nobody's gender but to hold an office; for "it" an organisation. "His" would
 * need an ending that the name has not, and "they" is too often someone else.
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
  const entity = entities[pronoun.entity ?? -1];
  if (entity === undefined) return null;
  // "He's" would leave its ending behind, "he/she" the other half.
  if (/['’/]/u.test(body.charAt(pronoun.end))) return null;
  if (!isReplaceable(body.slice(pronoun.start, pronoun.end).toLowerCase(), entity)) return null;
  const close = mentions.slice(-CLOSE).flat();
  if (!close.some(({ form, entity: id }) => form !== "pronoun" && id === entity.id)) return null;
  if (!isAlone(pronoun, entity, near, entities) || sharesSurname(entity, entities)) return null;
  const name = printedName(body, entity);
  if (name === null) return null;
  const start = pronoun.start - sentence.start;
  return { start, end: pronoun.end - sentence.start, by: `[${name}]` };
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
  return LEANING.test(text);
}

/**
 * Says whether a sentence speaks of someone whom it doesn't name: "Tributes flooded his page".
 * `isName` says whether the article uses the sentence's first word as a name.
 */
export function dangles(text: string, isName: boolean): boolean {
  const found = HE_OR_SHE.exec(text);
  if (found === null) return false;
  const before = text.slice(0, found.index);
  if ((isName && before !== "") || before.includes("]") || NAME.test(before) || PERSON.test(before))
    return false;
  const behind = text.slice(found.index);
  const comma = behind.indexOf(",");
  const turned = TURNED.test(text) && comma > 0;
  return !turned || !(NAMED_BEHIND.test(behind) || PERSON.test(behind.slice(comma)));
}
