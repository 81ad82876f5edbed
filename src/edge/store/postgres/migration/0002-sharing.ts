import { sql } from "kysely";
import type { Migration } from "kysely/migration";

const TEXT = `text collate "C"`;

/**
 * Several processes share the work: each has a shift of its own, by its token, and what is to be posted stands in lanes (as in
 * SQLite's 0016-sharing). Whoever had the one shift of before is relieved.
 */
export const sharing: Migration = {
  async up(db) {
    for (const statement of [
      "alter table delivery add column lane bigint not null default 0",
      "alter table delivery add column claimant bigint",
      `create table interaction (id ${TEXT} primary key, at bigint not null)`,
      "create index interaction_at on interaction (at)",
      "drop table shift",
      // Tokens are never given twice: what a process writes under one that is gone is refused.
      `create table shift (
         token bigint generated always as identity primary key,
         owner ${TEXT} not null,
         duties ${TEXT} not null,
         since timestamptz not null,
         until timestamptz not null
       )`,
    ]) {
      await sql.raw(statement).execute(db);
    }
  },
};
