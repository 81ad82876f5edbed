import { type SqlBool, sql } from "kysely";
import type { ArticleId } from "#core/article/article.ts";
import type { Instant } from "#core/article/instant.ts";
import type { Filed } from "#core/digest/edition.ts";
import { type Linking, MOST_CANDIDATES } from "#core/story/place.ts";
import type { Placement, Signature, StoryId } from "#core/story/story.ts";
import { WINDOW } from "#core/story/window.ts";
import type { Placing, Stories, StoryReport } from "#desk/port/stories.ts";
import { isOut, toFiled, visible } from "./filed.ts";
import { fromJson, toJson } from "./json.ts";
import type { Database, Schema, Writing } from "./schema.ts";
import { keyNumber } from "./story-key.ts";
import { addKeys, forget, forgetOld, type Keyed } from "./story-keys.ts";
import { addLinks, settleNear } from "./story-links.ts";
import type { StoryWords } from "./story-words.ts";
import { asOne } from "./unit.ts";

/** Which articles are of one story. */
export class SqlStories implements Stories {
  readonly #db: Database;
  readonly #words: StoryWords;

  constructor(db: Database, words: StoryWords) {
    this.#db = db;
    this.#words = words;
  }

  unplaced(now: Instant, since: Instant, limit: number): Promise<readonly Filed[]> {
    return asOne(this.#db, async (writing) => {
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
    return asOne(this.#db, async (writing) => {
      // A date that lies ahead makes nothing old.
      await forgetOld(writing, Math.min(signature.at, now));
      const before = await standingAs(writing, signature.article);
      if (before !== null) await forget(writing, before);
      const own = await this.#words.of(writing, [signature]);
      const candidates = await candidatesOf(writing, placing.lookup(own), signature.at, now);
      const commonness = await this.#words.of(writing, [signature, ...candidates]);
      const linking = placing.link(candidates, commonness);
      const number = await store(writing, placing, linking, before);
      await addKeys(writing, number, signature.at, keys);
      await addLinks(writing, number, linking.links);
      await settleNear(writing, number, now);
      await this.#words.count(writing, signature, signatureIn(before));
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

/** Those of the window that share most keys with an article, and that readers may see. */
async function candidatesOf(
  writing: Writing,
  keys: readonly string[],
  at: Instant,
  now: Instant,
): Promise<readonly Signature[]> {
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
    .select("member.signature")
    .where(
      "member.number",
      "in",
      found.map(({ member }) => member),
    )
    .where(isOut(now))
    .execute();
  return rows.flatMap(({ signature }) => (signature === null ? [] : [fromJson(signature)]));
}

/** What an article was counted by; `null` where it never was, or so long ago that it is forgotten. */
function signatureIn(before: Keyed | null): Signature | null {
  return before?.signature == null ? null : fromJson(before.signature);
}

/** The row of an article in its story, if it has one. */
async function standingAs(writing: Writing, article: ArticleId): Promise<Keyed | null> {
  const row = await writing
    .selectFrom("story_member")
    .select(["number", "at", "signature"])
    .where("article_id", "=", article)
    .executeTakeFirst();
  return row ?? null;
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

/** Writes what is known of an article itself; where it stands is settled behind it. */
async function store(
  writing: Writing,
  { signature, revision }: Placing,
  { duplicate }: Linking,
  before: Keyed | null,
): Promise<number> {
  const original = duplicate === null ? null : await originalOf(writing, duplicate.of);
  const row = {
    ...{ revision, at: signature.at, signature: toJson(signature) },
    copy_of: original === signature.article ? null : original,
  };
  if (before !== null) {
    await writing
      .updateTable("story_member")
      .set(row)
      .where("number", "=", before.number)
      .execute();
    return before.number;
  }
  const article = signature.article;
  const alone = { article_id: article, story: article, likeness: 0, shared: toJson([]) };
  const rule = signature.kind === "round-up" ? "round-up" : "nothing alike";
  const { number } = await writing
    .insertInto("story_member")
    .values({ ...row, ...alone, rule })
    .returning("number")
    .executeTakeFirstOrThrow();
  return number;
}
