import { sql } from "kysely";
import type { Migration } from "kysely/migration";

const STATEMENTS = [
  // Each word of four letters or more that copy ever had, once, and the pieces of `pieces.ts` by which it is found.
  `create virtual table vocabulary using fts5(
     word unindexed, pieces, tokenize='ascii', detail='none', columnsize=0
   )`,
  "create virtual table vocabulary_piece using fts5vocab(vocabulary, row)",
];

/** The vocabulary by which a slip is understood; 0022-vocabulary-words fills it. */
export const vocabulary: Migration = {
  async up(db) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};
