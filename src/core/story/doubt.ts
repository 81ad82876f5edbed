import type { Pair } from "./pair.ts";

/** So much surer must a pair be that is in doubt. */
const SURER = 1.5;
/** A figure that both have by chance counts no more. */
const BY_CHANCE = 0.1;

/**
 * How much surer a pair must be than others. In one town one crime is much like the next: where two reports share no name
 * but those of the town and its officials, no age, hour or day, and tell of another day or hour, another street or other people,
 * the words of their kind are no evidence of one event.
 */
export function doubtOf({ features }: Pair): number {
  const isOfTownAlone = features["rarest names shared beside places"] === 0;
  const meets =
    features["age and names shared"] > 0 ||
    features["hour and street shared"] > 0 ||
    features["day shared"] > 0 ||
    features["figures shared"] >= BY_CHANCE;
  const differs =
    features["other day"] > 0 ||
    features["other hours"] > 0 ||
    features["other ages"] > 0 ||
    features["other street"] > 0 ||
    features["other block"] > 0 ||
    features["other people"] > 0;
  return isOfTownAlone && differs && !meets ? SURER : 0;
}
