import { sql } from "kysely";
import type { Migration } from "kysely/migration";
import { fillAudiences } from "../../fill-audiences.ts";

/**
 * For whom an article is, as in SQLite's 0025-audiences. Who is at work is relieved: an earlier version would file copy that
 * is not for anyone as if it were.
 */
export const audiences: Migration = {
  async up(db) {
    await sql.raw("alter table article add column audience bigint not null default 0").execute(db);
    await fillAudiences(db);
    await sql`delete from shift`.execute(db);
  },
};
