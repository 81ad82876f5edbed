import type { UnitOfWork } from "#desk/port/unit-of-work.ts";
import { type Ports, portsOn } from "./ports.ts";
import { tryTable } from "./probe.ts";
import type { Database } from "./schema.ts";
import { StoryWords } from "./story-words.ts";

/** Everything that outlives the process. */
export interface Store extends Ports, UnitOfWork {
  /**
   * Writes as much as an article and its index take, and takes it back.
   * @throws {StoreError} `full` or `unwritable` while the disk takes no writes
   */
  probe(): Promise<void>;
  /**
   * Takes the work of the newsroom, where no other process has it. A store of its own has nobody else: who locked its
   * folder has the work, and nobody but that process may ask.
   *
   * Claims that whoever had it before left in the outbox become claimable again: they may be in their channels, or not.
   * @param owner by what people know this process
   * @returns `null` where another has it
   */
  takeShift(owner: string): Promise<Shift | null>;
  /** Ends the work with the database: no verb may be called after it. */
  close(): Promise<void>;
}

/**
 * The work of a newsroom, which one process has at a time: taking in copy, making editions, posting, the
 * connections of the platforms.
 */
export interface Shift {
  /** The store for this work. Its transactions fail with `relieved` once another process has taken over. */
  readonly store: Store;
  /** Whether nobody else can have taken over by now: asked before what cannot be taken back. */
  isOurs(): boolean;
  /** Aborted as soon as another may have taken over: what is on its way to a platform then is cut off. */
  whileOurs(): AbortSignal;
  /** Resolves once another process has taken over. */
  readonly lost: Promise<void>;
  /** Gives the work to whoever takes it next. */
  end(): Promise<void>;
}

/** The store on a database. */
export function verbsOn(
  db: Database,
  tryRoom: () => Promise<void> = () => tryTable(db),
): Omit<Store, "takeShift" | "close"> {
  const words = new StoryWords();
  return {
    ...portsOn(db, words),
    transaction: (work) => db.transaction().execute((writing) => work(portsOn(writing, words))),
    probe: tryRoom,
  };
}
