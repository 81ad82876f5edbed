import type { Instant } from "#core/article/instant.ts";

/** How a moment is said, by what `Intl.DateTimeFormat` is asked for. */
export interface DateForm {
  readonly name: string;
  readonly options: Intl.DateTimeFormatOptions;
}

/** Zones and forms whose formatters are kept; a newsroom has a handful. */
const MOST_KEPT = 64;

/**
 * Formatters by zone and form. Each holds some 50 kB outside of the heap, where no garbage collector is
 * hurried by it: one made for every date let 10,000 editions hold four gigabytes. What is kept only
 * saves making it again, so it is no state.
 */
const KEPT = new Map<string, Intl.DateTimeFormat>();

/** A moment as the clocks of a zone say it, in British English. */
export function formatDate(
  { name, options }: DateForm,
  instant: Instant,
  timeZone: string,
): string {
  const key = `${name} ${timeZone}`;
  const kept = KEPT.get(key);
  if (kept !== undefined) return kept.format(instant);
  const made = new Intl.DateTimeFormat("en-GB", { ...options, timeZone });
  if (KEPT.size >= MOST_KEPT) KEPT.clear();
  KEPT.set(key, made);
  return made.format(instant);
}
