import { type SqlBool, sql } from "kysely";
import type { Instant } from "#core/article/instant.ts";
import type { Order } from "#core/digest/select.ts";
import type { Subscription } from "#core/digest/subscription.ts";
import { toJson } from "./json.ts";
import { topic } from "./ordered.ts";
import type { Writing } from "./schema.ts";

/** Whose articles, and which. */
export type Ordering = Order & Pick<Subscription, "id">;

/**
 * How far a subscription has got: each article filed up to `number` has been carried, was not
 * ordered, or could not be seen at `at` yet (`notPassed` looks at those again). A slot then
 * looks at what came since, and not at 100,000 articles that the place carried long ago.
 */
export interface Progress {
  readonly number: number;
  readonly at: Instant;
}

/** `null` before the first slot, and when another order was given since: both look at everything. */
export async function progressOf(writing: Writing, ordering: Ordering): Promise<Progress | null> {
  const row = await writing
    .selectFrom("progress")
    .select(["number", "at"])
    .where("subscription", "=", ordering.id)
    .where("ordered", "=", ordered(ordering))
    .executeTakeFirst();
  return row ?? null;
}

/** Notes how far it has got, when those numbers are `left` of what it was offered. */
export async function storeProgress(
  writing: Writing,
  ordering: Ordering,
  at: Instant,
  left: readonly number[],
): Promise<void> {
  const first = left.reduce((least, number) => Math.min(least, number), Number.MAX_SAFE_INTEGER);
  const { last } = await writing
    .selectFrom("article")
    .select(({ fn }) => fn.max("number").as("last"))
    .executeTakeFirstOrThrow();
  const progress = { ordered: ordered(ordering), number: Math.min(first - 1, last ?? 0), at };
  await writing
    .insertInto("progress")
    .values({ subscription: ordering.id, ...progress })
    .onConflict((conflict) => conflict.column("subscription").doUpdateSet(progress))
    .execute();
}

/**
 * What was filed since, and what could not be seen then: held, or taken in by a clock that was ahead.
 * One indexed query each, which an `or` would not be.
 */
export function notPassed({ number, at }: Progress) {
  return sql<SqlBool>`article.newness in (
    select newness from article where number > ${number}
    union all select newness from article where embargo_until > ${at}
    union all select newness from article where taken_in > ${at}
  )`;
}

function ordered({ sections, tags }: Order): string {
  return toJson([sections.map(topic), tags.map(topic)]);
}
