import { sql } from "kysely";
import type { Migration } from "kysely/migration";

/** What articles of before this version say in the fields that they did not have. */
const ABSENT = [
  ...["subheadline", "located", "announced", "change", "guid", "version"],
  ...["editorNote", "usageTerms", "copyright", "language"],
].map((field) => `'$.${field}', null`);
const EMPTY = ["subjects", "places", "people"].map((field) => `'$.${field}', json('[]')`);

const STATEMENTS = [
  // By which keys a revision finds its article, whatever path it lies at.
  `create table article_key (
     key text not null,
     article_id text not null references article (id),
     primary key (key, article_id)
   ) strict, without rowid`,
  // Size and time of each file that is dealt with: a restart reads none of them again.
  `create table sighting (
     path text primary key,
     stamp text not null
   ) strict, without rowid`,
  "create index article_path on article (path)",
  "create index ledger_at on ledger (at)",
  "create index ledger_article on ledger (article_id, stage)",
  `update article_revision set article = json_insert(
     article, '$.status', 'usable', ${[...ABSENT, ...EMPTY].join(", ")})`,
];

/** Files that hold several stories, revisions that come at another path, and restarts that read nothing twice. */
export const intake: Migration = {
  async up(db) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};
