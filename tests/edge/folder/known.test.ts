import { chmod, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
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

test("an edit that keeps the size is seen; new permissions have a file read once more", async () => {
  const { folder, files } = await firstRun(["a.txt", "b.txt"]);
  await writeFile(join(folder, "a.txt"), "A.TXT");
  await chmod(join(folder, "b.txt"), 0o640);
  const { watch, reports, files: again } = await startWatch(folder, knowing(files));
  await watch.caughtUp;
  expect(reports.all.sort()).toEqual(["a.txt: A.TXT", "b.txt: b.txt"]);
  const hashOf = (path: string) => files.find((file) => file.path === path)?.contentHash;
  const changed = again.filter(({ path, contentHash }) => contentHash !== hashOf(path));
  expect(changed.map(({ path }) => path)).toEqual(["a.txt"]);
});

/** Puts another file in the place of one, of the same size and time. */
async function replace(file: string, text: string): Promise<void> {
  const { mtime } = await stat(file);
  await writeFile(`${file}.tmp`, text);
  await utimes(`${file}.tmp`, mtime, mtime);
  await rename(`${file}.tmp`, file);
}

test("a file in whose place another of the same size and time was put is seen, while nobody watched", async () => {
  const { folder, files } = await firstRun(["a.txt", "b.txt"]);
  await replace(join(folder, "a.txt"), "A.TXT");
  const { watch, reports } = await startWatch(folder, knowing(files));
  await watch.caughtUp;
  expect(reports.all).toEqual(["a.txt: A.TXT"]);
});

test.each([
  ["replaced", replace],
  [
    "written over",
    async (file: string, text: string) => {
      const { mtime } = await stat(file);
      await writeFile(file, text);
      await utimes(file, mtime, mtime);
    },
  ],
])("a file that is %s by one of the same size and time is seen at once", async (_, change) => {
  const folder = await makeFolder();
  const file = join(folder, "a.txt");
  await writeFile(file, "one");
  await utimes(file, 1, 1);
  const { watch, reports } = await startWatch(folder);
  await watch.caughtUp;
  await change(file, "two");
  await reports.has("a.txt: two");
});

test("a new time hands a file over while the folder is watched", async () => {
  const folder = await makeFolder();
  const file = join(folder, "a.txt");
  await writeFile(file, "one");
  const { watch, reports } = await startWatch(folder, { concurrency: 1 });
  await watch.caughtUp;
  await utimes(file, 1, 1);
  await reports.has("a.txt: one", 2);
});

test("the stamp is what the file was when it was read", async () => {
  const { folder, files } = await firstRun(["a.txt"]);
  const { size, mtimeMs, ctimeMs, ino } = await stat(join(folder, "a.txt"));
  expect(files.map(({ stamp }) => stamp)).toEqual([`${size} ${mtimeMs} ${ctimeMs} ${ino}`]);
});

test("known files of which none is there are not gone: the share may not be mounted", async () => {
  const { files } = await firstRun(["a.txt", "b.txt"]);
  const elsewhere = await makeFolder();
  await writeFile(join(elsewhere, "c.txt"), "three");
  const { watch, reports, log } = await startWatch(elsewhere, { goneMs: 1, ...knowing(files) });
  await watch.caughtUp;
  expect(log).toMatchObject([{ event: "copy.known-files-missing", fields: { known: 2 } }]);
  expect(reports.all).toEqual(["c.txt: three"]);
});

test("a known file that is not there any more is gone", async () => {
  const { folder, files } = await firstRun(["a.txt", "b.txt"]);
  await rm(join(folder, "b.txt"));
  const { watch, reports } = await startWatch(folder, knowing(files));
  // Before anybody goes on: it may have been deleted under embargo.
  await watch.caughtUp;
  expect(reports.all).toEqual(["b.txt?"]);
});
