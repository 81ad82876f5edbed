import { sql } from "kysely";
import type { Migration } from "kysely/migration";

/** Where the bot has said who it is: once for good, also where it is sent away and invited again. */
export const greetings: Migration = {
  async up(db) {
    await sql
      .raw("create table greeting (place text primary key, at integer not null) strict")
      .execute(db);
  },
};
