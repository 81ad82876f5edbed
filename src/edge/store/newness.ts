import { type RawBuilder, sql } from "kysely";
import type { Instant } from "#core/article/instant.ts";

/** Milliseconds that `newness` has room for: 2^43 of them end in the year 2248. */
const LAST_MOMENT = 2 ** 43 - 1;

/**
 * The first row that an article of a moment can have: `migration/0001-newsroom.ts` says how rows are
 * numbered. Dates that nobody could mean stand at the ends; behind what is no date nothing is.
 */
export function firstRowOf(moment: Instant): RawBuilder<number> {
  const nearest = Math.min(Math.max(Math.trunc(moment), 0), LAST_MOMENT);
  return sql<number>`(cast(${Number.isNaN(nearest) ? LAST_MOMENT : nearest} as bigint) << 20)`;
}

/** The next free row of a millisecond. */
export function nextRowOf(moment: Instant): RawBuilder<number> {
  const first = firstRowOf(moment);
  return sql<number>`(
    select coalesce(max(newness), ${first} - 1) + 1 from article
    where newness >= ${first} and newness < ${first} + (1 << 20)
  )`;
}
