import { sql } from "kysely";
import type { Migration } from "kysely/migration";

/**
 * What a post showed of an article before it was withdrawn, so that a release gives it back; and how
 * places take what they are sent, so that admins are told of trouble once, and of its end.
 */
export const withdrawals: Migration = {
  async up(db) {
    for (const statement of [
      "alter table delivery_item add column kept text",
      "create index delivery_by_target on delivery (target) where target is not null",
      `create table trouble (
         subscription text not null primary key,
         platform text not null,
         address text not null,
         error text not null,
         since integer not null,
         ripe integer not null,
         ended integer
       ) without rowid`,
      `create table trouble_told (
         subscription text not null,
         place text not null,
         since integer not null,
         primary key (subscription, place)
       ) without rowid`,
    ]) {
      await sql.raw(statement).execute(db);
    }
  },
};
