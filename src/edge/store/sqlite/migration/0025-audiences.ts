import { sql } from "kysely";
import type { Migration } from "kysely/migration";
import { fillAudiences } from "../../fill-audiences.ts";

/** For whom an article is by its copy alone: 0 anyone, 1 whoever is not of the outside world, 2 the desk alone. */
export const audiences: Migration = {
  async up(db) {
    await sql.raw("alter table article add column audience integer not null default 0").execute(db);
    await fillAudiences(db);
  },
};
