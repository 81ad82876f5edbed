import { sql } from "kysely";
import type { ArticleId } from "#core/article/article.ts";
import type { Instant } from "#core/article/instant.ts";
import type { Standing } from "#desk/port/ledger.ts";
import { isIn } from "./filed.ts";
import { DECISION, isKilled } from "./held-copy.ts";
import type { Database } from "./schema.ts";
import { isSight } from "./sight.ts";

interface Row {
  readonly path: string;
  readonly kind: Standing["kind"];
  readonly rule: string;
  readonly at: Instant;
  readonly articleId: ArticleId | null;
  readonly number: number | null;
}

/**
 * Where every path first seen at or after `since` stands: by its latest sight, and for what was filed
 * by the article that it became.
 */
export async function standingsAt(
  db: Database,
  since: Instant,
  now: Instant,
): Promise<readonly Standing[]> {
  const { rows } = await sql<Row>`
    with fresh as (
      select path from ledger as new where new.at >= ${since} and ${isSight("new")}
        and not exists (
          select 1 from ledger as old
          where old.path = new.path and old.at < ${since} and ${isSight("old")}
        )
    ),
    sight as (
      select path, max(number) as last from ledger as all_sights
      where ${isSight("all_sights")} and path in (select path from fresh)
      group by path
    ),
    stood as (
      select seen.path, seen.rule, seen.at, seen.stage, seen.article_id as "articleId",
        article.number as filing,
        article.path as other, case
          when seen.stage in ('quarantined', 'retried', 'dismissed') then 'quarantined'
          when seen.stage = 'merged' or article.path <> seen.path then 'merged'
          when ${isKilled} or ${DECISION} = 'kill' then 'killed'
          when ${isIn(now)} then 'held'
          when exists (
            select 1 from ledger as post where post.article_id = article.id and post.stage = 'posted'
          ) then 'posted'
          when exists (
            select 1 from ledger as told where told.article_id = article.id and told.stage = 'told'
              and not exists (
                select 1 from ledger as later where later.article_id = article.id
                  and later.stage = 'left-out' and later.number > told.number
              )
          ) then 'told'
          else 'open' end as kind
      from sight join ledger as seen on seen.number = sight.last
      left join article on article.id = seen.article_id
      left join article_revision as latest
        on latest.article_id = article.id and latest.revision = article.revision
      where seen.stage <> 'opened'
    )
    select path, kind, at, "articleId", filing as number,
      case when kind = 'merged' and stage not in ('merged', 'killed', 'held') then 'A newer revision lies at ' || other
        when kind = 'told' then 'Another report of its story stands for it'
        else rule end as rule
    from stood order by path
  `.execute(db);
  return rows;
}
