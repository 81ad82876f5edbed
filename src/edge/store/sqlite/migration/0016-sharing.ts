import { sql } from "kysely";
import type { Migration } from "kysely/migration";

/**
 * Several processes share what is to be posted: by lanes, into which places are sorted (`desk/lane.ts`; what waits already
 * stands in the first), and whose a claim is, by the token of a shift.
 */
export const sharing: Migration = {
  async up(db) {
    for (const statement of [
      "alter table delivery add column lane integer not null default 0",
      "alter table delivery add column claimant integer",
    ]) {
      await sql.raw(statement).execute(db);
    }
  },
};
