import type { Log } from "#desk/port/log.ts";
import { createSeen } from "./seen.ts";

export interface OnceOptions {
  /** Begins the lines of the log: `slack`. */
  readonly platform: string;
  readonly log: Log;
  /** Holds back the end of `stop` until the work is done. */
  readonly track: (work: Promise<unknown>) => void;
  /** Takes an interaction on for this process; left out: no other is there. */
  readonly take?: ((id: string) => Promise<boolean>) | undefined;
}

/**
 * Does the work for an interaction once, however often the platform brings the same. Not awaited: platforms wait for
 * an acknowledgement, and for nothing more.
 */
export type Once = (id: string, work: () => Promise<void>) => void;

export function createOnce({ platform, log, track, take }: OnceOptions): Once {
  const seen = createSeen();
  const repeated = (id: string) => log.debug(`${platform} repetition`, { id });

  /** It may have been repeated to another process. While that cannot be known, it is answered: nobody else may be there. */
  async function unlessTaken(id: string, work: () => Promise<void>): Promise<void> {
    const isOurs = await take?.(id).catch((error: unknown) => {
      log.warn(`${platform} interaction not taken`, { id, error });
      return true;
    });
    if (isOurs === false) repeated(id);
    else await work();
  }

  return (id, work) => {
    if (seen.isNew(id)) track(unlessTaken(id, work));
    else repeated(id);
  };
}
