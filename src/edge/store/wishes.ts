import { sql } from "kysely";
import type { ArticleId } from "#core/article/article.ts";
import type { LeftOut, LeftOutUntil, Wishes } from "#core/digest/wishes.ts";
import type { EditionWishes, LeftForGood, Wishing } from "#desk/port/wishes.ts";
import { type Columns, insertRows } from "./insert.ts";
import { fromJson, toJson } from "./json.ts";
import type { Database, LeftOutTable, WishedOrderTable, Writing } from "./schema.ts";
import { textsIn } from "./tongue.ts";
import { asOne } from "./unit.ts";

const ORDER: Columns<WishedOrderTable> = {
  ...{ subscription: "text", ids: "text", by: "text", at: "whole" },
};
const LEFT_OUT: Columns<LeftOutTable> = {
  ...{ subscription: "text", article_id: "text", until: "text", by: "text", at: "whole" },
};

/** What editors want of the next editions. */
export class SqlWishes implements EditionWishes {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  async of(subscriptions: readonly string[]): Promise<ReadonlyMap<string, Wishes>> {
    if (subscriptions.length === 0) return new Map();
    const orders = await ordersOf(this.#db, subscriptions);
    const rows = await this.#db
      .selectFrom("left_out")
      .select(["subscription", "article_id", "until", "by"])
      .where("subscription", "in", textsIn(subscriptions))
      .execute();
    const leftOut = Map.groupBy(rows, ({ subscription }) => subscription);
    const wishing = new Set([...leftOut.keys(), ...orders.map((one) => one.subscription)]);
    return new Map(
      [...wishing].map((subscription): [string, Wishes] => {
        const order = orders.find((one) => one.subscription === subscription);
        const own = (leftOut.get(subscription) ?? []).map(
          ({ article_id, by, until }): [ArticleId, LeftOut] => [article_id, { by, until }],
        );
        return [
          subscription,
          {
            order: order === undefined ? null : { by: order.by, ids: fromJson(order.ids) },
            leftOut: new Map(own),
          },
        ];
      }),
    );
  }

  arrange(
    subscriptions: readonly string[],
    ids: readonly ArticleId[] | null,
    { by, at }: Wishing,
  ): Promise<boolean> {
    return asOne(this.#db, async (writing) => {
      const before = await ordersOf(writing, subscriptions);
      const wanted = ids === null ? null : toJson(ids);
      const isSame = subscriptions.every((one) => {
        return (before.find(({ subscription }) => subscription === one)?.ids ?? null) === wanted;
      });
      if (isSame) return false;
      await dropOrders(writing, subscriptions);
      if (wanted === null) return true;
      const rows = subscriptions.map((subscription) => ({ subscription, ids: wanted, by, at }));
      await insertRows(writing, "wished_order", ORDER, rows);
      return true;
    });
  }

  leaveOut(
    subscription: string,
    articles: readonly ArticleId[],
    until: Exclude<LeftOutUntil, "past">,
    { by, at }: Wishing,
  ): Promise<readonly ArticleId[]> {
    return asOne(this.#db, async (writing) => {
      const known = await untilOf(writing, subscription, articles);
      const fresh = articles.filter((id) => {
        return known.get(id) !== "good" && known.get(id) !== until;
      });
      const rows = fresh.map((id) => ({ subscription, article_id: id, until, by, at }));
      await insertRows(
        ...([writing, "left_out", LEFT_OUT, rows] as const),
        sql`on conflict (subscription, article_id) do update
          set until = excluded.until, by = excluded.by, at = excluded.at`,
      );
      return fresh;
    });
  }

  takeBack(subscription: string, articles: readonly ArticleId[]): Promise<readonly ArticleId[]> {
    return asOne(this.#db, async (writing) => {
      const rows = await writing
        .deleteFrom("left_out")
        .where("subscription", "=", subscription)
        .where("article_id", "in", textsIn(articles))
        .where("until", "<>", "past")
        .returning("article_id")
        .execute();
      return rows.map(({ article_id }) => article_id);
    });
  }

  async use(subscriptions: readonly string[]): Promise<void> {
    if (subscriptions.length === 0) return;
    await asOne(this.#db, async (writing) => {
      await dropOrders(writing, subscriptions);
      await writing
        .deleteFrom("left_out")
        .where("subscription", "in", textsIn(subscriptions))
        .where("until", "=", "past")
        .execute();
      await writing
        .updateTable("left_out")
        .set({ until: "past" })
        .where("subscription", "in", textsIn(subscriptions))
        .where("until", "=", "next")
        .execute();
    });
  }

  async leftForGood(): Promise<readonly LeftForGood[]> {
    return await this.#db
      .selectFrom("left_out")
      .select(["subscription", "article_id as article", "by"])
      .where("until", "=", "good")
      .orderBy("at")
      .execute();
  }
}

async function ordersOf(db: Database, subscriptions: readonly string[]) {
  return await db
    .selectFrom("wished_order")
    .select(["subscription", "ids", "by"])
    .where("subscription", "in", textsIn(subscriptions))
    .execute();
}

async function dropOrders(writing: Writing, subscriptions: readonly string[]): Promise<void> {
  await writing
    .deleteFrom("wished_order")
    .where("subscription", "in", textsIn(subscriptions))
    .execute();
}

async function untilOf(
  db: Database,
  subscription: string,
  articles: readonly ArticleId[],
): Promise<ReadonlyMap<ArticleId, LeftOutUntil>> {
  const rows = await db
    .selectFrom("left_out")
    .select(["article_id", "until"])
    .where("subscription", "=", subscription)
    .where("article_id", "in", textsIn(articles))
    .execute();
  return new Map(rows.map(({ article_id, until }) => [article_id, until]));
}
