import { DatabaseSync } from "node:sqlite";
import { expect, onTestFinished, test, vi } from "vitest";
import { diskFault, isDiskFull, mayTakeWrites, storeFault } from "#edge/store/disk-fault.ts";
import { StoreError } from "#edge/store/error.ts";
import { openStore } from "#edge/store/store.ts";
import { article, file, NOON } from "../../contract/store/samples.ts";
import { temporaryFolder } from "./temporary.ts";

/** SQLite's own limit makes a database that cannot grow: the same error as a full disk, on any machine. */
async function limitedStore() {
  const opened: DatabaseSync[] = [];
  const exec = DatabaseSync.prototype.exec;
  const spy = vi.spyOn(DatabaseSync.prototype, "exec").mockImplementation(function (
    this: DatabaseSync,
    sql: string,
  ) {
    opened.push(this);
    exec.call(this, sql);
  });
  const store = await openStore({ folder: temporaryFolder() });
  spy.mockRestore();
  onTestFinished(() => store.close());
  const limit = (pages: number) => {
    for (const database of new Set(opened)) database.exec(`pragma max_page_count = ${pages}`);
  };
  return { store, fill: () => limit(1), empty: () => limit(4_294_967_294) };
}

test("a full disk is named as that, leaves nothing half done, and the store goes on", async () => {
  const { store, fill, empty } = await limitedStore();
  await file(store, article("before"));
  fill();
  const body = "The ferry to Sandholm was cancelled. ".repeat(2_000);
  const filed = await file(store, article("large", { body })).catch((error: unknown) => error);
  expect(filed).toMatchObject({ name: "StoreError", code: "full" });
  expect(diskFault(filed)).toMatch(/^The disk is full\./);
  await expect(store.probe()).rejects.toMatchObject({ code: "full" });
  expect(await store.archive.revision("large")).toBe(0);
  expect(await store.ledger.history("wire/large.txt")).toEqual([]);
  expect(await store.archive.get("before", NOON)).not.toBeNull();
  empty();
  await store.probe();
  await file(store, article("large", { body }));
  expect(await store.archive.revision("large")).toBe(1);
});

const system = (code: string) => Object.assign(new TypeError("it failed"), { code });

test.each([
  [system("ENOSPC"), true, /full/],
  [system("EDQUOT"), true, /room/],
  [system("EROFS"), false, /reading alone/],
  [system("EIO"), false, /fails/],
  [new StoreError("unwritable", "It cannot be written."), false, /cannot be written/],
  [system("ENOENT"), false, null],
  [new StoreError("failed", "A fault of ours."), false, null],
])("%s comes of the disk, or not", (error, full, says) => {
  expect(isDiskFull(error)).toBe(full);
  if (says === null) expect(diskFault(error)).toBeNull();
  else expect(diskFault(error)).toMatch(says);
});

test.each([
  [new StoreError("unreachable", "It cannot be reached."), true, /reached/],
  [new StoreError("busy", "It was busy."), true, /busy/],
  [system("ENOSPC"), true, /full/],
  [new StoreError("unwritable", "It cannot be written."), false, /cannot be written/],
  [new StoreError("refused", "It knows no such user."), false, null],
  [new StoreError("relieved", "Another has the work."), false, null],
])("%s may be over at any moment, or keeps the store from writing, or neither", (error, passes, says) => {
  expect(mayTakeWrites(error)).toBe(passes);
  if (says === null) expect(storeFault(error)).toBeNull();
  else expect(storeFault(error)).toMatch(says);
});
