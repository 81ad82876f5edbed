import type { Instant } from "./instant.ts";
import { instantOf, readMoments } from "./moment.ts";

/** Words that stand around a date without changing it. */
const AROUND = new Set(
  "published posted updated first last issued filed on at the of time date hrs hours local and".split(
    " ",
  ),
);

const LONGEST = 200;

/**
 * Reads when copy says that it was published: ISO 8601, RFC 2822, and dates as newsrooms print them
 * (`May 8, 2025 10:30 PM GMT`, `8 May 2025`). A time without a zone is taken as UTC, a date without
 * a time as its first moment in UTC, a zone of several meanings in its most usual one.
 *
 * `null` for anything else, such as a date without its year, and `8/5/2025`, which is May or August.
 */
export function readDate(text: string): Instant | null {
  if (text.length > LONGEST) return null;
  const { moments, words } = readMoments(text);
  const [moment, another] = moments;
  if (moment === undefined || another !== undefined) return null;
  if (words.some((word) => !AROUND.has(word))) return null;
  const [day, otherDay] = moment.days;
  if (day === undefined || otherDay !== undefined || day.year === null) return null;
  const minutes = moment.time?.minutes ?? 0;
  return instantOf({ ...day, year: day.year }, minutes, moment.offsets?.[0] ?? 0);
}
