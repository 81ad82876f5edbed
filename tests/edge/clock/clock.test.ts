import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createClock, minuteTicker, systemAlarm } from "#edge/clock/clock.ts";
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

test("the ticker goes on within seconds, however its clock is put forward or back", async () => {
  const onTick = vi.fn(async () => undefined);
  const ticker = minuteTicker(silentLog);
  ticker.start(onTick);
  for (const step of [-24 * 60, 24 * 60, -10, 10]) {
    vi.setSystemTime(Date.now() + step * 60_000);
    await vi.advanceTimersByTimeAsync(6_000);
  }
  expect(onTick).toHaveBeenCalledTimes(4);
  await ticker.stop();
});

test("a tick that is still at work holds up no later one", async () => {
  const first = Promise.withResolvers<void>();
  const onTick = vi.fn(() => first.promise);
  const ticker = minuteTicker(silentLog);
  ticker.start(onTick);
  await vi.advanceTimersByTimeAsync(95_000);
  expect(onTick).toHaveBeenCalledTimes(1);
  first.resolve();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(onTick).toHaveBeenCalledTimes(2);
  await ticker.stop();
});

test("what has come for sure stays behind a clock that jumps ahead, until it is back", () => {
  const reading = { shown: Date.parse("2026-05-08T06:20Z"), ran: 86_400_000 };
  const clock = createClock(() => ({ ...reading }));
  const start = clock.now();
  reading.ran += 60_000;
  reading.shown += 3_660_000;
  expect([clock.shown() - start, clock.now() - start]).toEqual([3_660_000, 60_000]);
  expect(clock.ahead()).toBe(3_600_000);
  reading.shown -= 3_600_000;
  expect([clock.now() - start, clock.ahead()]).toEqual([60_000, 0]);
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
  const alarm = systemAlarm(createClock());
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

test("a beat that is asked for comes at once, and behind one that is at work", async () => {
  const works: PromiseWithResolvers<void>[] = [];
  const ticker = minuteTicker(silentLog);
  ticker.beat();
  ticker.start(() => {
    const work = Promise.withResolvers<void>();
    works.push(work);
    return work.promise;
  });
  ticker.beat();
  ticker.beat();
  ticker.beat();
  expect(works.length).toBe(1);
  works[0]?.resolve();
  await Promise.resolve().then(() => Promise.resolve());
  await vi.waitFor(() => expect(works.length).toBe(2));
  await ticker.stop();
  works[1]?.resolve();
  ticker.beat();
  expect(works.length).toBe(2);
});
