import { BOUND_WORDS } from "./bound.ts";
import type { Range } from "./text.ts";

// "As many as 70 could have been killed": nobody has counted them.
const OPEN =
  /\b(?:feared|fears|could|may|might|would|if|risk|projected|expected|potential(?:ly)?|possibl[ey]|drill|exercise|simulat\p{L}+|den(?:y|ied|ies)|false|rumou?rs?|initial(?:ly)?|early reports?|earlier|previous(?:ly)?|wrongly|incorrectly|not)\b|n['’]t\b/u;
// "including three children", "another five", "rose by 3", "up from 12", "within 12"
const PART_BEFORE = new RegExp(
  `\\b(?:including|among (?:them|the dead|those killed|the victims)|of (?:them|whom|those|the dead)|of the|another|a further|an additional|additional|as well as|besides|by|from|than|against|compared (?:with|to)|between|plus|each|to|for|in|within) ${BOUND_WORDS}(?:were )?$`,
  "iu",
);
// "three of the dead", "five more", "two others"
const PART_BEHIND =
  /^ (?:of (?:the|them|those|whom|its|their|his|her)|more|others?|further|additional|extra|other)\b/i;
const RUNS_TO =
  /\b(?:rose|risen|rises|climbed|climbs|jumped|increased|grew|grown|fell|fallen|revised|raised|lowered|went|gone|put up|bringing|brings|brought|taking|takes|came|rising|climbing)\b[^,;]{0,40}\bto (?:\p{L}+ ){0,3}$/u;

/** Says whether a figure of a sentence counts the whole of something that has happened: no part, rise or fear. */
export function statesWhole(sentence: string, { start, end }: Range): boolean {
  const before = sentence.slice(0, start);
  const behind = sentence.slice(end);
  if (PART_BEHIND.test(behind)) return false;
  if (PART_BEFORE.test(before) && !RUNS_TO.test(before)) return false;
  return !OPEN.test(clauseOf(before, behind));
}

/** The words around a figure, as far as the next mark. */
function clauseOf(before: string, behind: string): string {
  const left = before.split(/[,;:—–(]\s/u).at(-1) ?? "";
  const right = behind.split(/[,;:—–)](?:\s|$)/u, 1)[0] ?? "";
  return `${left}#${right}`;
}
