import type { ArticleId } from "#core/article/article.ts";
import type { Instant } from "#core/article/instant.ts";
import type { PostLink } from "#desk/port/editions.ts";
import { isOut } from "./filed.ts";
import { isPart } from "./posted.ts";
import type { Database } from "./schema.ts";
import { textsIn } from "./tongue.ts";

/** Of an article that stands in thousands of channels so many posts are looked at: one link is shown. */
const MOST_POSTS = 64;

/**
 * Where articles that may be shown stand in posts which have an address and show them, the latest post first; of each
 * article not all of them, where there are very many.
 */
export async function linksTo(
  db: Database,
  articles: readonly ArticleId[],
  now: Instant,
): Promise<readonly PostLink[]> {
  if (articles.length === 0) return [];
  const rows = await db
    .selectFrom("article")
    .innerJoin("delivery_item as item", "item.article_id", "article.id")
    .innerJoin("delivery", "delivery.key", "item.key")
    .select([
      ...(["article.id", "delivery.subscription", "delivery.platform"] as const),
      ...(["delivery.address", "delivery.url"] as const),
    ])
    .where("article.id", "in", textsIn(articles))
    .where("item.key", "in", (query) =>
      query
        .selectFrom("delivery_item as one")
        .select("one.key")
        .whereRef("one.article_id", "=", "article.id")
        .orderBy("one.key", "desc")
        .limit(MOST_POSTS),
    )
    .where(isOut(now))
    .where("item.withdrawn", "=", 0)
    .where("delivery.state", "=", "delivered")
    .where("delivery.url", "is not", null)
    .where(isPart)
    .orderBy("delivery.slot", "desc")
    .orderBy("delivery.part")
    // Of posts of one moment the same one each time, whatever else is stored.
    .orderBy("delivery.key")
    .execute();
  return rows.flatMap(({ id, url, ...place }) =>
    url === null ? [] : [{ article: id, ...place, url }],
  );
}
