import { sql } from "kysely";
import type { Migration } from "kysely/migration";
import { fillNames } from "../../fill-names.ts";

const STATEMENTS = [
  "drop table name_use",
  "drop table name_word",
  "drop table name",
  `create table name (
     id integer primary key,
     kind text not null check (kind in ('speaker', 'topic', 'place', 'source')),
     key text not null,
     name text not null,
     unique (kind, key)
   ) strict`,
  `create table name_word (
     kind text not null,
     word text not null,
     name integer not null references name (id),
     primary key (kind, word, name)
   ) strict, without rowid`,
  // Each article has its own spelling, and by its newness its own place in the order, so that neither comes from copy that
  // whoever asks may not see.
  `create table name_use (
     newness integer not null,
     name integer not null references name (id),
     spelling text,
     primary key (newness, name)
   ) strict, without rowid`,
  "create index name_use_name on name_use (name, newness)",
];

/** Names to choose from while someone types, anew: until now they were written, and put in order, as the latest copy of all had them. */
export const names: Migration = {
  async up(db) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
    await fillNames(db);
  },
};
