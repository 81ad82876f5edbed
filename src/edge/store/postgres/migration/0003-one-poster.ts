import { sql } from "kysely";
import type { Migration } from "kysely/migration";

/**
 * One process posts, so that what is to be posted stands in no lanes any more (as in SQLite's 0017-one-poster). A version that
 * divided the pace of a platform claims nothing after this: beside the one that posts it would be too many.
 */
export const onePoster: Migration = {
  async up(db) {
    await sql.raw("alter table delivery drop column lane").execute(db);
  },
};
