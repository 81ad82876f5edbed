import { sql } from "kysely";
import type { Migration } from "kysely/migration";

/**
 * Editions that wait for an editor's word, and the notices by which admins were told of them. Their items stand in
 * `edition_item`, so that no later edition carries them; nothing of them is in the outbox. A row stays when it is decided, so
 * that its number, which buttons name, is never another one's, and whoever is second is told who was first.
 */
export const approval: Migration = {
  async up(db) {
    for (const statement of [
      `create table approval (
         number integer primary key,
         subscription text not null,
         slot integer not null,
         channel text not null,
         kept text not null,
         tally text,
         left_out text not null,
         at integer not null,
         goes_at integer,
         told_at integer,
         decided text check (decided in ('let-go', 'dropped', 'by-itself')),
         decided_by text,
         decided_at integer,
         unique (subscription, slot)
       ) strict`,
      "create index approval_open on approval (subscription, slot) where decided_at is null",
      `create table approval_notice (
         approval integer not null,
         key text not null,
         primary key (approval, key)
       ) strict, without rowid`,
    ]) {
      await sql.raw(statement).execute(db);
    }
  },
};
