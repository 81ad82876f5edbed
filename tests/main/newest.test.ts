import { expect, test } from "vitest";
import { subscription } from "#core/digest/channel.ts";
import type { Edition } from "#core/digest/edition.ts";
import { createNewest } from "#main/newest.ts";
import { sampleChannel } from "#tests/samples.ts";

const NOON = Date.UTC(2026, 4, 8, 12);

/** So many channels, of which the store knows the newest editions by these slots, and how often it was asked. */
function setUp(count: number, stored: Readonly<Record<string, number>> = {}) {
  let channels = Array.from({ length: count }, (_, index) => sampleChannel(`reef-${index}`));
  let now = 0;
  /** How many were asked about at once, and -1 for each pause. */
  const steps: number[] = [];
  const newest = createNewest({
    editions: {
      newest: async (ids) => {
        steps.push(ids.length);
        return new Map(ids.flatMap((id) => (stored[id] === undefined ? [] : [[id, stored[id]]])));
      },
    },
    channels: () => channels,
    pause: async () => void steps.push(-1),
    now: () => now,
  });
  return {
    ...{ newest, steps },
    pass: (milliseconds: number) => {
      now += milliseconds;
    },
    order: (name: string) => {
      channels = [...channels, sampleChannel(name)];
    },
  };
}

function editionOf(name: string, slot: number, platform: "preview" | "slack" = "preview"): Edition {
  const { id } = subscription(sampleChannel(name), platform, name);
  const nothing = { items: [], waiting: 0, timeZone: "UTC" };
  return { subscription: id, channel: name, slot, ...nothing };
}

test("thousands of channels are asked about a few at a time, and once for all who ask meanwhile", async () => {
  const { newest, steps } = setUp(1_100, { "reef-7@preview:reef-7": NOON });
  const [one, other] = await Promise.all([newest.all(), newest.all()]);
  expect([...one]).toEqual([["reef-7", NOON]]);
  expect(other).toBe(one);
  expect(steps).toEqual([500, -1, 500, -1, 100, -1]);
});

test("what is made is known without asking, but on the page alone, and never as an older one", async () => {
  const { newest, steps } = setUp(2);
  await newest.all();
  newest.made(editionOf("reef-0", NOON));
  newest.made(editionOf("reef-0", NOON - 1));
  newest.made(editionOf("reef-1", NOON, "slack"));
  expect([...(await newest.all())]).toEqual([["reef-0", NOON]]);
  expect(steps).toEqual([2, -1]);
});

test.each([
  ["other processes may have made some since", 5_000, false, 2],
  ["none can have made many since", 4_999, false, 1],
  ["another channel was ordered", 0, true, 2],
])("%s", async (_, milliseconds, isOrdered, looks) => {
  const { newest, steps, pass, order } = setUp(1);
  await newest.all();
  pass(milliseconds);
  if (isOrdered) order("tide");
  await newest.all();
  expect(steps.filter((step) => step >= 0)).toHaveLength(looks);
});
