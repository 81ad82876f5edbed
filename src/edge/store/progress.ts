import { type SqlBool, sql } from "kysely";
import type { Instant } from "#core/article/instant.ts";
import type { Subscription } from "#core/digest/subscription.ts";
import type { Order } from "#core/digest/verdict.ts";
import type { Passed } from "#desk/port/editions.ts";
import { isIn } from "./filed.ts";
import { later } from "./later.ts";
import type { Database, Writing } from "./schema.ts";
import { say } from "./tongue.ts";

/** Whose articles, and which. */
export type Ordering = Order & Pick<Subscription, "id">;

/** `null` before the first slot. */
export async function progressOf(db: Database, subscription: string): Promise<Passed | null> {
  const row = await db
    .selectFrom("progress")
    .select(["number", "at"])
    .where("subscription", "=", subscription)
    .executeTakeFirst();
  return row ?? null;
}

const LAST = sql`(select coalesce(max(number), 0) from article)`;

/** Notes how far it has got, where the article with that number waits for the next slot, or none does. */
export async function storeProgress(
  writing: Writing,
  subscription: string,
  at: Instant,
  waiting: number | null,
): Promise<void> {
  const most = (waiting ?? Number.MAX_SAFE_INTEGER) - 1;
  const number = say((tongue) => tongue.lesserOf(sql`cast(${most} as bigint)`, LAST));
  const row = sql`
    insert into progress (subscription, ordered, number, at) values (${subscription}, '', ${number}, ${at})
    on conflict (subscription) do update
      set ordered = excluded.ordered, number = excluded.number, at = excluded.at
  `;
  await later(writing, row);
}

/** What was filed since, and what was held then: one indexed query each, which an `or` would not be. */
export function notPassed({ number, at }: Passed) {
  return sql<SqlBool>`article.newness in (
    select newness from article where number > ${number}
    union all select newness from article where ${isIn(at)}
  )`;
}
