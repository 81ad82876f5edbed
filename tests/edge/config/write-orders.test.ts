import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { expect, onTestFinished, test } from "vitest";
import { readNewsroom } from "#edge/config/read-newsroom.ts";
import { readEntry } from "#edge/config/read-order.ts";
import { writeOrders } from "#edge/config/write-orders.ts";
import { REGISTRY } from "#main/platforms.ts";
import { HOUSE } from "#tests/samples.ts";

const SHAPE = REGISTRY.shape;

function readBack(text: string) {
  const folder = mkdtempSync(join(tmpdir(), "copydesk-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, "newsroom.yaml");
  writeFileSync(file, `timeZone: UTC\n${text}`);
  return readNewsroom(file, SHAPE).channels;
}

const AT = Date.parse("2026-05-08T06:20Z");
const told = { byName: "Ines\nMoro", at: AT, restsUntil: null };

const TOPICS = ["flood", 'tag:"high water" OR NOT sport', "urgency<=3 AND (a OR b)", undefined];
const entries = fc.record({
  name: fc.constantFrom("tide", "flood-watch", "no", "null", "1e3"),
  schedule: fc.constantFrom<string | string[]>("0 8 * * *", ["0 8 * * 1-5", "30 12 * * 6"]),
  timeZone: fc.constantFrom("Europe/London", "Asia/Karachi"),
  topics: fc.constantFrom(...TOPICS),
  layout: fc.constantFrom("full", "compact", "headlines", undefined),
  slack: fc.constantFrom("C0123ABCD", undefined),
});

test("what was ordered in chat counts the same when it stands in the config file", () => {
  fc.assert(
    fc.property(entries, (drawn) => {
      const entry = Object.fromEntries(
        Object.entries(drawn).filter(([, value]) => value !== undefined),
      );
      const inChat = readEntry(entry, HOUSE, SHAPE);
      expect(inChat).toMatchObject({ ok: true });
      const [inFile] = readBack(writeOrders([{ entry, ...told }], "UTC"));
      expect(inFile).toEqual(inChat.ok ? inChat.channel : null);
    }),
    { numRuns: 60 },
  );
});

test("a rest is written with its end, and without one as a remark", () => {
  const entry = { name: "tide", schedule: "0 8 * * *" };
  const until = Date.parse("2026-05-11T08:00Z");
  const text = writeOrders(
    [
      { entry: { ...entry, timeZone: "Asia/Karachi" }, ...told, restsUntil: until },
      { entry: { ...entry, name: "ebb" }, ...told, restsUntil: Number.POSITIVE_INFINITY },
    ],
    "UTC",
  );
  expect(text).toContain("# Ordered by Ines Moro, 2026-05-08T06:20:00.000Z");
  expect(text).toContain("# It rests until it is resumed in chat.");
  expect(readBack(text).map(({ name, cadence }) => [name, cadence.pauseUntil])).toEqual([
    ["tide", until],
    ["ebb", null],
  ]);
});

test("no order is an empty list", () => {
  expect(writeOrders([], "UTC")).toBe("channels: []\n");
});

test("an order that cannot be read says why, by the rules of the file", () => {
  expect(readEntry({ name: "tide", schedule: "60 8 * * *" }, HOUSE, SHAPE)).toMatchObject({
    ok: false,
    faults: [expect.stringContaining("schedule")],
  });
});

test.each([
  ["the admins' channel, for the outside world", { slack: "C0ADMINS1", public: true }, false],
  ["the admins' channel", { slack: "C0ADMINS1" }, true],
  ["another one, for the outside world", { slack: "C0123ABCD", public: true }, true],
])("an order for %s is taken: %s", (_, place, ok) => {
  const house = { ...HOUSE, adminChannel: { slack: "C0ADMINS1" } };
  const entry = { name: "tide", schedule: "0 8 * * *", timeZone: "UTC", ...place };
  const reading = readEntry(entry, house, SHAPE);
  expect(reading.ok).toBe(ok);
  expect(JSON.stringify(reading).includes("for the desk alone")).toBe(!ok);
});
