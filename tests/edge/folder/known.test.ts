import { chmod, rm, stat, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { knowing, makeFolder, startWatch } from "./helpers.ts";

async function firstRun(names: readonly string[]) {
  const folder = await makeFolder();
  for (const name of names) await writeFile(join(folder, name), name);
  const { watch, files } = await startWatch(folder);
  await watch.caughtUp;
  await watch.close();
  return { folder, files };
}

test.each([
  { usePolling: false },
  { usePolling: true, sweepMs: 20 },
])("known files are counted and not handed over again, at the start and later (%j)", async (settings) => {
  const { folder, files } = await firstRun(["a.txt", "b.txt"]);
  const { watch, reports } = await startWatch(folder, { ...settings, ...knowing(files) });
  expect(await watch.found).toBe(2);
  await watch.caughtUp;
  await writeFile(join(folder, "c.txt"), "three");
  await reports.has("c.txt: three");
  expect(reports.all).toEqual(["c.txt: three"]);
});

test("an edit that keeps the size is seen; new permissions are none", async () => {
  const { folder, files } = await firstRun(["a.txt", "b.txt"]);
  await writeFile(join(folder, "a.txt"), "A.TXT");
  await chmod(join(folder, "b.txt"), 0o640);
  const { watch, reports } = await startWatch(folder, knowing(files));
  await watch.caughtUp;
  expect(reports.all).toEqual(["a.txt: A.TXT"]);
});

test("new permissions hand nothing over while the folder is watched, a new time does", async () => {
  const folder = await makeFolder();
  const file = join(folder, "a.txt");
  await writeFile(file, "one");
  const { watch, reports, files } = await startWatch(folder, { concurrency: 1 });
  await watch.caughtUp;
  await chmod(file, 0o640);
  await writeFile(join(folder, "b.txt"), "two");
  await reports.has("b.txt: two");
  expect(files.map(({ path }) => path)).toEqual(["a.txt", "b.txt"]);
  await utimes(file, 1, 1);
  await reports.has("a.txt: one", 2);
});

test("the stamp is what the file was when it was read", async () => {
  const { folder, files } = await firstRun(["a.txt"]);
  const { size, mtimeMs } = await stat(join(folder, "a.txt"));
  expect(files.map(({ stamp }) => stamp)).toEqual([`${size} ${mtimeMs}`]);
});

test("known files of which none is there are not gone: the share may not be mounted", async () => {
  const { files } = await firstRun(["a.txt", "b.txt"]);
  const elsewhere = await makeFolder();
  await writeFile(join(elsewhere, "c.txt"), "three");
  const { watch, reports, log } = await startWatch(elsewhere, { goneMs: 1, ...knowing(files) });
  await watch.caughtUp;
  expect(log).toMatchObject([{ event: "folder.known-files-missing", fields: { known: 2 } }]);
  expect(reports.all).toEqual(["c.txt: three"]);
});

test("a known file that is not there any more is gone", async () => {
  const { folder, files } = await firstRun(["a.txt", "b.txt"]);
  await rm(join(folder, "b.txt"));
  const { watch, reports } = await startWatch(folder, knowing(files));
  await watch.caughtUp;
  await reports.has("b.txt?");
  expect(reports.all).toEqual(["b.txt?"]);
});
