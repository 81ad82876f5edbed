import { chmod, mkdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { Absences } from "#desk/source/absences.ts";
import { Register } from "#desk/source/register.ts";
import { folderHome } from "#edge/folder/home.ts";
import type { FolderSettings } from "#edge/folder/settings.ts";
import { makeFolder, recordingSettings } from "./helpers.ts";

const asRoot = process.getuid?.() === 0;

/** A folder with files that are dealt with, and nobody who watches it. */
async function setUp(paths: readonly string[], changes: Partial<FolderSettings> = {}) {
  const parent = await makeFolder();
  const folder = join(parent, "articles");
  await mkdir(folder);
  const { settings, reports, log } = recordingSettings(folder, { goneMs: 60_000, ...changes });
  const register = new Register(settings);
  for (const path of paths) {
    await mkdir(join(folder, path, ".."), { recursive: true });
    await writeFile(join(folder, path), path);
    register.note(path, path);
  }
  const busy = new Set<string>();
  const absences = new Absences(folderHome(folder), settings, register, (path) => busy.has(path));
  onTestFinished(() => absences.close());
  await absences.begin();
  /** What a look through the folder that finds `found` says is gone. */
  const look = async (found: readonly string[]) => {
    register.beginRound();
    for (const path of found) register.see(path);
    await absences.suspectUnseen();
    await absences.decide();
  };
  return { parent, folder, register, absences, reports, log, busy, look };
}

test("what is missing from the listing of its folder is gone, what is there is not", async () => {
  const { folder, absences, reports } = await setUp(["a.txt", "sport/b.txt", "sport/c.txt", "d"]);
  await rm(join(folder, "a.txt"));
  await rm(join(folder, "sport", "b.txt"));
  await rm(join(folder, "d"));
  await mkdir(join(folder, "d")); // a folder of the same name is not the file
  for (const path of ["a.txt", "sport/b.txt", "sport/c.txt", "d"]) absences.suspect(path);
  await absences.decide();
  expect(reports.all).toEqual(["a.txt?", "sport/b.txt?", "d?"]);
});

test("a folder that is gone takes its files with it", async () => {
  const { folder, absences, reports } = await setUp(["a.txt", "sport/cup/b.txt"]);
  await rm(join(folder, "sport"), { recursive: true });
  absences.suspect("sport/cup/b.txt");
  await absences.decide();
  expect(reports.all).toEqual(["sport/cup/b.txt?"]);
});

test("gone is said once, and nobody says it of what was never dealt with", async () => {
  const { folder, absences, reports } = await setUp(["a.txt"]);
  await rm(join(folder, "a.txt"));
  for (const path of ["a.txt", "never.txt", "a.txt"]) absences.suspect(path);
  await absences.decide();
  absences.suspect("a.txt");
  await absences.decide();
  expect(reports.all).toEqual(["a.txt?"]);
});

test("nothing is gone while the watched folder is missing", async () => {
  const { parent, folder, absences, reports, look } = await setUp(["a.txt", "b.txt"]);
  await rename(folder, join(parent, "away"));
  for (const path of ["a.txt", "b.txt"]) absences.suspect(path);
  await absences.decide();
  await look([]);
  expect(reports.all).toEqual([]);
  await rename(join(parent, "away"), folder);
  await rm(join(folder, "b.txt"));
  await look(["a.txt"]);
  expect(reports.all).toEqual(["b.txt?"]);
});

test("nothing is gone when an empty folder shows in its place, as under a share that dropped", async () => {
  const { parent, folder, absences, reports, look } = await setUp(["a.txt", "b.txt"]);
  await rename(folder, join(parent, "away"));
  await mkdir(folder);
  for (const path of ["a.txt", "b.txt"]) absences.suspect(path);
  await absences.decide();
  await look([]);
  await look([]);
  expect(reports.all).toEqual([]);
});

test("another folder that has a tenth of the files takes its place, and may lose files from the next look on", async () => {
  const paths = Array.from({ length: 10 }, (_, index) => `${index}.txt`);
  const { parent, folder, reports, look } = await setUp(paths);
  await rename(folder, join(parent, "away"));
  await mkdir(folder);
  await writeFile(join(folder, "7.txt"), "back");
  await look(["7.txt"]);
  expect(reports.all).toEqual([]);
  await look(["7.txt"]);
  expect(reports.all).toEqual(paths.filter((path) => path !== "7.txt").map((path) => `${path}?`));
});

test.skipIf(asRoot)(
  "nothing is gone from a folder that may not be looked into (root may)",
  async () => {
    const { folder, reports, look } = await setUp(["a.txt", "sport/b.txt"]);
    await chmod(join(folder, "sport"), 0);
    await look(["a.txt"]);
    await chmod(join(folder, "sport"), 0o700);
    expect(reports.all).toEqual([]);
  },
);

test("a file whose handler is at work is gone later", async () => {
  const { folder, absences, reports, busy } = await setUp(["a.txt"]);
  await rm(join(folder, "a.txt"));
  busy.add("a.txt");
  absences.suspect("a.txt");
  await absences.decide();
  expect(reports.all).toEqual([]);
  busy.clear();
  await absences.decide();
  expect(reports.all).toEqual(["a.txt?"]);
});

test("a handler that fails is told again", async () => {
  const tries: string[] = [];
  const onGone = async (path: string) => {
    if (tries.push(path) === 1) throw new TypeError("the store is busy");
  };
  const { folder, absences, log } = await setUp(["a.txt"], { onGone });
  await rm(join(folder, "a.txt"));
  absences.suspect("a.txt");
  await absences.decide();
  await absences.decide();
  await absences.decide();
  expect(tries).toEqual(["a.txt", "a.txt"]);
  expect(log).toMatchObject([{ event: "copy.handler-failed", fields: { path: "a.txt" } }]);
});

const KNOWN = Array.from({ length: 10 }, (_, index) => `${index}.txt`);

test.each([
  [1, 9], // a tenth is there: it is the same folder
  [10, 0],
  [0, 0], // none is: its share is not mounted
])("with %d of ten known files there, %d are gone", async (there, gone) => {
  const knownPaths = () => KNOWN;
  const { absences, reports, log } = await setUp(KNOWN.slice(0, there), {
    knownPaths,
    known: () => "known",
  });
  absences.suspectKnown();
  await absences.decide();
  expect(reports.all).toHaveLength(gone);
  expect(log.map(({ event }) => event)).toEqual(there === 0 ? ["copy.known-files-missing"] : []);
});
