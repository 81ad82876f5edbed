import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { knowing, makeFolder, startWatch } from "./helpers.ts";

const linux = process.platform === "linux";

test.each([
  { usePolling: false },
  { usePolling: true, sweepMs: 20 },
])("a file that is deleted, renamed or moved out is gone (%j)", async (settings) => {
  const folder = await makeFolder();
  const aside = await makeFolder();
  await mkdir(join(folder, "sport"));
  for (const path of ["a.txt", "b.txt", "sport/c.txt"]) await writeFile(join(folder, path), path);
  const { watch, reports } = await startWatch(folder, settings);
  await watch.caughtUp;
  await rm(join(folder, "a.txt"));
  await reports.has("a.txt?");
  await rename(join(folder, "b.txt"), join(folder, "new.txt"));
  await Promise.all([reports.has("new.txt: b.txt"), reports.has("b.txt?")]);
  await rename(join(folder, "sport"), join(aside, "sport"));
  await reports.has("sport/c.txt?");
  expect(reports.all.filter((text) => text.endsWith("?")).sort()).toEqual([
    "a.txt?",
    "b.txt?",
    "sport/c.txt?",
  ]);
});

test("a file that was never handed over is not gone; a name of an unfinished file is", async () => {
  const folder = await makeFolder();
  await writeFile(join(folder, "b.txt"), "two");
  const { watch, reports } = await startWatch(folder, { settleMs: 200 });
  await watch.caughtUp;
  await writeFile(join(folder, "a.txt"), "one");
  await rm(join(folder, "a.txt"));
  await rename(join(folder, "b.txt"), join(folder, "b.txt.bak"));
  await reports.has("b.txt?");
  expect(reports.all).toEqual(["b.txt: two", "b.txt?"]);
});

test("a file that an editor takes away and writes again is not gone", async () => {
  const folder = await makeFolder();
  for (const name of ["a.txt", "z.txt"]) await writeFile(join(folder, name), name);
  const { watch, reports } = await startWatch(folder, { goneMs: 500 });
  await watch.caughtUp;
  await rename(join(folder, "a.txt"), join(folder, "a.txt~"));
  await writeFile(join(folder, "a.txt"), "one, saved");
  await reports.has("a.txt: one, saved");
  // What seemed to be gone later is decided later.
  await rm(join(folder, "z.txt"));
  await reports.has("z.txt?");
  expect(reports.all).not.toContain("a.txt?");
});

test("a file that comes back as it was is handed over again", async () => {
  const folder = await makeFolder();
  const aside = join(await makeFolder(), "a.txt");
  const file = join(folder, "a.txt");
  await writeFile(file, "one");
  const { watch, reports, files } = await startWatch(folder);
  await watch.caughtUp;
  const { knownPaths, known } = knowing(files);
  await watch.close();
  const next = await startWatch(folder, { knownPaths, known });
  await next.watch.caughtUp;
  await rename(file, aside);
  await next.reports.has("a.txt?");
  await rename(aside, file);
  await next.reports.has("a.txt: one");
  expect([reports.all, next.reports.all]).toEqual([["a.txt: one"], ["a.txt?", "a.txt: one"]]);
});

test.runIf(linux)("a name that changes its case only is another name", async () => {
  const folder = await makeFolder();
  await writeFile(join(folder, "a.txt"), "one");
  const { watch, reports } = await startWatch(folder);
  await watch.caughtUp;
  await rename(join(folder, "a.txt"), join(folder, "A.txt"));
  await Promise.all([reports.has("A.txt: one"), reports.has("a.txt?")]);
});
