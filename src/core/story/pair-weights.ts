import type { Feature } from "./feature.ts";

/** Written by scripts/train-stories.ts: what each feature of a pair adds for the two being of one event. */
export const WEIGHTS: Readonly<Record<Feature, number>> = {
  text: 2.73,
  "told by both": 1.39,
  "told by either": 3.99,
  "same form": 2.22,
  "same form, other names": 3.48,
  "same source, names": -0.98,
  "rarest names shared": 4.66,
  "named by either": 0.9,
  "headline named by either": 3.32,
  "street shared": 0.99,
  "age shared": 3.2,
  "figures shared": 1.92,
  "hours apart": -0.97,
  "same source": -1.35,
  "same source, same form": -2.32,
  "same source, other figures": -0.73,
  "own people": 1.72,
  "other people": -1.84,
  "other places": -0.99,
  "other street": -2.15,
  "other ages": -1.8,
  "other day": -1.61,
  "other magnitude": -0.31,
  "other score": -0.81,
  "other figures": -0.35,
};
export const BIAS = -8.07;
