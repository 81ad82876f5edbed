import { sql } from "kysely";
import type { Instant } from "#core/article/instant.ts";
import type { FoundLink } from "#core/story/place.ts";
import type { StoryId } from "#core/story/story.ts";
import type { NearMember } from "#desk/port/story-members.ts";
import { isOut } from "./filed.ts";
import { fromJson, toJson } from "./json.ts";
import type { Database, Schema } from "./schema.ts";

/** Keeps what a member has in common with others. */
export async function addLinks(
  db: Database,
  member: number,
  links: readonly FoundLink[],
): Promise<void> {
  if (links.length === 0) return;
  const rows = links.map(({ other, score, shared }) => ({ other, score, shared: toJson(shared) }));
  await sql`
    insert into story_link (one, other, score, shared)
    select ${member}, story_member.number, link.value ->> 'score', link.value ->> 'shared'
    from json_each(${JSON.stringify(rows)}) as link
    join story_member on story_member.article_id = link.value ->> 'other'
    where true
    on conflict (one, other) do nothing
  `.execute(db);
}

interface NearRow
  extends Pick<Schema["story_member"], "article_id" | "story" | "at" | "rule" | "copy_of"> {
  readonly number: number;
  readonly carried: 0 | 1;
  readonly forgotten: 0 | 1;
}

export async function nearTo(
  db: Database,
  member: number,
  limit: number,
  now: Instant,
): Promise<readonly NearMember[]> {
  const { rows } = await sql<NearRow>`
    with recursive near (number) as (
      select ${member}
      union select link.other from near join story_link as link on link.one = near.number and link.score > 0
      union select link.one from near join story_link as link on link.other = near.number and link.score > 0
      limit ${limit}
    ),
    named (story) as (
      select story from story_member where number in (select number from near)
      union select article_id from story_member where number in (select number from near)
    )
    select member.number, member.article_id, member.story, member.at, member.rule, member.copy_of,
      case when member.signature is null then 1 else 0 end as forgotten,
      case when exists (select 1 from edition_item as item where item.article_id = member.article_id)
        or exists (select 1 from edition_told as told where told.article_id = member.article_id)
        then 1 else 0 end as carried
    from story_member as member
    join article on article.id = member.article_id
    where (member.number in (select number from near) or member.story in (select story from named))
      and ${isOut(now)}
    order by member.number = ${member} desc, member.at desc, member.number desc
    limit ${limit}
  `.execute(db);
  return rows.map(({ article_id: article, copy_of: copyOf, carried, forgotten, ...row }) => ({
    ...{ ...row, article, copyOf },
    ...{ isCarried: carried === 1, isForgotten: forgotten === 1 },
  }));
}

export async function linksAmong(
  db: Database,
  members: readonly NearMember[],
): Promise<readonly FoundLink[]> {
  const articles = new Map(members.map(({ number, article }) => [number, article]));
  const numbers = JSON.stringify([...articles.keys()]);
  const { rows } = await sql<Schema["story_link"]>`
    select one, other, score, shared from story_link
    where one in (select value from json_each(${numbers}))
      and other in (select value from json_each(${numbers}))
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
  const articles = JSON.stringify(members.map(({ article }) => article));
  const { rows } = await sql<{ story: StoryId }>`
    select distinct story from story_member
    where story in (select value from json_each(${articles}))
      and article_id not in (select value from json_each(${articles}))
  `.execute(db);
  return new Set(rows.map(({ story }) => story));
}
