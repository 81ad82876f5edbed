import { type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { fileURLToPath } from "node:url";

/** What second processes run: `node program.ts TASK FOLDER …`. */
export const PROGRAM = fileURLToPath(new URL("./program.ts", import.meta.url));

/** A second process at work on a data folder. */
export interface Child {
  readonly pid: number;
  /** The next line that it says; `null` once it has ended. */
  line(): Promise<string | null>;
  /** Ends it at whatever instruction it is. */
  kill(): Promise<void>;
  /** What it exits with, when it does. */
  readonly ended: Promise<number | null>;
}

/** Starts one of the tasks of `program.ts`; `more` is what that task asks for. */
export function startChild(task: string, folder: string, ...more: readonly string[]): Child {
  const child: ChildProcessByStdio<null, Readable, null> = spawn(
    process.execPath,
    [PROGRAM, task, folder, ...more],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  const ended = once(child, "close").then(() => child.exitCode);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    pid: child.pid ?? -1,
    ended,
    line: async () => {
      const next = await lines.next();
      return next.done === true ? null : next.value;
    },
    kill: async () => {
      child.kill("SIGKILL");
      await ended;
    },
  };
}
