import { sql } from "kysely";
import type { Migration } from "kysely/migration";

/** When the store was restored from a backup, and what was left to the past then (`backup/past.ts`). */
export const restoration: Migration = {
  async up(db) {
    await sql
      .raw(
        `create table restoration (
           at integer primary key,
           made_at integer,
           unsent integer not null,
           waiting integer not null,
           last integer not null,
           closed_at integer
         ) strict`,
      )
      .execute(db);
  },
};
