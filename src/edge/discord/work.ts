/** Work that must be done before the end. */
export interface Work {
  /** Holds back `done` until this has ended, however it ends. */
  track(work: Promise<unknown>): void;
  done(): Promise<void>;
}

export function createWork(): Work {
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
