import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readNewsroom } from "#edge/config/read-newsroom.ts";
import { REGISTRY } from "#main/platforms.ts";
import { newDesk } from "#tests/main/bot.ts";

const ROOT = join(import.meta.dirname, "..", "..", "..");
const FOLDER = join(ROOT, "config", "examples");
const EXAMPLES = readdirSync(FOLDER);

const REPORT = `---
section: world
---
Bridge reopens after six years

TARNMOUTH, May 8 (Tarn Wire) – The harbour bridge reopened on Friday after six years of work.
`;

test("there is one for each kind of newsroom, and the pages lead to them", () => {
  expect(EXAMPLES).toEqual([
    "newsroom.yaml",
    "one-channel.yaml",
    "press-office.yaml",
    "time-zones.yaml",
  ]);
  const page = readFileSync(join(ROOT, "docs", "channels.md"), "utf8");
  for (const name of EXAMPLES) expect(page).toContain(`](../config/examples/${name})`);
  expect(readFileSync(join(ROOT, "README.md"), "utf8")).toContain("config/examples");
});

test.each(EXAMPLES)("%s is right, with nothing to remark, and says what it is for", (name) => {
  const orders = readNewsroom(join(FOLDER, name), REGISTRY.shape);
  expect(orders.warnings).toEqual([]);
  const text = readFileSync(join(FOLDER, name), "utf8");
  // Each setting of a channel that is not plain by its name has a remark somewhere near.
  expect(text.split("\n").filter((line) => /^\s*#/.test(line)).length).toBeGreaterThan(8);
});

test("a press office posts nothing that nobody has read, and tells somebody that it waits", () => {
  const orders = readNewsroom(join(FOLDER, "press-office.yaml"), REGISTRY.shape);
  const open = orders.channels.filter(({ audience }) => audience !== "internal");
  expect(open.map(({ name, approval }) => [name, approval])).toEqual([["press", { after: null }]]);
  expect(orders.adminChannel).not.toBeNull();
});

test.each(EXAMPLES)("a start by %s takes copy in and makes the first editions", async (name) => {
  // Whenever this runs, it is night somewhere.
  const text = readFileSync(join(FOLDER, name), "utf8").replaceAll(/^ +quiet:.*$/gm, "");
  const desk = newDesk(text);
  desk.write("bridge.md", REPORT);
  const { code, out, err } = await desk.run(["start", "--once"]);
  expect(err).toBe("");
  expect(code).toBe(0);
  expect(out).toContain("1 new article taken in");
  expect(out).toMatch(/Edition of [a-z-]+: 1 article/);
});
