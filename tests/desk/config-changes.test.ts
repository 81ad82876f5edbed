import { expect, test } from "vitest";
import { changesIn, noteConfig } from "#desk/config-changes.ts";
import type { Said } from "#desk/port/settings-seen.ts";
import { testClock, testStore } from "./fixture.ts";

const FRONT: Said = { schedule: "h1", topics: "h2" };
const BEFORE = new Map<string, Said>([
  ["", { timeZone: "z1" }],
  ["front-page", FRONT],
  ["sport", { schedule: "h3" }],
]);

test.each<[string, readonly (readonly [string, Said])[], readonly string[]]>([
  ["nothing", [...BEFORE], []],
  ["a channel more", [...BEFORE, ["flood", FRONT]], ["added the channel flood"]],
  ["a channel less", [...BEFORE].slice(0, 2), ["took the channel sport out"]],
  [
    "settings of one, one of them new and one gone",
    [...BEFORE, ["front-page", { schedule: "h9", layout: "h4" }]],
    ["changed front-page: layout, schedule, topics"],
  ],
  [
    "who may do what",
    [...BEFORE, ["", { timeZone: "z1", roles: "r1" }]],
    ["changed who may do what (roles)"],
  ],
])("the config says otherwise: %s", (_, now, expected) => {
  expect(changesIn(BEFORE, new Map(now))).toEqual(expected);
});

test("a change is noted at the first start that finds it, and at no other", async () => {
  const store = await testStore();
  const { orders } = store;
  const clock = testClock("2026-05-08T06:00Z");
  const lines = async () => (await orders.audit(0, 0, 9)).map(({ by, did }) => `${by} ${did}`);
  await noteConfig(store, clock, BEFORE);
  expect(await lines()).toEqual([]);
  const next = new Map([...BEFORE, ["flood", FRONT] as const]);
  // Two processes that start with one config.
  await Promise.all([noteConfig(store, clock, next), noteConfig(store, clock, next)]);
  await noteConfig(store, clock, next);
  expect(await lines()).toEqual(["config added the channel flood"]);
  await noteConfig(store, clock, BEFORE);
  expect(await lines()).toEqual([
    "config took the channel flood out",
    "config added the channel flood",
  ]);
});
