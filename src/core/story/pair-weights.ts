import type { Feature } from "./feature.ts";

/** Written by scripts/train-stories.ts: what each feature of a pair adds for the two being of one event. */
export const WEIGHTS: Readonly<Record<Feature, number>> = {
  text: 8.04,
  "told by both": 1.51,
  "told by either": 1.42,
  "same form": 3.65,
  "same form, other names": 2.79,
  "same source, names": -3.13,
  "rarest names shared": 3.48,
  "named by either": 1.85,
  "headline named by either": 3.25,
  "street shared": 0.56,
  "age shared": 2.63,
  "figures shared": 3.58,
  "hours apart": -1.37,
  "same source": 0.01,
  "same source, same form": -3.95,
  "same source, other figures": -1.33,
  "own people": 1.52,
  "other people": -1.68,
  "other places": -0.88,
  "other street": -2.85,
  "other ages": -2.13,
  "other day": -1.27,
  "other magnitude": -0.41,
  "other score": -1.06,
  "other figures": -0.2,
};
export const BIAS = -9.39;
