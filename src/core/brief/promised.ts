import type { Candidate } from "./candidate.ts";

/** How much of the headline a sentence tells. */
export interface Promised {
  /** By its words, the rare ones of the article first; at most 1. */
  readonly promised: number;
  /** Whether no sentence of the story tells more. */
  readonly promisedMost: boolean;
}

/** Makes the measure of what sentences tell of a headline's promise. */
export function createPromise(
  candidates: readonly Pick<Candidate, "keys">[],
  title: ReadonlySet<string>,
): (keys: ReadonlySet<string>) => Promised {
  const weights = new Map<string, number>();
  let all = 0;
  for (const key of title) {
    const uses = candidates.filter(({ keys }) => keys.has(key)).length;
    if (uses === 0) continue;
    const weight = Math.log(1 + candidates.length / uses);
    weights.set(key, weight);
    all += weight;
  }
  const promisedBy = (keys: ReadonlySet<string>) => {
    let told = 0;
    for (const [key, weight] of weights) if (keys.has(key)) told += weight;
    return all === 0 ? 0 : told / all;
  };
  const most = Math.max(0, ...candidates.map(({ keys }) => promisedBy(keys)));
  return (keys) => {
    const promised = promisedBy(keys);
    return { promised, promisedMost: promised > 0 && promised === most };
  };
}
