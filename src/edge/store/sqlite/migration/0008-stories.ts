import { sql } from "kysely";
import type { Migration } from "kysely/migration";

const STATEMENTS = [
  `create table story_member (
     number integer primary key,
     article_id text not null unique,
     revision integer not null,
     story text not null,
     at integer not null,
     signature text,
     copy_of text,
     rule text not null,
     likeness real not null,
     shared text not null
   ) strict`,
  "create index story_member_story on story_member (story, at)",
  "create index story_member_open on story_member (at) where signature is not null",
  // Only of articles that may still be joined: keys and signatures of older ones are taken out as time passes.
  `create table story_key (
     key integer not null,
     at integer not null,
     member integer not null,
     primary key (key, at, member)
   ) strict, without rowid`,
  // How many articles have ever had a key.
  "create table story_word (key integer primary key, count integer not null) strict",
  // Why an item stands where it does, for whoever asks.
  "alter table edition_item add column reason text",
  // Reports that another one stood for in an edition: the place is not offered them again.
  `create table edition_told (
     subscription text not null,
     article_id text not null,
     revision integer not null,
     slot integer not null,
     primary key (subscription, article_id, revision)
   ) strict, without rowid`,
  // Up to which filing, and as of when, every article that readers may see stands in its story.
  "create table story_progress (number integer not null, at integer not null) strict",
];

/** Which articles are of one story, and by what a new one finds its own. */
export const stories: Migration = {
  async up(db) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};
