import { expect, test } from "vitest";
import { type Courier, DeliveryError, type Parcel } from "#core/outbox/courier.ts";
import { createDeliveryDesk, type Delivered } from "#desk/delivery.ts";
import { createEditionDesk } from "#desk/edition.ts";
import { MOST_CLAIMED } from "#desk/port/outbox.ts";
import { fakeCourier } from "#tests/fake/courier.ts";
import { silentLog } from "#tests/fake/log.ts";
import { NO_SCREEN } from "#tests/fake/screen.ts";
import { sampleArticle, sampleBrief, sampleSubscription } from "#tests/samples.ts";
import { testAlarm, testClock, testStore } from "./fixture.ts";

/** Posts as told: one step a post, `true` for a receipt. */
function scriptedCourier(steps: (DeliveryError | Error | true)[]): Courier & { posts: Parcel[] } {
  const posts: Parcel[] = [];
  const courier = fakeCourier("slack", (parcel) => {
    posts.push(parcel);
    const step = steps.shift() ?? true;
    return step === true
      ? Promise.resolve({ messageId: `m${posts.length}`, url: null })
      : Promise.reject(step);
  });
  return { ...courier, posts };
}

async function setUp(courier: Courier, channels: readonly string[] = ["C1"]) {
  const store = await testStore();
  const clock = testClock("2026-05-08T06:20Z");
  const alarm = testAlarm();
  const outcomes: Delivered[] = [];
  const subscriptions = channels.map((address) =>
    sampleSubscription({ id: `front-page@slack:${address}`, platform: "slack", address }),
  );
  const whole = { fits: () => true };
  const editions = createEditionDesk({
    ...{ subscriptions: () => subscriptions, store, clock },
    tally: null,
    pause: async () => undefined,
    budgets: { slack: whole, discord: whole, preview: whole },
  });
  const article = sampleArticle({ takenIn: clock.now() });
  await store.archive.file(article, sampleBrief(article), []);
  await editions.makeDue();
  const desk = createDeliveryDesk({
    screen: NO_SCREEN,
    ...{
      outbox: store.outbox,
      troubles: store.placeTroubles,
      couriers: [courier],
      clock,
      alarm,
      log: silentLog,
    },
    jitter: () => 0,
    onDelivered: (outcome) => outcomes.push(outcome),
    onTrouble: (error) => expect.unreachable(String(error)),
  });
  return { ...store, clock, alarm, desk, outcomes };
}

test("a delivery is posted once, with its receipt, and the ledger says so", async () => {
  const courier = scriptedCourier([]);
  const { desk, outcomes, ledger } = await setUp(courier);
  await desk.drain();
  await desk.drain();
  expect(courier.posts).toHaveLength(1);
  expect(courier.posts[0]).toMatchObject({ address: "C1", again: false });
  expect(outcomes).toMatchObject([{ kind: "posted", receipt: { messageId: "m1" } }]);
  expect((await ledger.history("a1.txt")).map(({ stage }) => stage)).toEqual(["posted"]);
});

test("what a post falls short of is told once, as its place's trouble, until it is done; the post is not tried again", async () => {
  let shortfall: string | null | undefined = "not published: give it Manage Messages";
  const courier = fakeCourier("slack", async () => {
    return { messageId: "m1", url: null, ...(shortfall !== undefined && { shortfall }) };
  });
  const { desk, clock, outcomes, placeTroubles, outbox, corrections } = await setUp(courier);
  await desk.drain();
  expect(outcomes).toMatchObject([{ kind: "posted", mended: false }]);
  expect(await outbox.nextDue(["slack"])).toBeNull();
  const told = { subscription: "front-page@slack:C1#asked", error: shortfall, ended: null };
  expect(await placeTroubles.toldTo("admin")).toMatchObject([{ ...told, ripe: clock.now() }]);
  // A word about the post, of which nothing more was asked, mends nothing.
  const [{ parcel } = expect.unreachable()] = outcomes.filter((one) => one.kind === "posted");
  const say = () => corrections.follow({ key: parcel.key }, "reply", parcel.message, clock.now());
  shortfall = undefined;
  await say();
  await desk.drain();
  expect(await placeTroubles.toldTo("admin")).toMatchObject([told]);
  shortfall = null;
  await say();
  await desk.drain();
  expect(await placeTroubles.toldTo("admin")).toMatchObject([{ ended: clock.now() }]);
});

test("a failed post is tried again when its wait is over, and looked for when it may be there", async () => {
  const courier = scriptedCourier([new DeliveryError("unreachable", "reset")]);
  const { desk, clock, alarm, outcomes } = await setUp(courier);
  await desk.drain();
  expect(outcomes).toMatchObject([{ kind: "failed", retryIn: 5_000 }]);
  expect(alarm.at).toBe(clock.now() + 5_000);
  await desk.drain();
  expect(courier.posts).toHaveLength(1);
  clock.pass(5_000);
  await desk.drain();
  expect(courier.posts.map(({ again }) => again)).toEqual([false, true]);
});

test("a retry whose moment was put off by the clock is not waited for", async () => {
  const courier = scriptedCourier([new DeliveryError("unreachable", "reset")]);
  const { desk, clock } = await setUp(courier);
  clock.pass(24 * 3_600_000);
  await desk.drain();
  clock.pass(-500);
  await desk.drain();
  expect(courier.posts).toHaveLength(1);
  clock.pass(-24 * 3_600_000);
  await desk.drain();
  expect(courier.posts.map(({ again }) => again)).toEqual([false, true]);
});

test("once a post may be there, every later attempt looks, also after a plain refusal", async () => {
  const courier = scriptedCourier([
    new DeliveryError("unreachable", "reset"),
    new DeliveryError("rate-limited", "slow", { retryAfter: 60_000 }),
  ]);
  const { desk, clock } = await setUp(courier);
  await desk.drain();
  clock.pass(5_000);
  await desk.drain();
  clock.pass(60_000);
  await desk.drain();
  expect(courier.posts.map(({ again }) => again)).toEqual([false, true, true]);
});

test("what was put off is no failure: it comes at its time, as the attempt that it was", async () => {
  const putOff = new DeliveryError("put-off", "a long line", { retryAfter: 3_000 });
  const courier = scriptedCourier([putOff, new DeliveryError("unreachable", "reset")]);
  const { desk, clock, alarm, outcomes } = await setUp(courier);
  await desk.drain();
  expect(outcomes).toMatchObject([{ kind: "put-off", parcel: { address: "C1" } }]);
  expect(alarm.at).toBe(clock.now() + 3_000);
  clock.pass(3_000);
  await desk.drain();
  // As after a first attempt, and nothing was sent before that it had to be looked for.
  expect(outcomes.at(-1)).toMatchObject({ kind: "failed", retryIn: 5_000 });
  expect(courier.posts.map(({ again }) => again)).toEqual([false, false]);
});

test("an error that no courier named may have happened after the post", async () => {
  const courier = scriptedCourier([new TypeError("a fault of ours")]);
  const { desk, clock } = await setUp(courier);
  await desk.drain();
  clock.pass(5_000);
  await desk.drain();
  expect(courier.posts.map(({ again }) => again)).toEqual([false, true]);
});

test("what a courier has no room for stays in the outbox until it has", async () => {
  const courier = scriptedCourier([]);
  let wait = 4_000;
  const asked: number[] = [];
  const roomFor = (count: number) => {
    asked.push(count);
    return wait;
  };
  const { desk, clock, alarm, outbox } = await setUp({ ...courier, roomFor }, ["C1", "C2"]);
  await desk.drain();
  expect([courier.posts.length, alarm.at]).toEqual([0, clock.now() + 4_000]);
  expect(new Set(asked)).toEqual(new Set([MOST_CLAIMED]));
  clock.pass(4_000);
  wait = 0;
  alarm.ring();
  await expect.poll(() => courier.posts.length).toBe(2);
  await desk.drain();
  expect(await outbox.nextDue(["slack"])).toBeNull();
});

test("one channel that hangs holds no other back", async () => {
  const hanging = Promise.withResolvers<never>();
  const posted: string[] = [];
  const courier = fakeCourier("slack", ({ address }) => {
    posted.push(address);
    return address === "C1" ? hanging.promise : Promise.resolve({ messageId: address, url: null });
  });
  const { desk, outcomes } = await setUp(courier, ["C1", "C2", "C3"]);
  const run = desk.drain();
  await expect.poll(() => outcomes.length).toBe(2);
  expect(posted.sort()).toEqual(["C1", "C2", "C3"]);
  hanging.reject(new DeliveryError("refused", "gone"));
  await run;
  expect(outcomes.map(({ kind }) => kind).sort()).toEqual(["failed", "posted", "posted"]);
});

test("a stop finishes the post in flight, and nothing is started after it", async () => {
  const started = Promise.withResolvers<void>();
  const flying = Promise.withResolvers<{ messageId: string; url: null }>();
  const courier = fakeCourier("slack", () => {
    started.resolve();
    return flying.promise;
  });
  const { desk, outcomes, outbox, clock } = await setUp(courier, ["C1"]);
  const run = desk.drain();
  await started.promise;
  const stopped = desk.stop();
  flying.resolve({ messageId: "m1", url: null });
  await Promise.all([stopped, run]);
  expect(outcomes.map(({ kind }) => kind)).toEqual(["posted"]);
  expect(await outbox.claim(clock.now(), ["slack"])).toEqual([]);
});

test("a desk that was stopped leaves what waits to the next start", async () => {
  const courier = scriptedCourier([]);
  const { desk, outbox, clock } = await setUp(courier);
  await desk.stop();
  await desk.drain();
  expect(courier.posts).toEqual([]);
  expect(await outbox.claim(clock.now(), ["slack"])).toHaveLength(1);
});

test.each([
  ["refused", 0, 1],
  ["unreachable", 10 * 60_000 - 1, 0],
  ["unreachable", 10 * 60_000, 1],
  ["rate-limited", 10 * 60_000, 1],
  ["gone", 60 * 60_000, 0],
  ["put-off", 60 * 60_000, 0],
] as const)("a place that says %s is in trouble %d ms later: %d", async (code, after, count) => {
  const courier = scriptedCourier([new DeliveryError(code, "is_archived: unarchive it")]);
  const { desk, clock, placeTroubles } = await setUp(courier);
  await desk.drain();
  const standing = await placeTroubles.standing(clock.now() + after);
  expect(standing).toHaveLength(count);
  if (count > 0) {
    expect(standing).toMatchObject([
      { subscription: "front-page@slack:C1", error: "is_archived: unarchive it" },
    ]);
  }
});

test("a place that takes a post again works again, and says so where people know of the trouble", async () => {
  const courier = scriptedCourier([new DeliveryError("refused", "archived")]);
  const { desk, clock, outcomes, placeTroubles } = await setUp(courier);
  await desk.drain();
  clock.pass(5_000);
  await desk.drain();
  expect(outcomes).toMatchObject([{ kind: "failed" }, { kind: "posted", mended: true }]);
  expect(await placeTroubles.standing(clock.now())).toEqual([]);
});
