import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { ArticleId } from "#core/article/article.ts";
import type { StoryId } from "#core/story/story.ts";
import type { Look, Offer, Span } from "#desk/port/editions.ts";
import { isIn, isOut } from "./filed.ts";
import { readersOf, revisionKey } from "./filed-once.ts";
import { mayBeOrdered } from "./ordered.ts";
import type { Ordering } from "./progress.ts";
import type { Database } from "./schema.ts";
import { askAll } from "./several.ts";

/** What each may have ordered and has not had, newest first: all are asked at one time, and each text is read once. */
export async function offersFor(
  db: Database,
  looks: readonly Look[],
): Promise<readonly (readonly Offer[])[]> {
  const [first] = looks;
  if (first === undefined) return [];
  const found = await askAll(
    db,
    looks.map(({ subscription, span }) => offersQuery(subscription, span)),
  );
  const rows = found.flat();
  const readers = await readersOf(db, [...rows, ...rows.flatMap(hadOf)], first.span.now);
  const read = (one: Parameters<typeof revisionKey>[0]) => readers.get(revisionKey(one))?.();
  return found.map((own) =>
    own.flatMap((row) => {
      const filed = read(row);
      if (filed === undefined) return [];
      const { number, carried, story, copy_of: copyOf } = row;
      const [had = null] = hadOf(row).map((one) => read(one)?.article ?? null);
      return [{ filed, number, carried, read: had, story, copyOf }];
    }),
  );
}

interface Had {
  readonly id: string;
  readonly carried: number | null;
  readonly told: number | null;
}

/** The revision that a place has had last, by itself or behind another report; none for most. Its stamp nobody has asked for. */
function hadOf({ id, carried, told }: Had) {
  const revision = Math.max(carried ?? 0, told ?? 0);
  return revision === 0 ? [] : [{ id, revision, stamp: "" }];
}

interface OfferRow extends Had {
  readonly number: number;
  readonly revision: number;
  readonly stamp: string;
  readonly story: StoryId | null;
  readonly copy_of: ArticleId | null;
}

/** An index answers what it has carried, and what it was told behind another, without reading a row. */
export function offersQuery(ordering: Ordering, span: Span) {
  const carried = sql<number | null>`(
    select max(item.revision) from edition_item as item
    where item.subscription = ${ordering.id} and item.article_id = looked.id
      and item.slot <= ${span.asOf}
  )`;
  const told = sql<number | null>`(
    select max(told.revision) from edition_told as told
    where told.subscription = ${ordering.id} and told.article_id = looked.id
      and told.slot <= ${span.asOf}
  )`;
  return sql<OfferRow>`
    with looked (newness, number, id, revision) as ${lookedAt(ordering, span)}
    select looked.number, looked.id, looked.revision, latest.stamp, ${carried} as carried, ${told} as told,
      member.story, member.copy_of
    from looked
    join article_revision as latest on latest.article_id = looked.id and latest.revision = looked.revision
    left join story_member as member on member.article_id = looked.id
    where ${isBefore(carried)} and ${isBefore(told)}
    order by looked.newness desc
    ${span.limit === null ? sql`` : sql`limit ${span.limit}`}
  `;
}

/**
 * What is looked at, before it is asked of any what the place has had: of what came since, or was held then, by an index
 * each. Where all is looked at, the newest of all are found first. The plus keeps an index from being asked which
 * were taken in by now: all that are stored were.
 */
function lookedAt(ordering: Ordering, { now, asOf, since }: Span) {
  const columns = sql`article.newness, article.number, article.id, article.revision`;
  const open = sql<SqlBool>`${isOut(now)} and +article.taken_in <= ${asOf} and ${mayBeOrdered(ordering)}`;
  if (since === null) return sql`(select ${columns} from article where ${open})`;
  const { number, at } = since;
  return sql`materialized (
    select ${columns} from article where article.number > ${number} and ${open}
    union all
    select ${columns} from article where article.number <= ${number} and ${isIn(at)} and ${open}
  )`;
}

/** Not as a condition that it has had no such row: PostgreSQL would look for that among those of all places. */
function isBefore(revision: RawBuilder<number | null>) {
  return sql<SqlBool>`coalesce(${revision}, 0) < looked.revision`;
}
