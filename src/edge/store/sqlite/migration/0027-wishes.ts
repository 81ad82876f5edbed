import { sql } from "kysely";
import type { Migration } from "kysely/migration";

/**
 * What editors want of the next edition of a place: its order, and what they leave out of it or of the place for good. The
 * ledger tells of the last, in a line that is no sight of a file: both indexes of sights are made anew without it.
 */
export const wishes: Migration = {
  async up(db) {
    for (const statement of [
      `create table wished_order (
         subscription text primary key,
         ids text not null,
         by text not null,
         at integer not null
       ) strict, without rowid`,
      `create table left_out (
         subscription text not null,
         article_id text not null,
         until text not null check (until in ('next', 'past', 'good')),
         by text not null,
         at integer not null,
         primary key (subscription, article_id)
       ) strict, without rowid`,
      "create index left_out_for_good on left_out (at) where until = 'good'",
      "drop index ledger_sight",
      "drop index ledger_sight_at",
      "create index ledger_sight on ledger (path, number) where stage not in ('posted', 'told', 'gone', 'left-out')",
      "create index ledger_sight_at on ledger (at, path) where stage not in ('posted', 'told', 'gone', 'left-out')",
    ]) {
      await sql.raw(statement).execute(db);
    }
  },
};
