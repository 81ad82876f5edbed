import { symlink } from "node:fs/promises";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { Register } from "#desk/source/register.ts";
import { SettlingQueue } from "#desk/source/settling-queue.ts";
import type { FileState } from "#edge/folder/look.ts";
import type { FolderSettings } from "#edge/folder/settings.ts";
import { folderShelf } from "#edge/folder/shelf.ts";
import { makeFolder, recordingSettings, writeOld } from "./helpers.ts";

function makeQueue(folder: string, changes: Partial<FolderSettings>): SettlingQueue<FileState> {
  const { settings } = recordingSettings(folder, changes);
  const queue = new SettlingQueue(folderShelf(folder, settings), settings, new Register(settings));
  onTestFinished(() => queue.close());
  return queue;
}

test("what was there comes in the order of the paths, what comes later before the rest of it", async () => {
  const folder = await makeFolder();
  await writeOld(folder, ["a.txt", "b.txt", "c.txt"]);
  await symlink(await makeFolder(), join(folder, "outside.txt"));
  const order: string[] = [];
  const queue = makeQueue(folder, {
    concurrency: 1,
    onFile: async ({ path }) => {
      order.push(path);
      if (path === "a.txt") queue.touch(join(folder, "outside.txt"), false);
    },
    onUnreadable: async (path) => void order.push(path),
  });
  for (const name of ["c.txt", "a.txt", "b.txt"]) queue.find(join(folder, name), null, true);
  queue.startIsOver();
  await queue.caughtUp;
  expect(order).toEqual(["a.txt", "outside.txt", "b.txt", "c.txt"]);
});

test("a file that was forgotten and found again is handed over once", async () => {
  const folder = await makeFolder();
  await writeOld(folder, ["a.txt", "b.txt"]);
  const order: string[] = [];
  const queue = makeQueue(folder, { onFile: async ({ path }) => void order.push(path) });
  const file = join(folder, "a.txt");
  queue.find(file, null, true);
  queue.forget(file);
  queue.find(file, null, true);
  queue.find(join(folder, "b.txt"), null, true);
  expect(queue.holds(file)).toBe(true);
  queue.startIsOver();
  await queue.caughtUp;
  expect(order.sort()).toEqual(["a.txt", "b.txt"]);
  expect(queue.holds(file)).toBe(false);
});

test("what waits is told until it is handed over, but for what somebody goes on writing to", async () => {
  const folder = await makeFolder();
  await writeOld(folder, ["a.txt", "b.txt"]);
  const { promise, resolve } = Promise.withResolvers<void>();
  const waited: number[] = [];
  const onFile = (_: unknown, one: number) => {
    waited.push(one);
    return promise;
  };
  const queue = makeQueue(folder, { concurrency: 1, onFile });
  expect(queue.waiting()).toEqual({ files: 0, longest: 0 });
  for (const name of ["a.txt", "b.txt"]) queue.find(join(folder, name), null, true);
  queue.startIsOver();
  expect(queue.waiting()).toEqual({ files: 2, longest: expect.any(Number) });
  resolve();
  await queue.caughtUp;
  expect(queue.waiting().files).toBe(0);
  expect(waited.map((one) => one > 0)).toEqual([true, true]);
});
