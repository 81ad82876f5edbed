import { type FileHandle, mkdir, open, symlink, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { OpenFiles } from "#edge/folder/open-files.ts";
import { scanFolder } from "#edge/folder/scan.ts";
import { makeFolder, recordingSettings, startWatch } from "./helpers.ts";

const linux = process.platform === "linux";

async function opened(file: string, flags: string): Promise<FileHandle> {
  const handle = await open(file, flags);
  onTestFinished(() => handle.close().catch(() => undefined));
  return handle;
}

test.runIf(linux).each([
  ["to append", "a", true],
  ["to read and write", "r+", true],
  ["to read", "r", false],
])("a file that is open %s is written to: %s %s", async (_, flags, written) => {
  const folder = await makeFolder();
  const file = join(folder, "a.txt");
  await writeFile(file, "one");
  const handle = await opened(file, flags);
  const openFiles = new OpenFiles(folder);
  expect(await openFiles.isWritten(file, performance.now())).toBe(written);
  expect(await openFiles.isWritten(join(folder, "b.txt"), performance.now())).toBe(false);
  await handle.close();
  expect(await openFiles.isWritten(file, performance.now())).toBe(false);
});

test.runIf(linux)("a look that began before the file was there is taken again", async () => {
  const folder = await makeFolder();
  const openFiles = new OpenFiles(folder);
  const file = join(folder, "a.txt");
  expect(await openFiles.isWritten(file, performance.now())).toBe(false);
  await opened(file, "w");
  expect(await openFiles.isWritten(file, performance.now())).toBe(true);
});

test("what the system tells is read by its flags, and what it does not tell is nobody's", async () => {
  const folder = await makeFolder();
  const proc = await makeFolder();
  for (const part of ["7/fd", "7/fdinfo"]) await mkdir(join(proc, part), { recursive: true });
  const tell = async (fd: string, name: string, flags: string) => {
    await symlink(join(folder, name), join(proc, "7/fd", fd));
    await writeFile(join(proc, "7/fdinfo", fd), `pos:\t0\nflags:\t${flags}\nmnt_id:\t1\n`);
  };
  await tell("3", "a.txt", "0102001");
  await tell("4", "b.txt", "0100000");
  await tell("5", "c.txt", "0100002");
  await symlink(join(folder, "d.txt"), join(proc, "7/fd", "6"));
  const openFiles = new OpenFiles(folder, proc);
  const asked = await Promise.all(
    ["a", "b", "c", "d"].map((name) =>
      openFiles.isWritten(join(folder, `${name}.txt`), performance.now()),
    ),
  );
  expect(asked).toEqual([true, false, true, false]);
  expect(await new OpenFiles(folder, join(proc, "none")).isWritten("x", 0)).toBe(false);
});

test.runIf(linux)("half a file whose writer stalls is not handed over", async () => {
  const folder = await makeFolder();
  const { watch, reports } = await startWatch(folder, { settleMs: 20 });
  await watch.caughtUp;
  const handle = await opened(join(folder, "a.txt"), "w");
  await handle.write("one ");
  // Behind it, so that it had its time.
  for (const name of ["b.txt", "c.txt", "d.txt"]) {
    await writeFile(join(folder, name), name);
    await reports.has(`${name}: ${name}`);
  }
  expect(reports.all).toHaveLength(3);
  await handle.write("two");
  await handle.close();
  await reports.has("a.txt: one two");
});

test.runIf(linux)("a file that is kept open and not written to for long is taken", async () => {
  const folder = await makeFolder();
  const file = join(folder, "a.txt");
  await opened(file, "w");
  await writeFile(file, "one");
  await utimes(file, 1, 1);
  const { watch, reports } = await startWatch(folder);
  await watch.caughtUp;
  expect(reports.all).toEqual(["a.txt: one"]);
});

test.runIf(linux)("one look through the folder says that somebody writes", async () => {
  const folder = await makeFolder();
  const handle = await opened(join(folder, "a.txt"), "w");
  await handle.write("one");
  const { settings, reports } = recordingSettings(folder, { settleMs: 5 });
  const scan = await scanFolder(settings);
  await scan.done;
  expect(reports.all).toEqual(["a.txt! Somebody keeps writing to it; it is read once that ends."]);
});
