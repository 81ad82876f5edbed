import { sql } from "kysely";
import type { Migration } from "kysely/migration";

/** "Brief this" looks a post up by its receipt, and the articles in it by the post. */
export const posts: Migration = {
  async up(db) {
    for (const statement of [
      "create index delivery_by_message on delivery (message_id) where message_id is not null",
      "create index delivery_item_by_post on delivery_item (key)",
    ]) {
      await sql.raw(statement).execute(db);
    }
  },
};
