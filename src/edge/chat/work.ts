import type { Courier } from "#core/outbox/courier.ts";

/** Work that must be done before the end. */
export interface Work {
  /** Holds back `done` until this has ended, however it ends. */
  track(work: Promise<unknown>): void;
  /** Resolves when all that has been tracked so far has ended. */
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

/** A courier whose posts, edits and replies are tracked, so that none of them is cut off in the middle. */
export function trackedCourier(courier: Courier, { track }: Work): Courier {
  const tracked = <T>(work: Promise<T>): Promise<T> => {
    track(work);
    return work;
  };
  return {
    ...courier,
    post: (parcel) => tracked(courier.post(parcel)),
    edit: (followUp) => tracked(courier.edit(followUp)),
    reply: (followUp) => tracked(courier.reply(followUp)),
  };
}
