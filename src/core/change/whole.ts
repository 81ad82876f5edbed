import { BOUND_WORDS } from "#core/text/bound.ts";
import type { Range } from "#core/text/text.ts";

// "including three children", "another five", "rose by 3", "up from 12", "within 12"
const PART_BEFORE = new RegExp(
  `\\b(?:including|among (?:them|the dead|those killed|the victims)|of (?:them|whom|those|the dead)|of the|another|a further|an additional|additional|as well as|besides|by|from|(?<!\\b(?:more|less|fewer) )than|against|compared (?:with|to)|between|plus|each|(?<!\\b(?:up|close) )to|for|in|within) ${BOUND_WORDS}(?:were )?$`,
  "iu",
);
// "three of the dead", "five more", "two others"
const PART_BEHIND =
  /^ (?:of (?:the|them|those|whom|its|their|his|her)|more|others?|further|additional|extra|other)\b/i;
// "15 people were killed or injured": two counts in one
const TWO_FATES =
  /^(?: \p{L}+){0,5}? (?:killed|dead|injured|wounded|hurt|missing) (?:or|and\/or|and) (?:killed|dead|injured|wounded|hurt|missing)\b/iu;
const RUNS_TO =
  /\b(?:rose|risen|rises|climbed|climbs|jumped|increased|grew|grown|fell|fallen|revised|raised|lowered|went|gone|put up|bringing|brings|brought|taking|takes|came|rising|climbing)\b[^,;]{0,40}\bto (?:\p{L}+ ){0,3}$/u;

/** Says whether a figure of a sentence counts the whole of something, and no part of it and no rise. */
export function statesWhole(sentence: string, { start, end }: Range): boolean {
  const before = sentence.slice(0, start);
  const behind = sentence.slice(end);
  if (PART_BEHIND.test(behind) || TWO_FATES.test(behind)) return false;
  return !PART_BEFORE.test(before) || RUNS_TO.test(before);
}

/** How sure a figure is said to be. */
export type Certainty =
  /** Stated flatly. */
  | { readonly kind: "flat" }
  /** Kept open by a word that can stand beside it: `could have been`, `feared`. */
  | { readonly kind: "hedged"; readonly hedge: string }
  /** Denied, planned, or of another time: nothing can be said of it. */
  | { readonly kind: "open" };

const OPEN =
  /\b(?:would|if|unless|risk|projected|projections?|expected|expects?|forecasts?|aims?|plans?|planned|targets?|potential(?:ly)?|drill|exercise|simulat\p{L}+|den(?:y|ied|ies)|false|rumou?rs?|initial(?:ly)?|early reports?|earlier|previous(?:ly)?|originally|at first|wrongly|incorrectly|not|no longer|will|shall|to be|must|should|callers?|calls?|stating|reports? of|can)\b|n['’]t\b/iu;
// "could have been killed", "are feared dead", "is believed to have killed"
const HEDGED =
  /\b(?:could|may|might)(?: have)?(?: been)?\b|\b(?:feared|believed|thought|presumed|reportedly|reported to|allegedly|possibly|likely|probably|apparently|understood|said to|estimated to|estimates?)\b/i;

/** Reads how sure a figure is said to be, from the clause that it stands in. */
export function certaintyOf(sentence: string, { start, end }: Range): Certainty {
  const clause = clauseOf(sentence.slice(0, start), sentence.slice(end));
  if (OPEN.test(clause)) return { kind: "open" };
  const hedge = HEDGED.exec(clause)?.[0];
  return hedge === undefined ? { kind: "flat" } : { kind: "hedged", hedge: hedge.toLowerCase() };
}

/** The words around a figure, as far as the next mark. */
function clauseOf(before: string, behind: string): string {
  const left = before.split(/[,;:—–(]\s/u).at(-1) ?? "";
  const right = behind.split(/[,;:—–)](?:\s|$)/u, 1)[0] ?? "";
  return `${left}#${right}`;
}
