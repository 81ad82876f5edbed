import { ThreadError, type ThreadErrorCode } from "#edge/thread/error.ts";
import type { PoolSettings } from "#edge/thread/pool.ts";

/** What one file, or one line of `brief --jsonl`, may take, and the threads that they are read on. */
export const LIMITS = {
  module: new URL("./prepare-thread.ts", import.meta.url),
  warmUp: "warmUp",
  /** Processor time of a thread that is warm, in milliseconds: hostile files are given up after it. */
  patience: 4_500,
  /** Megabytes; the largest articles take a quarter of it. */
  memory: 224,
} as const satisfies Omit<PoolSettings, "work">;

const MEND = "save the story alone as plain text into the folder.";

type GivenUp = Exclude<ThreadErrorCode, "closed" | "failed">;

const REASONS: Readonly<Record<GivenUp, string>> = {
  "too-slow": `It takes too long to read to be an article; ${MEND}`,
  stuck: `Reading it came to a standstill; ${MEND}`,
  "too-large": `It takes too much memory to read to be an article; ${MEND}`,
};

/**
 * Why a thread was ended over a file, in words.
 * @throws {ThreadError} the error itself where the file is not the reason
 */
export function reasonGivenUp(error: unknown): string {
  if (!(error instanceof ThreadError)) throw error;
  if (error.code === "closed" || error.code === "failed") throw error;
  return REASONS[error.code];
}
