/**
 * What speaks for or against something: the name of a weight, or its two halves. What is put together of many parts
 * is never written out to be looked up.
 */
export type Clue = string | readonly [string, string];

/** What a clue weighs; one that training never saw weighs nothing. */
export type WeightOf = (clue: Clue) => number;

/** The logistic of the sum of weights. */
export function chanceOf(clues: readonly Clue[], weightOf: WeightOf): number {
  let sum = 0;
  for (const clue of clues) sum += weightOf(clue);
  return 1 / (1 + Math.exp(-sum));
}

/** The name of a clue's weight. */
export function nameOf(clue: Clue): string {
  return typeof clue === "string" ? clue : `${clue[0]} ${clue[1]}`;
}

/** Makes ready to be looked up what training wrote, by whole names and by every pair of halves that a name has. */
export function learnt(weights: Readonly<Record<string, number>>): WeightOf {
  const whole = new Map(Object.entries(weights));
  const halves = new Map<string, Map<string, number>>();
  for (const [name, weight] of whole) {
    for (let at = name.indexOf(" "); at >= 0; at = name.indexOf(" ", at + 1)) {
      const first = name.slice(0, at);
      const behind = halves.get(first) ?? new Map<string, number>();
      halves.set(first, behind.set(name.slice(at + 1), weight));
    }
  }
  return (clue) => {
    const weight = typeof clue === "string" ? whole.get(clue) : halves.get(clue[0])?.get(clue[1]);
    return weight ?? 0;
  };
}
