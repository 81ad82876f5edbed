import { sql } from "kysely";
import type { Migration } from "kysely/migration";

const STATEMENTS = [
  // Channels ordered in chat, each in the form of the config file, so that both are read by one rule.
  `create table channel_order (
     name text primary key,
     entry text not null,
     by text not null,
     by_name text not null,
     at integer not null,
     owner text
   ) strict`,
  // "until" is null for a pause that nobody has set an end to.
  "create table pause (channel text primary key, until integer) strict",
  // What was shown before saving: its button must work after a restart.
  "create table draft (key text primary key, by text not null, entry text not null, at integer not null) strict",
  `create table audit (
     number integer primary key,
     at integer not null,
     by text not null,
     name text not null,
     did text not null
   ) strict`,
  "create index audit_at on audit (at)",
];

/** What editors set and decide in chat. */
export const editors: Migration = {
  async up(db) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};
