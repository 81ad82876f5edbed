import type { Urgency } from "#core/article/article.ts";
import type { Instant } from "#core/article/instant.ts";
import type { Importance, Reason } from "./story.ts";

/** What the importance of a story is weighed from. */
export interface Weight {
  /** The most urgent of its reports; `null` where none states it. */
  readonly urgency: Urgency | null;
  /** When its latest report was filed: see `filedAt`. */
  readonly latest: Instant;
  /** The copy of that report gives its date; else it is when it came in. */
  readonly isDated: boolean;
  /** Sources that are told apart. */
  readonly sources: number;
  /** How well it meets the channel's topics: 0 not at all, 1 as well as can be. */
  readonly topics: number;
}

const HOUR = 3_600_000;
const ORDINARY = 5;
/** A step of urgency outweighs anything that is not urgent: editors state it on purpose. */
const URGENCY_STEP = 25;
const MOST_RECENCY = 8;
/** A story loses half of its freshness in so many hours. */
const HALF_LIFE = 6;
const MOST_SOURCES = 8;
const MOST_TOPICS = 6;

/**
 * Weighs a story for one channel: each step of urgency above the least is 25 points, more than all the rest together, a report of this
 * minute eight, which halve every six hours, each doubling of its sources two, up to eight, and topics up to six.
 */
export function importanceOf(
  { urgency, latest, isDated, sources, topics }: Weight,
  now: Instant,
): Importance {
  const hours = Math.max(0, (now - latest) / HOUR);
  const reasons: readonly Reason[] = [
    reason("urgency", urgency ?? ORDINARY, URGENCY_STEP * (9 - (urgency ?? ORDINARY))),
    reason(isDated ? "dated" : "recency", hours, MOST_RECENCY * 0.5 ** (hours / HALF_LIFE)),
    reason("sources", sources, Math.min(MOST_SOURCES, 2 * Math.log2(Math.max(1, sources)))),
    reason("topics", topics, MOST_TOPICS * Math.min(1, Math.max(0, topics))),
  ];
  return {
    score: round(reasons.reduce((sum, { points }) => sum + points, 0)),
    reasons: reasons.toSorted((a, b) => b.points - a.points),
  };
}

/** For people: `urgency 2 (+70), came in 1.5 h before it (+6.7), 3 sources (+3.2), topics 50 % (+3)`. */
export function sayImportance({ reasons }: Importance): string {
  return reasons
    .filter(({ points }) => points > 0)
    .map((one) => `${saySubject(one)} (+${one.points})`)
    .join(", ");
}

function saySubject({ kind, value }: Reason): string {
  switch (kind) {
    case "urgency":
      return `urgency ${value}`;
    case "recency":
      return `came in ${value} h before it`;
    case "dated":
      return `dated ${value} h before it by its copy`;
    case "sources":
      return value === 1 ? "1 source" : `${value} sources`;
    case "topics":
      return `topics ${Math.round(value * 100)} %`;
  }
}

function reason(kind: Reason["kind"], value: number, points: number): Reason {
  return { kind, value: round(value), points: round(points) };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
