import { sql } from "kysely";
import type { Migration } from "kysely/migration";

const COLUMNS = `key, subscription, slot, part, platform, address, message, state, due, attempt, again,
  error, message_id, url, settled_at`;

const STATEMENTS = [
  // Not everything that is posted is a part of an edition: notices, edits of what stands in a
  // channel, and replies to it. `slot` puts them in the order of their channel with the parts.
  `create table parcel (
     key text primary key,
     subscription text not null,
     slot integer not null,
     part integer not null,
     kind text not null check (kind in ('post', 'edit', 'reply', 'notice')),
     target text references parcel (key),
     silent integer not null check (silent in (0, 1)),
     platform text not null,
     address text not null,
     message text not null,
     state text not null check (state in ('waiting', 'claimed', 'delivered', 'given-up')),
     due integer not null,
     attempt integer not null,
     again integer not null check (again in (0, 1)),
     error text,
     message_id text,
     url text,
     settled_at integer,
     unique (subscription, slot, part),
     check ((settled_at is null) = (state in ('waiting', 'claimed'))),
     check ((target is null) = (kind in ('post', 'notice')))
   ) strict`,
  `insert into parcel (${COLUMNS}, kind, target, silent)
     select ${COLUMNS}, 'post', null, 0 from delivery`,
  "drop table delivery",
  "alter table parcel rename to delivery",
  // Only what is still on its way is ever searched for: the index stays small as editions pile up.
  "create index delivery_open on delivery (subscription, slot, part) where settled_at is null",
  "create index delivery_given_up on delivery (settled_at) where state = 'given-up'",
  // Urgent items go out between slots; a digest that is due is not dealt with by them.
  "alter table slot add column at_once integer not null default 0 check (at_once in (0, 1))",
  // Which posts hold an article, and the revision that they show: an edit must find them all.
  `create table delivery_item (
     article_id text not null,
     revision integer not null,
     withdrawn integer not null check (withdrawn in (0, 1)),
     key text not null references delivery (key),
     primary key (article_id, key)
   ) strict, without rowid`,
];

/** An outbox that carries edits, replies and notices beside the parts of editions. */
export const outbox: Migration = {
  async up(db) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};
