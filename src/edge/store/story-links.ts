import { sql } from "kysely";
import type { ArticleId } from "#core/article/article.ts";
import type { Instant } from "#core/article/instant.ts";
import type { PairOpinion } from "#core/story/opinion.ts";
import type { FoundLink } from "#core/story/place.ts";
import type { StoryId } from "#core/story/story.ts";
import type { NearMember } from "#desk/port/story-members.ts";
import { isOut } from "./filed.ts";
import { fromJson, toJson } from "./json.ts";
import type { Database, Schema, Writing } from "./schema.ts";
import { numbersIn, say, textsIn } from "./tongue.ts";

const LINK = { one: "whole", other: "text", score: "real", shared: "text" } as const;

/** Keeps what a member has in common with others. */
export async function addLinks(
  writing: Writing,
  member: number,
  links: readonly FoundLink[],
): Promise<void> {
  if (links.length === 0) return;
  const rows = links.map(({ other, score, shared }) => ({
    ...{ one: member, other, score, shared: toJson(shared) },
  }));
  const given = say((tongue) => tongue.recordsIn(rows, "link", LINK));
  await sql`
    insert into story_link (one, other, score, shared)
    select link.one, story_member.number, link.score, link.shared
    from ${given} join story_member on story_member.article_id = link.other
    where true
    on conflict (one, other) do nothing
  `.execute(writing);
}

const SCORE = { one: "whole", other: "whole", score: "real", shared: "text" } as const;

/** Writes links in place of what was written of them. */
export async function restateLinks(
  writing: Writing,
  members: readonly Pick<NearMember, "number" | "article">[],
  links: readonly FoundLink[],
): Promise<void> {
  const numbers = new Map(members.map(({ number, article }) => [article, number]));
  const rows = links.flatMap(({ one, other, score, shared }) => {
    const [here, there] = [numbers.get(one), numbers.get(other)];
    if (here === undefined || there === undefined) return [];
    return [{ one: here, other: there, score, shared: toJson(shared) }];
  });
  if (rows.length === 0) return;
  const given = say((tongue) => tongue.recordsIn(rows, "link", SCORE));
  await sql`
    insert into story_link (one, other, score, shared)
    select link.one, link.other, link.score, link.shared from ${given} where true
    on conflict (one, other) do update set score = excluded.score, shared = excluded.shared
  `.execute(writing);
}

interface NearRow
  extends Pick<
    Schema["story_member"],
    "article_id" | "story" | "at" | "rule" | "copy_of" | "signature"
  > {
  readonly number: number;
  readonly carried: 0 | 1;
}

export async function nearTo(
  db: Database,
  member: number,
  limit: number,
  now: Instant,
): Promise<readonly NearMember[]> {
  const numbers = numbersIn(await joinedTo(db, member, limit));
  const { rows } = await sql<NearRow>`
    with named (story) as (
      select story from story_member where number in ${numbers}
      union select article_id from story_member where number in ${numbers}
    )
    select member.number, member.article_id, member.story, member.at, member.rule, member.copy_of,
      member.signature,
      case when exists (select 1 from edition_item as item where item.article_id = member.article_id)
        or exists (select 1 from edition_told as told where told.article_id = member.article_id)
        then 1 else 0 end as carried
    from story_member as member
    join article on article.id = member.article_id
    where (member.number in ${numbers} or member.story in (select story from named))
      and ${isOut(now)}
    order by member.number = ${member} desc, member.at desc, member.number desc
    limit ${limit}
  `.execute(db);
  return rows.map(({ article_id: article, copy_of: copyOf, carried, signature, ...row }) => ({
    ...{ ...row, article, copyOf, isCarried: carried === 1 },
    signature: signature === null ? null : fromJson(signature),
  }));
}

/** Whom links above 0 lead to, step by step: a query for all steps could not be limited in both databases. */
async function joinedTo(db: Database, member: number, limit: number): Promise<readonly number[]> {
  const near = new Set([member]);
  for (let last = [member]; last.length > 0 && near.size < limit; ) {
    const { rows } = await sql<{ number: number }>`
      select other as number from story_link where one in ${numbersIn(last)} and score > 0
      union select one from story_link where other in ${numbersIn(last)} and score > 0
      order by 1
    `.execute(db);
    last = rows.map(({ number }) => number).filter((number) => !near.has(number));
    for (const number of last.slice(0, limit - near.size)) near.add(number);
  }
  return [...near];
}

export async function linksAmong(
  db: Database,
  members: readonly Pick<NearMember, "number" | "article">[],
): Promise<readonly FoundLink[]> {
  const articles = new Map(members.map(({ number, article }) => [number, article]));
  const numbers = numbersIn(articles.keys());
  const { rows } = await sql<Schema["story_link"]>`
    select one, other, score, shared from story_link
    where one in ${numbers} and other in ${numbers}
  `.execute(db);
  return rows.flatMap(({ one, other, score, shared }): readonly FoundLink[] => {
    const [here, there] = [articles.get(one), articles.get(other)];
    if (here === undefined || there === undefined) return [];
    return [{ one: here, other: there, score, shared: fromJson(shared) }];
  });
}

export async function storiesOfOthers(
  db: Database,
  members: readonly NearMember[],
): Promise<ReadonlySet<StoryId>> {
  const articles = textsIn(members.map(({ article }) => article));
  const { rows } = await sql<{ story: StoryId }>`
    select distinct story from story_member
    where story in ${articles} and article_id not in ${articles}
  `.execute(db);
  return new Set(rows.map(({ story }) => story));
}

/** What a member has in common with others, by scores between these. */
export async function linksOf(
  db: Database,
  article: ArticleId,
  above: number,
  below: number,
): Promise<readonly FoundLink[]> {
  const { rows } = await sql<{
    other: ArticleId;
    score: number;
    shared: Schema["story_link"]["shared"];
  }>`
    with own (number) as (select number from story_member where article_id = ${article})
    select member.article_id as other, link.score, link.shared
    from story_link as link join own on own.number = link.one
      join story_member as member on member.number = link.other
    where link.score > ${above} and link.score < ${below}
    union all
    select member.article_id as other, link.score, link.shared
    from story_link as link join own on own.number = link.other
      join story_member as member on member.number = link.one
    where link.score > ${above} and link.score < ${below}
    order by 2 desc, 1
  `.execute(db);
  return rows.map(({ other, score, shared }) => {
    return { one: article, other, score: Number(score), shared: fromJson(shared) };
  });
}

export async function opinionsAmong(
  db: Database,
  articles: readonly ArticleId[],
): Promise<readonly PairOpinion[]> {
  if (articles.length < 2) return [];
  const rows = await db
    .selectFrom("pair_opinion")
    .selectAll()
    .where("one", "in", textsIn(articles))
    .where("other", "in", textsIn(articles))
    .execute();
  return rows.map(({ one, other, is_same }) => ({ one, other, isSame: is_same === 1 }));
}

export async function keepOpinion(writing: Writing, opinion: PairOpinion): Promise<void> {
  const [one, other] = [opinion.one, opinion.other].toSorted();
  if (one === undefined || other === undefined) return;
  const is_same = opinion.isSame ? 1 : 0;
  await writing
    .insertInto("pair_opinion")
    .values({ one, other, is_same })
    .onConflict((conflict) => conflict.columns(["one", "other"]).doUpdateSet({ is_same }))
    .execute();
}

export async function dropOpinions(writing: Writing, article: ArticleId): Promise<void> {
  await writing
    .deleteFrom("pair_opinion")
    .where(({ eb, or }) => or([eb("one", "=", article), eb("other", "=", article)]))
    .execute();
}
