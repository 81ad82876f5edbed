import { rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { isThere } from "#edge/folder/is-there.ts";
import { decodeName, escapeRaw, fsPath, unescapeRaw } from "#edge/folder/raw-name.ts";
import { knowing, makeFolder, startWatch } from "./helpers.ts";

const linux = process.platform === "linux";

test.each([
  [[0x63, 0x61, 0x66, 0xe9], "caf\\xE9"],
  [[0x63, 0x61, 0x66, 0xc3, 0xa9], "caf\u00e9"],
  [[0xff, 0x41, 0xc3], "\\xFFA\\xC3"],
  [[0xed, 0xa0, 0x80], "\\xED\\xA0\\x80"], // a surrogate is no character
  [[0xef, 0xbf, 0xbd, 0xe9], "\ufffd\\xE9"],
])("the name %j reads %s", (bytes, read) => {
  const name = decodeName(Uint8Array.from(bytes));
  expect(escapeRaw(name)).toBe(read);
  expect([...Buffer.from(fsPath(name))]).toEqual(bytes);
});

test("every name is found again by what it reads as", () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 12 }), (bytes) => {
      const name = decodeName(bytes);
      expect([...Buffer.from(fsPath(name))]).toEqual([...bytes]);
      if (!name.includes("\\")) expect(unescapeRaw(escapeRaw(name))).toBe(name);
    }),
  );
});

const rawFile = (folder: string, ...bytes: readonly number[]) =>
  Buffer.concat([Buffer.from(`${folder}/`), Buffer.from(bytes)]);

test.runIf(linux)(
  "a name that is no text is handed over, known, changed and gone like any other",
  async () => {
    const folder = await makeFolder();
    const file = rawFile(folder, 0x63, 0xe9, 0x2e, 0x74, 0x78, 0x74);
    const path = "c\\xE9.txt";
    await writeFile(file, "one");
    const first = await startWatch(folder, { sweepMs: 50 });
    await first.watch.caughtUp;
    expect(first.reports.all).toEqual([`${path}: one`]);
    await writeFile(file, "three");
    await first.reports.has(`${path}: three`);
    await first.watch.close();
    const known = knowing(first.files);
    const second = await startWatch(folder, { ...known, sweepMs: 50 });
    await second.watch.caughtUp;
    expect(second.reports.all).toEqual([]);
    expect(await isThere(folder, path)).toBe(true);
    await rm(file);
    await second.reports.has(`${path}?`);
    expect(await isThere(folder, path)).toBe(false);
  },
);

test.runIf(linux)("such a name is found at once while the folder is watched", async () => {
  const folder = await makeFolder();
  const { watch, reports } = await startWatch(folder);
  await watch.caughtUp;
  await writeFile(join(folder, "x.tmp"), "one");
  await rename(join(folder, "x.tmp"), rawFile(folder, 0xfc));
  await reports.has("\\xFC: one");
});

test("of a folder that is missing nothing is known to be gone", async () => {
  const folder = await makeFolder();
  expect(await isThere(folder, "a.txt")).toBe(false);
  expect(await isThere(join(folder, "none"), "a.txt")).toBe(true);
});
