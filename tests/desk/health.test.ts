import { describe, expect, test } from "vitest";
import { type Connected, nowConnected } from "#desk/connected.ts";
import { createHealthDesk, type PartName, readinessOf, type Vitals } from "#desk/health.ts";
import type { ServiceState } from "#desk/port/chat-service.ts";

const NOW = Date.parse("2026-11-22T18:05Z");
const MINUTE = 60_000;
const WELL: Vitals = {
  now: NOW,
  store: { waiting: 0, oldest: null, oldestUntried: null },
  links: new Map(),
  files: { files: 0, longest: 0 },
  copyTrouble: null,
  roundAt: NOW - MINUTE,
  clockAhead: 0,
  room: 5e9,
  loopLag: 12,
};
const READY: ServiceState = { kind: "ready", as: "copydesk" };
const FAILED: ServiceState = { kind: "failed", reason: "the token is not valid", retryIn: 5_000 };

const link = (state: ServiceState, lostSince: number | null) =>
  new Map<string, Connected>([["slack", { state, since: NOW, lostSince }]]);
const oldest = (minutes: number, untried: number | null) => ({
  waiting: 2,
  oldest: NOW - minutes * MINUTE,
  oldestUntried: untried === null ? null : NOW - untried * MINUTE,
});

test("a bot with nothing to do is ready", () => {
  const { ready, parts } = readinessOf(WELL);
  expect(ready).toBe(true);
  expect(Object.values(parts).every(({ ok, says }) => ok && says.endsWith("."))).toBe(true);
});

describe("each part makes it ready or not", () => {
  test.each<[PartName, Partial<Vitals>, boolean, string]>([
    ["store", { store: "The disk is full." }, false, "The disk is full."],
    ["couriers", { links: link(READY, null) }, true, "slack is connected."],
    // Platforms drop connections now and then.
    [
      "couriers",
      { links: link(FAILED, NOW - MINUTE) },
      true,
      "not connected, for 1 min (the token",
    ],
    ["couriers", { links: link(FAILED, NOW - MINUTE - 1) }, false, "(the token is not valid)."],
    ["couriers", { links: link({ kind: "connecting" }, NOW - 2 * MINUTE) }, false, "for 2 min."],
    ["copy", { files: { files: 1, longest: 10 * MINUTE } }, true, "1 file waits, the first for 10"],
    ["copy", { files: { files: 3, longest: 10 * MINUTE + 1 } }, false, "3 files wait"],
    ["copy", { copyTrouble: "The bucket is away." }, false, "The bucket is away."],
    ["outbox", { store: oldest(30, 30) }, true, "2 messages wait, the oldest for 30 min."],
    ["outbox", { store: oldest(31, 31) }, false, "the oldest for 31 min."],
    // A place that refuses is told to the admins by its name; the bot itself does its work.
    ["outbox", { store: oldest(600, null) }, true, "the oldest for 10 h."],
    ["outbox", { store: oldest(-3, -3) }, true, "the oldest for 0 min."],
    ["rounds", { roundAt: null }, false, "still being taken in"],
    ["rounds", { roundAt: NOW - 10 * MINUTE }, true, "10 min ago"],
    ["rounds", { roundAt: NOW - 11 * MINUTE }, false, "11 min ago"],
    ["rounds", { roundAt: NOW + MINUTE }, true, "0 min ago"],
    ["clock", { clockAhead: 2 * MINUTE }, false, "put ahead by 2 min"],
    ["disk", { room: 99_999_999 }, false, "99 MB"],
    ["disk", { room: 100_000_000 }, true, "100 MB"],
    ["disk", { room: null }, true, "Nobody can tell"],
    ["loop", { loopLag: 2_000 }, true, "2000 ms"],
    ["loop", { loopLag: 2_001 }, false, "2001 ms"],
  ])("%s: %o", (part, changes, ok, says) => {
    const { ready, parts } = readinessOf({ ...WELL, ...changes });
    expect([ready, parts[part].ok]).toEqual([ok, ok]);
    expect(parts[part].says).toContain(says);
  });
});

test("a connection that is tried again and again is lost since it was lost first", () => {
  let at = nowConnected(undefined, { kind: "connecting" }, NOW);
  at = nowConnected(at, FAILED, NOW + 1);
  expect(at).toEqual({ state: FAILED, since: NOW + 1, lostSince: NOW });
  at = nowConnected(at, READY, NOW + 2);
  expect(at.lostSince).toBeNull();
  expect(nowConnected(at, { kind: "connecting" }, NOW + 3).lostSince).toBe(NOW + 3);
});

function healthDesk(askStore: () => Promise<Vitals["store"]>) {
  let elapsed = 0;
  let looks = 0;
  const waits: (() => void)[] = [];
  const desk = createHealthDesk({
    vitals: async () => {
      looks += 1;
      return WELL;
    },
    askStore,
    faultOf: (error) => `It fails: ${error instanceof Error ? error.message : ""}.`,
    elapsed: () => elapsed,
    wait: () => new Promise((resolve) => waits.push(resolve)),
  });
  return {
    desk,
    looks: () => looks,
    pass: (milliseconds: number) => {
      elapsed += milliseconds;
    },
    wakeAll: () => {
      for (const wake of waits.splice(0)) wake();
    },
  };
}

describe("whoever asks", () => {
  test("costs one look in five seconds, however often they do", async () => {
    let asked = 0;
    const { desk, looks, pass } = healthDesk(async () => {
      asked += 1;
      return WELL.store;
    });
    await Promise.all(Array.from({ length: 50 }, () => desk.readiness()));
    pass(5_000);
    await desk.readiness();
    expect([asked, looks()]).toEqual([1, 1]);
    pass(1);
    await desk.readiness();
    expect([asked, looks()]).toEqual([2, 2]);
  });

  test("hears of a store that fails what is wrong", async () => {
    const { desk } = healthDesk(async () => {
      throw new RangeError("no way there");
    });
    const { ready, parts } = await desk.readiness();
    expect([ready, parts.store.says]).toEqual([false, "It fails: no way there."]);
  });

  test("waits for no store that hangs, and it is not asked once more meanwhile", async () => {
    let asked = 0;
    const { promise, resolve } = Promise.withResolvers<Vitals["store"]>();
    const { desk, pass, wakeAll } = healthDesk(() => {
      asked += 1;
      return promise;
    });
    for (let round = 0; round < 3; round += 1) {
      const readiness = desk.readiness();
      wakeAll();
      expect((await readiness).parts.store).toEqual({
        ok: false,
        says: "It has not answered within 5 seconds.",
      });
      pass(6_000);
    }
    expect(asked).toBe(1);
    resolve(WELL.store);
    await promise;
    expect((await desk.readiness()).ready).toBe(true);
  });
});
