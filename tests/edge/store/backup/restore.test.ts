import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { backUp } from "#edge/store/backup/backup.ts";
import { restore } from "#edge/store/backup/restore.ts";
import { lockFolder } from "#edge/store/lock.ts";
import { openStore } from "#edge/store/store.ts";
import { article, file, ids, NOON } from "../../../contract/store/samples.ts";
import { startChild } from "../child.ts";
import { dump } from "../move/sample.ts";
import { temporaryFolder } from "../temporary.ts";
import { orderOf, orphan, SILENT, spoil } from "./sample.ts";

/** A store, and a backup of it, of which tests take copies. */
const full = mkdtempSync(join(tmpdir(), "copydesk-store-"));
const BACKUP = join(full, "backup.db");
beforeAll(async () => {
  const store = await openStore({ folder: full });
  for (const id of ["flood-0", "flood-1", "flood-2", "flood-3"]) await file(store, article(id));
  await store.close();
  await backUp(orderOf(full, BACKUP), SILENT);
});
afterAll(() => rmSync(full, { recursive: true }));

const nothing = async () => undefined;
const restoring = (folder: string, name = BACKUP, replace = false, settle = nothing) =>
  restore({ folder, url: undefined, file: name, replace, now: () => NOON }, settle, SILENT);

/** A copy of the backup that a test may break. */
function backupCopy(): string {
  const name = join(temporaryFolder(), "backup.db");
  copyFileSync(BACKUP, name);
  return name;
}

/** A folder whose store has other articles than the backup, some of them in the log alone, as a kill leaves it. */
async function otherStore(): Promise<string> {
  const [folder, working] = [temporaryFolder(), temporaryFolder()];
  const store = await openStore({ folder: working });
  await file(store, article("old"));
  for (const name of ["copydesk.db", "copydesk.db-wal"]) {
    copyFileSync(join(working, name), join(folder, name));
  }
  await store.close();
  return folder;
}

const articlesOf = (folder: string) => dump(folder).get("article")?.length;

describe("a backup is restored", () => {
  test("into an empty folder, with every row, and for its user alone", async () => {
    const folder = temporaryFolder();
    const name = backupCopy();
    const before = readFileSync(name);
    const { note, store, aside } = await restoring(folder, name);
    expect(note).toEqual({ madeAt: NOON, program: "1.0.0", of: join(full, "copydesk.db") });
    expect([store, aside]).toEqual([join(folder, "copydesk.db"), null]);
    expect(Object.fromEntries(dump(folder))).toEqual(Object.fromEntries(dump(full)));
    expect(statSync(store).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder).toSorted()).toEqual(["copydesk.db", "copydesk.lock"]);
    expect(readFileSync(name).equals(before)).toBe(true);
  });

  test("from a store that was copied by other means, with what stands in its log", async () => {
    const [other, folder] = [await otherStore(), temporaryFolder()];
    expect((await restoring(folder, join(other, "copydesk.db"))).note).toBeNull();
    const store = await openStore({ folder });
    expect(ids(await store.archive.latest(NOON, 9))).toEqual(["old"]);
    await store.close();
  });

  test("in the place of another store only where that is asked for; that one stays whole", async () => {
    const folder = await otherStore();
    await expect(restoring(folder)).rejects.toMatchObject({ code: "taken" });
    const { aside } = await restoring(folder, BACKUP, true);
    expect(articlesOf(folder)).toBe(4);
    expect(aside).toBe(join(folder, "copydesk.2031-05-08T12-00-00Z.db"));
    const kept = temporaryFolder();
    copyFileSync(aside ?? "", join(kept, "copydesk.db"));
    expect(articlesOf(kept)).toBe(1);
    expect(readdirSync(folder).filter((name) => /-(?:wal|shm)$/u.test(name))).toEqual([]);
    // Another one in the same second has a name of its own.
    expect((await restoring(folder, BACKUP, true)).aside).toBe(
      join(folder, "copydesk.2031-05-08T12-00-00Z-1.db"),
    );
  });

  test("in the place of one that is damaged, which stays as it is", async () => {
    const folder = await otherStore();
    writeFileSync(join(folder, "copydesk.db"), "no database");
    // SQLite would mend it from its log, where that has all of it.
    rmSync(join(folder, "copydesk.db-wal"));
    const { aside } = await restoring(folder, BACKUP, true);
    expect(articlesOf(folder)).toBe(4);
    expect(readFileSync(aside ?? "", "utf8")).toBe("no database");
    expect(existsSync(join(folder, "copydesk.db-wal"))).toBe(false);
  });

  test("and brought up to date, where an earlier version made it", async () => {
    const [name, folder] = [backupCopy(), temporaryFolder()];
    const database = new DatabaseSync(name);
    database.exec("drop table restoration; drop table model_answer; drop table pair_opinion");
    database.exec("delete from kysely_migration where name >= '0029'");
    database.close();
    await restoring(folder, name);
    expect(dump(folder).get("restoration")).toEqual([]);
  });
});

describe("nothing is restored, and what was there stays", () => {
  test.each([
    ["that is not there", "absent", (name: string) => rmSync(name)],
    ["that is cut off", "unreadable", (name: string) => truncateSync(name, 100_000)],
    ["that was cut to nothing", "unreadable", (name: string) => truncateSync(name, 0)],
    ["of which pages are damaged", "unreadable", spoil],
    ["in which a row is missing", "unreadable", orphan],
    ["that is another kind of file", "unreadable", (name: string) => writeFileSync(name, "news")],
    ["that is another database", "unreadable", (name: string) => replaceByOther(name)],
    ["of a newer version", "newer", (name: string) => makeNewer(name)],
  ])("from a backup %s", async (_, code, breakIt) => {
    const [name, folder] = [backupCopy(), await otherStore()];
    breakIt(name);
    await expect(restoring(folder, name, true)).rejects.toMatchObject({ code });
    expect(readdirSync(folder).toSorted()).toEqual(["copydesk.db", "copydesk.db-wal"]);
    const store = await openStore({ folder });
    expect(ids(await store.archive.latest(NOON, 9))).toEqual(["old"]);
    await store.close();
  });

  test("while the bot has the folder, or somebody has the store open", async () => {
    const folder = await otherStore();
    const lock = lockFolder(folder);
    await expect(restoring(folder, BACKUP, true)).rejects.toMatchObject({ code: "locked" });
    lock.release();
    const store = await openStore({ folder });
    await expect(restoring(folder, BACKUP, true)).rejects.toMatchObject({ code: "busy" });
    expect(ids(await store.archive.latest(NOON, 9))).toEqual(["old"]);
    await store.close();
    await restoring(folder, BACKUP, true);
    expect(articlesOf(folder)).toBe(4);
  });

  test("where what is to be settled cannot be", async () => {
    const folder = await otherStore();
    const failing = () => Promise.reject(new RangeError("no bucket"));
    await expect(restoring(folder, BACKUP, true, failing)).rejects.toThrow("no bucket");
    expect(existsSync(join(folder, "restoring"))).toBe(false);
    expect(articlesOf(folder)).toBe(1);
  });

  test("where it is killed; and the next one takes away what that left", async () => {
    const folder = await otherStore();
    const child = startChild("stop-in-restore", folder, BACKUP);
    expect(await child.line()).toBe("inside");
    await child.kill();
    expect(articlesOf(folder)).toBe(1);
    expect(existsSync(join(folder, "restoring"))).toBe(true);
    await restoring(folder, BACKUP, true);
    expect(articlesOf(folder)).toBe(4);
    expect(existsSync(join(folder, "restoring"))).toBe(false);
  });

  test("beside the log of a store that has gone", async () => {
    const folder = await otherStore();
    rmSync(join(folder, "copydesk.db"));
    await expect(restoring(folder)).rejects.toMatchObject({ code: "taken" });
  });
});

function replaceByOther(name: string): void {
  rmSync(name);
  const database = new DatabaseSync(name);
  database.exec("create table ledger (x)");
  database.close();
}

function makeNewer(name: string): void {
  const database = new DatabaseSync(name);
  database.exec("insert into kysely_migration values ('9999-next', '2032-01-01')");
  database.close();
}
