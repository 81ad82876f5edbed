import { type SqlBool, sql } from "kysely";
import type { Instant } from "#core/article/instant.ts";
import type { Platform } from "#core/digest/subscription.ts";
import type { EmbargoGauge, Gauges, OutboxGauge } from "#desk/port/gauges.ts";
import { cameOut, IS_IN_FOR_GOOD, isIn } from "./filed.ts";
import type { Database } from "./schema.ts";

/** How the store stands, in figures. */
export class SqlGauges implements Gauges {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  async outbox(platforms: readonly Platform[]): Promise<OutboxGauge> {
    if (platforms.length === 0) return { waiting: 0, oldest: null, oldestUntried: null };
    // A place at a time: what failed at one of its parts holds back the others.
    const places = this.#db
      .selectFrom("delivery")
      .select(({ fn }) => [
        fn.countAll<number>().as("parts"),
        fn.min("slot").as("oldest"),
        fn.count<number>("error").as("failed"),
      ])
      .where("settled_at", "is", null)
      .where("platform", "in", platforms)
      .groupBy("subscription");
    const row = await this.#db
      .selectFrom(places.as("place"))
      .select(({ fn }) => [
        fn.sum<number | null>("place.parts").as("waiting"),
        fn.min("place.oldest").as("oldest"),
        fn.min("place.oldest").filterWhere(sql<SqlBool>`place.failed = 0`).as("untried"),
      ])
      .executeTakeFirstOrThrow();
    const { waiting, oldest, untried } = row;
    return { waiting: Number(waiting ?? 0), oldest, oldestUntried: untried };
  }

  async embargoes(now: Instant, by: Instant): Promise<EmbargoGauge> {
    const { embargoed, due } = await this.#db
      .selectFrom("article")
      .select(({ fn }) => [
        fn.countAll<number>().as("embargoed"),
        fn.countAll<number>().filterWhere(cameOut(now, by)).as("due"),
      ])
      .where(isIn(now))
      .where(({ not }) => not(IS_IN_FOR_GOOD))
      .executeTakeFirstOrThrow();
    return { embargoed: Number(embargoed), due: Number(due) };
  }
}
