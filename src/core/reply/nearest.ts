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
 * @param most more than that are not counted to the end
 * @returns a whole number; `Infinity` where they are more than `most`
 */
export function slips(from: string, to: string, most = Infinity): number {
  const own = [...from.slice(0, COMPARED)];
  const other = [...to];
  if (Math.abs(own.length - other.length) > most) return Infinity;
  let rows = threeRows(other.length + 1);
  for (let done = 0; done < own.length; done += 1) {
    // Nor has any row behind it less: a swap adds to the row above the last one, of which the last one has one more at most.
    if (fillNext(rows, { own, other, done }) > most) return Infinity;
    rows = [rows[1], rows[2], rows[0]];
  }
  const away = rows[1].at(-1) ?? 0;
  return away > most ? Infinity : away;
}

/** The row before the last one, the last one, and the one to fill: three are enough, since each is filled again in its turn. */
type Rows = readonly [before: number[], last: number[], next: number[]];

function threeRows(width: number): Rows {
  const last = Array.from({ length: width }, (_, index) => index);
  return [last.slice(), last, last.slice()];
}

interface Letters {
  readonly own: readonly string[];
  readonly other: readonly string[];
  /** How many letters of `own` the last row is for. */
  readonly done: number;
}

/**
 * How far each beginning of the other word is from one letter more of the own one.
 * @returns the least of the row
 */
function fillNext([before, last, next]: Rows, { own, other, done }: Letters): number {
  const letter = own[done];
  let least = done + 1;
  next[0] = least;
  for (let index = 0; index < other.length; index += 1) {
    const meant = other[index];
    const change = (last[index] ?? 0) + (letter === meant ? 0 : 1);
    let away = Math.min(change, (last[index + 1] ?? 0) + 1, (next[index] ?? 0) + 1);
    if (done > 0 && index > 0 && letter === other[index - 1] && meant === own[done - 1]) {
      away = Math.min(away, (before[index - 1] ?? 0) + 1);
    }
    next[index + 1] = away;
    least = Math.min(least, away);
  }
  return least;
}
