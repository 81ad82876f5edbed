import { expect, test } from "vitest";
import { createShards } from "#edge/discord/shards.ts";

/** What is said of so many shards, and whether their time runs. */
function setUp(count: number) {
  const said: string[] = [];
  let starts = 0;
  let runs = false;
  const shards = createShards({
    deadline: {
      start() {
        starts += runs ? 0 : 1;
        runs = true;
      },
      stop() {
        runs = false;
      },
    },
    count: () => count,
    onReconnecting: () => said.push("away"),
    onResumed: () => said.push("back"),
  });
  return { shards, said, runs: () => runs, starts: () => starts };
}

test("while it opens, each shard that comes gives the next one the whole time again", () => {
  const { shards, said, runs, starts } = setUp(3);
  expect([runs(), starts()]).toEqual([true, 1]);
  for (const shard of [0, 1, 2]) shards.back(shard);
  expect([runs(), starts()]).toEqual([true, 4]);
  shards.opened();
  expect([runs(), said]).toEqual([false, []]);
});

test("a single connection that is away has its time, which a second loss does not renew", () => {
  const { shards, said, runs, starts } = setUp(1);
  shards.back(0);
  shards.opened();
  shards.gone(0);
  shards.gone(0);
  expect([runs(), starts()]).toEqual([true, 3]);
  shards.back(0);
  expect([runs(), said]).toEqual([false, ["away", "away", "back"]]);
});

test("of two, time runs while both are away, and all is well once both are back", () => {
  const { shards, said, runs } = setUp(2);
  shards.back(0);
  shards.back(1);
  shards.opened();
  shards.gone(1);
  expect(runs()).toBe(false);
  shards.gone(0);
  expect(runs()).toBe(true);
  shards.back(1);
  expect([runs(), said]).toEqual([false, ["away", "away"]]);
  shards.back(0);
  expect(said.at(-1)).toBe("back");
});
