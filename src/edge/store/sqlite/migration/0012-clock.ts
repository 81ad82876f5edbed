import { sql } from "kysely";
import type { Migration } from "kysely/migration";

/**
 * Slots are numbered as they are dealt with, each subscription's by itself: where the clock was put back,
 * the last one dealt with is not the latest. Those of before are all 0, and in the order of their time.
 */
export const clock: Migration = {
  async up(db) {
    for (const statement of [
      "alter table slot add column number integer not null default 0",
      "create index slot_in_turn on slot (subscription, number, slot) where at_once = 0",
    ]) {
      await sql.raw(statement).execute(db);
    }
  },
};
