/** Milliseconds between two looks, each of which is one timer. */
const EVERY = 500;
/** So many looks are a minute. */
const KEPT = 120;

/** How late the event loop is with what it was to do. */
export interface LoopLag {
  /** Milliseconds: the longest of the last minute, what is late just now included. */
  longest(): number;
  stop(): void;
}

/**
 * Looks every half second by how much a timer comes too late: so long everybody else waited, too. It keeps no process alive.
 *
 * @param now milliseconds that only ever go on, sleep of the machine left out
 */
export function measureLoopLag(now: () => number = () => performance.now()): LoopLag {
  const lags: number[] = [];
  let due = now() + EVERY;
  const timer = setInterval(() => {
    const at = now();
    lags.push(Math.max(0, at - due));
    if (lags.length > KEPT) lags.shift();
    due = at + EVERY;
  }, EVERY).unref();
  return {
    longest: () => Math.max(0, now() - due, ...lags),
    stop: () => clearInterval(timer),
  };
}
