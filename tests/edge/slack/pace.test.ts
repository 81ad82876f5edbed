import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createPace, type Method, type PaceOptions } from "#edge/slack/pace.ts";
import { failureOf } from "#tests/delivery-failure.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const PACE: PaceOptions = { channel: 1_000, posts: 200, edits: 1_200, looks: 1_200, bookmarks: 0 };

/** When each of these calls may go, in milliseconds. */
async function timesOf(calls: readonly (readonly [Method, string])[]): Promise<readonly number[]> {
  const pace = createPace(PACE);
  const start = Date.now();
  const all = Promise.all(
    calls.map(([method, address]) => pace.turn(method, address).then(() => Date.now() - start)),
  );
  await vi.advanceTimersByTimeAsync(10_000);
  return all;
}

test.each<[string, readonly (readonly [Method, string])[], readonly number[]]>([
  [
    "posts to one channel, a second apart",
    [
      ["posts", "C1"],
      ["posts", "C1"],
      ["posts", "C1"],
    ],
    [0, 1_000, 2_000],
  ],
  [
    "posts to several, as the workspace allows",
    [
      ["posts", "C1"],
      ["posts", "C2"],
      ["posts", "C3"],
    ],
    [0, 200, 400],
  ],
  [
    "a channel that must wait for itself, and others before it",
    [
      ["posts", "C1"],
      ["posts", "C1"],
      ["posts", "C2"],
      ["posts", "C3"],
    ],
    [0, 1_000, 200, 400],
  ],
  [
    "edits, whatever the channel",
    [
      ["edits", "C1"],
      ["edits", "C2"],
    ],
    [0, 1_200],
  ],
  [
    "one method beside another",
    [
      ["posts", "C1"],
      ["edits", "C1"],
      ["history", "C1"],
      ["replies", "C1"],
    ],
    [0, 0, 0, 0],
  ],
])("%s", async (_, calls, times) => expect(await timesOf(calls)).toEqual(times));

const LOOK = 10;

/** When calls go of a process that stands still from 300 ms on, for so long. */
async function timesAfterStandstill(
  calls: readonly (readonly [Method, string])[],
  standstill: number,
): Promise<readonly number[]> {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  let now = 0;
  vi.spyOn(performance, "now").mockImplementation(() => now);
  const runFor = async (milliseconds: number) => {
    for (const end = now + milliseconds; now < end; ) {
      now += LOOK;
      await vi.advanceTimersByTimeAsync(LOOK);
    }
  };
  const pace = createPace(PACE);
  const gone: number[] = [];
  for (const [method, address] of calls) void pace.turn(method, address).then(() => gone.push(now));
  await vi.advanceTimersByTimeAsync(0);
  await runFor(300);
  // Its timers ring late, all in one moment.
  now += standstill;
  await vi.advanceTimersByTimeAsync(standstill);
  await runFor(20_000);
  vi.restoreAllMocks();
  return gone;
}

const posts = (...addresses: readonly string[]) =>
  addresses.map((address) => ["posts", address] as const);

test("after a standstill a few go that are late, and the others at the pace", async () => {
  const many = posts(...Array.from({ length: 8 }, (_, index) => `C${index}`));
  expect(await timesAfterStandstill(many, 0)).toEqual([0, 200, 400, 600, 800, 1_000, 1_200, 1_400]);
  const late = [3_300, 3_300, 3_300, 3_500, 3_700, 3_900];
  expect(await timesAfterStandstill(many, 3_000)).toEqual([0, 200, ...late]);
});

test("after a standstill a channel has its second between two posts all the same", async () => {
  const times = await timesAfterStandstill(posts("C1", "C1", "C1"), 5_000);
  expect(times).toEqual([0, 5_300, 6_300]);
});

test("who finds a long line is sent away, each to a later time, and is let in when it has gone", async () => {
  const pace = createPace(PACE);
  for (let count = 0; count <= 25; count += 1) void pace.turn("posts", `C${count}`);
  const waits = await Promise.all(
    ["C26", "C27"].map((address) => failureOf(pace.turn("posts", address))),
  );
  expect(waits.map(({ code }) => code)).toEqual(["put-off", "put-off"]);
  expect(waits.map(({ retryAfter }) => retryAfter)).toEqual([2_700, 2_900]);
  await vi.advanceTimersByTimeAsync(2_700);
  const letIn = pace.turn("posts", "C26");
  await vi.advanceTimersByTimeAsync(5_000);
  await expect(letIn).resolves.toBeUndefined();
});

test("after Slack has asked to wait, nobody calls that method before, and others are free", async () => {
  const pace = createPace(PACE);
  await pace.turn("posts", "C1");
  const inLine = failureOf(pace.turn("posts", "C2"));
  pace.hold("posts", 30_000);
  await vi.advanceTimersByTimeAsync(200);
  const waits = [await inLine, await failureOf(pace.turn("posts", "C3"))];
  expect(waits.map(({ code }) => code)).toEqual(["rate-limited", "rate-limited"]);
  for (const { retryAfter } of waits) expect(retryAfter).toBeGreaterThan(30_000);
  await pace.turn("edits", "C1");
  await vi.advanceTimersByTimeAsync(30_000);
  await expect(pace.turn("posts", "C2")).resolves.toBeUndefined();
});
