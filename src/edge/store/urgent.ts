import { type SqlBool, sql } from "kysely";
import type { ArticleId } from "#core/article/article.ts";
import type { Instant } from "#core/article/instant.ts";
import { ORDINARY_URGENCY } from "#core/digest/topic-match.ts";
import type { Passed, UrgentFound } from "#desk/port/editions.ts";
import { HELD_UNTIL, isIn, toFiled, visible } from "./filed.ts";
import type { Database } from "./schema.ts";
import { say } from "./tongue.ts";

/**
 * What is urgent among what came since, a part of it at a time, or was held then.
 *
 * The number of the last filing that was looked at is read before what is found: what is filed in between is looked at
 * once more, and nothing is missed.
 */
export async function urgentSince(
  db: Database,
  since: Passed,
  now: Instant,
  { most, limit }: { readonly most: number; readonly limit: number },
): Promise<UrgentFound> {
  const { last } = await db
    .selectFrom("article")
    .select(({ fn }) => fn.max("number").as("last"))
    .executeTakeFirstOrThrow();
  const freed = await candidates(db, now, most)
    .where("article.number", "<=", since.number)
    .where(isIn(since.at))
    .execute();
  const came = await candidates(db, now, most)
    .where("article.number", ">", since.number)
    .orderBy("article.number")
    .limit(limit)
    .execute();
  const reached = came.length < limit ? Math.max(last ?? 0, since.number) : came.at(-1)?.number;
  return { last: reached ?? since.number, found: [...freed, ...came].map(toUrgent) };
}

function candidates(db: Database, now: Instant, most: number) {
  const stated = say((tongue) => tongue.numberAt("latest.article", "urgency"));
  const urgency = sql<number>`coalesce(${stated}, ${ORDINARY_URGENCY})`;
  return visible(db, now)
    .select(["article.number", HELD_UNTIL, "latest.article", "latest.brief"])
    .select(urgency.as("urgency"))
    .where(sql<SqlBool>`${urgency} <= ${most}`);
}

function toUrgent(
  row: Parameters<typeof toFiled>[0] & Omit<UrgentFound["found"][number], "filed">,
) {
  const { number, until, urgency } = row;
  return { filed: toFiled(row), number, until, urgency: Number(urgency) };
}

const MOMENTS = sql`(select count(*) from slot where slot.subscription = asked.value and slot.at_once = 1
  and slot.at >= coalesce((select slot.at from slot where slot.subscription = asked.value and slot.at_once = 0
    order by slot.number desc, slot.slot desc limit 1), 0))`;

/** How often each was sent something between slots, since the last of them. */
export async function momentsSince(
  db: Database,
  subscriptions: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const list = subscriptions.map((value) => ({ value }));
  const asked = say((tongue) => tongue.recordsIn(list, "asked", { value: "text" }));
  const { rows } = await sql<{ subscription: string; moments: number }>`
    select asked.value as subscription, ${MOMENTS} as moments from ${asked}
  `.execute(db);
  return new Map(
    rows.flatMap(({ subscription, moments }) =>
      Number(moments) === 0 ? [] : [[subscription, Number(moments)]],
    ),
  );
}

/** Who has carried an article, in whatever revision. */
export async function carriersOf(db: Database, id: ArticleId): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom("edition_item")
    .select("subscription")
    .where("article_id", "=", id)
    .execute();
  return new Set(rows.map(({ subscription }) => subscription));
}
