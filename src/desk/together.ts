import { eachInTurn } from "./each.ts";
import type { StoreOf, Tx } from "./port/unit-of-work.ts";

/** Places that are dealt with in one transaction: the disk is waited for once, and for so long nobody else can write. */
export const MOST_TOGETHER = 10;

/** The store, as a desk has it that deals with editions. */
export type EditionStore = StoreOf<"editions" | "stories" | "wishes">;

/** The store within a unit of work: whatever is one by itself is a part of this one. */
export function within(tx: Tx): EditionStore {
  return { ...tx, transaction: (work) => work(tx) };
}

/**
 * Does some work for several in one unit of work. Where that fails, it is done for each by itself, so that one for which it
 * cannot be done holds back no other.
 *
 * @param onDone is told what was done, and for which of them, once it is stored
 * @throws what failed first, once all have had their turn
 */
export async function together<One, Done>(
  store: EditionStore,
  all: readonly One[],
  work: (store: EditionStore, some: readonly One[]) => Promise<Done>,
  onDone: (done: Done, some: readonly One[]) => void,
): Promise<void> {
  const done = await attempt(store, all, work);
  if (done !== null) return onDone(done.value, all);
  await eachInTurn(all, async (one) => onDone(await work(store, [one]), [one]));
}

/** `null`: nothing of it was done. */
async function attempt<One, Done>(
  store: EditionStore,
  all: readonly One[],
  work: (store: EditionStore, some: readonly One[]) => Promise<Done>,
): Promise<{ readonly value: Done } | null> {
  if (all.length < 2) return null;
  try {
    return { value: await store.transaction((tx) => work(within(tx), all)) };
  } catch {
    // Whichever it was fails once more by itself, and tells why.
    return null;
  }
}
