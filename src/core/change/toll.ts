import { findFigures } from "#core/text/figures.ts";
import { measureOf } from "#core/text/measured.ts";
import { newsOf, type Reading } from "./reading.ts";
import { scopeOf } from "./scope.ts";

type Harm = ReadonlySet<string>;

/** What counts those who came to harm: the dead, and the injured. Both grow in number. */
const HARMS: readonly Harm[] = [new Set(["killed", "dead"]), new Set(["injured"])];

export function isToll(measure: string): boolean {
  return HARMS.some((harm) => harm.has(measure));
}

/**
 * Says whether a sentence counts fewer dead or injured than readers have read of, or than its own report counts
 * elsewhere: it has been carried over from an older text, or counts otherwise.
 */
export function countsFewer(sentence: string, readings: readonly Reading[]): boolean {
  return HARMS.some((harm) => {
    const told = harmedIn(sentence, harm);
    return told > 0 && readings.some((reading) => harmedOf(reading, harm) > told);
  });
}

/** The most that a report counts in its headline or its news. */
function harmedOf(reading: Reading, harm: Harm): number {
  const { filing, body } = reading;
  const news = newsOf(reading).map(({ start, end }) => body.slice(start, end));
  return Math.max(...[filing.brief.headline, ...news].map((text) => harmedIn(text, harm)));
}

/** How many a sentence counts of one event; 0 where it counts none. */
function harmedIn(text: string, harm: Harm): number {
  if (scopeOf(text).isOther) return 0;
  const figures = findFigures(text, { start: 0, end: text.length });
  const harmed = figures.filter((figure) => harm.has(measureOf(text, figure)?.measure ?? ""));
  return Math.max(0, ...harmed.map(({ value }) => value));
}
