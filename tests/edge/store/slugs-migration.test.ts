import { join } from "node:path";
import { Kysely, sql } from "kysely";
import { expect, test } from "vitest";
import type { Schema } from "#edge/store/schema.ts";
import { openDialect } from "#edge/store/sqlite/dialect.ts";
import { MIGRATIONS, migrateFile } from "#edge/store/sqlite/migrations.ts";
import { temporaryFolder } from "./temporary.ts";

test("articles of an earlier version are found by their slug alone", async () => {
  const path = join(temporaryFolder(), "copydesk.db");
  const db = new Kysely<Schema>({ dialect: openDialect(path) });
  const before = Object.entries(MIGRATIONS).filter(([name]) => name < "0009");
  await migrateFile(db, path, Object.fromEntries(before));
  await sql`
    insert into article (newness, number, id, revision, path, content_hash, taken_in, tags, headline)
    values (1, 1, 'a', 1, 'a.txt', '00', 0, '[]', 'Ferry')
  `.execute(db);
  const keys = ["guid|slug|x|1", "slug|tarn|news|tarn-ferry|20215", "slug||mill-fire|20215"];
  for (const key of keys) {
    await sql`insert into article_key (key, article_id) values (${key}, 'a')`.execute(db);
  }
  await migrateFile(db, path);
  const rows = await db.selectFrom("article_key").select("key").orderBy("key").execute();
  expect(rows.map(({ key }) => key)).toEqual(
    [...keys, "name|mill-fire", "name|tarn-ferry"].toSorted(),
  );
  await db.destroy();
});
