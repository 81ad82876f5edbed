import { sql } from "kysely";
import type { Migration } from "kysely/migration";

/**
 * What waits to be claimed, without reading what is on its way: thousands of posts may be, and each that arrives has the
 * outbox looked through anew (`outbox.ts`, in the same words).
 */
export const outboxWaiting: Migration = {
  async up(db) {
    await sql
      .raw(
        "create index delivery_waiting on delivery (due, platform, subscription, slot, part) where state = 'waiting'",
      )
      .execute(db);
  },
};
