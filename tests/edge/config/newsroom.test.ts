import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { ConfigError, faultLine } from "#edge/config/error.ts";
import { newsroomSchema } from "#edge/config/json-schema.ts";
import { readNewsroom } from "#edge/config/read-newsroom.ts";

const SHIPPED = new URL("../../../config/", import.meta.url);

function newsroomFile(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), "copydesk-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, "newsroom.yaml");
  writeFileSync(file, text);
  return file;
}

/** The faults of a file, as the terminal prints them, without the file's name. */
function faultsOf(text: string): readonly string[] {
  try {
    readNewsroom(newsroomFile(text));
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.faults.map((fault) => faultLine({ ...fault, where: "" }));
  }
  return [];
}

test("the config that ships is right, and its schema is the one that editors get", () => {
  const orders = readNewsroom(new URL("newsroom.yaml", SHIPPED).pathname);
  expect(orders.channels.map(({ name }) => name)).toContain("front-page");
  expect(orders.warnings).toEqual([]);
  expect(readFileSync(new URL("newsroom.schema.json", SHIPPED), "utf8")).toBe(newsroomSchema());
});

test("all faults are told at once, each with its line and its mend", () => {
  const faults = faultsOf(
    `timeZone: Europe/Londn
chanels: 3
channels:
  - name: front-page
    schedule: "0 8 * *"
    most: 100
    colour: red
  - name: front-page
    timeZone: Mars/Base
    discord: 123456789012345678
  - name: Big News
    schedule: "0 25 * * *"
  - name: never
    schedule: "0 8 30 2 *"
    slack: "#news"
`,
  );
  expect(faults.map((fault) => fault.split(" ").slice(0, 3).join(" "))).toEqual([
    ":1: timeZone: this",
    ":2: unknown key",
    ":5: schedule: “0",
    ":6: most: at",
    ":7: unknown key",
    ":8: schedule: it",
    ":8: name: there",
    ":9: timeZone: this",
    ":10: discord: write",
    ":11: name: use",
    ":12: schedule: “0",
    ":14: schedule: “0",
    ":15: slack: a",
  ]);
});

test.each([
  ["channels: []", ":1: channels: name at least one channel"],
  ["timeZone: UTC", ":1: channels: it is missing"],
  ["channels:\n  - name: a\n    schedule: '0 8 L * *'", ":3: schedule: “0 8 L * *” uses L, W or #"],
  ["channels:\n  - name: [", ":2: "],
  ["", ": "],
])("%j is refused at its line", (text, fault) => {
  expect(faultsOf(text)[0]).toContain(fault);
});

test("a file that is not there is a fault that names the mend", () => {
  expect(() => readNewsroom("/nowhere/newsroom.yaml")).toThrow(/COPYDESK_CONFIG/);
});

test("what is left out has its default, and an own time zone wins over the newsroom's", () => {
  const { channels, timeZone } = readNewsroom(
    newsroomFile(`timeZone: Asia/Karachi
channels:
  - { name: a, schedule: "0 8 * * *" }
  - { name: b, schedule: "0 8 * * *", timeZone: UTC, most: 3, slack: C01AB, discord: "123456789012345678" }
`),
  );
  expect(timeZone).toBe("Asia/Karachi");
  expect(channels).toMatchObject([
    { name: "a", most: 8, sections: [], tags: [], slack: null, discord: null },
    { name: "b", most: 3, slack: "C01AB", discord: "123456789012345678" },
  ]);
  expect(channels.map(({ cadence }) => cadence.timeZone)).toEqual(["Asia/Karachi", "UTC"]);
});

test("day of month and day of week together are warned of", () => {
  const both = (schedule: string) =>
    readNewsroom(newsroomFile(`channels: [{ name: a, schedule: "${schedule}" }]`)).warnings;
  expect(both("0 8 1 * 1")).toMatchObject([{ line: 1 }]);
  expect(both("0 8 1 * *")).toEqual([]);
});
