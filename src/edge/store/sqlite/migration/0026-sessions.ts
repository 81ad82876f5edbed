import { sql } from "kysely";
import type { Migration } from "kysely/migration";

/** Who is signed in on the page, and the links to sign in by: each by the hash of a secret that only a browser or a message has. */
export const sessions: Migration = {
  async up(db) {
    for (const statement of [
      `create table sign_in_link (
         hash text primary key,
         asker text not null,
         name text not null,
         role text not null,
         until integer not null
       ) strict`,
      "create index sign_in_link_asker on sign_in_link (asker)",
      `create table page_session (
         hash text primary key,
         asker text not null,
         name text not null,
         role text not null,
         proof text not null,
         begun integer not null,
         seen integer not null
       ) strict`,
      "create index page_session_asker on page_session (asker)",
    ]) {
      await sql.raw(statement).execute(db);
    }
  },
};
