import { sql } from "kysely";
import type { ArticleId } from "#core/article/article.ts";
import type { Instant } from "#core/article/instant.ts";
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

/**
 * So many of the newest articles a place is offered before it has got anywhere: a first edition
 * carries a few, and reading 100,000 for them would take seconds and fill the memory.
 */
const FIRST_LOOK = 500;

interface Moments {
  readonly now: Instant;
  readonly asOf: Instant;
  /** `null`: it has got nowhere yet. */
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
    .$if(since === null, (all) => all.limit(FIRST_LOOK))
    .execute();
  return rows.map((row) => ({
    candidate: { filed: toFiled(row), carried: row.carried },
    number: row.number,
  }));
}

export function candidatesOf(offers: readonly Offer[]): readonly Candidate[] {
  return offers.map(({ candidate }) => candidate);
}

/** The numbers of those articles among what was offered. */
export function numbersOf(
  offers: readonly Offer[],
  articles: readonly ArticleId[],
): readonly number[] {
  const wanted = new Set(articles);
  return offers
    .filter(({ candidate }) => wanted.has(candidate.filed.article.id))
    .map(({ number }) => number);
}
