import { type SqlBool, sql } from "kysely";
import type { Instant } from "#core/article/instant.ts";
import type { Subscription } from "#core/digest/subscription.ts";
import type { Order } from "#core/digest/verdict.ts";
import type { Passed } from "#desk/port/editions.ts";
import { isIn } from "./filed.ts";
import type { Database, Writing } from "./schema.ts";

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

/** Notes how far it has got, where the article with that number waits for the next slot, or none does. */
export async function storeProgress(
  writing: Writing,
  subscription: string,
  at: Instant,
  waiting: number | null,
): Promise<void> {
  const { last } = await writing
    .selectFrom("article")
    .select(({ fn }) => fn.max("number").as("last"))
    .executeTakeFirstOrThrow();
  const progress = {
    ordered: "",
    number: Math.min((waiting ?? Number.MAX_SAFE_INTEGER) - 1, last ?? 0),
    at,
  };
  await writing
    .insertInto("progress")
    .values({ subscription, ...progress })
    .onConflict((conflict) => conflict.column("subscription").doUpdateSet(progress))
    .execute();
}

/** What was filed since, and what was held then: one indexed query each, which an `or` would not be. */
export function notPassed({ number, at }: Passed) {
  return sql<SqlBool>`article.newness in (
    select newness from article where number > ${number}
    union all select newness from article where ${isIn(at)}
  )`;
}
