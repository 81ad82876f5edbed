import { sql } from "kysely";
import type { Migration } from "kysely/migration";

/**
 * What readers say is wrong, and the notices by which editors were told: in their threads it is said what became of it.
 * A report is never taken out, so that its number, which buttons name, is never another one's.
 */
export const reports: Migration = {
  async up(db) {
    for (const statement of [
      `create table report (
         number integer primary key,
         article_id text not null,
         revision integer not null,
         seen integer not null,
         by text not null,
         by_name text not null,
         what text not null,
         at integer not null,
         platform text,
         address text,
         state text not null check (state in ('open', 'awaited', 'held', 'killed', 'corrected', 'dismissed')),
         settled_at integer,
         settled_by text
       ) strict`,
      "create index report_open on report (article_id) where settled_at is null",
      "create index report_by on report (by, at)",
      "create table report_notice (key text primary key, report integer not null) strict",
      "create index report_notice_of on report_notice (report)",
    ]) {
      await sql.raw(statement).execute(db);
    }
  },
};
