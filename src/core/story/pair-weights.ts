import type { Feature } from "./pair.ts";

/** Written by scripts/train-stories.ts: what each feature of a pair adds for the two being of one event. */
export const WEIGHTS: Readonly<Record<Feature, number>> = {
  text: 2.65,
  "told by both": 1.3,
  "told by either": 4.32,
  "same form": 2.12,
  "same form, other names": 3.5,
  "same source, names": -1.12,
  "rarest names shared": 3.43,
  "named by either": 0.96,
  "headline named by either": 3.28,
  "street shared": 1.24,
  "age shared": 1.71,
  "figures shared": 2.05,
  "hours apart": -1.07,
  "same source": -1.21,
  "same source, same form": -2.32,
  "same source, other figures": -0.59,
  "own people": 1.69,
  "other people": -1.97,
  "other places": -0.97,
  "other street": -2.13,
  "other ages": -1.78,
  "other day": -1.62,
  "other magnitude": -0.35,
  "other score": -1,
  "other figures": -0.38,
};
export const BIAS = -8.04;
