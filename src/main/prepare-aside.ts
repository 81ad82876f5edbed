import type { Filed } from "#core/digest/edition.ts";
import { signatureOf } from "#core/story/signature.ts";
import type { Signature } from "#core/story/story.ts";
import { type Prepare, type Prepared, type RawCopy, STOPPED } from "#desk/prepare.ts";
import type { Sign } from "#desk/story.ts";
import { ThreadError } from "#edge/thread/error.ts";
import { createPool, type Pool } from "#edge/thread/pool.ts";
import type { AsideResult, AsideTask } from "./prepare-thread.ts";
import { LIMITS, reasonGivenUp } from "./thread-limits.ts";

/** Reads on threads of their own, so that no file and no long article can hold up or bring down the bot. */
export interface PrepareAside {
  readonly prepare: Prepare;
  readonly sign: Sign;
  /**
   * Carries the log of an embedded store into it.
   * @throws {ThreadError} when it could not be done
   */
  readonly takeLogIn: (file: string) => Promise<void>;
  /** How many files are prepared at once. */
  readonly threads: number;
  /** What is not prepared by then is left, and told as stopped. */
  close(): Promise<void>;
}

/**
 * Milliseconds, as long as starting a thread takes: a few files are read by one, a backlog or a slow file has more started.
 */
const START_AFTER = 1_500;

export function prepareAside(): PrepareAside {
  const pool = createPool<AsideTask, AsideResult>({
    ...{ ...LIMITS, work: "doAside", startAfter: START_AFTER },
  });
  return {
    prepare: (file) => prepareOn(pool, file),
    sign: (filed) => signOn(pool, filed),
    takeLogIn: async (file) => void (await pool.run({ kind: "take-log-in", file })),
    threads: pool.threads,
    close: () => pool.close(),
  };
}

async function prepareOn(
  pool: Pool<AsideTask, AsideResult>,
  file: RawCopy,
): Promise<Prepared | typeof STOPPED> {
  try {
    const result = await pool.run({ kind: "prepare", file });
    if (result.kind === "prepared") return result.prepared;
  } catch (error) {
    if (error instanceof ThreadError && error.code === "closed") return STOPPED;
    return { ok: false, reason: reasonGivenUp(error), givenUp: true };
  }
  throw new TypeError("A file was signed, and not prepared");
}

/** Where no thread does it, it is done here: an article that is never placed would hold back all behind it. */
async function signOn(pool: Pool<AsideTask, AsideResult>, filed: Filed): Promise<Signature> {
  try {
    const result = await pool.run({ kind: "sign", filed });
    if (result.kind === "signed") return result.signature;
  } catch (error) {
    if (!(error instanceof ThreadError)) throw error;
  }
  return signatureOf(filed);
}
