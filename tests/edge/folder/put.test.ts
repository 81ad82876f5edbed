import { chmod, mkdir, readdir, readFile, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { safeName } from "#desk/source/safe-name.ts";
import { putIntoFolder } from "#edge/folder/put.ts";
import { findInFolder, replaceInFolder } from "#edge/folder/replace.ts";
import { watchFolder } from "#edge/folder/watch.ts";
import { contentHash } from "#main/identity.ts";
import { makeFolder, Reports, recordingLog } from "./helpers.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const nothingKnown = async () => false;

test("a file lies there whole, under the first name that is free, and nothing else is left", async () => {
  const folder = await makeFolder();
  const put = (text: string) => putIntoFolder(folder, "flood.txt", bytes(text), nothingKnown);
  expect([await put("one"), await put("two"), await put("three")]).toEqual([
    "flood.txt",
    "flood-2.txt",
    "flood-3.txt",
  ]);
  expect(await readFile(join(folder, "flood.txt"), "utf8")).toBe("one");
  expect(await readFile(join(folder, "flood-3.txt"), "utf8")).toBe("three");
  expect(await readdir(folder)).toHaveLength(3);
});

test.each([
  ["Flood.TXT", "flood.txt"],
  ["Zoe\u0308.txt", "zo\u00eb.txt"],
])("%j takes the name %j as well, since some file system takes them for one", async (there, name) => {
  const folder = await makeFolder();
  await writeFile(join(folder, there), "a colleague's");
  const path = await putIntoFolder(folder, name, bytes("ours"), nothingKnown);
  expect(path).toBe(name.replace(".", "-2."));
  expect(await readFile(join(folder, there), "utf8")).toBe("a colleague's");
});

test("a name under which a file has lain before is not taken: it would count as its next version", async () => {
  const folder = await makeFolder();
  const path = await putIntoFolder(
    folder,
    "flood.txt",
    bytes("x"),
    async (one) => one === "flood.txt",
  );
  expect(path).toBe("flood-2.txt");
});

test("neither a folder nor a link of that name is written to", async () => {
  const folder = await makeFolder();
  const other = await makeFolder();
  await mkdir(join(folder, "flood"));
  await symlink(join(other, "elsewhere.txt"), join(folder, "storm.txt"));
  expect(await putIntoFolder(folder, "flood", bytes("x"), nothingKnown)).toBe("flood-2");
  expect(await putIntoFolder(folder, "storm.txt", bytes("x"), nothingKnown)).toBe("storm-2.txt");
  expect(await readdir(other)).toEqual([]);
});

test("two at once are two files", async () => {
  const folder = await makeFolder();
  const paths = await Promise.all(
    ["a", "b", "c", "d"].map((text) => putIntoFolder(folder, "x.txt", bytes(text), nothingKnown)),
  );
  expect(new Set(paths).size).toBe(4);
  const read = await Promise.all(paths.map((path) => readFile(join(folder, path), "utf8")));
  expect(read.toSorted()).toEqual(["a", "b", "c", "d"]);
});

test("whatever it is called, it lies in the folder and over nothing", async () => {
  const parent = await makeFolder();
  const folder = join(parent, "articles");
  await mkdir(folder);
  let count = 0;
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: "binary", maxLength: 30 }), async (wanted) => {
      const reading = safeName(`../${wanted}`);
      if (!reading.ok) return;
      await putIntoFolder(folder, reading.name, bytes(String(count)), nothingKnown);
      count += 1;
    }),
    { numRuns: 60 },
  );
  expect(await readdir(parent)).toEqual(["articles"]);
  const names = await readdir(folder);
  expect(names).toHaveLength(count);
  const read = await Promise.all(names.map((name) => readFile(join(folder, name), "utf8")));
  expect(new Set(read).size).toBe(count);
});

test.skipIf(process.getuid?.() === 0)(
  "a folder that may only be read is told of, with the mend",
  async () => {
    const folder = await makeFolder();
    await chmod(folder, 0o555);
    await expect(putIntoFolder(folder, "x.txt", bytes("x"), nothingKnown)).rejects.toMatchObject({
      code: "not-permitted",
      message: expect.stringContaining("put the file there yourself"),
    });
  },
);

test("a path that is a file is told of", async () => {
  const folder = join(await makeFolder(), "articles");
  await writeFile(folder, "");
  await expect(putIntoFolder(folder, "x.txt", bytes("x"), nothingKnown)).rejects.toMatchObject({
    code: "unusable",
  });
});

test("a watch takes it as it takes a colleague's, once and whole", async () => {
  const folder = await makeFolder();
  const reports = new Reports();
  const watch = await watchFolder({
    ...{ folder, log: recordingLog(), hash: contentHash, settleMs: 30 },
    ...{ known: () => null, knownPaths: () => [] },
    onFile: async ({ path, bytes: got }) => reports.add(`${path}: ${Buffer.from(got)}`),
    onUnreadable: async (path, reason) => reports.add(`${path}! ${reason}`),
    onGone: async (path) => reports.add(`${path}?`),
  });
  await watch.caughtUp;
  await putIntoFolder(folder, "flood.txt", bytes("The water rose."), nothingKnown);
  await reports.has("flood.txt: The water rose.");
  await watch.close();
  expect(reports.all).toEqual(["flood.txt: The water rose."]);
});

test("what was seen is replaced all at once, by whatever case it is spelled; what has changed since, or is gone, is left alone", async () => {
  const folder = await makeFolder();
  await writeFile(join(folder, "Court.txt"), "It sat.");
  const found = (await findInFolder(folder, "court.TXT")) ?? expect.unreachable();
  expect(found.path).toBe("Court.txt");
  expect(await replaceInFolder(folder, found, bytes("It rose."))).toBe(true);
  expect(await readFile(join(folder, "Court.txt"), "utf8")).toBe("It rose.");
  expect(await replaceInFolder(folder, found, bytes("It fell."))).toBe(false);
  expect(await replaceInFolder(folder, { ...found, path: "gone.txt" }, bytes("x"))).toBe(false);
  expect(await findInFolder(folder, "gone.txt")).toBeNull();
  // Neither half a file nor the earlier one is left beside it.
  expect(await readdir(folder)).toEqual(["Court.txt"]);
});
