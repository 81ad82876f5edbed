import { setTimeout as wait } from "node:timers/promises";
import { threadId } from "node:worker_threads";

/** What the pool's tests have done on a thread. */
export async function work(task: string): Promise<string | number> {
  if (task === "thread") return threadId;
  if (task === "wait") return wait(50, "waited");
  if (task === "throw") throw new TypeError("a fault of ours");
  if (task === "spin") for (;;);
  if (task === "fill") {
    const held: number[][] = [];
    for (;;) held.push(Array.from({ length: 100_000 }, (_, index) => index));
  }
  return task;
}
