import { sql } from "kysely";
import type { Migration } from "kysely/migration";

/** When the store was restored from a backup, as in SQLite's 0029-restoration. */
export const restoration: Migration = {
  async up(db) {
    await sql
      .raw(
        `create table restoration (
           at bigint primary key,
           made_at bigint,
           unsent bigint not null,
           waiting bigint not null,
           last bigint not null,
           closed_at bigint
         )`,
      )
      .execute(db);
  },
};
