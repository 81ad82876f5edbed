import { count, type Figure, percent } from "../report.ts";
import type { Rates } from "./clusters.ts";
import type { GoldEvent } from "./gold.ts";
import { measureStories, ratesOfTally, sum, type Tally } from "./measure.ts";

/** What the rules make of reports on fictional events, as figures, and what went wrong, for people. */
export interface StoryResult {
  readonly set: string;
  readonly figures: readonly Figure[];
  readonly faults: readonly string[];
}

export function evaluateStories(set: string, events: readonly GoldEvent[]): StoryResult {
  const score = measureStories(events);
  const figures = [
    count("events", events.length),
    count("articles", events.flatMap(({ articles }) => articles).length),
    ...rows("groups, pairwise", score.pairwise),
    ...rows("groups, B-cubed", score.bCubed),
    ...tallied("copies", score.copies),
    ...tallied("changes", sum([score.figures, score.names, score.facts])),
    ...tallied("changes: figures that moved", score.figures),
    ...tallied("changes: names that appeared", score.names),
    ...tallied("changes: new facts", score.facts),
    ...tallied("disagreements", score.disagreements),
  ];
  return { set, figures, faults: score.faults };
}

function tallied(what: string, tally: Tally): readonly Figure[] {
  return [count(`${what}: labelled`, tally.labelled), ...rows(what, ratesOfTally(tally))];
}

function rows(what: string, { precision, recall, f1 }: Rates): readonly Figure[] {
  return [
    percent(`${what}: precision`, 100 * precision),
    percent(`${what}: recall`, 100 * recall),
    percent(`${what}: F1`, 100 * f1),
  ];
}
