import { sql } from "kysely";
import type { Migration } from "kysely/migration";

/**
 * The first tables.
 *
 * `article.newness` orders articles newest first and is the row number of the full-text tables as
 * well: a full-text query answers in the order of row numbers without sorting, so that the newest
 * 25 of 60,000 headlines that begin with "a" are found by reading 25 of them. It is the moment in
 * milliseconds times 2^20, plus a count of the articles of that millisecond (copy that gives only a
 * date shares midnight), and it is never read into JavaScript, whose numbers end at 2^53.
 */
const STATEMENTS = [
  `create table article (
     newness integer primary key,
     number integer not null unique,
     id text not null unique,
     revision integer not null check (revision > 0),
     path text not null,
     content_hash text not null,
     taken_in integer not null,
     embargo_until integer,
     section text,
     tags text not null,
     headline text not null
   ) strict`,
  "create index article_content on article (content_hash)",
  "create index article_taken_in on article (taken_in)",
  "create index article_embargo on article (embargo_until) where embargo_until is not null",
  `create table article_revision (
     article_id text not null references article (id),
     revision integer not null check (revision > 0),
     path text not null,
     content_hash text not null,
     article text not null,
     brief text not null,
     primary key (article_id, revision)
   ) strict`,
  // The words are folded and parted before they come here (words.ts); "ascii" keeps them as they are.
  `create virtual table article_words using fts5(
     headline, byline, tags, body, content='', contentless_delete=1, tokenize='ascii'
   )`,
  `create virtual table headline_words using fts5(
     headline, content='', contentless_delete=1, tokenize='ascii', prefix='1 2 3'
   )`,
  `create table ledger (
     number integer primary key autoincrement,
     path text not null,
     content_hash text not null,
     stage text not null,
     rule text not null,
     at integer not null,
     article_id text
   ) strict`,
  "create index ledger_path on ledger (path, number)",
  `create table slot (
     subscription text not null,
     slot integer not null,
     at integer not null,
     primary key (subscription, slot)
   ) strict, without rowid`,
  `create table edition (
     subscription text not null,
     slot integer not null,
     channel text not null,
     time_zone text not null,
     waiting integer not null,
     primary key (subscription, slot),
     foreign key (subscription, slot) references slot (subscription, slot)
   ) strict, without rowid`,
  `create table edition_item (
     subscription text not null,
     slot integer not null,
     position integer not null,
     article_id text not null,
     revision integer not null,
     is_update integer not null check (is_update in (0, 1)),
     primary key (subscription, slot, position),
     foreign key (subscription, slot) references edition (subscription, slot),
     foreign key (article_id, revision) references article_revision (article_id, revision)
   ) strict, without rowid`,
  "create index edition_item_carried on edition_item (subscription, article_id, revision, slot)",
  `create table delivery (
     key text primary key,
     subscription text not null,
     slot integer not null,
     part integer not null,
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
     foreign key (subscription, slot) references edition (subscription, slot),
     check ((settled_at is null) = (state in ('waiting', 'claimed')))
   ) strict`,
  `create table progress (
     subscription text primary key,
     ordered text not null,
     number integer not null,
     at integer not null
   ) strict, without rowid`,
  // Only what is still on its way is ever searched for: the index stays small as editions pile up.
  "create index delivery_open on delivery (subscription, slot, part) where settled_at is null",
];

/** Articles, ledger, editions and deliveries. */
export const newsroom: Migration = {
  async up(db) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};
