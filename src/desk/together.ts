import { eachInTurn } from "./each.ts";
import type { StoreOf, Tx, UnitOfWork } from "./port/unit-of-work.ts";

/** Places that are dealt with in one transaction: the disk is waited for once, and for so long nobody else can write. */
export const MOST_TOGETHER = 10;

/** The store, as a desk has it that deals with editions. */
export type EditionStore = StoreOf<"editions" | "stories" | "wishes">;

/** The store within a unit of work: whatever is one by itself is a part of this one. */
export function within(tx: Tx): Tx & UnitOfWork {
  return { ...tx, transaction: (work) => work(tx) };
}

/** How work for many is cut into units. */
export interface Units<Own extends UnitOfWork> {
  readonly store: Own;
  /** What the work asks within a unit: `within`. */
  readonly inside: (tx: Tx) => Own;
  /** Of how many a unit is at most. */
  readonly most: number;
  /** Lets others have a turn: there may be thousands of them. */
  readonly pause: () => Promise<void>;
}

/**
 * Does some work for all of them, a unit of work after the other. Where a unit fails, it is done for each of its own by itself, so that
 * one for which it cannot be done holds back no other. Where it fails for each of them it is the store, which is asked for no more.
 *
 * @param onDone is told what was done, and for which of them, once it is stored
 * @throws what failed first, once all have had their turn
 */
export async function inUnits<Own extends UnitOfWork, One, Done>(
  { store, inside, most, pause }: Units<Own>,
  all: readonly One[],
  work: (store: Own, some: readonly One[]) => Promise<Done>,
  onDone: (done: Done, some: readonly One[]) => void,
): Promise<void> {
  const failures: { readonly error: unknown }[] = [];
  for (let first = 0; first < all.length; first += most) {
    if (first > 0) await pause();
    const some = all.slice(first, first + most);
    let isAtWork = false;
    await together({ store, inside }, some, work, (done, those) => {
      isAtWork = true;
      onDone(done, those);
    }).catch((error: unknown) => {
      if (!isAtWork) throw error;
      failures.push({ error });
    });
  }
  const [failure] = failures;
  if (failure !== undefined) throw failure.error;
}

async function together<Own extends UnitOfWork, One, Done>(
  { store, inside }: Pick<Units<Own>, "store" | "inside">,
  all: readonly One[],
  work: (store: Own, some: readonly One[]) => Promise<Done>,
  onDone: (done: Done, some: readonly One[]) => void,
): Promise<void> {
  if (all.length > 1) {
    // Whichever it was that failed fails once more by itself, and tells why.
    const unit = store.transaction(async (tx) => ({ value: await work(inside(tx), all) }));
    const done = await unit.catch(() => null);
    if (done !== null) return onDone(done.value, all);
  }
  await eachInTurn(all, async (one) => onDone(await work(store, [one]), [one]));
}
