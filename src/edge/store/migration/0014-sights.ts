import { sql } from "kysely";
import type { Migration } from "kysely/migration";

/**
 * Each place that posts an article adds a line to the ledger: what a file was found to be is looked for
 * without reading thousands of them. `sight.ts` has the condition, which must stay the same.
 */
export const sights: Migration = {
  async up(db) {
    for (const statement of [
      "create index ledger_sight on ledger (path, number) where stage not in ('posted', 'told', 'gone')",
      "create index ledger_sight_at on ledger (at, path) where stage not in ('posted', 'told', 'gone')",
    ]) {
      await sql.raw(statement).execute(db);
    }
  },
};
