import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Kysely } from "kysely";
import { expect, onTestFinished, test } from "vitest";
import type { Filed } from "#core/digest/edition.ts";
import { candidatesFor } from "#desk/candidates.ts";
import type { Tx } from "#desk/port/unit-of-work.ts";
import { readersOf } from "#edge/store/filed-once.ts";
import type { Schema } from "#edge/store/schema.ts";
import { openDialect } from "#edge/store/sqlite/dialect.ts";
import { fileIn, openStore } from "#edge/store/store.ts";
import { sampleArticle, sampleBrief, sampleSubscription } from "#tests/samples.ts";
import { testStore } from "../../desk/fixture.ts";

const NOON = Date.UTC(2026, 4, 8, 12);

const FERRY = sampleArticle({ id: "ferry", section: "local", takenIn: NOON });

async function offered(ports: Tx, place: string): Promise<Filed | undefined> {
  const [first] = await candidatesFor(ports, sampleSubscription({ id: place }), NOON, NOON);
  return first?.filed;
}

test("all places are offered the same article, and what is restated as it stands now", async () => {
  const store = await testStore();
  await store.archive.file(FERRY, sampleBrief(FERRY), []);
  const north = await offered(store, "north");
  expect(north?.article.id).toBe("ferry");
  expect(await offered(store, "south")).toBe(north);

  await store.archive.restate({ ...FERRY, section: "travel" }, [], NOON);
  const after = await offered(store, "north");
  expect(after?.article.section).toBe("travel");
  expect(north?.article.section).toBe("local");
});

test("what a unit of work has restated and taken back was never there", async () => {
  const store = await testStore();
  await store.archive.file(FERRY, sampleBrief(FERRY), []);
  const work = store.transaction(async (tx) => {
    await tx.archive.restate({ ...FERRY, section: "travel" }, [], NOON);
    expect((await offered(tx, "north"))?.article.section).toBe("travel");
    throw new RangeError("taken back");
  });
  await expect(work).rejects.toThrow("taken back");
  expect((await offered(store, "north"))?.article.section).toBe("local");
  await store.archive.restate({ ...FERRY, section: "sport" }, [], NOON);
  expect((await offered(store, "north"))?.article.section).toBe("sport");
});

test("what is held by the time that its text is read is not read", async () => {
  const folder = mkdtempSync(join(tmpdir(), "copydesk-store-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const store = await openStore({ folder });
  onTestFinished(() => store.close());
  const held = sampleArticle({ id: "held", takenIn: NOON, status: "withheld" });
  for (const one of [FERRY, held]) await store.archive.file(one, sampleBrief(one), []);
  const db = new Kysely<Schema>({ dialect: openDialect(fileIn(folder)) });
  onTestFinished(() => db.destroy());
  const asked = ["ferry", "held"].map((id) => ({ id, revision: 1, stamp: "of an earlier text" }));
  const readers = await readersOf(db, asked, NOON);
  expect([...readers.values()].map((read) => read().article.id)).toEqual(["ferry"]);
});

test.each([
  [
    "an earlier version has stored",
    "drop table report; drop table report_notice; drop table greeting; drop table mention; drop table sign_in_link; drop table page_session; drop table wished_order; drop table left_out; drop table approval; drop table approval_notice; drop table restoration; drop table model_answer; drop table pair_opinion; drop view new_word; drop table vocabulary_word; drop table vocabulary_piece; drop table vocabulary; alter table article_revision drop column stamp; alter table article drop column audience; drop table setting_seen; drop index audit_key; alter table audit drop column key; delete from kysely_migration where name >= '0018'",
  ],
  ["something else has written", "update article_revision set stamp = ''"],
])("articles that %s are each offered as itself", async (_, change) => {
  const folder = mkdtempSync(join(tmpdir(), "copydesk-store-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const before = await openStore({ folder });
  const tram = sampleArticle({ id: "tram", takenIn: NOON });
  for (const one of [FERRY, tram]) await before.archive.file(one, sampleBrief(one), []);
  await before.close();
  const file = new DatabaseSync(fileIn(folder));
  file.exec(change);
  file.close();

  const store = await openStore({ folder });
  onTestFinished(() => store.close());
  const all = await candidatesFor(store, sampleSubscription({ id: "north" }), NOON, NOON);
  const ids = all.map(({ filed }) => filed.article.id);
  expect(ids.toSorted()).toEqual(["ferry", "tram"]);
});
