import { sql } from "kysely";
import type { ArticleId } from "#core/article/article.ts";
import type { Instant } from "#core/article/instant.ts";
import { MOST_NEAR, settle } from "#core/story/neighbourhood.ts";
import { type FoundLink, placementOf } from "#core/story/place.ts";
import type { StoryId } from "#core/story/story.ts";
import { isOut } from "./filed.ts";
import { fromJson, toJson } from "./json.ts";
import type { Schema, Writing } from "./schema.ts";

/** Keeps what a member has in common with others. */
export async function addLinks(
  writing: Writing,
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
  `.execute(writing);
}

interface Near
  extends Pick<Schema["story_member"], "article_id" | "story" | "at" | "rule" | "copy_of"> {
  readonly number: number;
  /** Carried by a place, by itself or behind another report, or too old to be parted. */
  readonly stays: 0 | 1;
}

/** Parts and joins anew what hangs together with a member, among what readers may see. */
export async function settleNear(writing: Writing, member: number, now: Instant): Promise<void> {
  const near = await nearOf(writing, member, now);
  const links = await linksAmong(writing, near);
  const articles = new Map(near.map((one) => [one.number, one.article_id]));
  const found = links.flatMap(({ one, other, score, shared }): readonly FoundLink[] => {
    const [here, there] = [articles.get(one), articles.get(other)];
    if (here === undefined || there === undefined) return [];
    return [{ one: here, other: there, score, shared: fromJson(shared) }];
  });
  const stories = settle({
    reports: near.map((one) => ({
      ...{ article: one.article_id, at: one.at, isPosted: one.stays === 1 },
      story: one.number === member && one.stays === 0 ? null : one.story,
    })),
    links: found,
    others: await storiesOfOthers(writing, near),
  });
  for (const one of near) {
    const story = stories.get(one.article_id) ?? one.story;
    if (one.number !== member && story === one.story) continue;
    await move(writing, one, story, found, stories);
  }
}

/** All that are joined to a member by links that speak for it, and the rest of their stories. */
async function nearOf(writing: Writing, member: number, now: Instant): Promise<readonly Near[]> {
  const { rows } = await sql<Near>`
    with recursive near (number) as (
      select ${member}
      union select link.other from near join story_link as link on link.one = near.number and link.score > 0
      union select link.one from near join story_link as link on link.other = near.number and link.score > 0
      limit ${MOST_NEAR}
    ),
    named (story) as (
      select story from story_member where number in (select number from near)
      union select article_id from story_member where number in (select number from near)
    )
    select member.number, member.article_id, member.story, member.at, member.rule, member.copy_of,
      member.signature is null
        or exists (select 1 from edition_item as item where item.article_id = member.article_id)
        or exists (select 1 from edition_told as told where told.article_id = member.article_id)
        as stays
    from story_member as member
    join article on article.id = member.article_id
    where (member.number in (select number from near) or member.story in (select story from named))
      and ${isOut(now)}
    order by member.number = ${member} desc, member.at desc, member.number desc
    limit ${MOST_NEAR}
  `.execute(writing);
  return rows;
}

type LinkRow = Schema["story_link"];

async function linksAmong(writing: Writing, near: readonly Near[]): Promise<readonly LinkRow[]> {
  if (near.length < 2) return [];
  const numbers = JSON.stringify(near.map(({ number }) => number));
  const { rows } = await sql<LinkRow>`
    select one, other, score, shared from story_link
    where one in (select value from json_each(${numbers}))
      and other in (select value from json_each(${numbers}))
  `.execute(writing);
  return rows;
}

/** Stories that bear the name of one of these, and have none of them. */
async function storiesOfOthers(
  writing: Writing,
  near: readonly Near[],
): Promise<ReadonlySet<StoryId>> {
  const articles = JSON.stringify(near.map(({ article_id }) => article_id));
  const { rows } = await sql<{ story: StoryId }>`
    select distinct story from story_member
    where story in (select value from json_each(${articles}))
      and article_id not in (select value from json_each(${articles}))
  `.execute(writing);
  return new Set(rows.map(({ story }) => story));
}

async function move(
  writing: Writing,
  one: Near,
  story: StoryId,
  links: readonly FoundLink[],
  stories: ReadonlyMap<ArticleId, StoryId>,
): Promise<void> {
  const mates = new Set([...stories].flatMap(([id, of]) => (of === story ? [id] : [])));
  const own = links.flatMap((link) => {
    if (link.one === one.article_id) return [link];
    return link.other === one.article_id ? [{ ...link, one: link.other, other: link.one }] : [];
  });
  const duplicate = one.copy_of === null ? null : { of: one.copy_of };
  const kind = one.rule === "round-up" ? "round-up" : "report";
  const placement = placementOf(
    { article: one.article_id, kind },
    story,
    { duplicate, links: own },
    mates,
  );
  const { rule, likeness, shared } = placement;
  await writing
    .updateTable("story_member")
    .set({ story, rule, likeness, shared: toJson(shared) })
    .where("number", "=", one.number)
    .execute();
}
