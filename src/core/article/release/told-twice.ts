import { CONDITION } from "./cut.ts";
import type { Judgement } from "./judge.ts";
import { isUntil, type Sighting } from "./sighting.ts";

/** A wording of a line, and what was made of it. */
export interface Judged {
  readonly sighting: Sighting;
  readonly judgement: Judgement;
}

/** More words between two wordings are a sentence of their own, which may set a condition. */
const MOST_BETWEEN = 10;

/**
 * Leaves out the wordings that say once more what a later one of their line says with its moment:
 * "This story is under embargo and may not be published, in whole or in part, before 0900 GMT, 9 May".
 * What waits for an event of its own stays: "Embargoed until the minister speaks; not before 0900 GMT, 9 May".
 */
export function withoutRepeats(read: readonly Judged[]): readonly Judged[] {
  const whole = read.filter(isWhole);
  if (whole.length === 0) return read;
  return read.filter(
    (each) =>
      isWhole(each) || !whole.some((other) => isSaidBy(each, other) || isPartOf(each, other)),
  );
}

/** A notice whose moment is read to its last word. */
function isWhole({ judgement: { kind, terms } }: Judged): boolean {
  return kind === "notice" && terms.hasDay && terms.foreign.length === 0;
}

function isSaidBy({ sighting: one, judgement }: Judged, { sighting: other }: Judged): boolean {
  if (judgement.kind !== "notice" || one.row.weight === "alone") return false;
  const end = one.start + one.found.length;
  const otherEnd = other.start + other.found.length;
  // "Not for publication" within "Not for publication/broadcast/telecast before"
  if (one.start >= other.start && end <= otherEnd) return true;
  if (other.start < end || isUntil(one.found) || !/\p{L}/u.test(other.found)) return false;
  const between = one.after.slice(0, other.start - end);
  if (/\d/u.test(between) || CONDITION.test(between)) return false;
  if (between.trim().split(/\s+/u).length > MOST_BETWEEN) return false;
  // "Embargo ends when the bill passes, not before 0900": a word that is not of the other wording waits.
  const known = new Set(other.found.toLowerCase().match(/[\p{L}\p{M}'’]+/gu));
  return judgement.terms.foreign.every((word) => known.has(word));
}

/** "11 May, 10.00, not to be published before": the half behind a comma knows the time and not the day. */
function isPartOf(
  { sighting: one, judgement }: Judged,
  { sighting: other, judgement: all }: Judged,
): boolean {
  const { kind, terms } = judgement;
  if (kind !== "notice" || terms.hasDay || terms.foreign.length > 0) return false;
  return one.start > other.start && all.rest === "" && terms.moments.length > 0;
}
