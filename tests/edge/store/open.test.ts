import { chmodSync, existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Kysely, sql } from "kysely";
import { expect, onTestFinished, test } from "vitest";
import type { Schema } from "#edge/store/schema.ts";
import { openDialect } from "#edge/store/sqlite/dialect.ts";
import { MIGRATIONS, migrateFile } from "#edge/store/sqlite/migrations.ts";
import { openStore } from "#edge/store/store.ts";
import { article, file, ids, NOON } from "../../contract/store/samples.ts";
import { startChild } from "./child.ts";
import { temporaryFolder } from "./temporary.ts";

function connect(file: string): Kysely<Schema> {
  const db = new Kysely<Schema>({ dialect: openDialect(file) });
  onTestFinished(() => db.destroy());
  return db;
}

/** One more migration than this program knows, as the next version has it. */
const NEXT = {
  ...MIGRATIONS,
  "9999-next": {
    up: async (db: Kysely<Schema>) => {
      await sql`alter table ledger add column editor text`.execute(db);
    },
  },
};

test("the folder and the database are made where they are missing", async () => {
  const folder = join(temporaryFolder(), "a", "b");
  await (await openStore({ folder })).close();
  expect(existsSync(join(folder, "copydesk.db"))).toBe(true);
});

test("a migration keeps what is stored", async () => {
  const folder = temporaryFolder();
  const store = await openStore({ folder });
  await file(store, article("a"));
  await store.close();
  const path = join(folder, "copydesk.db");
  const db = connect(path);
  await migrateFile(db, path, NEXT);
  const rows = await sql<{ editor: null }>`select editor from ledger`.execute(db);
  expect(rows.rows).toEqual([{ editor: null }, { editor: null }]);
});

test("a database of a newer version is refused with the mend, and left as it is", async () => {
  const folder = temporaryFolder();
  const path = join(folder, "copydesk.db");
  await migrateFile(connect(path), path, NEXT);
  await expect(openStore({ folder })).rejects.toMatchObject({
    name: "StoreError",
    code: "newer",
    message: `The database ${path} was written by a newer Copydesk (it knows "9999-next"). Update Copydesk, or choose another data folder.`,
  });
  await migrateFile(connect(path), path, NEXT);
});

test("a migration that fails leaves no part of itself", async () => {
  const path = join(temporaryFolder(), "copydesk.db");
  const db = connect(path);
  const broken = {
    ...MIGRATIONS,
    "0002-broken": {
      up: async (inside: Kysely<Schema>) => {
        await sql`create table half (id text)`.execute(inside);
        await sql`create nonsense`.execute(inside);
      },
    },
  };
  await expect(migrateFile(db, path, broken)).rejects.toMatchObject({ code: "failed" });
  const tables = await sql`select name from sqlite_master where name in ('half', 'article')`;
  expect((await tables.execute(db)).rows).toEqual([]);
  await migrateFile(db, path);
});

test("opening an up-to-date database writes nothing, so that commands can read beside the bot", async () => {
  const folder = temporaryFolder();
  const store = await openStore({ folder });
  await file(store, article("a"));
  await store.close();
  const writer = new DatabaseSync(join(folder, "copydesk.db"));
  onTestFinished(() => writer.close());
  writer.exec("begin immediate"); // nobody else can write now
  const reader = await openStore({ folder });
  expect(ids(await reader.archive.latest(NOON, 9))).toEqual(["a"]);
  await reader.close();
});

test("the database syncs every commit, keeps a log, and checks its keys", async () => {
  const db = connect(join(temporaryFolder(), "copydesk.db"));
  const setting = async (name: string) =>
    (await sql.raw<Record<string, unknown>>(`pragma ${name}`).execute(db)).rows[0]?.[name];
  expect(await setting("journal_mode")).toBe("wal");
  expect(await setting("synchronous")).toBe(2);
  expect(await setting("foreign_keys")).toBe(1);
});

test("several processes that open a new folder at the same moment all succeed", async () => {
  const folder = temporaryFolder();
  const children = Array.from({ length: 4 }, () => startChild("open", folder));
  const said = await Promise.all(children.map((child) => child.line()));
  expect(said).toEqual(["opened", "opened", "opened", "opened"]);
});

test("of several processes that issue one slot, one makes the edition, and each part is claimed once", async () => {
  const folder = temporaryFolder();
  const store = await openStore({ folder });
  await file(store, article("a"));
  await store.close();
  const children = Array.from({ length: 4 }, () => startChild("race", folder));
  const said = await Promise.all(children.map((child) => child.line()));
  const results = said.map((line) => JSON.parse(line ?? "null"));
  expect(results.filter(({ made }) => made === true)).toHaveLength(1);
  expect(results.filter(({ claimed }) => claimed === 1)).toHaveLength(1);
});

test.each([
  ["no database", "This is a note that somebody saved under the wrong name.".repeat(99)],
  ["half a database", "SQLite format 3\u0000 and then nothing that fits".repeat(99)],
])("a file that is %s is refused with the mend, and left as it is", async (_, content) => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "copydesk.db"), content);
  await expect(openStore({ folder })).rejects.toMatchObject({
    name: "StoreError",
    code: "unreadable",
    message: expect.stringContaining("Put a backup in its place, or move it away"),
  });
});

test("a folder that cannot be made is named with the mend", async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "taken"), "a file where the folder should be");
  await expect(openStore({ folder: join(folder, "taken", "data") })).rejects.toMatchObject({
    name: "StoreError",
    code: "unwritable",
    message: expect.stringContaining("Check its path"),
  });
});

test.skipIf(process.getuid?.() === 0)("a folder without permission is named", async () => {
  const folder = temporaryFolder();
  chmodSync(folder, 0o500);
  await expect(openStore({ folder })).rejects.toMatchObject({ code: "unwritable" });
});
