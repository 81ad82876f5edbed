import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { candidatesFor } from "#desk/candidates.ts";
import type { Store } from "#edge/store/store.ts";
import { openStore } from "#edge/store/store.ts";
import { candidateIds, NOON, subscription } from "../../contract/store/samples.ts";
import { type Child, startChild } from "./child.ts";
import { temporaryFolder } from "./temporary.ts";

async function stopped(task: string, folder: string): Promise<void> {
  const child = startChild(task, folder);
  expect(await child.line()).toBe("inside");
  await child.kill();
}

async function afterCrash(folder: string, look: (store: Store) => Promise<void>): Promise<void> {
  const store = await openStore({ folder });
  await store.takeShift("the test");
  await look(store);
  await store.close();
}

test("a crash while an article is filed leaves nothing of it", async () => {
  const folder = temporaryFolder();
  await stopped("stop-in-file", folder);
  await afterCrash(folder, async ({ archive, ledger }) => {
    expect(await archive.revision("a")).toBe(0);
    expect(await archive.headlines("headline", NOON, 9)).toEqual([]);
    expect(await archive.search("ferry", NOON, 9)).toEqual([]);
    expect(await ledger.history("wire/a.txt")).toEqual([]);
  });
});

test("a crash while an edition is made leaves its slot free, and what was filed before it", async () => {
  const folder = temporaryFolder();
  await stopped("stop-in-issue", folder);
  await afterCrash(folder, async (store) => {
    const { editions, outbox } = store;
    expect(await editions.lastSlot("front")).toBeNull();
    expect(candidateIds(await candidatesFor(store, subscription("front"), NOON, NOON))).toEqual([
      "a",
    ]);
    expect(await outbox.nextDue(["slack"])).toBeNull();
  });
});

/** Each query finds what is there only in part; none may ever find a row. */
const TORN = {
  "a revision without its article": `
    select 1 from article_revision r left join article a on a.id = r.article_id
    where a.id is null or a.revision < r.revision`,
  "an article without its latest revision": `
    select 1 from article a left join article_revision r
    on r.article_id = a.id and r.revision = a.revision where r.article_id is null`,
  "an article without its two entries of the ledger": `
    select 1 from article a where 2 <>
    (select count(*) from ledger where article_id = a.id and stage in ('taken-in', 'briefed'))`,
  "an entry of the ledger without its article": `
    select 1 from ledger l left join article a on a.id = l.article_id where a.id is null`,
  "an article that search does not find": `
    select 1 from article where newness not in
    (select rowid from article_words where article_words match 'ferry')`,
  "a headline that is not offered": `
    select 1 from article where newness not in
    (select rowid from headline_words where headline_words match 'headline')`,
  "words without an article": `
    select 1 from article_words where rowid not in (select newness from article)`,
  "a slot without its edition": `
    select 1 from slot s left join edition e using (subscription, slot) where e.slot is null`,
  "an edition without its three parts": `
    select 1 from edition e where 3 <>
    (select count(*) from delivery d where d.subscription = e.subscription and d.slot = e.slot)`,
  "an edition without its items": `
    select 1 from edition e where not exists
    (select 1 from edition_item i where i.subscription = e.subscription and i.slot = e.slot)`,
  "an article in two editions": `
    select 1 from edition_item group by subscription, article_id, revision having count(*) > 1`,
  "an edition posted and not in the ledger, or the other way round": `
    select 1 from edition_item i where
    (select count(*) from ledger where article_id = i.article_id and stage = 'posted') <>
    (select min(state = 'delivered') from delivery d
     where d.subscription = i.subscription and d.slot = i.slot)`,
  "a receipt without a delivery": `
    select 1 from delivery where (message_id is null) = (state = 'delivered')`,
  "a key that points nowhere": "pragma foreign_key_check",
  "a damaged page": "select 1 from pragma_integrity_check where integrity_check <> 'ok'",
};

function tornIn(folder: string): readonly string[] {
  const database = new DatabaseSync(join(folder, "copydesk.db"), { readOnly: true });
  const torn = Object.entries(TORN)
    .filter(([, query]) => database.prepare(query).get() !== undefined)
    .map(([name]) => name);
  database.close();
  return torn;
}

/** Lets the child write until `rounds` more editions are stored, then kills it as it goes on. */
async function killWhileWriting(child: Child, folder: string, rounds: number): Promise<number> {
  expect(await child.line()).toBe("writing");
  const database = new DatabaseSync(join(folder, "copydesk.db"), { readOnly: true });
  const count = database.prepare("select count(*) as editions from edition");
  const editions = () => Number(count.get()?.editions ?? 0);
  const enough = editions() + rounds;
  while (editions() < enough) await new Promise(setImmediate);
  await child.kill();
  const stored = editions();
  database.close();
  return stored;
}

test("a process that is killed as it writes leaves all or nothing of each thing, again and again", async () => {
  const folder = temporaryFolder();
  let before = 0;
  for (const rounds of [1, 2, 3, 5, 8, 1, 2, 3]) {
    const stored = await killWhileWriting(startChild("write-on", folder), folder, rounds);
    expect(stored).toBeGreaterThanOrEqual(before + rounds);
    expect(tornIn(folder)).toEqual([]);
    before = stored;
  }
}, 120_000);
