import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import {
  appendFile,
  chmod,
  mkdir,
  open,
  rename,
  rm,
  symlink,
  truncate,
  utimes,
  writeFile,
} from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { FolderError } from "#edge/folder/folder-error.ts";
import { makeFolder, startWatch, writeOld } from "./helpers.ts";

const unix = process.platform !== "win32";
const asRoot = process.getuid?.() === 0;

test("a missing folder is made, and said", async () => {
  const folder = join(await makeFolder(), "deep", "articles");
  const { watch, reports } = await startWatch(folder);
  expect(watch.created).toBe(true);
  expect(await watch.found).toBe(0);
  await watch.caughtUp;
  await writeFile(join(folder, "a.txt"), "one");
  await reports.has("a.txt: one");
});

test("a file in the folder's place is refused with the mend", async () => {
  const file = join(await makeFolder(), "articles");
  await writeFile(file, "");
  const failing = startWatch(file);
  await expect(failing).rejects.toBeInstanceOf(FolderError);
  await expect(failing).rejects.toMatchObject({
    code: "not-a-folder",
    message: expect.stringContaining("name another folder"),
  });
});

test("what is there at the start is counted and reported, sub-folders too", async () => {
  const folder = await makeFolder();
  await mkdir(join(folder, "sport", "football"), { recursive: true });
  await writeFile(join(folder, "a.txt"), "one");
  await writeFile(join(folder, "sport", "football", "b.md"), "two");
  const { watch, files } = await startWatch(folder);
  expect(watch.created).toBe(false);
  expect(await watch.found).toBe(2);
  await watch.caughtUp;
  expect(files.map(({ path }) => path).sort()).toEqual(["a.txt", "sport/football/b.md"]);
  expect(files.find(({ path }) => path === "a.txt")).toEqual({
    path: "a.txt",
    bytes: expect.any(Uint8Array),
    // printf one | sha256sum
    contentHash: "7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed",
    stamp: expect.stringMatching(/^3 \d+/u),
  });
});

test.each([
  { usePolling: false },
  { usePolling: true, sweepMs: 20 },
])("new files, changed files and moved folders are reported (%j)", async (settings) => {
  const folder = await makeFolder();
  const aside = await makeFolder();
  const { watch, reports } = await startWatch(folder, settings);
  await watch.caughtUp;
  await writeFile(join(folder, "a.txt"), "one");
  await reports.has("a.txt: one");
  await writeFile(join(folder, "a.txt"), "two!");
  await reports.has("a.txt: two!");
  await rename(join(folder, "a.txt"), join(folder, "b.txt"));
  await reports.has("b.txt: two!");
  await mkdir(join(aside, "sport"));
  await writeFile(join(aside, "sport", "c.txt"), "three");
  await rename(join(aside, "sport"), join(folder, "sport"));
  await reports.has("sport/c.txt: three");
});

test("unfinished files count when they have their own name, and hidden ones never", async () => {
  const folder = await makeFolder();
  const { watch, reports, files } = await startWatch(folder);
  await watch.caughtUp;
  const unfinished = [
    "a.txt.part",
    "b.txt.tmp",
    "c.txt.filepart",
    "d.txt~",
    ".e.txt.swp",
    ".hidden",
    "~$f.docx",
    "Thumbs.db",
  ];
  for (const name of unfinished) await writeFile(join(folder, name), name);
  await mkdir(join(folder, ".git"));
  await writeFile(join(folder, ".git", "config"), "x");
  await rename(join(folder, "a.txt.part"), join(folder, "a.txt"));
  await reports.has("a.txt: a.txt.part");
  await writeFile(join(folder, "last.txt"), "last");
  await reports.has("last.txt: last");
  expect(new Set(files.map(({ path }) => path))).toEqual(new Set(["a.txt", "last.txt"]));
});

test("a file that grows is reported once it is whole", async () => {
  const folder = await makeFolder();
  const { watch, reports, files } = await startWatch(folder, { settleMs: 100 });
  await watch.caughtUp;
  const file = join(folder, "a.txt");
  for (const word of ["one ", "two ", "three"]) await appendFile(file, word);
  await reports.has("a.txt: one two three");
  expect(files).toHaveLength(1);
});

test("a file that changes while it is handled is reported again", async () => {
  const folder = await makeFolder();
  const file = join(folder, "a.txt");
  await writeFile(file, "one");
  const texts: string[] = [];
  const second = Promise.withResolvers<void>();
  await startWatch(folder, {
    onFile: async ({ bytes }) => {
      texts.push(new TextDecoder().decode(bytes));
      if (texts.length === 1) await writeFile(file, "two!");
      else second.resolve();
    },
  });
  await second.promise;
  expect(texts).toEqual(["one", "two!"]);
});

test("a handler that fails gets the file again, and the others go on", async () => {
  const folder = await makeFolder();
  await writeFile(join(folder, "a.txt"), "one");
  await writeFile(join(folder, "b.txt"), "two");
  const tries: string[] = [];
  const again = Promise.withResolvers<void>();
  const { watch, log } = await startWatch(folder, {
    onFile: async ({ path }) => {
      tries.push(path);
      if (path !== "a.txt") return;
      if (tries.filter((one) => one === "a.txt").length > 1) again.resolve();
      else throw new TypeError("the store is busy");
    },
  });
  await watch.caughtUp;
  expect(tries.sort()).toEqual(["a.txt", "b.txt"]);
  expect(log).toMatchObject([{ event: "copy.handler-failed", fields: { path: "a.txt" } }]);
  await again.promise;
});

test("never more files at once than agreed, and closing waits for them", async () => {
  const folder = await makeFolder();
  for (let index = 0; index < 20; index += 1) await writeFile(join(folder, `${index}.txt`), "x");
  const gate = Promise.withResolvers<void>();
  const full = Promise.withResolvers<void>();
  let running = 0;
  let most = 0;
  let finished = 0;
  const { watch } = await startWatch(folder, {
    concurrency: 3,
    onFile: async () => {
      running += 1;
      most = Math.max(most, running);
      if (running === 3) full.resolve();
      await gate.promise;
      running -= 1;
      finished += 1;
    },
  });
  await full.promise;
  const closed = watch.close();
  gate.resolve();
  await closed;
  expect({ most, running, finished }).toEqual({ most: 3, running: 0, finished: 3 });
  await watch.caughtUp; // nobody waits for ever
});

test("a folder that vanishes and comes back is watched on", async () => {
  const parent = await makeFolder();
  const folder = join(parent, "articles");
  const { watch, reports } = await startWatch(folder);
  await watch.caughtUp;
  await writeFile(join(folder, "a.txt"), "one");
  await reports.has("a.txt: one");
  await rename(folder, join(parent, "away"));
  await mkdir(folder);
  await writeFile(join(folder, "b.txt"), "two");
  await reports.has("b.txt: two");
  await rm(folder, { recursive: true });
  await rename(join(parent, "away"), folder);
  await writeFile(join(folder, "c.txt"), "three");
  await reports.has("c.txt: three");
});

test.runIf(unix)(
  "links are followed inside the folder only; what is no file is passed over",
  async () => {
    const outside = await makeFolder();
    await writeFile(join(outside, "secret.txt"), "secret");
    const folder = await makeFolder();
    await writeFile(join(folder, "a.txt"), "one");
    await symlink(join(folder, "a.txt"), join(folder, "inside.txt"));
    await symlink(join(outside, "secret.txt"), join(folder, "outside.txt"));
    await symlink(outside, join(folder, "elsewhere"));
    await symlink(join(folder, "nothing.txt"), join(folder, "dangling.txt"));
    await symlink(join(folder, "loop.txt"), join(folder, "loop.txt"));
    execFileSync("mkfifo", [join(folder, "pipe.txt")]);
    const { watch, reports } = await startWatch(folder);
    await watch.caughtUp;
    expect(reports.all.filter((text) => !text.includes("!")).sort()).toEqual([
      "a.txt: one",
      "inside.txt: one",
    ]);
    expect(
      reports.all
        .filter((text) => text.includes("!"))
        .map((text) => text.split("!")[0])
        .sort(),
    ).toEqual(["elsewhere", "loop.txt", "outside.txt"]);
  },
);

test.runIf(unix && !asRoot)(
  "a file without permission is reported, and read once it has it (root may read any)",
  async () => {
    const folder = await makeFolder();
    const file = join(folder, "a.txt");
    await writeFile(file, "one");
    await chmod(file, 0);
    const { watch, reports } = await startWatch(folder);
    await watch.caughtUp;
    expect(reports.all).toEqual(["a.txt! The bot may not read it; give its user permission to."]);
    await chmod(file, 0o600);
    await utimes(file, new Date(), new Date());
    await reports.has("a.txt: one");
  },
);

test.runIf(unix && !asRoot)(
  "a folder without permission is reported once, and read once it has it (root may read any)",
  async () => {
    const folder = await makeFolder();
    const section = join(folder, "sport");
    await mkdir(section);
    await writeFile(join(section, "a.txt"), "one");
    await writeFile(join(folder, "b.txt"), "two");
    await chmod(section, 0);
    const { watch, reports } = await startWatch(folder, { sweepMs: 20 });
    expect(await watch.found).toBe(1);
    await watch.caughtUp;
    await writeFile(join(folder, "c.txt"), "three");
    await reports.has("c.txt: three");
    await chmod(section, 0o700);
    await reports.has("sport/a.txt: one");
    expect(reports.all.sort()).toEqual([
      "b.txt: two",
      "c.txt: three",
      "sport! The bot may not look into this folder (EACCES); give its user permission to.",
      "sport/a.txt: one",
    ]);
  },
);

test("closing at the first look ends it, and hands nothing over", async () => {
  const folder = await makeFolder();
  for (let index = 0; index < 20; index += 1) await writeFile(join(folder, `${index}.txt`), "x");
  const { watch, reports } = await startWatch(folder);
  await watch.close();
  await Promise.all([watch.found, watch.caughtUp]); // nobody waits for ever
  expect(reports.all).toEqual([]);
});

test("the count comes before the first file", async () => {
  const folder = await makeFolder();
  await writeOld(folder, ["b.txt", "a.txt"]);
  const { watch, reports } = await startWatch(folder, { concurrency: 1 });
  await watch.found;
  expect(reports.all).toEqual([]);
  await watch.caughtUp;
  expect(reports.all).toEqual(["a.txt: a.txt", "b.txt: b.txt"]);
});

test("a file that is too large is reported without reading it", async () => {
  const folder = await makeFolder();
  const handle = await open(join(folder, "a.txt"), "w");
  await handle.close();
  await truncate(join(folder, "a.txt"), 3 * 1024 * 1024);
  const { watch, reports } = await startWatch(folder, { maxBytes: 1024 * 1024 });
  await watch.caughtUp;
  expect(reports.all).toEqual([
    expect.stringMatching(/^a\.txt! It is too large for an article \(3 MB, at most 1 /u),
  ]);
});

test("a burst that overflows the system's queue of events loses nothing", async () => {
  const folder = await makeFolder();
  const expected = 10_000; // two events a file are more than the 16,384 that Linux holds
  const all = Promise.withResolvers<void>();
  const seen = new Set<string>();
  const { watch } = await startWatch(folder, {
    concurrency: 16,
    onFile: async ({ path }) => {
      if (seen.add(path).size === expected) all.resolve();
    },
  });
  await watch.caughtUp;
  // Without a pause for the event loop, nobody takes the events off the queue.
  for (let index = 0; index < expected; index += 1)
    writeFileSync(join(folder, `${index}.txt`), "x");
  await all.promise;
  expect(seen.size).toBe(expected);
}, 60_000);
