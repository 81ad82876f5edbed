import { sql } from "kysely";
import type { Migration } from "kysely/migration";

/** Files that were given up for their time or memory, and when they are read again by themselves. */
export const retries: Migration = {
  async up(db) {
    await sql
      .raw(
        "create table file_retry (path text primary key, content_hash text not null, attempt integer not null, due integer not null) strict",
      )
      .execute(db);
  },
};
