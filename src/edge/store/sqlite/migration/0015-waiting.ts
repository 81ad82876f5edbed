import { sql } from "kysely";
import type { Migration } from "kysely/migration";

/**
 * What waits: to be claimed, without reading what is on its way (thousands of posts may be, and each that arrives has the
 * outbox looked through anew), and to be read, without reading the rest of the ledger. In the words of `outbox.ts` and
 * `ledger.ts`.
 */
export const waiting: Migration = {
  async up(db) {
    for (const statement of [
      "create index delivery_waiting on delivery (due, platform, subscription, slot, part) where state = 'waiting'",
      "create index ledger_quarantined on ledger (path, number) where stage = 'quarantined'",
    ]) {
      await sql.raw(statement).execute(db);
    }
  },
};
