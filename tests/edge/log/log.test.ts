import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { masker, openLog } from "#edge/log/log.ts";

test("lines are JSON, and a secret never reaches the file, wherever it turns up", async () => {
  const folder = mkdtempSync(join(tmpdir(), "copydesk-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, "deep", "copydesk.log");
  const log = openLog({ file, level: "info", secrets: ["hunter2-hunter2"] });
  log.debug("left out");
  log.info("connected", { url: "https://x.example/?token=hunter2-hunter2" });
  log.error("failed", { error: new TypeError("bad token hunter2-hunter2") });
  await log.close();
  const lines = readFileSync(file, "utf8").trim().split("\n");
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { level: "info", msg: "connected", url: "https://x.example/?token=[masked]" },
    { level: "error", error: { type: "TypeError", message: "bad token [masked]" } },
  ]);
  expect(lines.join("")).not.toContain("hunter2");
});

test("a file that takes no lines ends nothing; what was kept is written once it does", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  onTestFinished(() => void vi.useRealTimers());
  const folder = mkdtempSync(join(tmpdir(), "copydesk-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  // A folder stands where the file should.
  const file = join(folder, "copydesk.log");
  mkdirSync(file);
  const failing: unknown[] = [];
  const failed = Promise.withResolvers<void>();
  const log = openLog({
    ...{ file, level: "info", secrets: [] },
    onFailing: (error) => {
      failing.push(error);
      failed.resolve();
    },
  });
  log.info("first");
  await failed.promise;
  log.info("second");
  const long = "x".repeat(400_000);
  for (let index = 0; index < 4; index += 1) log.info(long);
  rmSync(file, { recursive: true });
  vi.advanceTimersByTime(6_000);
  await log.close();
  const lines = readFileSync(file, "utf8").trim().split("\n");
  const said = lines.map((line) => JSON.parse(line)).map(({ msg, lines: many }) => many ?? msg);
  expect(said).toEqual(["first", "second", long, long, 2]);
  expect(failing).toHaveLength(1);
});

test.skipIf(!existsSync("/dev/full"))(
  "a full disk is told of once, and closing does not fail",
  async () => {
    const failing: unknown[] = [];
    const log = openLog({
      ...{ file: "/dev/full", level: "info", secrets: [] },
      onFailing: (error) => failing.push(error),
    });
    log.info("first");
    log.info("second");
    await log.close();
    expect(failing).toMatchObject([{ code: "ENOSPC" }]);
  },
);

test.each([
  [`xoxb-${"1".repeat(12)}-abc`, "[masked]"],
  [`Authorization: Bot ${"a".repeat(30)}`, "Authorization: Bot [masked]"],
  [`${"M".repeat(24)}.${"G".repeat(6)}.${"h".repeat(30)}`, "[masked]"],
  ["the key AKIAQ3TARNMOUTH77X2Z is", "the key [masked] is"],
  ["SLOVAKIANSHAREHOLDERSMEETAGAIN.txt", "SLOVAKIANSHAREHOLDERSMEETAGAIN.txt"],
  ["Bot started", "Bot started"],
  ["articles/harbour-bridge.txt", "articles/harbour-bridge.txt"],
])("%s is written as %s", (line, written) => {
  expect(masker([])(line)).toBe(written);
});
