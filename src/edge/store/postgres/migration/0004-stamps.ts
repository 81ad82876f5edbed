import { sql } from "kysely";
import type { Migration } from "kysely/migration";

/**
 * Each text has a stamp, as in SQLite's 0018-stamps. Who is at work is relieved: an earlier version would restate a text and
 * leave the stamp by which others know it.
 */
export const stamps: Migration = {
  async up(db) {
    for (const statement of [
      `alter table article_revision add column stamp text collate "C" not null default gen_random_uuid()::text`,
      "delete from shift",
    ]) {
      await sql.raw(statement).execute(db);
    }
  },
};
