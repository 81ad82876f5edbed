const SECOND = 1_000;

/** A limit on what passes within any second, from whatever moment on it is counted, by the clock of the server that keeps it. */
export interface SecondLimit {
  /** Whether one more may pass; where it may not, it is counted as refused. */
  pass(): boolean;
  /** When each came that might pass, by `performance.now()`. */
  readonly passed: readonly number[];
  readonly refused: number;
}

export function createSecondLimit(most: number): SecondLimit {
  const passed: number[] = [];
  let refused = 0;
  return {
    passed,
    pass() {
      const now = performance.now();
      const before = passed.at(-most);
      if (before !== undefined && now - before < SECOND) {
        refused += 1;
        return false;
      }
      passed.push(now);
      return true;
    },
    get refused() {
      return refused;
    },
  };
}

/** How many came in the busiest so many milliseconds. */
export function busiest(times: readonly number[], milliseconds: number = SECOND): number {
  let most = 0;
  let first = 0;
  for (const [index, at] of times.entries()) {
    while (at - (times[first] ?? at) >= milliseconds) first += 1;
    most = Math.max(most, index - first + 1);
  }
  return most;
}
