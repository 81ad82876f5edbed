import type { LanguageTable } from "./language/table.ts";

/**
 * Says whether a text has lost its quotation marks and apostrophes to "?", as copy does that went
 * through the wrong character set: `the state?s ?duty?`.
 */
export function hasLostMarks(text: string): boolean {
  return (
    text.includes("?") &&
    (/\p{L}\?(?:s|t|re|ve|ll)\b/u.test(text) || /(?:^|[\s.,])\?\p{L}[^?\n]*\?[\s.,]/u.test(text))
  );
}

/**
 * Says whether full stops stand apart from every sentence of a text, as in tokenised copy. Where
 * only a few do, each ends a line that had no stop of its own: a caption, a byline, a sub-head.
 */
export function isTokenised(text: string): boolean {
  const apart = text.match(/\s\.(?=\s|$)/gu)?.length ?? 0;
  if (apart === 0) return false;
  const joined = text.match(/[\p{Ll}\d)"”’]\.(?=\s|$)/gu)?.length ?? 0;
  return apart > joined * 3;
}

/** How the stops of one body are to be read. */
export interface Stops {
  readonly lostMarks: boolean;
  readonly tokenised: boolean;
  /** Whose abbreviations it has beside those of English; `null` for none. */
  readonly table: LanguageTable | null;
}

/** Reads, once for a body, how its stops are set. */
export function readStops(body: string, table: LanguageTable | null = null): Stops {
  return { lostMarks: hasLostMarks(body), tokenised: isTokenised(body), table };
}
