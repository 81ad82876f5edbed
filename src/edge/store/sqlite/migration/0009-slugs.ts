import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";

// Reads: slug|harbour news|oslo-pier-collapse|20215
const DAY_KEY = /^slug\|.*\|(?<slug>[^|]+)\|-?\d+$/su;

/** Articles are found by their slug alone, under any date: an order names its article by it. */
export const slugs: Migration = {
  async up(db: Kysely<unknown>) {
    const keys = sql<KeyRow>`select key, article_id as id from article_key where key like 'slug|%'`;
    for (const { key, id } of (await keys.execute(db)).rows) {
      const slug = DAY_KEY.exec(key)?.groups?.slug;
      if (slug === undefined) continue;
      await sql`insert or ignore into article_key (key, article_id)
        values (${`name|${slug}`}, ${id})`.execute(db);
    }
  },
};

interface KeyRow {
  readonly key: string;
  readonly id: string;
}
