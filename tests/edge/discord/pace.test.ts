import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createPace } from "#edge/discord/pace.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

test("requests go at even steps, in the order in which they asked; after a rest at once", async () => {
  const pace = createPace({ aSecond: 50, most: 50, patience: 1_000 });
  const gone: number[] = [];
  const start = Date.now();
  const go = () => pace.take().then(() => gone.push(Date.now() - start));
  void Promise.all([go(), go(), go()]);
  await vi.advanceTimersByTimeAsync(500);
  void go();
  await vi.advanceTimersByTimeAsync(0);
  expect(gone).toEqual([0, 20, 40, 500]);
});

test("what is left to others is not used, and is this one's again once they are gone", async () => {
  let left = 25;
  const pace = createPace({ aSecond: 50, most: 50, patience: 1_000, left: () => left });
  const gone: number[] = [];
  const start = Date.now();
  const go = () => pace.take().then(() => gone.push(Date.now() - start));
  void Promise.all([go(), go(), go()]);
  await vi.advanceTimersByTimeAsync(500);
  left = 0;
  void Promise.all([go(), go()]);
  await vi.advanceTimersByTimeAsync(100);
  expect(gone).toEqual([0, 40, 80, 500, 520]);
});

test.each([3, 4, 9])("one may be under way where %s of four are left to others", async (left) => {
  const pace = createPace({ aSecond: 50, most: 4, patience: 1_000, left: () => left });
  let gone = 0;
  for (let count = 0; count < 3; count += 1)
    void pace.take().then((replied) => {
      gone += 1;
      replied();
    });
  await vi.advanceTimersByTimeAsync(10_000);
  expect(gone).toBe(3);
});

test("a clock that is put back holds up no request", async () => {
  const pace = createPace({ aSecond: 50, most: 50, patience: 1_000 });
  const gone: string[] = [];
  void pace.take().then(() => gone.push("before"));
  await vi.advanceTimersByTimeAsync(100);
  vi.setSystemTime(Date.now() - 24 * 3_600_000);
  void pace.take().then(() => gone.push("after"));
  await vi.advanceTimersByTimeAsync(100);
  expect(gone).toEqual(["before", "after"]);
  expect(pace.comeAgainIn()).toBe(0);
});

test("who finds a long line is sent away, each to a later time, and is let in when it has gone", async () => {
  const pace = createPace({ aSecond: 50, most: 50, patience: 100 });
  expect(pace.comeAgainIn()).toBe(0);
  for (let count = 0; count < 6; count += 1) void pace.take();
  expect([pace.comeAgainIn(), pace.comeAgainIn()]).toEqual([70, 90]);
  await vi.advanceTimersByTimeAsync(70);
  expect(pace.comeAgainIn()).toBe(0);
});

test("there is room for as many as are not sent away", async () => {
  const pace = createPace({ aSecond: 50, most: 50, patience: 100 });
  expect([pace.roomFor(6), pace.roomFor(7)]).toEqual([0, 0]); // nobody waits: it gets no better
  for (let count = 0; count < 3; count += 1) void pace.take();
  expect([pace.roomFor(3), pace.roomFor(4), pace.roomFor(40)]).toEqual([0, 20, 60]);
  for (let count = 0; count < 3; count += 1) {
    expect(pace.comeAgainIn()).toBe(0);
    void pace.take();
  }
  expect(pace.roomFor(1)).toBe(20);
  expect(pace.comeAgainIn()).toBeGreaterThan(0);
  await vi.advanceTimersByTimeAsync(20);
  expect(pace.roomFor(1)).toBe(0);
});

test("after a busy moment no second has more than it may have", async () => {
  const pace = createPace({ aSecond: 10, most: 10, patience: 60_000 });
  const gone: number[] = [];
  const start = Date.now();
  for (let count = 0; count < 30; count += 1) {
    void pace.take().then(() => gone.push(Date.now() - start));
  }
  await vi.advanceTimersByTimeAsync(450);
  // The process is busy for a while: its timers fire late, all at once.
  vi.setSystemTime(start + 1_200);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(gone).toHaveLength(30);
  const crowds = gone.map((at) => gone.filter((other) => other >= at && other < at + 1_000).length);
  expect(Math.max(...crowds)).toBeLessThanOrEqual(10);
});

test("however long each is under way, no second has more arrivals than are allowed", async () => {
  const pace = createPace({ aSecond: 10, most: 12, patience: 60_000 });
  const arrived: number[] = [];
  const start = Date.now();
  const send = async (index: number) => {
    const replied = await pace.take();
    // Every third is slow on its way, so that those behind it arrive with it.
    const underway = index % 3 === 0 ? 700 : 20;
    await new Promise((resolve) => setTimeout(resolve, underway));
    arrived.push(Date.now() - start);
    replied();
  };
  const all = Promise.all(Array.from({ length: 60 }, (_, index) => send(index)));
  await vi.advanceTimersByTimeAsync(30_000);
  await all;
  const crowds = arrived.map(
    (at) => arrived.filter((other) => other >= at && other < at + 1_000).length,
  );
  expect(Math.max(...crowds)).toBeLessThanOrEqual(12);
  expect(Math.max(...arrived)).toBeLessThan(9_000);
});

test("what cannot wait goes before the line, and is counted with it", async () => {
  const pace = createPace({ aSecond: 10, most: 10, patience: 60_000 });
  const gone: { readonly at: number; readonly hurried: boolean }[] = [];
  const start = Date.now();
  const note = (hurried: boolean) => () => {
    gone.push({ at: Date.now() - start, hurried });
  };
  for (let count = 0; count < 30; count += 1) void pace.take().then(note(false));
  await vi.advanceTimersByTimeAsync(450);
  for (let count = 0; count < 8; count += 1) void pace.hurry().then(note(true));
  await vi.advanceTimersByTimeAsync(60_000);
  const hurried = gone.filter((one) => one.hurried).map(({ at }) => at);
  expect(hurried.slice(0, 5)).toEqual([450, 450, 450, 450, 450]);
  expect(Math.max(...hurried)).toBeLessThan(3_500);
  const times = gone.map(({ at }) => at);
  expect(times).toHaveLength(38);
  const crowds = times.map(
    (at) => times.filter((other) => other >= at && other < at + 1_000).length,
  );
  expect(Math.max(...crowds)).toBeLessThanOrEqual(10);
});

test("while this process stands still, what it had sent keeps its place", async () => {
  const pace = createPace({ aSecond: 100, most: 3, patience: 60_000 });
  const replies = await Promise.all([...[pace.hurry(), pace.hurry(), pace.hurry()]]);
  const read = performance.now.bind(performance);
  let stood = 0;
  vi.spyOn(performance, "now").mockImplementation(() => read() + stood);
  stood = 5_000;
  let gone = 0;
  void pace.take().then(() => {
    gone += 1;
  });
  await vi.advanceTimersByTimeAsync(500);
  expect(gone).toBe(0);
  // They arrive only now.
  for (const replied of replies) replied();
  await vi.advanceTimersByTimeAsync(900);
  expect(gone).toBe(0);
  await vi.advanceTimersByTimeAsync(200);
  expect(gone).toBe(1);
});

test("one that hangs gives its place back", async () => {
  const pace = createPace({ aSecond: 10, most: 1, patience: 60_000 });
  const gone: number[] = [];
  const start = Date.now();
  void pace.take().then(() => gone.push(Date.now() - start));
  void pace.take().then(() => gone.push(Date.now() - start));
  await vi.advanceTimersByTimeAsync(5_000);
  expect(gone).toEqual([0, 2_000]);
});
