import { threadId } from "node:worker_threads";
import { expect, onTestFinished, test } from "vitest";
import { createPool, type PoolSettings } from "#edge/thread/pool.ts";

function open(settings: Partial<PoolSettings> = {}) {
  const pool = createPool<string, string | number>({
    module: new URL("./work.ts", import.meta.url),
    ...{ work: "work", patience: 30_000, memory: 48, threads: 2 },
    ...settings,
  });
  onTestFinished(() => pool.close());
  return pool;
}

test("work is done on another thread", async () => {
  const done = await open().run("thread");
  expect(done).not.toBe(threadId);
});

test("what the work throws is told, and the same thread does the next piece", async () => {
  const pool = open({ threads: 1 });
  const before = await pool.run("thread");
  await expect(pool.run("throw")).rejects.toMatchObject({ code: "failed" });
  expect(await pool.run("thread")).toBe(before);
});

test.each([
  "spin",
  "spin in an expression",
  "spin in turns",
])("work that never ends (%s) is ended, and holds up no other", async (task) => {
  const pool = open({ patience: 300 });
  const spinning = expect(pool.run(task)).rejects.toMatchObject({ code: "too-slow" });
  expect(await pool.run("beside")).toBe("beside");
  await spinning;
  expect(await pool.run("after")).toBe("after");
});

test("waiting longer than the patience costs nothing", async () => {
  expect(await open({ patience: 200 }).run("wait long")).toBe("waited");
});

test("a thread is warm before its first piece, which does not pay for that", async () => {
  const pool = open({ warmUp: "warmUp", patience: 400 });
  expect(await pool.run("wait long")).toBe("waited");
  expect(await pool.run("is it warm?")).toBe("true");
});

test.each([
  "wait for ever",
  "sleep for ever",
])("work that does nothing (%s) is ended some day", async (task) => {
  const pool = open({ longestWait: 1_000, threads: 1 });
  await expect(pool.run(task)).rejects.toMatchObject({ code: "stuck" });
  expect(await pool.run("after")).toBe("after");
});

test("work that fills its memory is ended, and the process lives", async () => {
  const pool = open();
  await expect(pool.run("fill")).rejects.toMatchObject({ code: "too-large" });
  expect(await pool.run("after")).toBe("after");
});

test("a thread that ends itself is replaced", async () => {
  const pool = open({ threads: 1 });
  await expect(pool.run("leave")).rejects.toMatchObject({ code: "failed" });
  expect(await pool.run("after")).toBe("after");
});

test("work that a module does not know is told", async () => {
  await expect(open({ work: "nothing" }).run("a")).rejects.toMatchObject({ code: "failed" });
});

test("more work than threads is done in the order in which it came", async () => {
  const pool = open({ threads: 1 });
  const done: string[] = [];
  const tasks = ["wait", "a", "b", "c"];
  await Promise.all(tasks.map((task) => pool.run(task).then((result) => done.push(`${result}`))));
  expect(done).toEqual(["waited", "a", "b", "c"]);
});

test("a thread at work is waited for a while before another one is started", async () => {
  const pool = open({ startAfter: 60_000 });
  const done = await Promise.all(["thread", "thread", "thread"].map((task) => pool.run(task)));
  expect(new Set(done).size).toBe(1);
  // Near miss: one that is at work for longer holds up nobody.
  const impatient = open({ startAfter: 1 });
  const waiting = expect(impatient.run("wait for ever")).rejects.toMatchObject({ code: "closed" });
  expect(await impatient.run("beside")).toBe("beside");
  await impatient.close();
  await waiting;
});

test("while a thread starts no other one is started: what waits for it may be done by then", async () => {
  const pool = open({ startAfter: 500, warmUp: "warmUp" });
  const done = await Promise.all(["thread", "thread", "thread"].map((task) => pool.run(task)));
  expect(new Set(done).size).toBe(1);
});

test("what a closed pool has not done is told as such", async () => {
  const pool = open({ threads: 1 });
  const running = expect(pool.run("wait for ever")).rejects.toMatchObject({ code: "closed" });
  const queued = ["a", "b"].map((task) =>
    expect(pool.run(task)).rejects.toMatchObject({ code: "closed" }),
  );
  await pool.close();
  await running;
  await Promise.all(queued);
});
