import { sql } from "kysely";
import type { Migration } from "kysely/migration";

/** Where the bot has said who it is, as in SQLite's 0021-greetings. */
export const greetings: Migration = {
  async up(db) {
    await sql
      .raw(`create table greeting (place text collate "C" primary key, at bigint not null)`)
      .execute(db);
  },
};
