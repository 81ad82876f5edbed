import { mkdir, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { FolderError } from "#edge/folder/folder-error.ts";
import { countFiles, scanFolder } from "#edge/folder/scan.ts";
import { makeFolder } from "./helpers.ts";

async function scan(folder: string, maxBytes = 1000): Promise<readonly string[]> {
  const found: string[] = [];
  const onUnreadable = async (path: string, reason: string) =>
    void found.push(`${path}! ${reason}`);
  for await (const { path, bytes } of scanFolder(folder, {
    settleMs: 20,
    maxBytes,
    onUnreadable,
  })) {
    found.push(`${path}: ${new TextDecoder().decode(bytes)}`);
  }
  return found;
}

test("every file once, in the order of the paths, by the rules of the watch", async () => {
  const folder = await makeFolder();
  const outside = await makeFolder();
  await mkdir(join(folder, "sport"));
  await mkdir(join(folder, ".git"));
  await writeFile(join(folder, "b.txt"), "two");
  await writeFile(join(folder, "sport", "c.txt"), "three");
  await writeFile(join(folder, "a.txt"), "one");
  await writeFile(join(folder, "d.txt.part"), "x");
  await writeFile(join(folder, ".git", "config"), "x");
  await writeFile(join(folder, "large.txt"), "x".repeat(1001));
  await writeFile(join(outside, "secret.txt"), "secret");
  await symlink(join(outside, "secret.txt"), join(folder, "link.txt"));
  expect(await scan(folder)).toEqual([
    "a.txt: one",
    "b.txt: two",
    expect.stringMatching(/^large\.txt! It is too large/u),
    expect.stringMatching(/^link\.txt! It is a link to a place outside/u),
    "sport/c.txt: three",
  ]);
  expect(await countFiles(folder)).toBe(5);
});

test("an empty folder has no files, and a missing one is made", async () => {
  expect(await scan(join(await makeFolder(), "articles"))).toEqual([]);
});

test("a file is no folder", async () => {
  const file = join(await makeFolder(), "a.txt");
  await writeFile(file, "");
  await expect(scan(file)).rejects.toBeInstanceOf(FolderError);
});
