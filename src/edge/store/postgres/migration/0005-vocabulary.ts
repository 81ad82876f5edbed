import { sql } from "kysely";
import type { Migration } from "kysely/migration";
import { fillVocabulary } from "../../vocabulary.ts";

const STATEMENTS = [
  `create table vocabulary (word text collate "C" primary key, pieces text[] not null)`,
  "create index vocabulary_pieces on vocabulary using gin (pieces)",
  `create temporary table stored_word on commit drop as
     select distinct word collate "C" as word from (
       select unnest(tsvector_to_array(text)) as word from article_words
       union all select unnest(source_words || speaker_words || place_words) from article_words
     ) as stored where length(word) between 4 and 24`,
  "create index on stored_word (word)",
];

/**
 * The vocabulary by which a slip is understood, as in SQLite's 0019-vocabulary. Of the extensions for it none is asked for: not
 * every server has them, nor lets the owner of a database have them, and trigrams find no short word with a slip in it.
 * Who is at work is relieved: an earlier version would file words that the vocabulary has not.
 */
export const vocabulary: Migration = {
  async up(db) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
    await fillVocabulary(
      db,
      (after, limit) =>
        sql<{
          readonly word: string;
        }>`select word from stored_word where word > ${after} order by word limit ${limit}`,
    );
    await sql`delete from shift`.execute(db);
  },
};
