import type { Feature } from "./salience.ts";

export type Weights = Readonly<Record<Feature | "repeated", number>>;

/** What each feature of a sentence adds to its worth as a fact. */
export const WEIGHTS: Weights = {
  first: 0.4,
  second: 0.36,
  third: 0.45,
  early: 0.96,
  height: 0.49,
  central: 2.1,
  ahead: 1.25,
  lede: 0.04,
  headline: 0.8,
  names: 0.31,
  figures: 0.5,
  short: -0.91,
  long: -0.5,
  quoted: -2,
  fresh: 0.2,
  personal: -0.07,
  reported: 0.04,
  turn: -0.66,
  past: 0.11,
  centroid: 1,
  pronoun: -0.09,
  repeated: -2.04,
};
