import { sql } from "kysely";
import type { Migration } from "kysely/migration";

/** Workspaces in which the Slack app was installed; the tokens in them are sealed. */
export const installations: Migration = {
  async up(db) {
    await sql
      .raw(
        "create table slack_installation (team text primary key, sealed text not null, at integer not null) strict",
      )
      .execute(db);
  },
};
