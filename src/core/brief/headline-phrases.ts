import { hasMainVerb } from "./clause.ts";
import { goesOn } from "./headline-asides.ts";
import { isSpare } from "./shorten.ts";

// "After the video went viral, the commissioner ordered an inquiry": when it was is no news.
const OPENING =
  /^(?:After|As|While|Amid|Following|Upon|By the time|(?:Hours|Days|Weeks|Months|Years|Shortly|Soon|Just \p{Ll}+|\p{Lu}\p{Ll}+ (?:hours|days|weeks|months|years)) after)\s[^,“”"]{8,160}, (?=\S)/u;
// The rest must not speak of what the opening named.
const LEANS =
  /\b(?:he|she|it|they|them|him|his|her|hers|their|its|both|there|this|that|these|those|such|so|then)\b/i;

/** Drops a clause of time that opens a sentence whose main clause stands alone. */
export function dropOpening(text: string): string {
  const opening = OPENING.exec(text)?.[0];
  if (opening === undefined || !isSpare(opening)) return text;
  const main = text.slice(opening.length);
  const [first = ""] = main.split(", ");
  return hasMainVerb(first) && !LEANS.test(main) ? main : text;
}

const APPOSITION =
  /^(?<subject>[^,;:“”"]{3,80}), (?<aside>(?:an?|the|one of|mother|father|\p{Ll}[^,;:“”"]*)\s[^;:“”"]{3,150}?),(?=\s)/u;
/** Who claims something is no aside: "Modi, his followers say, is a tireless man". */
const OWNS =
  /\b(?:say|says|said|told|tells?|claims?|claimed|believes?|believed|alleges?|argues?|insists?|adds?|added|according|thinks?)\b/i;
const AGE = /\b\d+-year-old\b/gu;

/** Drops what stands in apposition to the subject: "Serena Moe, one of the best in the world, has". */
export function dropApposition(text: string): string {
  const found = APPOSITION.exec(text);
  const { subject, aside } = found?.groups ?? {};
  if (found === null || subject === undefined || aside === undefined) return text;
  const behind = text.slice(found[0].length);
  if (OWNS.test(aside) || !isSpare(aside.replace(AGE, "")) || !goesOn(behind)) return text;
  return `${subject}${behind}`;
}

const PHRASE =
  /\s(?:in|at|on|near|outside|inside|during|across|around|throughout|ahead of)\s(?=\S)/gu;
// "All schools in the north", "the first in Europe": without the place it would be another claim.
const OF_ALL =
  /\b(?:all|every|each|any|no|none|never|only|most|least|first|last|sole|record|\p{Ll}{3,}est)\b/iu;
// "is in China", "based in China", "arrived in China" need it; "was arrested in China" does not.
const NEEDS_MORE =
  /(?:\b(?:is|are|was|were|be|been|back|set|put|came|went|born|based|located|involved|interested|used|held|placed|included|engaged|listed|stuck|dressed|found|invest|interest|confidence|role|part)|(?<!\b(?:was|were|been|being|be) )\p{L}(?:ed|ing))$/iu;
const FEWEST_LETTERS = 40;
const FINITE =
  /\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|do|does|did|said|says|say)\b|\b\p{Ll}+ed\b/u;

/** Says whether a part may hold the verb of the sentence, so that it is no mere phrase. */
export function holdsVerb(part: string): boolean {
  return FINITE.test(part);
}

/** Drops where and when at the end, as little of it as makes the rest fit. */
export function dropPhrase(text: string, room: number): string {
  if (OF_ALL.test(text)) return text;
  for (const { index } of Array.from(text.matchAll(PHRASE)).reverse()) {
    if (index < FEWEST_LETTERS) break;
    const part = text.slice(index);
    if (!isSpare(part) || holdsVerb(part)) break;
    if (index <= room && !NEEDS_MORE.test(text.slice(0, index))) return text.slice(0, index);
  }
  return text;
}

const TORN: readonly (readonly [kept: RegExp, part: RegExp])[] = [
  // "the names | , photos and addresses", "highly-polished | , honey-coloured oak and yew": a list.
  [
    /\p{L}$/u,
    /^, (?!(?:including|after|amid|following|while|where|as|during|who|which|with|when)\b)(?:[\p{L}\p{N}’'-]+ ){0,3}[\p{L}\p{N}’'-]+,? (?:and|or)\s/u,
  ],
  // "stopped some guests | who were about to": without it nobody knows which.
  [/(?<!,|\b(?:is|was) an? (?:\p{L}+ )?\p{L}+)$/u, /^ (?:who|which)\s/u],
  // "may bring in drugs | after a permit": what it hangs on.
  [
    /\b(?:allowed|permitted|entitled|eligible|authori[sz]ed|licen[sc]ed|able|free|may|can|must)\b/iu,
    /^,? (?:after|when|where|as|with)\s/u,
  ],
  // "less than two weeks | after gunmen attacked"
  [/\b(?:moment|minute|hour|day|night|week|month|year|decade)s?$/i, /^,? (?:after|before)\s/u],
  // "what they described | as", "to see | who", "met | with"
  [
    /\b(?:described|known|seen|regarded|viewed|hailed|branded|named|such|so|far|well|long|soon|serve[sd]?|acte?d?s?|works?|worked)$/i,
    /^ as\s/u,
  ],
  // "named Ida Moe | as a suspect": what somebody is taken for belongs to the verb.
  [
    /\b(?:named?|identif(?:y|ied)|described?|regarded?|treat(?:ed)?|recogni[sz]ed|known|seen|hired|posing|posed|tried|charged|sentenced)\b[^,;]*$/iu,
    /^ as (?:an?|the|one|part)\s/u,
  ],
  [
    /\b(?:see|know|decide|learn|asks?|asked|tell|told|wonder|explain|explained|reveal|revealed|showed?|shows?|determine|clear|over|about|on|of|to|from|in|for|by)$/i,
    /^ (?:who|which|when|where|while)\s/u,
  ],
  [
    /(?:\b(?:met|meet|deal|collude|agree|up|along|together|work|contact|relations|relationship|ties|links|war|peace|talks|found|comply|left|out)|ed|ing)$/i,
    /^ with\s/u,
  ],
];

/** Says whether a cut would tear what belongs together, as a list, a measure of time, a verb and its "with". */
export function isTorn(kept: string, part: string): boolean {
  return TORN.some(([before, behind]) => before.test(kept) && behind.test(part));
}
