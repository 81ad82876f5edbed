import { join } from "node:path";
import { Kysely, type RawBuilder, sql } from "kysely";
import { expect, test } from "vitest";
import { offersQuery } from "#edge/store/candidates.ts";
import { outdatedPosts } from "#edge/store/corrections.ts";
import { arrivals, firstWaiting } from "#edge/store/outbox.ts";
import type { Schema } from "#edge/store/schema.ts";
import { isSight } from "#edge/store/sight.ts";
import { openDialect } from "#edge/store/sqlite/dialect.ts";
import { openStore } from "#edge/store/store.ts";
import { temporaryFolder } from "./temporary.ts";

/** What SQLite reads to answer, a line a table. */
async function planOf(text: RawBuilder<unknown>): Promise<readonly string[]> {
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

test("outdated posts are looked for without reading those that stand", async () => {
  const plan = await planOf(outdatedPosts(5));
  const reads = plan.filter((line) => /^(?:SCAN|SEARCH) (?:item|delivery|article)\b/u.test(line));
  expect(reads.filter((line) => line.startsWith("SCAN"))).toEqual([
    expect.stringContaining("SCAN article USING COVERING INDEX article_revised"),
    expect.stringContaining("SCAN delivery USING INDEX delivery_open"),
  ]);
  const all = plan.join("\n");
  expect(all).toContain("delivery_item_shown (article_id=? AND revision<?)");
  expect(all).toContain("delivery_item_withdrawn (withdrawn=?)");
});

test("what is to be claimed is looked for without reading what is on its way", async () => {
  const folder = temporaryFolder();
  await (await openStore({ folder })).close();
  const db = new Kysely<Schema>({ dialect: openDialect(join(folder, "copydesk.db")) });
  const waiting = firstWaiting(db, ["slack"]).select("head.key");
  const plan = await planOf(sql`select key from ${waiting} as waiting`);
  await db.destroy();
  expect(plan.filter((line) => line.includes(" head "))).toEqual([
    expect.stringContaining("delivery_waiting"),
  ]);
});

test("what a place is offered is looked for among what came since, or was held then", async () => {
  const place = { id: "front", sections: [], tags: [] };
  const span = { now: 9, asOf: 9, since: { number: 7, at: 5 }, limit: null };
  const plan = await planOf(offersQuery(place, span));
  expect(plan.filter((line) => / article\b/u.test(line))).toEqual([
    expect.stringContaining("SEARCH article USING INDEX sqlite_autoindex_article_1 (number>?)"),
    expect.stringContaining("SEARCH article USING INDEX article_embargo (embargo_until>?)"),
  ]);
  // Of its own rows, and none of what all other places carried.
  const had = plan.filter((line) => / (?:item|told)\b/u.test(line));
  expect(had).toHaveLength(4);
  for (const line of had) expect(line).toContain("article_id=? AND subscription=?");
});

test("the newest of all articles are found without putting all of them in order", async () => {
  const span = { now: 9, asOf: 9, since: null, limit: 500 };
  const plan = await planOf(offersQuery({ id: "front", sections: [], tags: [] }, span));
  expect(plan[0]).toBe("SCAN article");
  expect(plan.join("\n")).not.toContain("ORDER BY");
});

test("receipts are stored by the keys of their posts", async () => {
  const plan = await planOf(
    arrivals([{ key: "k", receipt: { messageId: "m", url: null }, now: 5 }]),
  );
  expect(plan.filter((line) => / delivery\b/u.test(line))).toEqual([
    expect.stringMatching(/SEARCH delivery USING INDEX \S+ \(key=\?\)/u),
  ]);
});
