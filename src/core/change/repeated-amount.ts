import { findFigures } from "#core/text/figures.ts";

/** Smaller counts stand in any two texts by chance. */
const LEAST = 5;

/**
 * Says whether a sentence counts mostly what one of the known texts counts: "The index fell 508 points to 1,738" has been
 * told, in whatever words. A number with a fraction is never taken for another's by chance.
 */
export function repeatsAmounts(sentence: string, texts: readonly string[]): boolean {
  const amounts = amountsIn(sentence);
  if (amounts.size === 0) return false;
  return texts.some((text) => amounts.intersection(amountsIn(text)).size * 2 >= amounts.size);
}

function amountsIn(text: string): ReadonlySet<number> {
  const values = findFigures(text, { start: 0, end: text.length }).map(({ value }) => value);
  return new Set(values.filter((value) => value >= LEAST || !Number.isInteger(value)));
}
