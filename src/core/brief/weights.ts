import type { Feature } from "./salience.ts";

export type Weights = Readonly<Record<Feature | "repeated" | "crowded", number>>;

/**
 * What each feature of a sentence adds to its worth as a fact. Learnt, but for `spoken`: a sentence
 * that is mostly quotation is chosen only where there is no other.
 */
export const WEIGHTS: Weights = {
  first: 0,
  second: 0.8,
  third: 0.45,
  early: 0.96,
  height: 0.49,
  central: 2.1,
  ahead: 1.65,
  lede: 0.04,
  headline: 0.8,
  names: 0.31,
  figures: 0.5,
  short: -0.91,
  long: -0.5,
  quoted: -2,
  spoken: -10,
  fresh: 0.2,
  personal: -0.07,
  reported: 0.04,
  turn: -0.66,
  past: 0.11,
  centroid: 1,
  topic: 0.5,
  repeated: -2.04,
  crowded: -0.25,
};
