import { someWord } from "#core/text/letters.ts";
import { FEMALE_NOUNS, MALE_NOUNS, ROLE_NOUNS } from "#core/text/role-lexicon.ts";
import { maskQuoted } from "./shorten.ts";

// "Notices went to Ida Moe and Tomas Reyl, he said.": whoever is named before it, this one is another.
const HE_SAID =
  /, (?:he|she|they|it) (?:(?:also|later|then|had|has|\p{Ll}+ly) )?(?:said|says|added|told|wrote|claimed|noted|explained|argued|warned|insisted|recalled|alleged|stated)\b[^,;]*$|, (?:said|says|added) (?:he|she|they)\b/iu;
// Its first letter is looked for first: what stands before a word is asked of few letters.
const HE_OR_SHE = /(?=[hs])(?<![\p{L}’'])(?:he|she|his|her|him|hers|himself|herself)(?![\p{L}])/iu;
const NAME =
  /(?<=\S\s)["'“‘(]*(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)\p{Lu}[\p{L}’'-]*\p{Ll}/u;
// Someone a later "he" may mean: "a 35-year-old man", "the four-time winner", "his daughter".
const PERSON =
  /\b(?:man|woman|boy|girl|child|baby|teenager|person|someone|somebody|anyone|everyone|mother|father|parent|son|daughter|wife|husband|brother|sister|widow|king|queen|prince|princess|pope|president|chief|judge|suspect|victim|patient|student|star|captain|coach|mayor|attorney|champion|hero|heir|\d\d?-year-old)\b|\b(?:an?|the|his|her|their|its|every|one|another|\p{L}+['’]s) (?:[\p{L}-]+ ){0,3}?(?!(?:later|other|whether|number|water|paper|order|power|summer|winter|weather|matter|member state|letter|river|error|floor|door|color|computer|centre|center|quarter|corner|dinner)\b)\p{L}{3,}(?:er|or|ist|ian|ee|ant|man|woman)\b/iu;
// "In his first speech, President Ada Osei said": the one who is meant comes behind.
const TURNED =
  /^["'“‘]?(?:in|after|before|during|at|on|with|for|by|as|while|when|despite|since|following)\b/i;
const NAMED_BEHIND = /, (?:["“‘]?\p{Ll}+ ){0,4}\p{Lu}[\p{L}’'-]*\p{Ll}/u;
const HE = /(?=h)(?<![\p{L}’'])(?:he|his|him|himself)(?![\p{L}])/iu;
const SHE = /(?=[sh])(?<![\p{L}’'])(?:she|her|hers|herself)(?![\p{L}])/iu;
const CAPITALS =
  /(?<![\p{L}’'-])\p{Lu}[\p{L}’'-]*\p{Ll}(?: (?:\p{Lu}[\p{L}’'.-]*|al|bin|de|la|van|der|von))*/gu;
// "Counsel asked him why": whom a verb's object means is not its subject.
const OBJECT =
  /^(?<subject>[^,;:]{2,80}?(?:, [^,;:]{2,60},)?) (?:\p{Ll}+ed|told|gave|put it to|sent|met|left|took|shot|paid|made|let) (?:him|her(?= (?:why|what|how|who|if|whether|that|to|about|for|with|in|on|at|and|when|after|before|by|from|out|up|down|off)\b|[,.]))(?![\p{L}’'])/iu;
// "is said to be opposed to it": a thing that nothing before it in the sentence is.
const IT_AS_OBJECT =
  /(?<=\s)(?:\p{Ll}+) it(?=[.,;]|$| (?:when|after|before|because|and|but|was there|were there)\b)/u;
const THING =
  /(?<!^["'“‘]?)\b(?:the|an?|its|his|her|their|this|that(?! (?:they|he|she|it|we|the|an?|his|her|their)\b)|every|each|another|\p{L}+[’']s)\s+\p{L}/iu;

/**
 * Says whether a sentence speaks of someone whom it doesn't name: "Tributes flooded his page".
 * `isName` says whether the article uses the sentence's first word as a name.
 */
export function dangles(text: string, isName: boolean): boolean {
  if (isThingAway(text) || isSaidByThem(text)) return true;
  const found = HE_OR_SHE.exec(text);
  if (found === null) return false;
  if (isSomeoneElse(text)) return true;
  const before = text.slice(0, found.index);
  if ((isName && before !== "") || NAME.test(before) || PERSON.test(before)) return false;
  const behind = text.slice(found.index);
  const comma = behind.indexOf(",");
  // "In a statement, his office": there the opening names nobody.
  const turned = TURNED.test(text) && comma > 0 && !before.includes(",");
  return !turned || !(NAMED_BEHIND.test(behind) || PERSON.test(behind.slice(comma)));
}

/** A pronoun in the tag means who spoke before, whoever the sentence names. */
function isSaidByThem(text: string): boolean {
  return HE_SAID.test(maskQuoted(text));
}

/** Says whether a text speaks of someone without a name: "a man", "the captain". */
export function speaksOfSomeone(text: string): boolean {
  return someWord(text, "-", isSomeone) || /\b\d\d?-year-old\b/u.test(text);
}

const SOMEONE: ReadonlySet<string> = new Set([...ROLE_NOUNS, ...MALE_NOUNS, ...FEMALE_NOUNS]);

function isSomeone(word: string): boolean {
  const lower = word.toLowerCase();
  return SOMEONE.has(lower);
}

/** Says whether a text has a "he" or a "she" anywhere. */
export function hasHeOrShe(text: string): boolean {
  return HE_OR_SHE.test(text);
}

/** "Counsel asked him why"; "Quell said that he would leave it to her" where one name stands for two. */
function isSomeoneElse(text: string): boolean {
  const names = namesIn(text);
  if (HE.test(text) && SHE.test(text) && names < 2 && !PERSON.test(text)) return true;
  const subject = OBJECT.exec(text)?.groups?.subject;
  if (subject === undefined) return false;
  const people = namesIn(subject);
  const roles = subject.split(" ").filter((word) => ROLE_NOUNS.has(word.toLowerCase())).length;
  return (
    people + (people === 0 ? roles : 0) < 2 && !/\b(?:and|who|that|when|after)\b/u.test(subject)
  );
}

/** How many different names a text has; a capital that only opens it is none. */
function namesIn(text: string): number {
  return new Set(text.replace(/^["'“‘]?\p{Lu}\S*(?=,? \p{Ll})/u, "").match(CAPITALS)).size;
}

function isThingAway(text: string): boolean {
  if (!text.includes(" it")) return false;
  const found = IT_AS_OBJECT.exec(text);
  if (found === null || /["“«]/u.test(text.slice(0, found.index))) return false;
  const before = text.slice(0, found.index);
  // Names of things may be what it means: "Calder Mills bought Brine Weave and closed it".
  return (
    !THING.test(before) && namesIn(before) < 2 && !/\b(?:make|made|find|found)\b/u.test(found[0])
  );
}
