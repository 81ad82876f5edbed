import { EventEmitter } from "node:events";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { makeFolder, startWatch } from "./helpers.ts";

vi.mock("chokidar", () => ({
  watch: () => {
    const watcher = Object.assign(new EventEmitter(), { close: async () => undefined });
    const error = Object.assign(new RangeError("no space left"), { code: "ENOSPC" });
    setImmediate(() => watcher.emit("error", error));
    return watcher;
  },
}));

test("where the system allows no more watches, the folder is looked through again and again", async () => {
  const folder = await makeFolder();
  await writeFile(join(folder, "a.txt"), "one");
  const { watch, reports, log } = await startWatch(folder, { sweepMs: 20 });
  expect(await watch.found).toBe(1);
  await watch.caughtUp;
  await writeFile(join(folder, "b.txt"), "two");
  await reports.has("b.txt: two");
  expect(reports.all).toEqual(["a.txt: one", "b.txt: two"]);
  expect(log.map(({ event }) => event)).toEqual(["folder.watch-failed", "folder.polls-instead"]);
});
