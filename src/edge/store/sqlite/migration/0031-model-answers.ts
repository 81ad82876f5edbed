import { sql } from "kysely";
import type { Migration } from "kysely/migration";

/**
 * What a language model was asked and answered, by a hash of the question: `answer` is `null` while it is waited for and where
 * none came, and `outcome` says which.
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
    ];
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
