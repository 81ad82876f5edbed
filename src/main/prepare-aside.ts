import { type Prepare, type Prepared, type RawCopy, STOPPED } from "#desk/prepare.ts";
import { ThreadError } from "#edge/thread/error.ts";
import { createPool } from "#edge/thread/pool.ts";
import { LIMITS, reasonGivenUp } from "./thread-limits.ts";

/** Prepares files on threads of their own, so that no file can hold up or bring down the bot. */
export interface PrepareAside {
  readonly prepare: Prepare;
  /** How many files are prepared at once. */
  readonly threads: number;
  /** What is not prepared by then is left, and told as stopped. */
  close(): Promise<void>;
}

export function prepareAside(): PrepareAside {
  const pool = createPool<RawCopy, Prepared>({ ...LIMITS, work: "prepare" });
  const prepare: Prepare = async (file) => {
    try {
      return await pool.run(file);
    } catch (error) {
      if (error instanceof ThreadError && error.code === "closed") return STOPPED;
      return { ok: false, reason: reasonGivenUp(error), givenUp: true };
    }
  };
  return { prepare, threads: pool.threads, close: () => pool.close() };
}
