/**
 * The logistic of the sum of weights; a clue that training never saw weighs nothing. Clues are put together from
 * parts: a map finds such a text sooner than an object does.
 */
export function chanceOf(clues: readonly string[], weights: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const clue of clues) sum += weights.get(clue) ?? 0;
  return 1 / (1 + Math.exp(-sum));
}
