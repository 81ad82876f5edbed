/** How exact a figure is meant to be: `at least 31` may be more, `up to 70` less, `about 200` either. */
export type Bound = "at least" | "more than" | "at most" | "less than" | "about";

const BOUNDS: readonly (readonly [bound: Bound, words: string])[] = [
  [
    "at least",
    "at least|no fewer than|not fewer than|no less than|not less than|a minimum of|as few as|as little as",
  ],
  [
    "at most",
    "at most|up to|as many as|as much as|no more than|not more than|a maximum of|at the most",
  ],
  ["more than", "more than|over|above|upwards of|in excess of|well over|north of"],
  ["less than", "fewer than|less than|under|below|well under"],
  [
    "about",
    "about|around|some|roughly|nearly|almost|approximately|an estimated|estimated|close to|circa|just over|just under|just above|just below|somewhere around",
  ],
];
const BEFORE = BOUNDS.map(
  ([bound, words]) => [bound, new RegExp(`(?<!\\p{L})(?:${words})\\s(?:an? )?$`, "iu")] as const,
);

/** The words that tell how exact a figure is, before it and with the space behind them, as a part of a pattern. */
export const BOUND_WORDS = `(?:(?:${BOUNDS.map(([, words]) => words).join("|")}|only|just) )?`;

// Reads behind a figure: " or more", "+", "-plus", "-odd"
const OR_MORE =
  /^(?: or (?<word>more|less|fewer|so)(?!\p{L})|(?<plus>\+|-plus(?!\p{L}))|(?<odd>-odd(?!\p{L})))/iu;

/** What stands behind a figure and says how exact it is. */
export interface BoundBehind {
  readonly bound: Bound;
  readonly length: number;
}

/** Reads "or more" and its like behind a figure; `null` where nothing says so. */
export function boundBehind(behind: string): BoundBehind | null {
  const found = OR_MORE.exec(behind);
  if (found === null) return null;
  const { word = "", plus, odd } = found.groups ?? {};
  const more = plus !== undefined || /more/i.test(word);
  const bound =
    odd === undefined && more ? "at least" : /less|fewer/i.test(word) ? "at most" : "about";
  return { bound, length: found[0].length };
}

/** Reads how exact a figure is from what stands before it. */
export function boundBefore(before: string): Bound | null {
  return BEFORE.find(([, pattern]) => pattern.test(before))?.[0] ?? null;
}

const BOUND_END = new RegExp(
  `(?<!\\p{L})(?<words>${BOUNDS.map(([, words]) => words).join("|")})\\s(?:an? )?$`,
  "iu",
);

/** The words before a figure that tell how exact it is, as printed: `as many as`; `null` where there are none. */
export function boundWords(before: string): string | null {
  return BOUND_END.exec(before)?.groups?.words ?? null;
}
