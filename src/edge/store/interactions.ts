import type { Instant } from "#core/article/instant.ts";
import type { Interactions } from "#desk/port/interactions.ts";
import type { Database } from "./schema.ts";
import { asOne } from "./unit.ts";

/** Milliseconds for which one is remembered; Slack repeats within an hour. */
const KEPT_FOR = 24 * 60 * 60 * 1000;

/** Interactions that are answered, or about to be. */
export class SqlInteractions implements Interactions {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  take(id: string, now: Instant): Promise<boolean> {
    return asOne(this.#db, async (writing) => {
      await writing
        .deleteFrom("interaction")
        .where("at", "<", now - KEPT_FOR)
        .execute();
      const taken = await writing
        .insertInto("interaction")
        .values({ id, at: now })
        .onConflict((conflict) => conflict.column("id").doNothing())
        .returning("id")
        .execute();
      return taken.length > 0;
    });
  }
}
