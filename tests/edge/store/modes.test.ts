import { chmodSync, mkdirSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { lockFolder } from "#edge/store/lock.ts";
import { openStore } from "#edge/store/store.ts";
import { temporaryFolder } from "./temporary.ts";

const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8);

/** The folder's own mode, and that of each file in it. */
function modesIn(folder: string): Readonly<Record<string, string>> {
  const files = readdirSync(folder).map((name) => [name, modeOf(join(folder, name))]);
  return { ".": modeOf(folder), ...Object.fromEntries(files) };
}

const CLOSED = {
  ".": "700",
  "copydesk.db": "600",
  "copydesk.db-wal": "600",
  "copydesk.db-shm": "600",
  "copydesk.lock": "600",
  "copydesk.pid": "600",
};

/** Windows has no modes. */
const modes = test.skipIf(process.platform === "win32");

modes("a new data folder and its files are for their user alone", async () => {
  const folder = join(temporaryFolder(), "data");
  const lock = lockFolder(folder);
  const store = await openStore({ folder });
  expect(modesIn(folder)).toMatchObject(CLOSED);
  await store.close();
  lock.release();
});

modes(
  "one that others could read is closed to them; files that are not ours stay as they are",
  async () => {
    const folder = join(temporaryFolder(), "data");
    mkdirSync(folder);
    chmodSync(folder, 0o755);
    for (const name of ["copydesk.db", "copydesk.pid", "copydesk.log", "notes.txt"]) {
      writeFileSync(join(folder, name), "");
      chmodSync(join(folder, name), 0o644);
    }
    const lock = lockFolder(folder);
    const store = await openStore({ folder });
    const expected = { ...CLOSED, "copydesk.log": "600", "notes.txt": "644" };
    expect(modesIn(folder)).toMatchObject(expected);
    await store.close();
    lock.release();
  },
);
