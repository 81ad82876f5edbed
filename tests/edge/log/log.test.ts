import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
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

test.each([
  [`xoxb-${"1".repeat(12)}-abc`, "[masked]"],
  [`Authorization: Bot ${"a".repeat(30)}`, "Authorization: Bot [masked]"],
  [`${"M".repeat(24)}.${"G".repeat(6)}.${"h".repeat(30)}`, "[masked]"],
  ["Bot started", "Bot started"],
  ["articles/harbour-bridge.txt", "articles/harbour-bridge.txt"],
])("%s is written as %s", (line, written) => {
  expect(masker([])(line)).toBe(written);
});
