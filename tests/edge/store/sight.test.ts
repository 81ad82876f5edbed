import { join } from "node:path";
import { Kysely, sql } from "kysely";
import { expect, test } from "vitest";
import type { Schema } from "#edge/store/schema.ts";
import { isSight } from "#edge/store/sight.ts";
import { openDialect } from "#edge/store/sqlite.ts";
import { openStore } from "#edge/store/store.ts";
import { temporaryFolder } from "./temporary.ts";

/** What SQLite reads to answer, a line a table. */
async function planOf(text: ReturnType<typeof sql>): Promise<readonly string[]> {
  const folder = temporaryFolder();
  await (await openStore({ folder })).close();
  const db = new Kysely<Schema>({ dialect: openDialect(join(folder, "copydesk.db")) });
  const { rows } = await sql<{ detail: string }>`explain query plan ${text}`.execute(db);
  await db.destroy();
  return rows.map(({ detail }) => detail);
}

test("what a file was found to be is looked for without the lines of the places that posted it", async () => {
  const [latest] = await planOf(sql`
    select number from ledger where path = 'a.txt' and ${isSight("ledger")} order by number desc limit 1
  `);
  expect(latest).toContain("ledger_sight (path=?)");
  const [fresh] = await planOf(sql`
    select path from ledger as new where new.at >= 5 and ${isSight("new")}
  `);
  expect(fresh).toContain("ledger_sight_at (at>?)");
});
