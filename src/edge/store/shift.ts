import type { Shift, Store } from "./verbs.ts";

export interface HeldShift {
  readonly store: Store;
  /** Milliseconds for which it is ours from the moment at which it was taken or renewed. */
  readonly lease: number;
  /** @returns false where another has it */
  renew(): Promise<boolean>;
  end(): Promise<void>;
}

/** Milliseconds between two renewals. */
const EVERY = 2_000;

/** Milliseconds before its end in which a shift is not relied on: what is begun then may take that long. */
const MARGIN = 1_000;

/** The shift of whoever is alone with its store. */
export function onlyShift(store: Store): Shift {
  const lost = Promise.withResolvers<void>().promise;
  return { store, isOurs: () => true, lost, end: async () => undefined };
}

/**
 * Keeps a shift that was taken at a moment of `performance.now()`. While its store cannot be reached it is renewed in vain,
 * and not relied on; where nobody has taken over meanwhile, it goes on.
 */
export function keepShift({ store, lease, renew, end }: HeldShift, takenAt: number): Shift {
  const lost = Promise.withResolvers<void>();
  let sureUntil = takenAt + lease - MARGIN;
  let isOver = false;
  let timer: NodeJS.Timeout;
  const keep = async () => {
    const askedAt = performance.now();
    const kept = await renew().catch(() => null);
    if (kept === true) sureUntil = askedAt + lease - MARGIN;
    if (kept !== false) wait();
    else {
      isOver = true;
      lost.resolve();
    }
  };
  const wait = () => {
    if (!isOver) timer = setTimeout(() => void keep(), EVERY);
  };
  wait();
  return {
    store,
    isOurs: () => !isOver && performance.now() < sureUntil,
    lost: lost.promise,
    async end() {
      isOver = true;
      clearTimeout(timer);
      await end();
    },
  };
}
