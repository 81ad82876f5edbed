import { existsSync, mkdirSync, rmdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { lockFolder } from "#edge/store/lock.ts";
import { openStore } from "#edge/store/store.ts";
import { type Child, startChild } from "./child.ts";
import { temporaryFolder } from "./temporary.ts";

async function locker(folder: string): Promise<Child> {
  const child = startChild("lock", folder);
  onTestFinished(() => child.kill());
  expect(await child.line()).toBe("locked");
  return child;
}

test("a second process is refused, with the first one's pid and the mend", async () => {
  const folder = temporaryFolder();
  const first = await locker(folder);
  expect(() => lockFolder(folder)).toThrow(
    expect.objectContaining({
      name: "StoreError",
      code: "locked",
      pid: first.pid,
      message: `Process ${first.pid} already runs Copydesk on ${folder}. End it first, or give this one a data folder of its own.`,
    }),
  );
});

test("a refused process takes nothing from the first: a third is refused as well", async () => {
  const folder = temporaryFolder();
  const first = await locker(folder);
  for (const _ of [1, 2, 3]) {
    expect(() => lockFolder(folder)).toThrow(expect.objectContaining({ pid: first.pid }));
  }
});

test("the lock of a process that was killed is free at once", async () => {
  const folder = temporaryFolder();
  const first = await locker(folder);
  await first.kill();
  const lock = lockFolder(folder);
  expect(() => lockFolder(folder)).toThrow(expect.objectContaining({ pid: process.pid }));
  lock.release();
});

test("a process that ends leaves no lock and no pid", async () => {
  const folder = temporaryFolder();
  expect(await startChild("lock-and-end", folder).ended).toBe(0);
  expect(existsSync(join(folder, "copydesk.pid"))).toBe(false);
  lockFolder(folder).release();
});

test("a pid that a crash left behind locks nobody out, also where a process has it now", () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "copydesk.pid"), `${process.ppid}\n`);
  const lock = lockFolder(folder);
  expect(() => lockFolder(folder)).toThrow(expect.objectContaining({ pid: process.pid }));
  lock.release();
});

test("a folder can be locked again once it is released, and releasing twice is harmless", () => {
  const folder = join(temporaryFolder(), "not", "there", "yet");
  const lock = lockFolder(folder);
  lock.release();
  const next = lockFolder(folder);
  lock.release();
  expect(() => lockFolder(folder)).toThrow(expect.objectContaining({ code: "locked" }));
  next.release();
});

test("a folder where the pid cannot be written is named, and not left locked", () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, "copydesk.pid"));
  expect(() => lockFolder(folder)).toThrow(expect.objectContaining({ code: "unwritable" }));
  rmdirSync(join(folder, "copydesk.pid"));
  lockFolder(folder).release();
});

test("the lock does not keep anyone from reading and writing the store", async () => {
  const folder = temporaryFolder();
  await locker(folder);
  const store = await openStore({ folder });
  expect(await store.archive.latest(0, 1)).toEqual([]);
  await store.close();
});
