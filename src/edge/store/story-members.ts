import { sql } from "kysely";
import type { ArticleId } from "#core/article/article.ts";
import type { Instant } from "#core/article/instant.ts";
import type { PairOpinion } from "#core/story/opinion.ts";
import type { FoundLink } from "#core/story/place.ts";
import type { Commonness, Placement, Signature, StoryId } from "#core/story/story.ts";
import type {
  Member,
  MemberText,
  NearMember,
  Sought,
  StoryMembers,
} from "#desk/port/story-members.ts";
import { isOut } from "./filed.ts";
import { fromJson, toJson } from "./json.ts";
import type { Database, Schema, Writing } from "./schema.ts";
import { keyNumber } from "./story-key.ts";
import {
  addLinks,
  dropOpinions,
  keepOpinion,
  linksAmong,
  linksOf,
  nearTo,
  opinionsAmong,
  restateLinks,
  storiesOfOthers,
} from "./story-links.ts";
import type { StoryWords } from "./story-words.ts";
import { numbersIn, say } from "./tongue.ts";
import { asOne } from "./unit.ts";

const MEMBER = ["number", "at", "signature", "copy_of", "revision"] as const;

const KEY = { key: "whole", at: "whole", member: "whole" } as const;

/** How articles stand in stories. */
export class SqlStoryMembers implements StoryMembers {
  readonly #db: Database;
  readonly #words: StoryWords;

  constructor(db: Database, words: StoryWords) {
    this.#db = db;
    this.#words = words;
  }

  async of(article: ArticleId): Promise<Member | null> {
    const row = await this.#db
      .selectFrom("story_member")
      .select(MEMBER)
      .where("article_id", "=", article)
      .executeTakeFirst();
    return row === undefined ? null : toMember(row);
  }

  async olderThan(at: Instant, limit: number): Promise<readonly Member[]> {
    const rows = await this.#db
      .selectFrom("story_member")
      .select(MEMBER)
      .where("signature", "is not", null)
      .where("at", "<", at)
      .limit(limit)
      .execute();
    return rows.map(toMember);
  }

  async dropKeys({ number, at }: Member, keys: readonly string[]): Promise<void> {
    if (keys.length === 0) return;
    await asOne(this.#db, (writing) =>
      writing
        .deleteFrom("story_key")
        .where("key", "in", keys.map(keyNumber))
        .where("at", "=", at)
        .where("member", "=", number)
        .execute(),
    );
  }

  async dropLinks(member: number, surest: number): Promise<void> {
    await asOne(this.#db, (writing) => {
      const links = writing
        .deleteFrom("story_link")
        .where(({ eb, or }) => or([eb("one", "=", member), eb("other", "=", member)]));
      return (Number.isFinite(surest) ? links.where("score", "<", surest) : links).execute();
    });
  }

  async forget(member: number): Promise<void> {
    await asOne(this.#db, (writing) =>
      writing
        .updateTable("story_member")
        .set({ signature: null })
        .where("number", "=", member)
        .execute(),
    );
  }

  commonness(keys: readonly string[]): Promise<Commonness> {
    return this.#words.of(this.#db, keys);
  }

  count(keys: readonly string[], isNew: boolean): Promise<void> {
    return asOne(this.#db, (writing) => this.#words.count(writing, keys, isNew));
  }

  async sharing({ keys, from, to, limit }: Sought, now: Instant): Promise<readonly Signature[]> {
    if (keys.length === 0) return [];
    const nearest = sql<{ member: number }>`
      select member from story_key
      where key in ${numbersIn(keys.map(keyNumber))} and at between ${from} and ${to}
      group by member order by count(*) desc, member desc limit ${limit}
    `;
    const { rows: found } = await nearest.execute(this.#db);
    if (found.length === 0) return [];
    const rows = await this.#db
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

  linksOf(article: ArticleId, above: number, below: number): Promise<readonly FoundLink[]> {
    return linksOf(this.#db, article, above, below);
  }

  opinionsAmong(articles: readonly ArticleId[]): Promise<readonly PairOpinion[]> {
    return opinionsAmong(this.#db, articles);
  }

  keepOpinion(opinion: PairOpinion): Promise<void> {
    return asOne(this.#db, (writing) => keepOpinion(writing, opinion));
  }

  dropOpinions(article: ArticleId): Promise<void> {
    return asOne(this.#db, (writing) => dropOpinions(writing, article));
  }

  keep(text: MemberText): Promise<number> {
    return asOne(this.#db, (writing) => keep(writing, text));
  }

  async addKeys(member: number, at: Instant, keys: readonly string[]): Promise<void> {
    const found = [...new Set(keys.map(keyNumber))].map((key) => ({ key, at, member }));
    const given = say((tongue) => tongue.recordsIn(found, "found", KEY));
    const added = sql`insert into story_key (key, at, member) select key, at, member from ${given}`;
    await asOne(this.#db, (writing) => added.execute(writing));
  }

  addLinks(member: number, links: readonly FoundLink[]): Promise<void> {
    return asOne(this.#db, (writing) => addLinks(writing, member, links));
  }

  restateLinks(members: readonly NearMember[], links: readonly FoundLink[]): Promise<void> {
    return asOne(this.#db, (writing) => restateLinks(writing, members, links));
  }

  near(member: number, limit: number, now: Instant): Promise<readonly NearMember[]> {
    return nearTo(this.#db, member, limit, now);
  }

  linksAmong(
    members: readonly Pick<NearMember, "number" | "article">[],
  ): Promise<readonly FoundLink[]> {
    return linksAmong(this.#db, members);
  }

  storiesOfOthers(members: readonly NearMember[]): Promise<ReadonlySet<StoryId>> {
    return storiesOfOthers(this.#db, members);
  }

  async move(
    member: number,
    { story, rule, likeness, shared }: Pick<Placement, "story" | "rule" | "likeness" | "shared">,
  ): Promise<void> {
    const placed = { story, rule, likeness, shared: toJson(shared) };
    await asOne(this.#db, (writing) =>
      writing.updateTable("story_member").set(placed).where("number", "=", member).execute(),
    );
  }
}

type MemberRow = Pick<Schema["story_member"], "at" | "signature" | "copy_of" | "revision"> &
  Pick<Member, "number">;

function toMember({ number, at, signature, copy_of, revision }: MemberRow): Member {
  return {
    ...{ number, at, copyOf: copy_of, revision },
    signature: signature === null ? null : fromJson(signature),
  };
}

async function keep(
  writing: Writing,
  { signature, revision, copyOf, rule }: MemberText,
): Promise<number> {
  const { article, at } = signature;
  const row = { revision, at, signature: toJson(signature), copy_of: copyOf };
  const stored = await writing
    .updateTable("story_member")
    .set(row)
    .where("article_id", "=", article)
    .returning("number")
    .executeTakeFirst();
  if (stored !== undefined) return stored.number;
  const alone = { article_id: article, story: article, likeness: 0, shared: toJson([]) };
  const { number } = await writing
    .insertInto("story_member")
    .values({ ...row, ...alone, rule })
    .returning("number")
    .executeTakeFirstOrThrow();
  return number;
}
