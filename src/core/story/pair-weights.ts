import type { Feature } from "./feature.ts";

/** Written by scripts/train-stories.ts: what each feature of a pair adds for the two being of one event. */
export const WEIGHTS: Readonly<Record<Feature, number>> = {
  text: 5.91,
  "told by both": 0.84,
  "told by either": 1.6,
  "same form": 0.19,
  "same form, other names": 0.72,
  "same source, names": -3.15,
  "rarest names shared": 3.97,
  "rarest word shared": 3.77,
  "rarest words of headlines shared": 3.35,
  "named by either": 1.88,
  "headline named by either": 2.93,
  "street shared": 0.77,
  "age shared": 2.57,
  "figures shared": 2.4,
  "hours apart": -1.31,
  "same source": -0.17,
  "same source, same form": -4,
  "same source, other figures": -1.15,
  "own people": 1.49,
  "other people": -1.8,
  "other places": -1.15,
  "other street": -2.67,
  "other ages": -2.03,
  "other day": -1.17,
  "other magnitude": -0.55,
  "other score": -1.08,
  "other figures": -0.83,
};
export const BIAS = -10.51;
