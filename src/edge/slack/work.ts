/** Work that must be done before the end. */
export interface Tracker {
  track(work: Promise<unknown>): void;
  /** Resolves when nothing that was tracked is open. */
  done(): Promise<void>;
}

export function createTracker(): Tracker {
  const open = new Set<Promise<unknown>>();
  return {
    track(work) {
      open.add(work);
      const close = () => open.delete(work);
      work.then(close, close);
    },
    async done() {
      await Promise.allSettled(open);
    },
  };
}
