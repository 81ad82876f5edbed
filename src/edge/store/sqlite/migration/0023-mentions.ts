import { sql } from "kysely";
import type { Migration } from "kysely/migration";

/** Whom a place has mentioned, and of which flash: once an event, whoever makes its editions. */
export const mentions: Migration = {
  async up(db) {
    await sql
      .raw(
        `create table mention (
           platform text not null,
           address text not null,
           called text not null,
           article_id text not null,
           at integer not null,
           primary key (platform, address, called, article_id)
         ) strict`,
      )
      .execute(db);
  },
};
