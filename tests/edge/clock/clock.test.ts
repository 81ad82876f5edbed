import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { minuteTicker, systemAlarm, systemClock } from "#edge/clock/clock.ts";
import { silentLog } from "#tests/fake/log.ts";

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse("2026-05-08T06:20:30Z") });
});
afterEach(() => {
  vi.useRealTimers();
});

test("the ticker beats once a minute, and no more after it is stopped", async () => {
  const onTick = vi.fn(async () => undefined);
  const ticker = minuteTicker(silentLog);
  ticker.start(onTick);
  await vi.advanceTimersByTimeAsync(29_000);
  expect(onTick).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(121_500);
  expect(onTick).toHaveBeenCalledTimes(3);
  await ticker.stop();
  await vi.advanceTimersByTimeAsync(180_000);
  expect(onTick).toHaveBeenCalledTimes(3);
});

test("a tick that fails is logged, and the next one comes", async () => {
  const error = vi.fn();
  const onTick = vi.fn(() => Promise.reject(new TypeError("broken")));
  const ticker = minuteTicker({ ...silentLog, error });
  ticker.start(onTick);
  await vi.advanceTimersByTimeAsync(91_000);
  await ticker.stop();
  expect(onTick).toHaveBeenCalledTimes(2);
  expect(error).toHaveBeenCalledWith("tick failed", { error: new TypeError("broken") });
});

test("an alarm rings once at its moment; setting it again moves it", async () => {
  const ring = vi.fn();
  const alarm = systemAlarm(systemClock);
  alarm.set(Date.now() + 5_000, ring);
  alarm.set(Date.now() + 8_000, ring);
  await vi.advanceTimersByTimeAsync(7_999);
  expect(ring).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(ring).toHaveBeenCalledTimes(1);
  alarm.set(Date.now() - 1, ring);
  alarm.clear();
  await vi.advanceTimersByTimeAsync(10);
  expect(ring).toHaveBeenCalledTimes(1);
});
