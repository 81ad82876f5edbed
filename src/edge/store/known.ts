import { sql } from "kysely";
import type { ArticleId } from "#core/article/article.ts";
import type { StoryId } from "#core/story/story.ts";
import type { CarriedReport, Span } from "#desk/port/editions.ts";
import { isOut } from "./filed.ts";
import { toFiledOnce } from "./filed-once.ts";
import type { Database, RevisionTable } from "./schema.ts";
import { textsIn } from "./tongue.ts";

interface KnownRow extends Pick<RevisionTable, "article" | "brief"> {
  readonly id: ArticleId;
}

/** What a place has carried of these, as it carried it, the latest first, without what may not be shown now. */
export async function carriedBy(
  db: Database,
  subscription: string,
  { stories, ids }: { readonly stories: ReadonlySet<StoryId>; readonly ids: readonly ArticleId[] },
  { now, asOf }: Pick<Span, "now" | "asOf">,
): Promise<readonly CarriedReport[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<KnownRow>`
    with mate (id) as (
      select article_id from story_member
      where story in ${textsIn(stories)}
      union
      select id from article where id in ${textsIn(ids)}
    ),
    carried as (
      select mate.id, max(item.revision) as revision, max(item.slot) as slot
      from mate join edition_item as item on item.subscription = ${subscription}
        and item.article_id = mate.id and item.slot <= ${asOf}
      group by mate.id
    )
    select carried.id, shown.article, shown.brief
    from carried
    join article on article.id = carried.id
      and ${isOut(now)}
    join article_revision as shown on shown.article_id = carried.id
      and shown.revision = carried.revision
    order by carried.slot desc
  `.execute(db);
  return rows.map(({ id, ...row }) => ({ id, read: () => toFiledOnce(row) }));
}
