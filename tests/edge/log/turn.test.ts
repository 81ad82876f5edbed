import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { openLog } from "#edge/log/log.ts";
import { MOST_BYTES, MOST_FILES, OLDEST } from "#edge/log/turn.ts";

const START = Date.now();

function desk(own = "copydesk.log") {
  const folder = mkdtempSync(join(tmpdir(), "copydesk-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, own);
  const clock = { now: START };
  const open = () => openLog({ file, level: "info", secrets: [], now: () => clock.now });
  const putBy = () =>
    readdirSync(folder)
      .filter((name) => /-\d{8}T/.test(name))
      .sort();
  const said = (name = own) =>
    readFileSync(join(folder, name), "utf8")
      .replace(/\0+/g, "")
      .trim()
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => JSON.parse(line).msg);
  /** One line by a log of its own, as by another process. */
  const write = async (line: string) => {
    const log = open();
    log.info(line);
    await log.close();
  };
  return { folder, file, clock, open, putBy, said, write };
}

test("a file that is full is put by whole, and a shorter one is not", async () => {
  const { file, putBy, said, write } = desk();
  await write("first");
  truncateSync(file, MOST_BYTES - 1);
  await write("second");
  expect(putBy()).toEqual([]);
  await write("third");
  expect(putBy().flatMap((name) => said(name))).toEqual(["first", "second"]);
  expect(said()).toEqual(["third"]);
});

test("a file is put by once it is a week old, and not an hour before", async () => {
  const { clock, putBy, said, write } = desk();
  await write("first");
  clock.now += OLDEST - 3_600_000;
  await write("second");
  expect(putBy()).toEqual([]);
  clock.now += 7_200_000;
  await write("third");
  expect(putBy().flatMap((name) => said(name))).toEqual(["first", "second"]);
  expect(said()).toEqual(["third"]);
});

test("the oldest go beyond those that are kept; what others have put there stays", async () => {
  const { folder, file, clock, putBy, write } = desk();
  for (const name of ["copydesk-notes.log", "copydesk.db"]) writeFileSync(join(folder, name), "");
  for (let index = 0; index < MOST_FILES + 3; index += 1) {
    await write(`line ${index}`);
    truncateSync(file, MOST_BYTES);
    clock.now += 1_000;
  }
  const before = putBy();
  await write("last");
  expect(putBy()).toHaveLength(MOST_FILES);
  expect(putBy().slice(0, -1)).toEqual(before.slice(-(MOST_FILES - 1)));
  expect(existsSync(join(folder, "copydesk-notes.log"))).toBe(true);
  expect(existsSync(join(folder, "copydesk.db"))).toBe(true);
});

test("a file that was renamed from outside is followed by a new one, as is one that was removed", async () => {
  const { folder, file, open, said } = desk();
  const log = open();
  log.info("first");
  await expect.poll(() => existsSync(file) && said()).toEqual(["first"]);
  renameSync(file, `${file}.1`);
  log.info("second");
  await expect.poll(() => existsSync(file) && said()).toEqual(["second"]);
  rmSync(file);
  log.info("third");
  await log.close();
  expect([said("copydesk.log.1"), said()]).toEqual([["first"], ["third"]]);
  expect(readdirSync(folder)).toHaveLength(2);
});

test("several that write and put by at once lose no line", async () => {
  const { file, open, putBy, said } = desk();
  const all = () => [...putBy(), "copydesk.log"].flatMap((name) => said(name)).sort();
  const expected: string[] = [];
  for (const round of ["a", "b", "c"]) {
    const logs = [open(), open(), open()];
    for (const [index, log] of logs.entries()) log.info(`${round}${index} before`);
    expected.push(...[0, 1, 2].map((index) => `${round}${index} before`));
    await expect.poll(() => existsSync(file) && all()).toEqual(expected.toSorted());
    truncateSync(file, MOST_BYTES);
    for (const [index, log] of logs.entries()) log.info(`${round}${index} after`);
    expected.push(...[0, 1, 2].map((index) => `${round}${index} after`));
    await Promise.all(logs.map((log) => log.close()));
    expect(all()).toEqual(expected.toSorted());
  }
  expect(putBy().length).toBeGreaterThanOrEqual(3);
});

test("a link is no file of ours to put by: it is written to, however long", async () => {
  const { folder, file, putBy, said, write } = desk();
  writeFileSync(join(folder, "elsewhere.log"), "");
  symlinkSync(join(folder, "elsewhere.log"), file);
  truncateSync(file, MOST_BYTES);
  await write("first");
  expect(putBy()).toEqual([]);
  expect(said()).toEqual(["first"]);
});

test("a file that cannot be put by grows, and the log says so once", async () => {
  // So long that no stamp fits behind it.
  const { file, open, said, write } = desk(`${"x".repeat(245)}.log`);
  await write("first");
  truncateSync(file, MOST_BYTES);
  const log = open();
  log.info("second");
  await expect.poll(() => said().at(-1)).toBe("log could not be put by");
  log.info("third");
  await log.close();
  expect(said()).toEqual(["first", "second", "log could not be put by", "third"]);
});
