import { mkdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { Absences } from "#desk/source/absences.ts";
import { Register } from "#desk/source/register.ts";
import { SettlingQueue } from "#desk/source/settling-queue.ts";
import { folderHome } from "#edge/folder/home.ts";
import { folderShelf } from "#edge/folder/shelf.ts";
import { Sweep } from "#edge/folder/sweep.ts";
import { makeFolder, recordingSettings } from "./helpers.ts";

test("another folder in the place of the watched one is noticed without any event, and looked through", async () => {
  const parent = await makeFolder();
  const folder = join(parent, "articles");
  await mkdir(folder);
  const { settings, reports } = recordingSettings(folder, { sweepMs: 20 });
  const register = new Register(settings);
  const queue = new SettlingQueue(folderShelf(folder, settings), settings, register);
  const absences = new Absences(folderHome(folder), settings, register, () => false);
  const replaced = Promise.withResolvers<void>();
  const onReplaced = () => replaced.resolve();
  const sweep = new Sweep({ folder, settings, register, queue, absences, onReplaced });
  onTestFinished(async () => {
    await Promise.all([sweep.close(), queue.close(), absences.close()]);
  });
  await absences.begin();
  expect(await sweep.first()).toBe(0);
  sweep.goOn();
  queue.startIsOver();
  await writeFile(join(folder, "a.txt"), "one");
  await reports.has("a.txt: one");
  await rename(folder, join(parent, "away"));
  await mkdir(folder);
  await replaced.promise;
  await writeFile(join(folder, "b.txt"), "two");
  await reports.has("b.txt: two");
});
