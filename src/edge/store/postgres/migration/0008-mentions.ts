import { sql } from "kysely";
import type { Migration } from "kysely/migration";

/** Whom a place has mentioned, and of which flash, as in SQLite's 0023-mentions. */
export const mentions: Migration = {
  async up(db) {
    await sql
      .raw(
        `create table mention (
           platform text collate "C" not null,
           address text collate "C" not null,
           called text collate "C" not null,
           article_id text collate "C" not null,
           at bigint not null,
           primary key (platform, address, called, article_id)
         )`,
      )
      .execute(db);
  },
};
