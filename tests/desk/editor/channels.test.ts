import { expect, test } from "vitest";
import { createLiveChannels } from "#desk/editor/channels.ts";
import type { ChatOrder } from "#desk/port/standing-orders.ts";
import { sampleChannel } from "#tests/samples.ts";

const NOON = Date.UTC(2026, 4, 8, 12);

function orderOf(name: string, entry: ChatOrder["entry"] = {}): ChatOrder {
  return { name, entry, by: "slack:U1", byName: "Ada", at: NOON, owner: null };
}

/** Channels ordered in chat, with a count of how often each order was read. */
async function setUp(first: readonly ChatOrder[]) {
  let stored = first;
  let pauses: ReadonlyMap<string, number> = new Map();
  const read: string[] = [];
  const unreadable: string[] = [];
  const live = await createLiveChannels({
    ofFile: [sampleChannel("front-page")],
    orders: { orders: async () => stored.map((one) => ({ ...one })), pauses: async () => pauses },
    readOrder: ({ name, bad }) => {
      read.push(String(name));
      if (bad === true) return { ok: false, faults: ["schedule: no such cron"] };
      return { ok: true, channel: sampleChannel(String(name)), warnings: [] };
    },
    onUnreadable: (name) => unreadable.push(name),
  });
  return {
    ...{ live, read, unreadable },
    store: (orders: readonly ChatOrder[]) => {
      stored = orders;
    },
    pause: (all: ReadonlyMap<string, number>) => {
      pauses = all;
    },
  };
}

test("an order of the chat is read once, and anew when it says something else", async () => {
  const tide = orderOf("tide", { name: "tide" });
  const desk = await setUp([tide, orderOf("harbour", { name: "harbour" })]);
  const before = desk.live.list();
  await desk.live.refresh();
  expect(desk.live.list().every((channel, index) => channel === before[index])).toBe(true);
  expect(desk.read).toEqual(["tide", "harbour"]);

  desk.store([tide, orderOf("harbour", { name: "harbour", most: 3 })]);
  await desk.live.refresh();
  expect(desk.read).toEqual(["tide", "harbour", "harbour"]);

  // Another's now: only they may know of it.
  desk.store([{ ...tide, owner: "slack:U7" }]);
  await desk.live.refresh();
  expect(desk.live.list().map(({ name, owner }) => [name, owner])).toEqual([
    ["front-page", undefined],
    ["tide", "slack:U7"],
  ]);
});

test("an order that cannot be read is told of at each look, and one that was taken back is forgotten", async () => {
  const bad = orderOf("reef", { name: "reef", bad: true });
  const desk = await setUp([bad]);
  await desk.live.refresh();
  expect(desk.unreadable).toEqual(["reef", "reef"]);
  expect(desk.read).toEqual(["reef"]);
  desk.store([]);
  await desk.live.refresh();
  desk.store([bad]);
  await desk.live.refresh();
  expect(desk.read).toEqual(["reef", "reef"]);
});

test("a channel that rests is the same one until its pause changes", async () => {
  const desk = await setUp([]);
  desk.pause(new Map([["front-page", NOON]]));
  await desk.live.refresh();
  const [resting] = desk.live.list();
  await desk.live.refresh();
  expect(desk.live.list()[0]).toBe(resting);
  expect(resting?.cadence.pauseUntil).toBe(NOON);
  desk.pause(new Map([["front-page", NOON + 1]]));
  await desk.live.refresh();
  expect(desk.live.list()[0]?.cadence.pauseUntil).toBe(NOON + 1);
  desk.pause(new Map());
  await desk.live.refresh();
  expect(desk.live.list()[0]?.cadence.pauseUntil).toBeNull();
});
