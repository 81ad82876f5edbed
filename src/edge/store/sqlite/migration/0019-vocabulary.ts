import { sql } from "kysely";
import type { Migration } from "kysely/migration";
import { fillVocabulary } from "../../vocabulary.ts";

const STATEMENTS = [
  // Each word of four letters or more that copy ever had, once, and the pieces of `pieces.ts` by which it is found.
  `create virtual table vocabulary using fts5(
     word unindexed, pieces, tokenize='ascii', detail='none', columnsize=0
   )`,
  "create virtual table vocabulary_piece using fts5vocab(vocabulary, row)",
  "create virtual table temp.stored_word using fts5vocab(main, article_words, row)",
];

/** The vocabulary by which a slip is understood, filled from the words that the full-text table has. */
export const vocabulary: Migration = {
  async up(db) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
    await fillVocabulary(
      db,
      (after, limit) =>
        sql<{
          readonly word: string;
        }>`select term as word from temp.stored_word where term > ${after} order by term limit ${limit}`,
    );
    await sql`drop table temp.stored_word`.execute(db);
  },
};
