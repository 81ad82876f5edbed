import { sql } from "kysely";
import type { ArticleId } from "#core/article/article.ts";
import type { StoryId } from "#core/story/story.ts";
import type { CarriedReport, Span } from "#desk/port/editions.ts";
import { isOut } from "./filed.ts";
import { readersOf, revisionKey, type StampedRevision } from "./filed-once.ts";
import type { Database } from "./schema.ts";
import { textsIn } from "./tongue.ts";

/** What a place has carried of these, as it carried it, the latest first, without what may not be shown now. */
export async function carriedBy(
  db: Database,
  subscription: string,
  { stories, ids }: { readonly stories: ReadonlySet<StoryId>; readonly ids: readonly ArticleId[] },
  { now, asOf }: Pick<Span, "now" | "asOf">,
): Promise<readonly CarriedReport[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<StampedRevision>`
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
    select carried.id, carried.revision, shown.stamp
    from carried
    join article on article.id = carried.id
      and ${isOut(now)}
    join article_revision as shown on shown.article_id = carried.id
      and shown.revision = carried.revision
    order by carried.slot desc
  `.execute(db);
  const readers = await readersOf(db, rows, now);
  return rows.flatMap((row) => {
    const read = readers.get(revisionKey(row));
    return read === undefined ? [] : [{ id: row.id, read }];
  });
}
