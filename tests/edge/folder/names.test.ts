import { mkdir, rename, symlink, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { makeFolder, startWatch } from "./helpers.ts";

const unix = process.platform !== "win32";
const linux = process.platform === "linux";
const COMPOSED = "Zo\u00eb.txt";
const TAKEN_APART = "Zoe\u0308.txt";

test.runIf(unix)("any name that the system allows is handed over as it is", async () => {
  const folder = await makeFolder();
  const names = [
    "two\nlines.txt",
    "a b.txt",
    "tab\t.txt",
    "ٹریبیون.txt",
    "新闻.txt",
    "\\.txt",
    "%2e.txt",
  ];
  for (const name of names) await writeFile(join(folder, name), "one");
  const { watch, reports, files } = await startWatch(folder);
  await watch.caughtUp;
  expect(files.map(({ path }) => path).sort()).toEqual([...names].sort());
  await writeFile(join(folder, "new\nline.txt"), "two");
  await reports.has("new\nline.txt: two");
});

test("a folder may be named as a file is", async () => {
  const folder = await makeFolder();
  await mkdir(join(folder, "x.txt"));
  await writeFile(join(folder, "x.txt", "a.txt"), "one");
  const { watch, reports } = await startWatch(folder);
  expect(await watch.found).toBe(1);
  await watch.caughtUp;
  await mkdir(join(folder, "y.txt"));
  await writeFile(join(folder, "y.txt", "b.txt"), "two");
  await reports.has("y.txt/b.txt: two");
  expect(reports.all).toEqual(["x.txt/a.txt: one", "y.txt/b.txt: two"]);
});

test("accents may be composed or not: the path is the same", async () => {
  const folder = await makeFolder();
  await writeFile(join(folder, TAKEN_APART), "one");
  const { watch, reports } = await startWatch(folder);
  await watch.caughtUp;
  expect(reports.all).toEqual([`${COMPOSED}: one`]);
  await rename(join(folder, TAKEN_APART), join(folder, "z.txt"));
  await reports.has(`${COMPOSED}?`);
});

test.runIf(linux)(
  "of two files that differ in how accents are spelled, one is refused",
  async () => {
    const folder = await makeFolder();
    await writeFile(join(folder, TAKEN_APART), "two");
    await writeFile(join(folder, COMPOSED), "one");
    const { watch, reports } = await startWatch(folder, { sweepMs: 20, usePolling: true });
    await watch.caughtUp;
    await writeFile(join(folder, "last.txt"), "last");
    await reports.has("last.txt: last");
    expect(reports.all.sort()).toEqual([
      expect.stringMatching(
        new RegExp(`^${TAKEN_APART}! Another file here has the same name`, "u"),
      ),
      `${COMPOSED}: one`,
      "last.txt: last",
    ]);
  },
);

test.runIf(unix)(
  "a link to a folder inside is not entered: its files have a path of their own",
  async () => {
    const folder = await makeFolder();
    await mkdir(join(folder, "sport"));
    await writeFile(join(folder, "sport", "a.txt"), "one");
    await symlink(join(folder, "sport"), join(folder, "games"));
    await symlink(folder, join(folder, "sport", "up"));
    const { watch, reports } = await startWatch(folder, { sweepMs: 20, usePolling: true });
    await watch.caughtUp;
    await writeFile(join(folder, "last.txt"), "last");
    await reports.has("last.txt: last");
    expect(reports.all.filter((text) => !text.includes("!"))).toEqual([
      "sport/a.txt: one",
      "last.txt: last",
    ]);
  },
);

test.runIf(unix)("a socket is passed over", async () => {
  const folder = await makeFolder();
  const server = createServer();
  onTestFinished(() => new Promise((resolve) => server.close(() => resolve())));
  await new Promise<void>((resolve) => server.listen(join(folder, "s.txt"), resolve));
  await writeFile(join(folder, "a.txt"), "one");
  const { watch, reports } = await startWatch(folder);
  expect(await watch.found).toBe(1);
  await watch.caughtUp;
  expect(reports.all).toEqual(["a.txt: one"]);
});
