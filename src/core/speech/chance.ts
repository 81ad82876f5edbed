/** The logistic of the sum of weights; a clue that training never saw weighs nothing. */
export function chanceOf(
  clues: readonly string[],
  weights: Readonly<Record<string, number>>,
): number {
  const sum = clues.reduce((total, clue) => total + (weights[clue] ?? 0), 0);
  return 1 / (1 + Math.exp(-sum));
}
