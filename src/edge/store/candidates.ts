import { sql } from "kysely";
import type { Instant } from "#core/article/instant.ts";
import type { Edition } from "#core/digest/edition.ts";
import type { Candidate } from "#core/digest/select.ts";
import { NEWEST_FIRST, toFiled, visible } from "./filed.ts";
import { mayBeOrdered } from "./ordered.ts";
import { notPassed, type Ordering, type Progress } from "./progress.ts";
import type { Database } from "./schema.ts";

/** A candidate, and the number of its filing. */
export interface Offer {
  readonly candidate: Candidate;
  readonly number: number;
}

interface Moments {
  readonly now: Instant;
  readonly asOf: Instant;
  /** `null`: every article is looked at. */
  readonly since: Progress | null;
}

/**
 * Articles that a subscription might carry, newest first. `edition_item_carried` answers both
 * questions about what it has carried without reading a row.
 */
export async function offersFor(
  db: Database,
  ordering: Ordering,
  { now, asOf, since }: Moments,
): Promise<readonly Offer[]> {
  const carried = sql<number | null>`(
    select max(item.revision) from edition_item as item
    where item.subscription = ${ordering.id} and item.article_id = article.id
      and item.slot <= ${asOf}
  )`;
  const rows = await visible(db, now)
    .select(["article.number", "latest.article", "latest.brief", carried.as("carried")])
    .$if(since !== null, (all) => (since === null ? all : all.where(notPassed(since))))
    .where("article.taken_in", "<=", asOf)
    .where(mayBeOrdered(ordering))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("edition_item as item")
            .select("item.revision")
            .where("item.subscription", "=", ordering.id)
            .whereRef("item.article_id", "=", "article.id")
            .whereRef("item.revision", ">=", "article.revision")
            .where("item.slot", "<=", asOf),
        ),
      ),
    )
    .orderBy(NEWEST_FIRST)
    .execute();
  return rows.map((row) => ({
    candidate: { filed: toFiled(row), carried: row.carried },
    number: row.number,
  }));
}

export function candidatesOf(offers: readonly Offer[]): readonly Candidate[] {
  return offers.map(({ candidate }) => candidate);
}

/** The numbers of what was offered and is not in the edition. */
export function leftOf(offers: readonly Offer[], edition: Edition | null): readonly number[] {
  const taken = new Set(edition?.items.map(({ filed }) => filed.article.id));
  return offers
    .filter(({ candidate }) => !taken.has(candidate.filed.article.id))
    .map(({ number }) => number);
}
