import { type SqlBool, sql } from "kysely";
import type { ArticleId } from "#core/article/article.ts";
import type { Mentionable } from "#desk/port/editions.ts";
import type { Database } from "./schema.ts";
import { textsIn } from "./tongue.ts";

/** An event of an article is its story as it is now: what was told of may have joined it since. */
export async function mentionedOf(
  db: Database,
  { platform, address, group, articles }: Mentionable,
): Promise<ReadonlySet<ArticleId>> {
  const told = db
    .selectFrom("mention")
    .select("mention.article_id")
    .where("mention.platform", "=", platform)
    .where("mention.address", "=", address)
    .where("mention.called", "=", group);
  const itself = await told.where("mention.article_id", "in", textsIn(articles)).execute();
  const inStories = await db
    .selectFrom("story_member as own")
    .select("own.article_id")
    .where("own.article_id", "in", textsIn(articles))
    .where(
      sql<SqlBool>`exists (select 1 from story_member as other where other.story = own.story
        and other.article_id in (${told}))`,
    )
    .execute();
  return new Set([...itself, ...inStories].map(({ article_id }) => article_id));
}
