import { appendFile, mkdir, rm, stat, symlink, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { lookAt, stampOf } from "#edge/folder/look.ts";
import { readSettled } from "#edge/folder/read-file.ts";
import { contentHash } from "#main/identity.ts";
import { makeFolder } from "./helpers.ts";

const unix = process.platform !== "win32";
const SETTINGS = { hash: contentHash, maxBytes: 1000 };

async function setUp() {
  const folder = await makeFolder();
  const file = join(folder, "a.txt");
  await writeFile(file, "one");
  const state = await stat(file);
  return { folder, file, state };
}

test("a file that nobody writes to is read", async () => {
  const { folder, file, state } = await setUp();
  expect(await readSettled(folder, file, state, SETTINGS)).toMatchObject({
    kind: "settled",
    file: { path: "a.txt", stamp: stampOf(state) },
  });
});

test("a file that has grown since the look is still changing", async () => {
  const { folder, file, state } = await setUp();
  await appendFile(file, " two");
  expect(await readSettled(folder, file, state, SETTINGS)).toEqual({ kind: "changing" });
});

test("a file that was written over since the look is still changing", async () => {
  const { folder, file, state } = await setUp();
  await writeFile(file, "two");
  await utimes(file, 1, 1);
  expect(await readSettled(folder, file, state, SETTINGS)).toEqual({ kind: "changing" });
});

test.runIf(unix)("a link to a place outside that took the file's place is not read", async () => {
  const { folder, file, state } = await setUp();
  const secret = join(await makeFolder(), "secret.txt");
  await writeFile(secret, "two");
  await utimes(secret, state.atimeMs / 1000, state.mtimeMs / 1000);
  await rm(file);
  await symlink(secret, file);
  expect(await readSettled(folder, file, state, SETTINGS)).toEqual({ kind: "changing" });
  expect(await lookAt(folder, file)).toMatchObject({ kind: "unreadable" });
});

test("a file that is gone, or a folder now, is none", async () => {
  const { folder, file, state } = await setUp();
  await rm(file);
  expect(await readSettled(folder, file, state, SETTINGS)).toEqual({ kind: "none" });
  await mkdir(file);
  expect(await readSettled(folder, file, state, SETTINGS)).toEqual({ kind: "none" });
});
