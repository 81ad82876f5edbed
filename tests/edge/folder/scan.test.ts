import { appendFile, mkdir, rm, symlink, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { FolderError } from "#edge/folder/folder-error.ts";
import { scanFolder } from "#edge/folder/scan.ts";
import type { FolderSettings } from "#edge/folder/settings.ts";
import { knowing, makeFolder, recordingSettings, writeOld } from "./helpers.ts";

async function scan(folder: string, changes: Partial<FolderSettings> = {}) {
  const reported = recordingSettings(folder, { maxBytes: 1000, concurrency: 1, ...changes });
  const scanned = await scanFolder(reported.settings);
  onTestFinished(() => scanned.close());
  await scanned.done;
  return { ...scanned, ...reported };
}

test("every file once, in the order of the paths, by the rules of the watch", async () => {
  const folder = await makeFolder();
  const outside = await makeFolder();
  await mkdir(join(folder, "sport"));
  await mkdir(join(folder, ".git"));
  await writeOld(folder, ["b.txt", "sport/c.txt", "a.txt", "d.txt.part"]);
  await writeFile(join(folder, ".git", "config"), "x");
  await writeFile(join(folder, "large.txt"), "x".repeat(1001));
  await utimes(join(folder, "large.txt"), 1, 1);
  await writeFile(join(outside, "secret.txt"), "secret");
  await symlink(join(outside, "secret.txt"), join(folder, "link.txt"));
  const { reports, found } = await scan(folder);
  expect(reports.all).toEqual([
    "a.txt: a.txt",
    "b.txt: b.txt",
    expect.stringMatching(/^large\.txt! It is too large/u),
    expect.stringMatching(/^link\.txt! It is a link to a place outside/u),
    "sport/c.txt: sport/c.txt",
  ]);
  expect(found).toBe(5);
});

test("a file that has just been written to is waited for", async () => {
  const folder = await makeFolder();
  await writeFile(join(folder, "a.txt"), "one");
  const { reports } = await scan(folder);
  expect(reports.all).toEqual(["a.txt: one"]);
});

test("a file that grows on and on is reported, and holds nobody up", async () => {
  const folder = await makeFolder();
  await writeOld(folder, ["b.txt"]);
  const writing = { ends: false };
  const write = async () => {
    while (!writing.ends) await appendFile(join(folder, "a.txt"), "more\n");
  };
  await writeFile(join(folder, "a.txt"), "one\n");
  const written = write();
  const { reports } = await scan(folder, { settleMs: 5, maxBytes: 1e9 });
  writing.ends = true;
  await written;
  expect(reports.all).toEqual([
    "b.txt: b.txt",
    "a.txt! Somebody keeps writing to it; it is read once that ends.",
  ]);
});

test("what an earlier run knows is counted and not handed over; what it knows and is gone is said", async () => {
  const folder = await makeFolder();
  await writeOld(folder, ["a.txt", "b.txt", "c.txt"]);
  const { files } = await scan(folder);
  await writeFile(join(folder, "b.txt"), "two!");
  await rm(join(folder, "c.txt"));
  const { reports, found } = await scan(folder, knowing(files));
  expect(reports.all).toEqual(["b.txt: two!", "c.txt?"]);
  expect(found).toBe(2);
});

test("an empty folder has no files, and a missing one is made", async () => {
  const { reports, created, found } = await scan(join(await makeFolder(), "articles"));
  expect({ all: reports.all, created, found }).toEqual({ all: [], created: true, found: 0 });
});

test("a file is no folder", async () => {
  const file = join(await makeFolder(), "a.txt");
  await writeFile(file, "");
  await expect(scan(file)).rejects.toBeInstanceOf(FolderError);
});
