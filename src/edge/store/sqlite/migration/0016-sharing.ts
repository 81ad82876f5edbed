import { sql } from "kysely";
import type { Migration } from "kysely/migration";

/**
 * Several processes share what is to be posted: by lanes, into which places are sorted (`desk/lane.ts`; what waits already
 * stands in the first), and whose a claim is, by the token of a shift. Which interactions one of
 * them answers.
 */
export const sharing: Migration = {
  async up(db) {
    for (const statement of [
      "alter table delivery add column lane integer not null default 0",
      "alter table delivery add column claimant integer",
      "create table interaction (id text primary key, at integer not null) strict",
      "create index interaction_at on interaction (at)",
    ]) {
      await sql.raw(statement).execute(db);
    }
  },
};
