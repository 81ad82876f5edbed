import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Roster } from "#desk/share.ts";
import { type HeldShift, keepShift } from "#edge/store/shift.ts";
import type { Store } from "#edge/store/verbs.ts";
import { testBell } from "#tests/fake/bell.ts";

/** Renewed each 1,000 ms, and relied on for 3,500. */
const LEASE = 4_000;
const ROSTER: Roster = { own: 1, all: [] };

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

interface Kept extends Partial<Pick<HeldShift, "renew" | "end">> {}

/** A shift that was taken now, and whether it was said to be lost. */
function kept({ renew = async () => ROSTER, end = async () => undefined }: Kept) {
  const store = {} as unknown as Store; // it is only handed on
  const shift = keepShift(
    { store, lease: LEASE, roster: ROSTER, bell: testBell(), renew, end },
    performance.now(),
  );
  const seen = { isLost: false };
  void shift.lost.then(() => {
    seen.isLost = true;
  });
  return { shift, seen };
}

test("it is ours for as long as it is renewed", async () => {
  const { shift, seen } = kept({});
  await vi.advanceTimersByTimeAsync(20 * LEASE);
  expect([shift.isOurs(), seen.isLost]).toEqual([true, false]);
  await shift.end();
});

test("while nobody answers it is not relied on from before its end, and is again once somebody does", async () => {
  let isAway = true;
  const { shift, seen } = kept({
    renew: async () => {
      if (isAway) throw new TypeError("nobody answers");
      return ROSTER;
    },
  });
  await vi.advanceTimersByTimeAsync(3_499);
  expect(shift.isOurs()).toBe(true);
  await vi.advanceTimersByTimeAsync(1);
  expect(shift.isOurs()).toBe(false);
  isAway = false;
  await vi.advanceTimersByTimeAsync(1_000);
  expect([shift.isOurs(), seen.isLost]).toEqual([true, false]);
  await shift.end();
});

test("it counts from when it was asked for, not from when the answer came", async () => {
  const answer = Promise.withResolvers<Roster | null>();
  const { shift } = kept({ renew: () => answer.promise });
  await vi.advanceTimersByTimeAsync(3_400); // asked at 1,000
  answer.resolve(ROSTER);
  await vi.advanceTimersByTimeAsync(0);
  // The next one is asked for at 4,400, and is not answered either: the first promise is kept.
  await vi.advanceTimersByTimeAsync(999);
  expect(shift.isOurs()).toBe(true);
});

test("once another has it, it is lost at once, and asked for no more", async () => {
  const renew = vi.fn(async () => null);
  const { shift, seen } = kept({ renew });
  await vi.advanceTimersByTimeAsync(1_000);
  expect([shift.isOurs(), seen.isLost, vi.getTimerCount()]).toEqual([false, true, 0]);
  await vi.advanceTimersByTimeAsync(LEASE);
  expect(renew).toHaveBeenCalledOnce();
});

test("its end leaves no timer, and is no loss", async () => {
  const end = vi.fn(async () => undefined);
  const { shift, seen } = kept({ end });
  await shift.end();
  expect([shift.isOurs(), seen.isLost, vi.getTimerCount()]).toEqual([false, false, 0]);
  expect(end).toHaveBeenCalledOnce();
});

test.each([
  ROSTER,
  null,
])("a renewal on its way is waited for by the end, and %o from it says nothing more", async (answer) => {
  const said: string[] = [];
  const renewed = Promise.withResolvers<Roster | null>();
  const { shift, seen } = kept({
    renew: async () => {
      const isKept = await renewed.promise;
      said.push("renewed");
      return isKept;
    },
    end: async () => {
      said.push("ended");
    },
  });
  await vi.advanceTimersByTimeAsync(1_000);
  const ending = shift.end();
  renewed.resolve(answer);
  await ending;
  expect(said).toEqual(["renewed", "ended"]);
  expect([shift.isOurs(), seen.isLost, vi.getTimerCount()]).toEqual([false, false, 0]);
});
