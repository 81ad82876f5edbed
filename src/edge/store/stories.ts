import { type SqlBool, sql } from "kysely";
import type { ArticleId } from "#core/article/article.ts";
import type { Readers } from "#core/article/audience.ts";
import type { Instant } from "#core/article/instant.ts";
import type { Filed } from "#core/digest/edition.ts";
import type { Placement, StoryId } from "#core/story/story.ts";
import type { ActiveStory, Stories, StoryReport } from "#desk/port/stories.ts";
import { isOut, toFiled, visible } from "./filed.ts";
import { fromJson, type JsonText } from "./json.ts";
import { notPassed } from "./progress.ts";
import type { For } from "./readers.ts";
import type { Database, Schema, Writing } from "./schema.ts";
import { strandsIn } from "./strands.ts";
import { textsIn } from "./tongue.ts";
import { asOne } from "./unit.ts";

/** Which articles are of one story. */
export class SqlStories implements Stories {
  readonly #db: Database;
  readonly #readers: For;

  constructor(db: Database, readers: For = null) {
    this.#db = db;
    this.#readers = readers;
  }

  forReaders(readers: Readers): Pick<Stories, "placements" | "reports" | "active"> {
    return new SqlStories(this.#db, readers);
  }

  async unplaced(now: Instant, since: Instant, limit: number): Promise<readonly Filed[]> {
    const progress = await this.#db.selectFrom("story_progress").selectAll().executeTakeFirst();
    const rows = await visible(this.#db, now)
      .leftJoin("story_member as member", "member.article_id", "article.id")
      .select(["latest.article", "latest.brief"])
      .where("article.taken_in", ">=", since)
      .$if(progress !== undefined, (all) =>
        progress === undefined ? all : all.where(notPassed(progress)),
      )
      .where(({ eb, or, ref }) =>
        or([
          eb("member.revision", "is", null),
          eb("member.revision", "<", ref("article.revision")),
        ]),
      )
      .orderBy("article.number")
      .limit(limit)
      .execute();
    return rows.map(toFiled);
  }

  passAll(now: Instant): Promise<void> {
    return asOne(this.#db, (writing) => beginFrom(writing, now));
  }

  async placements(
    ids: readonly ArticleId[],
    now: Instant,
  ): Promise<ReadonlyMap<ArticleId, Placement>> {
    const rows = await visible(this.#db, now, this.#readers)
      .innerJoin("story_member as member", "member.article_id", "article.id")
      .select(PLACEMENT)
      .select(originalFor(now, this.#readers).as("original"))
      .select(commonFor(now, this.#readers).as("common"))
      .select(namedFor(now, this.#readers).as("named"))
      .where("member.article_id", "in", textsIn(ids))
      .execute();
    return new Map(rows.map((row) => [row.article_id, toPlacement(row, this.#readers)]));
  }

  strands(
    stories: ReadonlySet<StoryId>,
    least: number,
    now: Instant,
  ): Promise<ReadonlyMap<ArticleId, ArticleId>> {
    return strandsIn(this.#db, stories, least, now);
  }

  /** From the last member back, each by the index of its story: as far as there are so many, however many members there are. */
  async active(
    before: ArticleId | null,
    now: Instant,
    limit: number,
  ): Promise<readonly ActiveStory[]> {
    const isOutForThem = isOut(now, this.#readers);
    // By an id, since a number would count what they may not see.
    const isBefore = sql`and member.number < (
      select mark.number from story_member as mark join article on article.id = mark.article_id
      where mark.article_id = ${before} and ${isOutForThem}
    )`;
    const own = sql`
      from story_member as beside join article on article.id = beside.article_id
      where beside.story = member.story and ${isOutForThem}
    `;
    const { rows } = await sql<ActiveStory>`
      select ${namedFor(now, this.#readers)} as story, member.article_id as last from story_member as member
      join article on article.id = member.article_id
      where ${isOutForThem} ${before === null ? sql`` : isBefore}
        and not exists (select 1 ${own} and beside.number > member.number)
        and exists (select 1 ${own} and beside.number < member.number)
      order by member.number desc limit ${limit}
    `.execute(this.#db);
    return rows;
  }

  async reports(story: StoryId, now: Instant, limit: number): Promise<readonly StoryReport[]> {
    const rows = await visible(this.#db, now, this.#readers)
      .innerJoin("story_member as member", "member.article_id", "article.id")
      .select(["latest.article", "latest.brief"])
      .select(PLACEMENT)
      .select(originalFor(now, this.#readers).as("original"))
      .select(commonFor(now, this.#readers).as("common"))
      .select(namedFor(now, this.#readers).as("named"))
      .where(isOfStory(story, now, this.#readers))
      .orderBy("member.at", "desc")
      .orderBy("member.number", "desc")
      .limit(limit)
      .execute();
    return rows
      .map((row) => ({ filed: toFiled(row), placement: toPlacement(row, this.#readers) }))
      .toReversed();
  }
}

const PLACEMENT = [
  "member.article_id",
  "member.story",
  "member.copy_of",
  "member.rule",
  "member.likeness",
  "member.shared",
] as const;

type PlacementRow = Pick<
  Schema["story_member"],
  "article_id" | "story" | "copy_of" | "rule" | "likeness" | "shared"
> & {
  /** Whose text it carries, as far as these readers may see it. */
  readonly original: ArticleId | null;
  /** What it has in common with the report that it is most like of those that they may see. */
  readonly common: JsonText<readonly string[]> | null;
  readonly named: StoryId;
};

/** The other reports of a member's story that these readers may see now. */
function mates(now: Instant, readers: For) {
  return sql`
    from story_member as mate join article on article.id = mate.article_id
    where mate.story = member.story and ${isOut(now, readers)}
  `;
}

function originalFor(now: Instant, readers: For) {
  if (readers === null) return sql<ArticleId | null>`member.copy_of`;
  return sql<ArticleId | null>`(
    select mate.article_id ${mates(now, readers)} and mate.article_id = member.copy_of
  )`;
}

/** By how rare words are in all copy it is weighed what reports have in common, so that those who see all of it alone are told of that. */
function commonFor(now: Instant, readers: For) {
  if (readers === null) return sql<JsonText<readonly string[]> | null>`member.shared`;
  if (readers.audience !== "internal") return sql<JsonText<readonly string[]> | null>`null`;
  const linked = (here: "one" | "other", there: "one" | "other") => sql`
    select link.shared, link.score, link.${sql.ref(there)} as mate from story_link as link
    where link.${sql.ref(here)} = member.number and link.score > 0
      and exists (select 1 ${mates(now, readers)} and mate.number = link.${sql.ref(there)})
  `;
  return sql<JsonText<readonly string[]> | null>`(
    select shared from (${linked("one", "other")} union all ${linked("other", "one")}) as links
    order by score desc, mate limit 1
  )`;
}

/**
 * What these readers know a story by: the first of its reports that they may see. Its own name is the id of the report that opened
 * it, which may be kept from them, or may have been named so by one that is.
 */
function namedFor(now: Instant, readers: For) {
  if (readers === null) return sql<StoryId>`member.story`;
  return sql<StoryId>`(
    select own.article_id from story_member as own join article on article.id = own.article_id
    where own.story = member.story and ${isOut(now, readers)}
    order by own.number limit 1
  )`;
}

/** They find it by any report of it that they may see, and by no other. */
function isOfStory(story: StoryId, now: Instant, readers: For) {
  if (readers === null) return sql<SqlBool>`member.story = ${story}`;
  return sql<SqlBool>`member.story = (
    select own.story from story_member as own join article on article.id = own.article_id
    where own.article_id = ${story} and ${isOut(now, readers)}
  )`;
}

/** The desk itself is told what was found when it was placed; readers, what they may see themselves, and nothing of how surely. */
function toPlacement(row: PlacementRow, readers: For): Placement {
  const { article_id, story: own, copy_of, rule, likeness, shared, named: story } = row;
  if (readers === null) {
    return {
      ...{ story, isNew: own === article_id, likeness, rule, shared: fromJson(shared) },
      duplicate: copy_of === null ? null : { of: copy_of },
    };
  }
  const { original, common } = row;
  // The first that they may see opened it, as far as they know.
  const bare = { story, isNew: article_id === story, likeness: 0, shared: [], duplicate: null };
  if (original !== null) return { ...bare, duplicate: { of: original }, rule: "same text" };
  if (rule === "round-up") return { ...bare, rule };
  if (common === null) return { ...bare, rule: "nothing alike" };
  return { ...bare, shared: fromJson(common), rule: "alike" };
}

async function beginFrom(writing: Writing, now: Instant): Promise<void> {
  const { last } = await writing
    .selectFrom("article")
    .select(({ fn }) => fn.max("number").as("last"))
    .executeTakeFirstOrThrow();
  await writing.deleteFrom("story_progress").execute();
  await writing
    .insertInto("story_progress")
    .values({ number: last ?? 0, at: now })
    .execute();
}
