/** What a pair of reports has, by the features of core/story/pair.ts, and whether it is of one event. */
export interface Sample {
  readonly values: readonly number[];
  readonly isSame: boolean;
  /** How much it counts. */
  readonly weight: number;
}

export interface Model {
  readonly weights: readonly number[];
  readonly bias: number;
}

const ROUNDS = 40;
/** What a weight costs for its size. */
const COST = 1;
const SETTLED = 1e-7;

/** Logistic regression by Newton's steps: the same samples give the same weights. */
export function learn(samples: readonly Sample[]): Model {
  const size = (samples[0]?.values.length ?? 0) + 1;
  const weights = new Array<number>(size).fill(0);
  for (let round = 0; round < ROUNDS; round += 1) {
    const { slope, curve } = slopes(samples, weights);
    const step = solve(curve, slope);
    step.forEach((by, at) => {
      weights[at] = (weights[at] ?? 0) - by;
    });
    if (Math.max(...step.map(Math.abs)) < SETTLED) break;
  }
  return { weights: weights.slice(0, -1), bias: weights.at(-1) ?? 0 };
}

/** First and second derivatives of the loss; the last one is the bias, which costs nothing. */
function slopes(samples: readonly Sample[], weights: readonly number[]) {
  const size = weights.length;
  const slope = weights.map((weight, at) => (at < size - 1 ? COST * weight : 0));
  const curve = weights.map((_, row) =>
    weights.map((__, column): number => (row === column && row < size - 1 ? COST : 0)),
  );
  for (const { values, isSame, weight } of samples) {
    const inputs = [...values, 1];
    const odds = inputs.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0);
    const chance = 1 / (1 + Math.exp(-odds));
    const error = weight * (chance - (isSame ? 1 : 0));
    const spread = weight * Math.max(1e-6, chance * (1 - chance));
    inputs.forEach((value, row) => {
      if (value === 0) return;
      slope[row] = (slope[row] ?? 0) + error * value;
      const line = curve[row] ?? [];
      inputs.forEach((other, column) => {
        if (other !== 0) line[column] = (line[column] ?? 0) + spread * value * other;
      });
    });
  }
  return { slope, curve };
}

/** Gauss and Jordan's elimination. */
function solve(
  matrix: readonly (readonly number[])[],
  right: readonly number[],
): readonly number[] {
  const rows = matrix.map((row, at) => [...row, right[at] ?? 0]);
  const size = rows.length;
  for (let column = 0; column < size; column += 1) {
    let pivot = column;
    for (let row = column + 1; row < size; row += 1)
      if (Math.abs(rows[row]?.[column] ?? 0) > Math.abs(rows[pivot]?.[column] ?? 0)) pivot = row;
    const [one = [], other = []] = [rows[column], rows[pivot]];
    rows[column] = other;
    rows[pivot] = one;
    for (let row = 0; row < size; row += 1) {
      const line = rows[row] ?? [];
      const by = (line[column] ?? 0) / (other[column] ?? 1);
      if (row === column || by === 0) continue;
      for (let at = column; at <= size; at += 1) line[at] = (line[at] ?? 0) - by * (other[at] ?? 0);
    }
  }
  return rows.map((row, at) => (row[size] ?? 0) / (row[at] ?? 1));
}
