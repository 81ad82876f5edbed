import { mkdir, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { peekInFolder } from "#edge/folder/peek.ts";
import { makeFolder } from "./helpers.ts";

test("the beginning of a file is read, and of nothing but a file", async () => {
  const folder = await makeFolder();
  await writeFile(join(folder, "a.txt"), "one\ntwo");
  await writeFile(join(folder, "long.bin"), Buffer.alloc(9_000, 0xff));
  await mkdir(join(folder, "inner"));
  expect(await peekInFolder(folder, "a.txt")).toEqual({
    lines: ["one", "two"],
    size: 7,
    more: false,
  });
  expect(await peekInFolder(folder, "long.bin")).toMatchObject({ size: 9_000, more: true });
  expect(await peekInFolder(folder, "inner")).toBeNull();
  expect(await peekInFolder(folder, "gone.txt")).toBeNull();
});

test.skipIf(process.platform === "win32")("a link is followed to nowhere", async () => {
  const folder = await makeFolder();
  const secret = join(await makeFolder(), "secret.txt");
  await writeFile(secret, "not copy");
  await symlink(secret, join(folder, "link.txt"));
  expect(await peekInFolder(folder, "link.txt")).toBeNull();
});
