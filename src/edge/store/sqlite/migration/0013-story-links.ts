import { sql } from "kysely";
import type { Migration } from "kysely/migration";

const STATEMENTS = [
  // How sure it is of two articles that they are of one event; of those alone that may still be parted or joined.
  `create table story_link (
     one integer not null,
     other integer not null,
     score real not null,
     shared text not null,
     primary key (one, other)
   ) strict, without rowid`,
  "create index story_link_other on story_link (other)",
  // Whether any place has carried an article: it stays where readers saw it.
  "create index edition_item_article on edition_item (article_id)",
  "create index edition_told_article on edition_told (article_id)",
  // Signatures of before can't be compared with those of now: what is recent enough to be joined is read anew,
  // as if a revision had come; and what was carried stays where it stands.
  "update story_member set signature = null, revision = 0",
  "delete from story_progress",
  "delete from story_key",
  "delete from story_word",
];

/** What parts stories and joins them again before they are posted. */
export const storyLinks: Migration = {
  async up(db) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};
