import { type Counted, NOTHING_COUNTED } from "./counted.ts";

/** A part of a whole, in words: "two-thirds". */
export interface Share extends Counted {
  readonly kind: "share" | "name";
  readonly value: number;
  readonly unit: null;
  /** How many letters behind the number belong to it. */
  readonly length: number;
}

const PARTS: ReadonlyMap<string, number> = new Map([
  ["half", 2],
  ["halves", 2],
  ["third", 3],
  ["quarter", 4],
  ["fourth", 4],
  ["fifth", 5],
  ["sixth", 6],
  ["seventh", 7],
  ["eighth", 8],
  ["ninth", 9],
  ["tenth", 10],
]);
// Reads behind a number: "-thirds", " thirds of"; "five seconds" and "two quarters" are none
const OF_WHOLE =
  /^(?:-(?<part>third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth)s?|\s(?<part>third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|quarter)s?(?= of (?:the|its|their|all|his|her|our|those|these)(?!\p{L})))(?![\p{L}-])/iu;
// "one in five voters", "one out of every ten"
const ONE_IN = /\bone (?:in|out of)(?: every)? $/i;
const MOST_PARTS = 10_000;

/** Reads a share in words; `null` where a number is none. Of "one in five" the five is no amount. */
export function readShare(before: string, behind: string, value: number): Share | null {
  const found = OF_WHOLE.exec(behind);
  const parts = PARTS.get(found?.groups?.part?.toLowerCase() ?? "");
  if (found !== null && parts !== undefined && value < parts) {
    return {
      ...NOTHING_COUNTED,
      kind: "share",
      value: value / parts,
      unit: null,
      length: found[0].length,
    };
  }
  const isPart = ONE_IN.test(before) && value > 1 && value <= MOST_PARTS;
  return isPart ? { ...NOTHING_COUNTED, kind: "name", value, unit: null, length: 0 } : null;
}
