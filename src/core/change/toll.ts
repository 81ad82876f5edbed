import { findFigures } from "#core/text/figures.ts";
import { measureOf } from "#core/text/measured.ts";
import { newsOf, type Reading } from "./reading.ts";
import { scopeOf } from "./scope.ts";

const TOLLS: ReadonlySet<string> = new Set(["killed", "dead"]);

/**
 * Says whether a sentence counts fewer dead than readers have read of, or than its own report counts elsewhere: it has
 * been carried over from an older text.
 */
export function countsFewerDead(sentence: string, readings: readonly Reading[]): boolean {
  const told = deadIn(sentence);
  return told > 0 && readings.some((reading) => deadOf(reading) > told);
}

/** The most that a report counts in its headline or its news. */
function deadOf(reading: Reading): number {
  const { filing, body } = reading;
  const news = newsOf(reading).map(({ start, end }) => body.slice(start, end));
  return Math.max(...[filing.brief.headline, ...news].map(deadIn));
}

/** How many dead a sentence counts of one event; 0 where it counts none. */
function deadIn(text: string): number {
  if (scopeOf(text).isOther) return 0;
  const figures = findFigures(text, { start: 0, end: text.length });
  const dead = figures.filter((figure) => TOLLS.has(measureOf(text, figure)?.measure ?? ""));
  return Math.max(0, ...dead.map(({ value }) => value));
}
