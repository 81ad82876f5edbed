import { threadId } from "node:worker_threads";
import { expect, onTestFinished, test } from "vitest";
import { createPool } from "#edge/thread/pool.ts";

function open({ patience = 30_000, threads = 2 } = {}) {
  const pool = createPool<string, string | number>({
    module: new URL("./work.ts", import.meta.url),
    work: "work",
    ...{ patience, memory: 48, threads },
  });
  onTestFinished(() => pool.close());
  return pool;
}

test("work is done on another thread", async () => {
  const done = await open().run("thread");
  expect(done).not.toBe(threadId);
});

test("what the work throws is told, and the next piece is done", async () => {
  const pool = open();
  await expect(pool.run("throw")).rejects.toMatchObject({ code: "failed" });
  expect(await pool.run("next")).toBe("next");
});

test("work that never ends is ended, and holds up no other", async () => {
  const pool = open({ patience: 1_500 });
  const spinning = expect(pool.run("spin")).rejects.toMatchObject({ code: "too-slow" });
  expect(await pool.run("beside")).toBe("beside");
  await spinning;
  expect(await pool.run("after")).toBe("after");
});

test("work that fills its memory is ended, and the process lives", async () => {
  const pool = open();
  await expect(pool.run("fill")).rejects.toMatchObject({ code: "too-large" });
  expect(await pool.run("after")).toBe("after");
});

test("more work than threads is done in the order in which it came", async () => {
  const pool = open({ threads: 1 });
  const done: string[] = [];
  const tasks = ["wait", "a", "b", "c"];
  await Promise.all(tasks.map((task) => pool.run(task).then((result) => done.push(`${result}`))));
  expect(done).toEqual(["waited", "a", "b", "c"]);
});
