import { type SqlBool, sql } from "kysely";
import type { ArticleId } from "#core/article/article.ts";
import type { Instant } from "#core/article/instant.ts";
import type { Filed } from "#core/digest/edition.ts";
import { keysOf } from "#core/story/likeness.ts";
import { MOST_CANDIDATES, WINDOW } from "#core/story/place.ts";
import type { Member, Placement, StoryId } from "#core/story/story.ts";
import type { Placing, Stories, StoryReport } from "#desk/stories.ts";
import { isOut, toFiled, visible } from "./filed.ts";
import { fromJson, toJson } from "./json.ts";
import type { Database, Schema, Writing } from "./schema.ts";
import { keyNumber } from "./story-key.ts";
import { StoryWords } from "./story-words.ts";

/** Which articles are of one story. */
export class SqlStories implements Stories {
  readonly #db: Database;
  readonly #words = new StoryWords();

  constructor(db: Database) {
    this.#db = db;
  }

  unplaced(now: Instant, since: Instant, limit: number): Promise<readonly Filed[]> {
    return this.#db.transaction().execute(async (writing) => {
      const progress = await writing.selectFrom("story_progress").selectAll().executeTakeFirst();
      const rows = await visible(writing, now)
        .leftJoin("story_member as member", "member.article_id", "article.id")
        .select(["latest.article", "latest.brief"])
        .where("article.taken_in", ">=", since)
        .$if(progress !== undefined, (all) =>
          progress === undefined ? all : all.where(after(progress)),
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
      if (rows.length === 0) await beginFrom(writing, now);
      return rows.map(toFiled);
    });
  }

  place(placing: Placing, now: Instant): Promise<void> {
    const { signature, keys } = placing;
    return this.#db.transaction().execute(async (writing) => {
      await forgetOld(writing, signature.at);
      if (await renew(writing, placing)) return;
      const own = await this.#words.of(writing, [signature]);
      const candidates = await candidatesOf(writing, placing.lookup(own), signature.at, now);
      const signatures = [signature, ...candidates.map((member) => member.signature)];
      const commonness = await this.#words.of(writing, signatures);
      const placement = placing.decide(candidates, commonness);
      await store(writing, placing, placement);
      await this.#words.count(writing, keys);
    });
  }

  async placements(
    ids: readonly ArticleId[],
    now: Instant,
  ): Promise<ReadonlyMap<ArticleId, Placement>> {
    const rows = await visible(this.#db, now)
      .innerJoin("story_member as member", "member.article_id", "article.id")
      .select(PLACEMENT)
      .where(
        "member.article_id",
        "in",
        sql<ArticleId>`(select value from json_each(${JSON.stringify(ids)}))`,
      )
      .execute();
    return new Map(rows.map((row) => [row.article_id, toPlacement(row)]));
  }

  async reports(story: StoryId, now: Instant, limit: number): Promise<readonly StoryReport[]> {
    const rows = await visible(this.#db, now)
      .innerJoin("story_member as member", "member.article_id", "article.id")
      .select(["latest.article", "latest.brief"])
      .select(PLACEMENT)
      .where("member.story", "=", story)
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
>;

function toPlacement(row: PlacementRow): Placement {
  const { article_id, story, copy_of, rule, likeness, shared } = row;
  return {
    ...{ story, isNew: story === article_id, likeness, rule, shared: fromJson(shared) },
    duplicate: copy_of === null ? null : { of: copy_of },
  };
}

/** What was filed since, and what was held then. */
function after({ number, at }: { readonly number: number; readonly at: Instant }) {
  return sql<SqlBool>`article.newness in (
    select newness from article where number > ${number}
    union all select newness from article where embargo_until > ${at}
  )`;
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

/** Keys of so many articles that are too old to be joined are taken out whenever one comes in. */
const FORGOTTEN = 2;

async function forgetOld(writing: Writing, at: Instant): Promise<void> {
  const old = await writing
    .selectFrom("story_member")
    .select(["number", "at", "signature"])
    .where("signature", "is not", null)
    .where("at", "<", at - 2 * WINDOW)
    .limit(FORGOTTEN)
    .execute();
  for (const member of old) {
    await removeKeys(writing, member);
    await writing
      .updateTable("story_member")
      .set({ signature: null })
      .where("number", "=", member.number)
      .execute();
  }
}

type Keyed = Pick<Schema["story_member"], "at" | "signature"> & { readonly number: number };

async function removeKeys(writing: Writing, { number, at, signature }: Keyed): Promise<void> {
  const keys = signature === null ? [] : keysOf(fromJson(signature));
  if (keys.length === 0) return;
  await writing
    .deleteFrom("story_key")
    .where("key", "in", keys.map(keyNumber))
    .where("at", "=", at)
    .where("member", "=", number)
    .execute();
}

/** A revision of what stands in a story already; false for what stands in none. */
async function renew(writing: Writing, { signature, revision, keys }: Placing): Promise<boolean> {
  const before = await writing
    .selectFrom("story_member")
    .select(["number", "at", "signature"])
    .where("article_id", "=", signature.article)
    .executeTakeFirst();
  if (before === undefined) return false;
  await removeKeys(writing, before);
  await writing
    .updateTable("story_member")
    .set({ revision, at: signature.at, signature: toJson(signature) })
    .where("number", "=", before.number)
    .execute();
  await addKeys(writing, before.number, signature.at, keys);
  return true;
}

async function addKeys(
  writing: Writing,
  member: number,
  at: Instant,
  keys: readonly string[],
): Promise<void> {
  const numbers = JSON.stringify([...new Set(keys.map(keyNumber))]);
  await sql`
    insert into story_key (key, at, member)
    select value, ${at}, ${member} from json_each(${numbers})
  `.execute(writing);
}

/** Those of the window that share most keys with an article, and that readers may see. */
async function candidatesOf(
  writing: Writing,
  keys: readonly string[],
  at: Instant,
  now: Instant,
): Promise<readonly Member[]> {
  if (keys.length === 0) return [];
  const numbers = JSON.stringify(keys.map(keyNumber));
  const nearest = sql<{ member: number }>`
    select member from story_key
    where key in (select value from json_each(${numbers}))
      and at between ${at - WINDOW} and ${at + WINDOW}
    group by member order by count(*) desc, member desc limit ${MOST_CANDIDATES}
  `;
  const { rows: found } = await nearest.execute(writing);
  if (found.length === 0) return [];
  const rows = await writing
    .selectFrom("story_member as member")
    .innerJoin("article", "article.id", "member.article_id")
    .select(["member.story", "member.signature"])
    .where(
      "member.number",
      "in",
      found.map(({ member }) => member),
    )
    .where(isOut(now))
    .execute();
  return rows.flatMap(({ story, signature }) =>
    signature === null ? [] : [{ story, signature: fromJson(signature) }],
  );
}

/** A copy of a copy is one of the original. */
async function originalOf(writing: Writing, id: ArticleId): Promise<ArticleId> {
  const row = await writing
    .selectFrom("story_member")
    .select("copy_of")
    .where("article_id", "=", id)
    .executeTakeFirst();
  return row?.copy_of ?? id;
}

async function store(writing: Writing, placing: Placing, placement: Placement): Promise<number> {
  const { signature, revision, keys } = placing;
  const { story, duplicate, rule, likeness, shared } = placement;
  const original = duplicate === null ? null : await originalOf(writing, duplicate.of);
  const { number } = await writing
    .insertInto("story_member")
    .values({
      ...{ article_id: signature.article, revision, story, at: signature.at },
      ...{ signature: toJson(signature), copy_of: original },
      ...{ rule, likeness, shared: toJson(shared) },
    })
    .returning("number")
    .executeTakeFirstOrThrow();
  await addKeys(writing, number, signature.at, keys);
  return number;
}
