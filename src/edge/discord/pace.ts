export interface Pace {
  /**
   * Resolves when the next request may go: in the order in which they asked.
   * @returns what is to be called when its reply has come, or will not
   */
  take(): Promise<() => void>;
  /** The same for a request that cannot wait: it goes before the line, as soon as there is room. */
  hurry(): Promise<() => void>;
  /**
   * Milliseconds after which to come again; 0: now. Everyone who is sent away is given a later time
   * than the one before, so that they come back as fast as they can be served, and not all at once.
   */
  comeAgainIn(): number;
  /** Milliseconds after which so many more can wait in line without one of them being sent away; 0: now. */
  roomFor(count: number): number;
}

export interface PaceOptions {
  /** Requests a second, when all is well. */
  readonly aSecond: number;
  /** Most requests that may arrive within any second. */
  readonly most: number;
  /** Longest wait in line, in milliseconds. */
  readonly patience: number;
  /** How many of `most` are left to other processes at this moment; left out: none. */
  readonly left?: () => number;
}

const SECOND = 1_000;

/**
 * When a request without a reply must have arrived, in milliseconds: one that hangs holds up no other
 * for longer. While this process stands still, it has not even gone.
 */
const UNDERWAY = 1_000;

/** Milliseconds: what passes between two looks at the clock beyond these, it stood still. */
const LONGEST_LOOK = 250;

/**
 * Spreads requests evenly, so that no second has more of them than another: a limit that is counted
 * from any moment on is kept as well as one that is counted by the clock. What a busy moment of ours
 * has held up goes out at once after it, as far as there is room.
 *
 * Nobody here knows when a request arrives, only that it was between its going and its reply. So it
 * takes its place from when it goes until a second after its reply: however unevenly they arrive, no
 * second has too many.
 *
 * The time is that of a clock which nobody puts forward or back.
 */
export function createPace({ aSecond, most, patience, left = () => 0 }: PaceOptions): Pace {
  const room = () => Math.max(1, most - left());
  const every = () => SECOND / (left() === 0 ? aSecond : Math.min(aSecond, room()));
  let free = 0;
  let comeback = 0;
  let line: Promise<unknown> = Promise.resolve();
  const gone = new Set<Gone>();
  let hurrying = 0;
  /** Milliseconds for which this process was seen to run. */
  let awake = 0;
  let looked = performance.now();

  async function go(at: number, mayGo: () => boolean): Promise<() => void> {
    await sleepUntil(at);
    for (;;) {
      const now = performance.now();
      awake += Math.min(now - looked, LONGEST_LOOK);
      looked = now;
      for (const one of gone) if (one.until <= now || one.hangsFrom <= awake) gone.delete(one);
      if (gone.size < room() && mayGo()) break;
      // A reply may come meanwhile, and make room sooner.
      const step = Math.min(every(), LONGEST_LOOK);
      await sleepUntil(Math.min(now + step, ...[...gone].map(({ until }) => until)));
    }
    const own: Gone = { until: Number.POSITIVE_INFINITY, hangsFrom: awake + UNDERWAY + SECOND };
    gone.add(own);
    return () => {
      own.until = performance.now() + SECOND;
    };
  }

  return {
    take() {
      const at = Math.max(performance.now(), free);
      free = at + every();
      const turn = line.then(() => go(at, () => hurrying === 0));
      line = turn;
      return turn;
    },
    async hurry() {
      hurrying += 1;
      try {
        return await go(performance.now(), () => true);
      } finally {
        hurrying -= 1;
      }
    },
    comeAgainIn() {
      const now = performance.now();
      if (free - now <= patience) return 0;
      comeback = Math.max(comeback, now + patience) + every();
      // Half of the line is still standing then, so that it never runs out.
      return Math.ceil(comeback - now - patience / 2);
    },
    roomFor(count) {
      const now = performance.now();
      const last = Math.max(now, free) + (count - 1) * every();
      return Math.max(0, Math.min(Math.ceil(last - now - patience), Math.ceil(free - now)));
    },
  };
}

/** A request that has its place until a second after its reply, or until it counts as hanging, by the time that this process ran. */
interface Gone {
  until: number;
  readonly hangsFrom: number;
}

async function sleepUntil(at: number): Promise<void> {
  const wait = at - performance.now();
  if (wait > 0) await new Promise((resolve) => setTimeout(resolve, Math.ceil(wait)));
}
