/** Longer words are compared by their beginning. */
const COMPARED = 24;

/** What was meant by a word: one of the names that begins so, or one that is a slip or two away. */
export function nearest<T extends string>(typed: string, names: readonly T[]): T | null {
  const begun = typed.length > 1 ? names.find((name) => name.startsWith(typed)) : undefined;
  if (begun !== undefined) return begun;
  const near = names
    .map((name) => ({ name, away: slips(typed, name) }))
    .filter(({ away }) => away <= 2)
    .toSorted((a, b) => a.away - b.away);
  return near[0]?.name ?? null;
}

/** Levenshtein's distance: letters to add, drop or change. */
export function slips(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [done, letter] of [...from.slice(0, COMPARED)].entries()) {
    const next = [done + 1];
    for (const [index, other] of [...to].entries()) {
      const change = (row[index] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(change, (row[index + 1] ?? 0) + 1, (next[index] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
