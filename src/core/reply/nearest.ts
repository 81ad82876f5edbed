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

/**
 * How many slips lie between two words: letters that were added, dropped or changed, and neighbours that changed
 * places ("hrabour"), each letter in one slip alone. (Optimal string alignment; Damerau, CACM 7:3, 1964: such slips
 * are four in five of all that people make.)
 */
export function slips(from: string, to: string): number {
  const own = [...from.slice(0, COMPARED)];
  const other = [...to];
  let before: readonly number[] = [];
  let row: readonly number[] = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [done, letter] of own.entries()) {
    const next = [done + 1];
    for (const [index, meant] of other.entries()) {
      const change = (row[index] ?? 0) + (letter === meant ? 0 : 1);
      const beside = Math.min((row[index + 1] ?? 0) + 1, (next[index] ?? 0) + 1);
      const isSwap = letter === other[index - 1] && meant === own[done - 1];
      const swap = isSwap ? (before[index - 1] ?? Infinity) + 1 : Infinity;
      next.push(Math.min(change, beside, swap));
    }
    before = row;
    row = next;
  }
  return row.at(-1) ?? 0;
}
