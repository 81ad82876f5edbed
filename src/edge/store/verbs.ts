import type { News } from "#desk/port/bell.ts";
import type { UnitOfFiling, UnitOfWork } from "#desk/port/unit-of-work.ts";
import type { Duty, OnDuty, Share } from "#desk/share.ts";
import { filing } from "./filing.ts";
import { type Ports, portsOn } from "./ports.ts";
import { tryTable, tryWrite } from "./probe.ts";
import type { Database } from "./schema.ts";
import { StoryWords } from "./story-words.ts";
import { Vocabulary } from "./vocabulary.ts";

/** Everything that outlives the process. */
export interface Store extends Ports, UnitOfWork, UnitOfFiling {
  /**
   * Writes as much as an article and its index take, and takes it back.
   * @throws {StoreError} `full` or `unwritable` while the disk takes no writes
   */
  probe(): Promise<void>;
  /**
   * Has the database take a write that changes nothing, in the writers' line.
   * @throws {StoreError} where it takes none
   */
  tryWrite(): Promise<void>;
  /**
   * Goes to work, beside whichever other processes are. A store of its own has nobody else: who locked its folder
   * has all the work, and nobody but that process may ask.
   *
   * Claims that processes which are gone left in the outbox become claimable again: they may be in their channels, or not.
   * @param owner by what people know this process
   * @param duties left out: all
   */
  takeShift(owner: string, duties?: readonly Duty[]): Promise<Shift>;
  /**
   * The same, but only where nobody else is at work.
   * @returns `null` where somebody is
   */
  takeWhole(owner: string): Promise<Shift | null>;
  /** Who is at work; nobody for a store of its own, whose folder is locked instead. */
  atWork(): Promise<readonly OnDuty[]>;
  /** Ends the work with the database: no verb may be called after it. */
  close(): Promise<void>;
}

/**
 * A process at the work of a newsroom: taking in copy, making editions, posting, the connections of the platforms.
 */
export interface Shift {
  /** The store for this work. Its transactions fail with `relieved` once another process has taken it over. */
  readonly store: Store;
  /** What of the work is its own, as it was known last. */
  share(): Share;
  /**
   * Has somebody told that others may have come, gone, or done something meanwhile: at once where they say so, and every few
   * seconds (`null`) whatever they say; soon, where something was heard before anybody listened.
   */
  onHeard(hear: (news: News | null) => void): void;
  /** Says to the others that there is something to look at. Who does not hear it finds it within seconds. */
  tell(news: News): void;
  /** Whether nobody else can have taken over by now: asked before what cannot be taken back. */
  isOurs(): boolean;
  /** Aborted as soon as another may have taken over: what is on its way to a platform then is cut off. */
  whileOurs(): AbortSignal;
  /** Resolves once another process has taken over. */
  readonly lost: Promise<void>;
  /** Leaves the work to the others, or to whoever comes next. */
  end(): Promise<void>;
}

/** In what the stores differ. */
export interface Beside {
  /** So many receipts are stored in one transaction. */
  readonly receiptsAtOnce: number;
  readonly tryRoom?: () => Promise<void>;
  /** Whose the claims in the outbox are, by the token of a shift. */
  readonly claimant?: number;
}

/** The store on a database. */
export function verbsOn(
  db: Database,
  { receiptsAtOnce, tryRoom = () => tryTable(db), claimant }: Beside,
): Omit<Store, "takeShift" | "takeWhole" | "atWork" | "close"> {
  const shared = {
    ...{ receiptsAtOnce, claimant: claimant ?? null },
    ...{ words: new StoryWords(), vocabulary: new Vocabulary() },
  };
  return {
    ...portsOn(db, shared),
    transaction: (work) => db.transaction().execute((writing) => work(portsOn(writing, shared))),
    filing: (work) => filing(db, (writing) => work(portsOn(writing, shared))),
    probe: tryRoom,
    tryWrite: () => tryWrite(db),
  };
}
