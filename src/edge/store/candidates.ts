import { sql } from "kysely";
import type { Article, ArticleId } from "#core/article/article.ts";
import type { Instant } from "#core/article/instant.ts";
import { changeForReaders } from "#core/change/revision.ts";
import type { Filed } from "#core/digest/edition.ts";
import type { Candidate } from "#core/digest/group.ts";
import type { StoryId } from "#core/story/story.ts";
import { isOut, NEWEST_FIRST, toFiled, visible } from "./filed.ts";
import { fromJson } from "./json.ts";
import { mayBeOrdered } from "./ordered.ts";
import { notPassed, type Ordering, type Progress } from "./progress.ts";
import type { Database, RevisionTable } from "./schema.ts";

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
  const offers = rows.flatMap((row): readonly Offer[] => {
    const filed = toFiled(row);
    if (row.read !== null && !isNews(fromJson(row.read), filed.article)) return [];
    const story = row.story ?? filed.article.id;
    const copy = row.copy_of === null ? {} : { copyOf: row.copy_of };
    return [{ candidate: { filed, carried: row.carried, story, ...copy }, number: row.number }];
  });
  // A place that has got nowhere yet has carried nothing.
  return since === null
    ? offers
    : withKnown(offers, await knownStories(db, ordering, offers, { now, asOf }));
}

/** What was held and given back as it was is nothing new to those who have read it. */
function isNews(read: Article, latest: Article): boolean {
  return changeForReaders(read, latest).kind !== "unchanged";
}

type Known = ReadonlyMap<StoryId, readonly Filed[]>;

function withKnown(offers: readonly Offer[], known: Known): readonly Offer[] {
  return offers.map(({ candidate, number }) => {
    const of = known.get(candidate.story ?? "");
    return { candidate: of === undefined ? candidate : { ...candidate, known: of }, number };
  });
}

/** Reports of a story that are looked back to: the latest that a place has carried. */
const MOST_KNOWN = 8;

/** What a place has carried of the stories of these offers, as it carried them, without what may not be shown now. */
async function knownStories(
  db: Database,
  { id }: Ordering,
  offers: readonly Offer[],
  { now, asOf }: Pick<Moments, "now" | "asOf">,
): Promise<Known> {
  const stories = offers.flatMap(({ candidate }) => candidate.story ?? []);
  if (stories.length === 0) return new Map();
  const { rows } = await sql<KnownRow>`
    with mate as (
      select article_id, story from story_member
      where story in (select value from json_each(${JSON.stringify([...new Set(stories)])}))
      union
      select value, value from json_each(${JSON.stringify(ownStories(offers))})
    ),
    carried as (
      select mate.story, item.article_id, max(item.revision) as revision, max(item.slot) as slot
      from mate join edition_item as item on item.subscription = ${id}
        and item.article_id = mate.article_id and item.slot <= ${asOf}
      group by item.article_id
    )
    select carried.story, shown.article, shown.brief
    from carried
    join article on article.id = carried.article_id
      and ${isOut(now)}
    join article_revision as shown on shown.article_id = carried.article_id
      and shown.revision = carried.revision
    order by carried.slot desc
  `.execute(db);
  const byStory = Map.groupBy(rows, ({ story }) => story);
  return new Map([...byStory].map(([story, of]) => [story, of.slice(0, MOST_KNOWN).map(toFiled)]));
}

interface KnownRow extends Pick<RevisionTable, "article" | "brief"> {
  readonly story: StoryId;
}

/** Articles that stand in no story are their own. */
function ownStories(offers: readonly Offer[]): readonly ArticleId[] {
  return offers.flatMap(({ candidate: { filed, story } }) =>
    story === filed.article.id ? [filed.article.id] : [],
  );
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
