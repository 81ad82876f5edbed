import type { Instant } from "#core/article/instant.ts";
import type { Filed } from "#core/digest/edition.ts";

/** A place in the order in which articles came in: the newest has the highest moment, and of one moment the highest number. */
export interface Point {
  readonly at: Instant;
  /** Of its filing. */
  readonly number: number;
}

/** The latest revision of an article, held or not, and how far it has got. */
export interface Arrival {
  readonly filed: Filed;
  readonly point: Point;
  /** It stands in a channel, or another report of its story does for it; `null`: neither. */
  readonly reached: "posted" | "told" | null;
}

/** Port: articles in the order in which their latest revision came in, held or not: for editors alone. */
export interface Arrivals {
  /** Those before a point, the newest first; `null`: from the newest. */
  before(point: Point | null, limit: number): Promise<readonly Arrival[]>;
  /** How many came in after a moment, as far as so many. */
  countAfter(at: Instant, most: number): Promise<number>;
}
