import { sql } from "kysely";
import type { Migration } from "kysely/migration";

/** What a language model was asked and answered, as in SQLite's 0031-model-answers. */
export const modelAnswers: Migration = {
  async up(db) {
    const statements = [
      `create table model_answer (
         key text primary key,
         model text not null,
         article_id text not null,
         at bigint not null,
         outcome text not null,
         answer text,
         tokens_read bigint not null,
         tokens_written bigint not null
       )`,
      "create index model_answer_at on model_answer (at)",
      `create table pair_opinion (
         one text not null,
         other text not null,
         is_same bigint not null,
         primary key (one, other)
       ) `,
      "create index pair_opinion_other on pair_opinion (other)",
    ];
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
