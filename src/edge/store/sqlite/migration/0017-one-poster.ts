import { sql } from "kysely";
import type { Migration } from "kysely/migration";

/** One process posts, so that what is to be posted stands in no lanes any more. */
export const onePoster: Migration = {
  async up(db) {
    await sql.raw("alter table delivery drop column lane").execute(db);
  },
};
