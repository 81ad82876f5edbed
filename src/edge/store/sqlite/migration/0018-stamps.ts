import { sql } from "kysely";
import type { Migration } from "kysely/migration";

/**
 * `stamp` is another one with every text that is written: who has read a text under it need not read it again
 * (`filed-once.ts`). An empty one says nothing.
 */
export const stamps: Migration = {
  async up(db) {
    for (const statement of [
      "alter table article_revision add column stamp text not null default ''",
      "update article_revision set stamp = lower(hex(randomblob(16)))",
    ]) {
      await sql.raw(statement).execute(db);
    }
  },
};
