import { sql } from "kysely";
import type { ArticleId } from "#core/article/article.ts";
import type { Instant } from "#core/article/instant.ts";
import type { Filed } from "#core/digest/edition.ts";
import type { StoryId } from "#core/story/story.ts";
import { isOut } from "./filed.ts";
import { toFiledOnce } from "./filed-once.ts";
import type { Ordering } from "./progress.ts";
import type { Database, RevisionTable } from "./schema.ts";

/** Reports of a strand that are looked back to: the latest that a place has carried. */
const MOST_KNOWN = 8;

/** Whose reports are asked about. */
interface Asked {
  readonly stories: ReadonlySet<StoryId>;
  /** Articles themselves, which may stand in no story. */
  readonly ids: readonly ArticleId[];
  readonly strands: ReadonlyMap<ArticleId, ArticleId>;
}

interface KnownRow extends Pick<RevisionTable, "article" | "brief"> {
  readonly id: ArticleId;
}

/** What a place has carried of these, as it carried it, by strand, without what may not be shown now. */
export async function knownReports(
  db: Database,
  { id }: Ordering,
  { stories, ids, strands }: Asked,
  { now, asOf }: { readonly now: Instant; readonly asOf: Instant },
): Promise<ReadonlyMap<ArticleId, readonly Filed[]>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<KnownRow>`
    with mate (id) as (
      select article_id from story_member
      where story in (select value from json_each(${JSON.stringify([...stories])}))
      union
      select value from json_each(${JSON.stringify(ids)})
    ),
    carried as (
      select mate.id, max(item.revision) as revision, max(item.slot) as slot
      from mate join edition_item as item on item.subscription = ${id}
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
  const byStrand = Map.groupBy(rows, (row) => strands.get(row.id) ?? row.id);
  return new Map(
    [...byStrand].map(([strand, of]) => [strand, of.slice(0, MOST_KNOWN).map(toFiledOnce)]),
  );
}
