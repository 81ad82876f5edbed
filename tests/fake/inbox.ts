/** Things that arrive, in order, each of which can be awaited. */
export interface Inbox<T> {
  /** Everything that has arrived, taken or not. */
  readonly all: readonly T[];
  put(item: T): void;
  /** The next one that nobody has taken. */
  take(): Promise<T>;
}

export function createInbox<T>(): Inbox<T> {
  const all: T[] = [];
  const waiting: ((item: T) => void)[] = [];
  let taken = 0;
  return {
    all,
    put(item) {
      all.push(item);
      const waiter = waiting.shift();
      if (waiter === undefined) return;
      taken += 1;
      waiter(item);
    },
    take() {
      const item = all[taken];
      if (item === undefined) return new Promise((resolve) => waiting.push(resolve));
      taken += 1;
      return Promise.resolve(item);
    },
  };
}
