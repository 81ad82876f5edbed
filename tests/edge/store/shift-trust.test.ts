import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { DUTIES, type Roster } from "#desk/share.ts";
import { StoreError } from "#edge/store/error.ts";
import { keepShift } from "#edge/store/shift.ts";
import { testStore } from "#tests/desk/fixture.ts";
import { testBell } from "#tests/fake/bell.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const LEASE = 8_000;
const roster: Roster = { own: 1, all: [] };
const away = () => new StoreError("unreachable", "The database is away.");

/** A shift whose renewals go as the test says: kept, taken by another, or in vain. */
async function setUp(end: () => Promise<void> = async () => undefined) {
  const renewal: { says: Roster | null | Error } = { says: roster };
  const renew = async () => {
    if (renewal.says instanceof Error) throw renewal.says;
    return renewal.says;
  };
  const store = await testStore();
  return {
    renewal,
    shift: keepShift(
      { store, lease: LEASE, roster, bell: testBell(), renew, end },
      performance.now(),
    ),
  };
}

test("a shift that is renewed is ours for as long as it is", async () => {
  const { shift } = await setUp();
  const ours = shift.whileOurs();
  await vi.advanceTimersByTimeAsync(10 * LEASE);
  expect([shift.isOurs(), ours.aborted]).toEqual([true, false]);
});

test("while the store is away it is relied on for less than the lease, and again once it is renewed", async () => {
  const { shift, renewal } = await setUp();
  renewal.says = away();
  const ours = shift.whileOurs();
  await vi.advanceTimersByTimeAsync(LEASE - 1_500);
  expect([shift.isOurs(), ours.aborted]).toEqual([true, false]);
  await vi.advanceTimersByTimeAsync(1_000);
  expect([shift.isOurs(), ours.aborted]).toEqual([false, true]);
  renewal.says = roster;
  await vi.advanceTimersByTimeAsync(2_000);
  expect([shift.isOurs(), shift.whileOurs().aborted, ours.aborted]).toEqual([true, false, true]);
});

test("a process that stood still does not rely on it, before any of its timers has told", async () => {
  const { shift } = await setUp();
  const ours = shift.whileOurs();
  vi.setSystemTime(Date.now() + LEASE);
  const later = performance.now() + LEASE;
  vi.spyOn(performance, "now").mockReturnValue(later);
  expect([ours.aborted, shift.whileOurs().aborted, shift.isOurs()]).toEqual([false, true, false]);
});

test("it is lost once another has it, and never ours again", async () => {
  const { shift, renewal } = await setUp();
  renewal.says = null;
  await vi.advanceTimersByTimeAsync(2_000);
  await shift.lost;
  renewal.says = roster;
  await vi.advanceTimersByTimeAsync(LEASE);
  expect([shift.isOurs(), shift.whileOurs().aborted]).toEqual([false, true]);
});

test.each([
  ["a database that is away", away(), null],
  ["a fault of ours", new StoreError("failed", "It refused the statement."), "failed"],
])("its end is no failure where %s is in the way, or is one", async (_, fault, code) => {
  const { shift } = await setUp(() => Promise.reject(fault));
  const failed = await shift.end().then(
    () => null,
    (error: unknown) => error,
  );
  expect(failed instanceof StoreError ? failed.code : failed).toBe(code);
  expect(shift.isOurs()).toBe(false);
});

test("what others say is heard until the shift ends, and others are told where there are any", async () => {
  const bell = testBell();
  const store = await testStore();
  const other = { token: 2, owner: "two", duties: DUTIES, age: 0 };
  const renewal: { says: Roster } = { says: roster };
  const shift = keepShift(
    {
      ...{ store, lease: LEASE, roster, bell },
      ...{ renew: async () => renewal.says, end: async () => undefined },
    },
    performance.now(),
  );
  const heard: unknown[] = [];
  shift.onHeard((news) => heard.push(news));
  bell.say("posts");
  const late: unknown[] = [];
  shift.onHeard((news) => late.push(news));
  await Promise.resolve();
  expect(late).toEqual([null]);
  shift.tell("copy");
  renewal.says = { own: 1, all: [other] };
  await vi.advanceTimersByTimeAsync(LEASE / 4);
  shift.tell("posts");
  expect([heard, bell.rung, bell.isClosed()]).toEqual([["posts", null], ["posts"], false]);
  await shift.end();
  bell.say("posts");
  expect([heard.length, bell.isClosed()]).toEqual([2, true]);
});
