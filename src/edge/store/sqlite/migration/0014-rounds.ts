import { sql } from "kysely";
import type { Migration } from "kysely/migration";

/**
 * What each round of the minute asks, without reading what thousands of places have posted: what a file was found to be
 * (`sight.ts`, in the same words), and which posts are outdated (`corrections.ts`).
 */
export const rounds: Migration = {
  async up(db) {
    for (const statement of [
      "create index ledger_sight on ledger (path, number) where stage not in ('posted', 'told', 'gone')",
      "create index ledger_sight_at on ledger (at, path) where stage not in ('posted', 'told', 'gone')",
      "create index article_revised on article (id, revision) where revision > 1",
      "create index delivery_item_shown on delivery_item (article_id, revision)",
      "create index delivery_item_withdrawn on delivery_item (withdrawn, article_id) where withdrawn = 1",
    ]) {
      await sql.raw(statement).execute(db);
    }
  },
};
