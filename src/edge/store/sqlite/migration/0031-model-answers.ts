import { sql } from "kysely";
import type { Migration } from "kysely/migration";

/**
 * What a language model was asked and answered, by a hash of the question: `answer` is `null` while it is waited for and where
 * none came, and `outcome` says which. And what it says of two reports, by their ids in order.
 */
export const modelAnswers: Migration = {
  async up(db) {
    const statements = [
      `create table model_answer (
         key text primary key,
         model text not null,
         article_id text not null,
         at integer not null,
         outcome text not null,
         answer text,
         tokens_read integer not null,
         tokens_written integer not null
       ) strict, without rowid`,
      "create index model_answer_at on model_answer (at)",
      `create table pair_opinion (
         one text not null,
         other text not null,
         is_same integer not null,
         primary key (one, other)
       ) strict, without rowid`,
      "create index pair_opinion_other on pair_opinion (other)",
    ];
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
