/**
 * The calls of one method, at even steps. A call that must wait for something else leaves the time
 * until then to the others. Times are in milliseconds, by a clock that nobody puts forward or back.
 */
export interface MethodLine {
  /** When a call may go that does not go before `from`. */
  freeFrom(from: number): number;
  take(at: number, now: number): void;
  /**
   * Milliseconds that one whose time (`at`) has come waits still, since those before it were late; 0: it goes now. A process
   * that stood still finds that the time of many has come, and must not send them all at once.
   */
  goesIn(at: number, now: number): number;
  /** No call may go before a time. */
  hold(until: number): void;
  isHeld(now: number): boolean;
  /**
   * Milliseconds, for who cannot be served in time: more for each than for the one before, so that
   * they come back as fast as they can be served, and not all at once.
   */
  comeAgainIn(now: number): number;
}

/** So many steps that were missed are caught up with. */
const CAUGHT_UP = 2;

/**
 * @param step milliseconds between two calls
 * @param patience the longest wait in line, in milliseconds
 */
export function createMethodLine(step: number, patience: number): MethodLine {
  /** When calls go, in order. */
  let taken: readonly number[] = [];
  /** When the last one went, or should have gone. */
  let went = Number.NEGATIVE_INFINITY;
  let comeback = 0;
  let heldUntil = 0;
  return {
    freeFrom(from) {
      return taken.reduce(
        (at, other) => (Math.abs(other - at) < step ? other + step : at),
        Math.max(from, heldUntil),
      );
    },
    take(at, now) {
      const kept = taken.filter((other) => other > now - step);
      taken = [...kept, at].toSorted((a, b) => a - b);
    },
    goesIn(at, now) {
      const wait = went + step - now;
      if (wait > 0) return wait;
      went = Math.max(at, went + step, now - CAUGHT_UP * step);
      return 0;
    },
    hold(until) {
      heldUntil = Math.max(heldUntil, until);
    },
    isHeld: (now) => now < heldUntil,
    comeAgainIn(now) {
      comeback = Math.max(comeback, Math.max(now, heldUntil) + patience) + step;
      // Half of the line is still standing then, so that it never runs out.
      return Math.ceil(comeback - now - patience / 2);
    },
  };
}
