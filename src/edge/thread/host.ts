import { enableCompileCache } from "node:module";
import { parentPort, workerData } from "node:worker_threads";
import type { Answer, ThreadData } from "./message.ts";

/*
 * What every thread of a pool runs: it loads the module, warms it up, says that it is ready, and then
 * does one piece of work after the other.
 */

enableCompileCache();

type Work = (task: unknown) => unknown;

const { module, work, warmUp }: ThreadData = workerData;
const exported: Readonly<Record<string, Work | undefined>> = await import(module);
const run = exported[work];
if (run === undefined) throw new TypeError(`${module} exports no ${work}`);
if (warmUp !== null) await exported[warmUp]?.(null);

parentPort?.on("message", (task: unknown) => void answer(task, run));
post({ kind: "ready", spent: spent() });

async function answer(task: unknown, run: Work): Promise<void> {
  try {
    const result = await run(task);
    post({ kind: "done", result, spent: spent() });
  } catch (error) {
    post({ kind: "failed", error, spent: spent() });
  }
}

function post(message: Answer<unknown>): void {
  parentPort?.postMessage(message);
}

function spent(): number | null {
  try {
    const { user, system } = process.threadCpuUsage();
    return (user + system) / 1000;
  } catch {
    return null; // a system without such a count, such as SunOS: looks are counted instead
  }
}
