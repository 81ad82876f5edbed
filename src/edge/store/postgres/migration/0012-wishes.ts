import { sql } from "kysely";
import type { Migration } from "kysely/migration";

const TEXT = `text collate "C"`;

/** What editors want of the next edition of a place, as in SQLite's 0027-wishes. */
export const wishes: Migration = {
  async up(db) {
    for (const statement of [
      `create table wished_order (
         subscription ${TEXT} primary key,
         ids ${TEXT} not null,
         by ${TEXT} not null,
         at bigint not null
       )`,
      `create table left_out (
         subscription ${TEXT} not null,
         article_id ${TEXT} not null,
         until ${TEXT} not null check (until in ('next', 'past', 'good')),
         by ${TEXT} not null,
         at bigint not null,
         primary key (subscription, article_id)
       )`,
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
