import { sql } from "kysely";
import type { Migration } from "kysely/migration";

/** Who is signed in on the page, as in SQLite's 0026-sessions. */
export const sessions: Migration = {
  async up(db) {
    for (const statement of [
      `create table sign_in_link (
         hash text collate "C" primary key,
         asker text collate "C" not null,
         name text collate "C" not null,
         role text collate "C" not null,
         until bigint not null
       )`,
      "create index sign_in_link_asker on sign_in_link (asker)",
      `create table page_session (
         hash text collate "C" primary key,
         asker text collate "C" not null,
         name text collate "C" not null,
         role text collate "C" not null,
         proof text collate "C" not null,
         begun bigint not null,
         seen bigint not null
       )`,
      "create index page_session_asker on page_session (asker)",
    ]) {
      await sql.raw(statement).execute(db);
    }
  },
};
