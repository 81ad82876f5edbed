import { sql } from "kysely";
import type { Article, ArticleId } from "#core/article/article.ts";
import type { Instant } from "#core/article/instant.ts";
import { changeForReaders } from "#core/change/revision.ts";
import type { Filed } from "#core/digest/edition.ts";
import type { Offer } from "#desk/port/editions.ts";
import { NEWEST_FIRST, visible } from "./filed.ts";
import { toFiledOnce } from "./filed-once.ts";
import { fromJson } from "./json.ts";
import { knownReports } from "./known.ts";
import { mayBeOrdered } from "./ordered.ts";
import { notPassed, type Ordering, type Progress } from "./progress.ts";
import type { Database } from "./schema.ts";
import { strandsIn } from "./strands.ts";

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
        .on("read.revision", "=", sql<number>`max(coalesce(${carried}, 0), coalesce(${told}, 0))`),
    )
    .select(["article.number", "latest.article", "latest.brief", carried.as("carried")])
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
    .$if(since === null, (all) => all.limit(FIRST_LOOK))
    .execute();
  const stories = new Set(rows.flatMap(({ story }) => story ?? []));
  const strands = await strandsIn(db, stories, now);
  const offers = rows.flatMap((row): readonly Offer[] => {
    const filed = toFiledOnce(row);
    if (row.read !== null && !isNews(fromJson(row.read), filed.article)) return [];
    const story = strands.get(filed.article.id) ?? filed.article.id;
    const copy = row.copy_of === null ? {} : { copyOf: row.copy_of };
    return [{ filed, carried: row.carried, story, ...copy, number: row.number }];
  });
  // A place that has got nowhere yet has carried nothing.
  if (since === null) return offers;
  const ids = offers.map(({ filed }) => filed.article.id);
  return withKnown(
    offers,
    await knownReports(db, ordering, { stories, ids, strands }, { now, asOf }),
  );
}

/** What was held and given back as it was is nothing new to those who have read it. */
function isNews(read: Article, latest: Article): boolean {
  return changeForReaders(read, latest).kind !== "unchanged";
}

function withKnown(
  offers: readonly Offer[],
  known: ReadonlyMap<ArticleId, readonly Filed[]>,
): readonly Offer[] {
  return offers.map((offer) => {
    const of = known.get(offer.story ?? "");
    return of === undefined ? offer : { ...offer, known: of };
  });
}
