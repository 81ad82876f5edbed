import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";

const SPOIL = pathToFileURL(join(import.meta.dirname, "spoil-world.ts")).href;

/** What the bot's machine is like at a moment. */
export interface State {
  /** Milliseconds that its clock is ahead of the time; below 0: behind. */
  readonly ahead: number;
  /** Its database may not grow. */
  readonly full: boolean;
}

export const RIGHT: State = { ahead: 0, full: false };

/** A machine whose clock can be put forward and back, and whose disk can be filled, under the bot. */
export interface World {
  /** For every process of the bot. */
  readonly env: Readonly<Record<string, string>>;
  /** Takes effect within a tenth of a second. */
  set(state: State): void;
}

export function newWorld(folder: string): World {
  const file = join(folder, "world.json");
  const set = (state: State) => writeFileSync(file, JSON.stringify(state));
  set(RIGHT);
  return {
    env: { NODE_OPTIONS: `--import=${SPOIL}`, COPYDESK_WORLD: file },
    set,
  };
}

/** Threads that keep the machine busy; @returns what ends them */
export function overbook(threads: number): () => Promise<void> {
  const busy = Array.from({ length: threads }, () => new Worker("for (;;);", { eval: true }));
  return async () => {
    await Promise.all(busy.map((thread) => thread.terminate()));
  };
}
