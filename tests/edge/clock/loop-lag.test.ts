import { afterEach, beforeEach, expect, onTestFinished, test, vi } from "vitest";
import { measureLoopLag } from "#edge/clock/loop-lag.ts";

beforeEach(() => void vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] }));
afterEach(() => void vi.useRealTimers());

function measured() {
  let now = 0;
  const lag = measureLoopLag(() => now);
  onTestFinished(() => lag.stop());
  return {
    lag,
    /** The timer rings after so many milliseconds instead of 500. */
    ring: (after: number) => {
      now += after;
      vi.advanceTimersByTime(500);
    },
    pass: (milliseconds: number) => {
      now += milliseconds;
    },
  };
}

test("the longest lag of a minute is told, and forgotten after it", () => {
  const { lag, ring } = measured();
  for (const after of [500, 740, 501, 499]) ring(after);
  expect(lag.longest()).toBe(240);
  for (let half = 0; half < 118; half += 1) ring(500);
  expect(lag.longest()).toBe(1);
  for (let half = 0; half < 2; half += 1) ring(500);
  expect(lag.longest()).toBe(0);
});

test("what is late just now counts", () => {
  const { lag, pass } = measured();
  pass(500);
  expect(lag.longest()).toBe(0);
  pass(3_000);
  expect(lag.longest()).toBe(3_000);
});
