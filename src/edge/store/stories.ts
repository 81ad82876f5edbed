import { type SqlBool, sql } from "kysely";
import type { ArticleId } from "#core/article/article.ts";
import type { Readers } from "#core/article/audience.ts";
import type { Instant } from "#core/article/instant.ts";
import type { Filed } from "#core/digest/edition.ts";
import type { Placement, StoryId } from "#core/story/story.ts";
import type { ActiveStory, Stories, StoryReport } from "#desk/port/stories.ts";
import { isOut, toFiled, visible } from "./filed.ts";
import { fromJson } from "./json.ts";
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
      .select(hasOthers(now, this.#readers).as("others"))
      .select(namedFor(now, this.#readers).as("named"))
      .where("member.article_id", "in", textsIn(ids))
      .execute();
    return new Map(rows.map((row) => [row.article_id, toPlacement(row)]));
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
    before: number | null,
    now: Instant,
    limit: number,
  ): Promise<readonly ActiveStory[]> {
    const own = sql`
      from story_member as beside join article on article.id = beside.article_id
      where beside.story = member.story and ${isOut(now, this.#readers)}
    `;
    const { rows } = await sql<ActiveStory>`
      select ${namedFor(now, this.#readers)} as story, member.number from story_member as member
      join article on article.id = member.article_id
      where ${isOut(now, this.#readers)} ${before === null ? sql`` : sql`and member.number < ${before}`}
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
      .select(hasOthers(now, this.#readers).as("others"))
      .select(namedFor(now, this.#readers).as("named"))
      .where(isOfStory(story, now, this.#readers))
      .orderBy("member.at", "desc")
      .orderBy("member.number", "desc")
      .limit(limit)
      .execute();
    return rows.map((row) => ({ filed: toFiled(row), placement: toPlacement(row) })).toReversed();
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
> & { readonly others: SqlBool; readonly named: StoryId };

/** Whether a story has a report that these readers may not see now. */
function hasOthers(now: Instant, readers: For) {
  if (readers === null) return sql<SqlBool>`1 = 0`;
  return sql<SqlBool>`exists (
    select 1 from story_member as mate join article on article.id = mate.article_id
    where mate.story = member.story and not ${isOut(now, readers)}
  )`;
}

/** What these readers know a story by: its own name is the id of the report that opened it, which may be kept from them. */
function namedFor(now: Instant, readers: For) {
  if (readers === null) return sql<StoryId>`member.story`;
  return sql<StoryId>`(
    select own.article_id from story_member as own join article on article.id = own.article_id
    where own.story = member.story and ${isOut(now, readers)}
    order by case when own.article_id = own.story then 0 else 1 end, own.number limit 1
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

function toPlacement(row: PlacementRow): Placement {
  const { article_id, story: own, copy_of, rule, likeness, shared, others, named: story } = row;
  if (others === true || others === 1) {
    const bare = { story, likeness: 0, shared: [], duplicate: null } as const;
    const told = rule === "round-up" ? rule : "nothing alike";
    // The first that they may see opened it, as far as they know.
    return { ...bare, isNew: article_id === story, rule: told };
  }
  return {
    ...{ story, isNew: own === article_id, likeness, rule, shared: fromJson(shared) },
    duplicate: copy_of === null ? null : { of: copy_of },
  };
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
