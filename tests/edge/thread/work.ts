import { setTimeout as wait } from "node:timers/promises";
import { threadId } from "node:worker_threads";

let warm = false;

/** Takes as much of the processor as a large library that is loaded. */
export function warmUp(): void {
  spend(1_000);
  warm = true;
}

/** What the pool's tests have done on a thread. */
export async function work(task: string): Promise<string | number> {
  if (task === "thread") return threadId;
  if (task === "is it warm?") return `${warm}`;
  if (task === "wait") return wait(50, "waited");
  if (task === "wait long") return wait(2_000, "waited");
  if (task === "wait for ever") return new Promise<string>(() => undefined);
  if (task === "sleep for ever") {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  }
  if (task === "throw") throw new TypeError("a fault of ours");
  if (task === "spin") for (;;);
  if (task === "spin in an expression") return `${/^(?:a+)+$/.test(`${"a".repeat(60)}b`)}`;
  if (task === "spin in turns") for (;;) await null;
  if (task === "leave") process.exit(0);
  if (task === "fill") {
    const held: number[][] = [];
    for (;;) held.push(Array.from({ length: 100_000 }, (_, index) => index));
  }
  return task;
}

function spend(milliseconds: number): void {
  const begun = process.threadCpuUsage().user;
  while (process.threadCpuUsage().user - begun < milliseconds * 1000);
}
