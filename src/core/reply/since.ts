import type { Instant } from "#core/article/instant.ts";
import { readStretch, type Standpoint } from "./stretch.ts";

/** What can be typed for a moment, for the reader whose words were not understood. */
export const MOMENTS = "today, yesterday, 12h, 3d, 2w, monday, 8 May, May 2026, 2026-05-08";

/**
 * Reads since when: the first moment of a day, a month or a year, or so long ago; a date without a year is the last one.
 * @returns `null` for what cannot be read, or is no date
 */
export function readSince(text: string, standpoint: Standpoint): Instant | null {
  return readStretch(text, standpoint)?.since ?? null;
}

/** Says whether words have the form of a moment, whatever day it is. */
export function isMoment(text: string): boolean {
  return readSince(text, { now: Date.UTC(2028, 11, 31), timeZone: "UTC" }) !== null;
}
