import { sql } from "kysely";
import type { Migration } from "kysely/migration";
import { fillVocabulary } from "../../vocabulary.ts";

const STATEMENTS = [
  // The words of the vocabulary once more: a look into the full-text table takes fifty times as long, and each article that is
  // filed asks which of its words are new.
  "create table vocabulary_word (word text primary key) strict, without rowid",
  "insert into vocabulary_word select distinct word from vocabulary",
  "create view new_word as select word, pieces from vocabulary",
  `create trigger new_word_stored instead of insert on new_word begin
     insert into vocabulary_word values (new.word);
     insert into vocabulary (word, pieces) values (new.word, new.pieces);
   end`,
  "create virtual table temp.stored_word using fts5vocab(main, article_words, row)",
];

/** Words are stored through `new_word`; those of the copy that is there are filled in. */
export const vocabularyWords: Migration = {
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
