import { type RawBuilder, sql } from "kysely";
import type { Offer, Span } from "#desk/port/editions.ts";
import { NEWEST_FIRST, visible } from "./filed.ts";
import { readersOf, revisionKey } from "./filed-once.ts";
import { fromJson } from "./json.ts";
import { mayBeOrdered } from "./ordered.ts";
import { notPassed, type Ordering } from "./progress.ts";
import type { Database } from "./schema.ts";
import { say } from "./tongue.ts";

/**
 * What a subscription may have ordered and has not had, newest first. `edition_item_carried` answers both
 * questions about what it has carried without reading a row.
 */
export async function offersFor(
  db: Database,
  ordering: Ordering,
  { now, asOf, since, limit }: Span,
): Promise<readonly Offer[]> {
  const carried = sql<number | null>`(
    select max(item.revision) from edition_item as item
    where item.subscription = ${ordering.id} and item.article_id = article.id
      and item.slot <= ${asOf}
  )`;
  const told = sql<number | null>`(
    select max(told.revision) from edition_told as told
    where told.subscription = ${ordering.id} and told.article_id = article.id
      and told.slot <= ${asOf}
  )`;
  const rows = await visible(db, now)
    .leftJoin("story_member as member", "member.article_id", "article.id")
    .leftJoin("article_revision as read", (join) =>
      join
        .onRef("read.article_id", "=", "article.id")
        .on("read.revision", "=", latestOf(carried, told)),
    )
    .select(["article.number", "article.id", "article.revision", "latest.stamp"])
    .select(carried.as("carried"))
    .select(["member.story", "member.copy_of", "read.article as read"])
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
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("edition_told as told")
            .select("told.revision")
            .where("told.subscription", "=", ordering.id)
            .whereRef("told.article_id", "=", "article.id")
            .whereRef("told.revision", ">=", "article.revision")
            .where("told.slot", "<=", asOf),
        ),
      ),
    )
    .orderBy(NEWEST_FIRST)
    .$if(limit !== null, (all) => (limit === null ? all : all.limit(limit)))
    .execute();
  const readers = await readersOf(db, rows, now);
  return rows.flatMap((row) => {
    const filed = readers.get(revisionKey(row))?.();
    if (filed === undefined) return [];
    const { number, carried: before, story, copy_of: copyOf } = row;
    const read = row.read === null ? null : fromJson(row.read);
    return [{ filed, number, carried: before, read, story, copyOf }];
  });
}

function latestOf(...revisions: readonly [RawBuilder<number | null>, RawBuilder<number | null>]) {
  const [one, other] = revisions.map((revision) => sql`coalesce(${revision}, 0)`);
  return say((tongue) => tongue.greaterOf(one ?? sql`0`, other ?? sql`0`));
}
