import { type SqlBool, sql } from "kysely";
import type { Instant } from "#core/article/instant.ts";
import type { Subscription } from "#core/digest/subscription.ts";
import type { Order } from "#core/digest/verdict.ts";
import type { Passed, Passing } from "#desk/port/editions.ts";
import { isIn } from "./filed.ts";
import { later } from "./later.ts";
import type { Database, Writing } from "./schema.ts";
import { say, textsIn } from "./tongue.ts";

/** Whose articles, and which. */
export type Ordering = Order & Pick<Subscription, "id">;

/** Those before their first slot are left out. */
export async function progressOf(
  db: Database,
  subscriptions: readonly string[],
): Promise<ReadonlyMap<string, Passed>> {
  const rows = await db
    .selectFrom("progress")
    .select(["subscription", "number", "at"])
    .where("subscription", "in", textsIn(subscriptions))
    .execute();
  return new Map(rows.map(({ subscription, number, at }) => [subscription, { number, at }]));
}

const LAST = sql`(select coalesce(max(number), 0) from article)`;
const PASSING = { subscription: "text", most: "whole", at: "whole" } as const;

/** Notes how far each has got, where the article with that number waits for the next slot, or none does. */
export async function storeProgress(
  writing: Writing,
  all: readonly Passing[],
  at: Instant,
): Promise<void> {
  if (all.length === 0) return;
  const rows = all.map(({ subscription, waiting }) => {
    return { subscription, most: (waiting ?? Number.MAX_SAFE_INTEGER) - 1, at };
  });
  const number = say((tongue) => tongue.lesserOf(sql`own.most`, LAST));
  const passed = sql`
    insert into progress (subscription, ordered, number, at)
    select own.subscription, '', ${number}, own.at
    from ${say((tongue) => tongue.recordsIn(rows, "own", PASSING))} where true
    on conflict (subscription) do update
      set ordered = excluded.ordered, number = excluded.number, at = excluded.at
  `;
  await later(writing, passed);
}

/** What was filed since, and what was held then: one indexed query each, which an `or` would not be. */
export function notPassed({ number, at }: Passed) {
  return sql<SqlBool>`article.newness in (
    select newness from article where number > ${number}
    union all select newness from article where ${isIn(at)}
  )`;
}
