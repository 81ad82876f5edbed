import { copyFileSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, expect, test } from "vitest";
import { checkStore } from "#edge/store/check/check.ts";
import { openStore, type Store } from "#edge/store/store.ts";
import {
  article,
  entry,
  file,
  issue,
  NOON,
  subscription,
} from "../../../contract/store/samples.ts";
import { orphan, spoil } from "../backup/sample.ts";
import { temporaryFolder } from "../temporary.ts";

/** A store as the bot leaves it: an edition in three parts, of which two have arrived; something merged, quarantined and gone. */
const whole = mkdtempSync(join(tmpdir(), "copydesk-store-"));
beforeAll(async () => {
  const store = await openStore({ folder: whole });
  await fill(store);
  await store.close();
});
afterAll(() => rmSync(whole, { recursive: true }));

async function fill(store: Store): Promise<void> {
  await store.takeShift("the test");
  const front = subscription("front");
  for (const id of ["flood-0", "flood-1"]) await file(store, article(id));
  await issue(store, front, NOON, { parts: 3 });
  for (let part = 0; part < 2; part += 1) {
    const [claimed] = await store.outbox.claim(NOON, ["slack"]);
    const receipt = { messageId: `m${part}`, url: null };
    await store.outbox.delivered(claimed?.key ?? "", receipt, NOON);
  }
  const of = article("flood-1", { path: "copies/b.txt" });
  await store.ledger.record(entry(of, "merged"));
  const torn = { ...entry(article("x"), "quarantined"), path: "torn.txt", articleId: null };
  await store.ledger.record(torn);
  await store.ledger.noteStamp("torn.txt", "5:1:2");
}

function copyOfWhole(): string {
  const folder = temporaryFolder();
  copyFileSync(join(whole, "copydesk.db"), join(folder, "copydesk.db"));
  return folder;
}

async function wrongIn(folder: string): Promise<readonly string[]> {
  const findings = await checkStore({ folder, url: undefined }, NOON);
  return findings.flatMap(({ ok, says }) => (ok ? [] : [says]));
}

test("a store is whole, also while somebody writes in it", async () => {
  const folder = copyOfWhole();
  const store = await openStore({ folder });
  expect(await wrongIn(folder)).toEqual([]);
  await store.transaction(async (tx) => {
    await tx.ledger.record({ ...entry(article("flood-0"), "gone"), at: NOON + 1 });
    // Nobody waits for the other.
    expect(await wrongIn(folder)).toEqual([]);
  });
  await store.close();
});

test.each([
  [
    "an article without its text",
    "delete from article_revision where article_id = 'flood-0'",
    "edition_item: 1 of its rows point at what is not in article_revision",
  ],
  [
    "an article whose latest version is not there",
    "update article set revision = 7 where id = 'flood-0'",
    "1 articles have lost it: flood-0",
  ],
  [
    "an article of no file",
    "delete from ledger where article_id = 'flood-0'",
    "1 articles are of no file that it knows: flood-0",
  ],
  [
    "a file that is accounted for nowhere",
    "insert into sighting values ('lost.txt', '5:1:2')",
    "accounted for nowhere: lost.txt",
  ],
  [
    "an article that no word finds",
    "delete from article_words where rowid = (select newness from article where id = 'flood-0')",
    "1 articles are not found by their text: flood-0",
  ],
  [
    "a headline of no article",
    "insert into headline_words (rowid, headline) values (77, 'x')",
    "rows of the index of headlines are of no article: 77",
  ],
  [
    "an edition that lacks a part",
    "delete from delivery where part = 1",
    `1 editions lack some: front ${NOON}`,
  ],
  ["an edition that lacks all", "delete from delivery", `1 editions lack some: front ${NOON}`],
  [
    "an edition that went out while it waits for an editor",
    `insert into approval (subscription, slot, channel, kept, left_out, at) values ('front', ${NOON}, 'front', '{}', '[]', 1)`,
    `such editions have parts there: front ${NOON}`,
  ],
  [
    "a post without its message's address",
    "update delivery set message_id = null where part = 0",
    "1 posts have none",
  ],
  [
    "a file with an outcome that is none",
    "update ledger set article_id = null, stage = 'briefed' where path = 'torn.txt'",
    "1 files have none, or several: torn.txt",
  ],
  [
    "a file that has become an article that is not there",
    "update ledger set article_id = 'none', stage = 'briefed' where path = 'torn.txt'",
    "1 files have become articles that are not: torn.txt",
  ],
])("%s is found, and named", async (_, statement, says) => {
  const folder = copyOfWhole();
  const database = new DatabaseSync(join(folder, "copydesk.db"), {
    enableForeignKeyConstraints: false,
  });
  database.exec(statement);
  database.close();
  const wrong = await wrongIn(folder);
  expect(wrong.join("\n")).toContain(says);
  expect(wrong.join("\n")).toContain("Restore the last backup that is whole");
});

test.each([
  ["damaged pages", spoil, /\w/u],
  [
    "a row that points at none",
    orphan,
    /article_revision: 1 of its rows point at what is not in article\./u,
  ],
])("%s are found, and nothing more is asked", async (_, breakIt, says) => {
  const folder = copyOfWhole();
  breakIt(join(folder, "copydesk.db"));
  const findings = await checkStore({ folder, url: undefined }, NOON);
  expect(findings.every(({ subject, ok }) => subject === "Database" && !ok)).toBe(true);
  expect(findings.map((one) => one.says).join("\n")).toMatch(says);
});

test("a store that is not there, or of another version, is refused and stays as it is", async () => {
  const empty = temporaryFolder();
  const absent = checkStore({ folder: empty, url: undefined }, NOON);
  await expect(absent).rejects.toMatchObject({ code: "absent" });
  expect(readdirSync(empty)).toEqual([]);
  const folder = copyOfWhole();
  const database = new DatabaseSync(join(folder, "copydesk.db"));
  database.exec("update kysely_migration set name = '9999-next' where name = '0031-model-answers'");
  const newer = checkStore({ folder, url: undefined }, NOON);
  await expect(newer).rejects.toMatchObject({ code: "newer" });
  database.exec("delete from kysely_migration where name = '9999-next'");
  database.close();
  const older = checkStore({ folder, url: undefined }, NOON);
  await expect(older).rejects.toMatchObject({ code: "older" });
});
