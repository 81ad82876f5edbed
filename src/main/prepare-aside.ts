import type { Prepare, Prepared, RawCopy } from "#desk/prepare.ts";
import { ThreadError } from "#edge/thread/error.ts";
import { createPool } from "#edge/thread/pool.ts";

/** Prepares files on threads of their own, so that no file can hold up or bring down the bot. */
export interface PrepareAside {
  readonly prepare: Prepare;
  /** How many files are prepared at once. */
  readonly threads: number;
  close(): Promise<void>;
}

/** Longest for one file, in milliseconds: hostile ones end in quarantine after it. */
const PATIENCE = 4_500;
/** Most memory of a thread, in megabytes: the largest articles take a quarter of it. */
const MEMORY = 224;

const REASONS = {
  "too-slow":
    "It takes too long to read to be an article; save the story alone as plain text into the folder.",
  "too-large":
    "It takes too much memory to read to be an article; save the story alone as plain text into the folder.",
};

export function prepareAside(): PrepareAside {
  const pool = createPool<RawCopy, Prepared>({
    module: new URL("./prepare-thread.ts", import.meta.url),
    work: "prepare",
    patience: PATIENCE,
    memory: MEMORY,
  });
  const prepare: Prepare = async (file) => {
    try {
      return await pool.run(file);
    } catch (error) {
      if (!(error instanceof ThreadError) || error.code === "failed") throw error;
      return { ok: false, reason: REASONS[error.code] };
    }
  };
  return { prepare, threads: pool.threads, close: pool.close };
}
