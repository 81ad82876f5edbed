import { differInHeadline, type Pair } from "./pair.ts";

/** Openings so alike, names apart, are filled in from one form. */
const SAME_FORM = 0.5;
/** What comes again is not of the same day. */
const ANEW = 18;
const FEWEST_FIGURES = 2;

/**
 * Says whether two reports are of a series: what a source numbers ("Plan 17 is approved", "Plan 18 is
 * approved"), what it says in the same words of one place after the other, and what it says in the same words
 * each day or week, with other figures. They share all their words, and are two events.
 */
export function isSeries({ one, other, hours, features }: Pair): boolean {
  const [a, b] = [one.signature, other.signature];
  if (a.source !== b.source) return false;
  if (features["same form"] < SAME_FORM) return false;
  if (differ(a.numbered, b.numbered) || differInHeadline(one, other)) return true;
  const [here, there] = [a.details.figures, b.details.figures];
  const told = Math.min(here.length, there.length) >= FEWEST_FIGURES;
  return told && differ(here, there) && hours >= ANEW;
}

function differ(one: readonly string[], other: readonly string[]): boolean {
  return one.length > 0 && other.length > 0 && !one.some((value) => other.includes(value));
}
