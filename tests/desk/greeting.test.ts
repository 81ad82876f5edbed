import { expect, test } from "vitest";
import { createGreeter } from "#desk/greeting.ts";
import { textOf } from "#tests/message-text.ts";
import { testClock, testStore } from "./fixture.ts";

const CHANNEL = { platform: "slack", address: "C1", place: "C1" } as const;

async function greeter() {
  const store = await testStore();
  const clock = testClock("2026-05-08T06:20Z");
  let carried = 0;
  const carry = () => {
    carried += 1;
  };
  const parts = { store, clock, carry };
  const sent = async () => {
    const claimed = await store.outbox.claim(clock.now(), ["slack", "discord"]);
    for (const { key } of claimed) {
      await store.outbox.delivered(key, { messageId: key, url: null }, clock.now());
    }
    return claimed;
  };
  return { store, clock, parts, sent, greet: createGreeter(parts), carried: () => carried };
}

test("where it is invited, the bot says what it is, how a digest is ordered and where one asks", async () => {
  const { greet, sent, carried } = await greeter();
  await greet(CHANNEL);
  const [message, ...more] = await sent();
  expect(more).toEqual([]);
  expect(message).toMatchObject({ kind: "notice", address: "C1", platform: "slack" });
  const lines = textOf(message?.message ?? expect.unreachable())
    .trim()
    .split("\n");
  expect(lines).toHaveLength(3);
  expect(lines.at(-1)).toContain("[Order a digest → subscribe] [Search → search]");
  expect(carried()).toBe(1);
});

test("each place is greeted once for good, however often and at a time it is invited there", async () => {
  const { greet, sent, clock, parts } = await greeter();
  await Promise.all([greet(CHANNEL), greet(CHANNEL), createGreeter(parts)(CHANNEL)]);
  expect(await sent()).toHaveLength(1);
  clock.pass(365 * 24 * 60 * 60 * 1000);
  await greet({ ...CHANNEL, address: "C2" });
  expect(await sent()).toEqual([]);
  await greet({ ...CHANNEL, place: "C2", address: "C2" });
  await greet({ ...CHANNEL, platform: "discord" });
  expect(await sent()).toHaveLength(2);
});

test("what fails greets nobody, and the next invitation does", async () => {
  const { greet, store, sent, parts } = await greeter();
  const failing = createGreeter({
    ...parts,
    store: {
      transaction: (work) =>
        store.transaction(async (tx) => {
          await work(tx);
          throw new RangeError("the disk is full");
        }),
    },
  });
  await expect(failing(CHANNEL)).rejects.toThrow("disk is full");
  expect(await sent()).toEqual([]);
  await greet(CHANNEL);
  expect(await sent()).toHaveLength(1);
});
