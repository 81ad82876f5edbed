import { sql } from "kysely";
import type { ArticleId } from "#core/article/article.ts";
import type { Instant } from "#core/article/instant.ts";
import type { StoryId } from "#core/story/story.ts";
import { strandsOf } from "#core/story/strand.ts";
import { isOut } from "./filed.ts";
import type { Database } from "./schema.ts";
import { textsIn } from "./tongue.ts";

/** The strands of stories, by what readers may see now: nothing that is held leads from one report to another. */
export async function strandsIn(
  db: Database,
  stories: Iterable<StoryId>,
  least: number,
  now: Instant,
): Promise<ReadonlyMap<ArticleId, ArticleId>> {
  const asked = new Set(stories);
  if (asked.size === 0) return new Map();
  const { rows } = await sql<{ one: ArticleId; other: ArticleId }>`
    with mate as (
      select member.number, member.article_id, member.story
      from story_member as member join article on article.id = member.article_id
      where member.story in ${textsIn(asked)}
        and ${isOut(now)}
    )
    select one.article_id as one, other.article_id as other
    from mate as one
    join story_link as link on link.one = one.number and link.score >= ${least}
    join mate as other on other.number = link.other and other.story = one.story
  `.execute(db);
  return strandsOf(rows.map(({ one, other }) => [one, other] as const));
}
