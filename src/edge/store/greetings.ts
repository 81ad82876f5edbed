import type { Instant } from "#core/article/instant.ts";
import type { Greetings } from "#desk/port/greetings.ts";
import type { Database } from "./schema.ts";
import { asOne } from "./unit.ts";

/** Places that were greeted, for good. */
export class SqlGreetings implements Greetings {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  take(place: string, now: Instant): Promise<boolean> {
    return asOne(this.#db, async (writing) => {
      const taken = await writing
        .insertInto("greeting")
        .values({ place, at: now })
        .onConflict((conflict) => conflict.column("place").doNothing())
        .returning("place")
        .execute();
      return taken.length > 0;
    });
  }
}
