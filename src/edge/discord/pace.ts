export interface Pace {
  /** Resolves when the next request may go: in the order in which they asked. */
  take(): Promise<void>;
  /**
   * Milliseconds after which to come again; 0: now. Everyone who is sent away is given a later time
   * than the one before, so that they come back as fast as they can be served, and not all at once.
   */
  comeAgainIn(): number;
}

export interface PaceOptions {
  /** Most requests in any second. */
  readonly aSecond: number;
  /** Longest wait in line, in milliseconds. */
  readonly patience: number;
}

const SECOND = 1_000;

/**
 * Spreads requests evenly, so that no second has more of them than another: a limit that is counted
 * from any moment on is kept as well as one that is counted by the clock. What a busy moment of ours
 * has held up goes out at once after it, as far as the second in which it goes has room.
 */
export function createPace({ aSecond, patience }: PaceOptions): Pace {
  const every = SECOND / aSecond;
  let free = 0;
  let comeback = 0;
  let line: Promise<void> = Promise.resolve();
  /** When the last requests went, oldest first. */
  let gone: readonly number[] = [];

  async function go(at: number): Promise<void> {
    await sleepUntil(at);
    for (;;) {
      const now = Date.now();
      gone = gone.filter((then) => then > now - SECOND);
      const [oldest] = gone;
      if (oldest === undefined || gone.length < aSecond) break;
      await sleepUntil(oldest + SECOND);
    }
    gone = [...gone, Date.now()];
  }

  return {
    take() {
      const at = Math.max(Date.now(), free);
      free = at + every;
      line = line.then(() => go(at));
      return line;
    },
    comeAgainIn() {
      const now = Date.now();
      if (free - now <= patience) return 0;
      comeback = Math.max(comeback, now + patience) + every;
      // Half of the line is still standing then, so that it never runs out.
      return Math.ceil(comeback - now - patience / 2);
    },
  };
}

async function sleepUntil(at: number): Promise<void> {
  const wait = at - Date.now();
  if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
}
