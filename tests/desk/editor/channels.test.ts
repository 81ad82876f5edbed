import { setImmediate } from "node:timers/promises";
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
  let file: readonly ReturnType<typeof sampleChannel>[] = [sampleChannel("front-page")];
  let pauses: ReadonlyMap<string, number> = new Map();
  let changes = 0;
  let holding: Promise<void> | null = null;
  const read: string[] = [];
  /** How many orders were given at once, and -1 for each pause. */
  const steps: number[] = [];
  const unreadable: string[] = [];
  const live = await createLiveChannels({
    ofFile: () => file,
    orders: {
      orders: async (after = null, most = Number.POSITIVE_INFINITY) => {
        const behind = stored.filter(({ name }) => after === null || name > after);
        const some = behind.slice(0, most).map((one) => ({ ...one }));
        steps.push(some.length);
        const until = holding;
        holding = null;
        await until;
        return some;
      },
      lastChange: async () => changes,
      pauses: async () => pauses,
    },
    pause: async () => void steps.push(-1),
    readOrder: ({ name, bad }) => {
      read.push(String(name));
      if (bad === true) return { ok: false, faults: ["schedule: no such cron"] };
      return { ok: true, channel: sampleChannel(String(name)), warnings: [] };
    },
    onUnreadable: (name) => unreadable.push(name),
  });
  return {
    ...{ live, read, unreadable, steps },
    store: (orders: readonly ChatOrder[]) => {
      stored = orders;
      changes += 1;
    },
    pause: (all: ReadonlyMap<string, number>) => {
      pauses = all;
      changes += 1;
    },
    /** The store gives the next orders only then. */
    hold: (until: Promise<void>) => {
      holding = until;
    },
    /** The config is read again. */
    rewrite: (...names: readonly string[]) => {
      file = names.map((name) => sampleChannel(name));
    },
    /** Something else is told in the audit. */
    note: () => {
      changes += 1;
    },
  };
}

test("an order of the chat is read once, and anew when it says something else", async () => {
  const tide = orderOf("tide", { name: "tide" });
  const desk = await setUp([orderOf("harbour", { name: "harbour" }), tide]);
  const before = desk.live.list();
  desk.note();
  await desk.live.refresh();
  expect(desk.live.list().every((channel, index) => channel === before[index])).toBe(true);
  expect(desk.read).toEqual(["harbour", "tide"]);

  desk.store([orderOf("harbour", { name: "harbour", most: 3 }), tide]);
  await desk.live.refresh();
  expect(desk.read).toEqual(["harbour", "tide", "harbour"]);

  // Another's now: only they may know of it.
  desk.store([{ ...tide, owner: "slack:U7" }]);
  await desk.live.refresh();
  expect(desk.live.list().map(({ name, owner }) => [name, owner])).toEqual([
    ["front-page", undefined],
    ["tide", "slack:U7"],
  ]);
});

test("a config that is read again counts at the next look, and orders are read by it anew", async () => {
  const desk = await setUp([orderOf("harbour", { name: "harbour" })]);
  desk.rewrite("front-page", "harbour");
  await desk.live.refresh();
  // The file's own is the file's, whoever ordered one of that name before.
  expect(desk.live.list().map(({ name }) => name)).toEqual(["front-page", "harbour"]);
  desk.rewrite("sport");
  await desk.live.refresh();
  expect(desk.live.list().map(({ name }) => name)).toEqual(["sport", "harbour"]);
  expect(desk.read).toEqual(["harbour", "harbour", "harbour"]);
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
  desk.note();
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

test("orders are read when something has changed, and thousands of them a few at a time", async () => {
  const name = (index: number) => `reef-${String(index).padStart(4, "0")}`;
  const many = Array.from({ length: 450 }, (_, index) =>
    orderOf(name(index), { name: name(index) }),
  );
  const desk = await setUp(many);
  const list = desk.live.list();
  expect(list).toHaveLength(451);
  expect(desk.steps).toEqual([200, -1, 200, -1, 50, -1, 0]);
  await desk.live.refresh();
  expect(desk.steps).toHaveLength(7);
  expect(desk.live.list()).toBe(list);
  desk.store(many.slice(1));
  await desk.live.refresh();
  expect(desk.live.list()).toHaveLength(450);
});

test("of two looks at once the later one stands, though the earlier one takes longer", async () => {
  const desk = await setUp([]);
  const held = Promise.withResolvers<void>();
  desk.store([orderOf("tide", { name: "tide" })]);
  desk.hold(held.promise);
  const first = desk.live.refresh();
  await setImmediate();
  desk.store([]);
  const second = desk.live.refresh();
  await setImmediate();
  held.resolve();
  await Promise.all([first, second]);
  expect(desk.live.list()).toHaveLength(1);
});
