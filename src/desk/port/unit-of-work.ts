import type { Approvals } from "./approvals.ts";
import type { Archive } from "./archive.ts";
import type { Askers } from "./askers.ts";
import type { Corrections } from "./corrections.ts";
import type { Decisions } from "./decisions.ts";
import type { Editions } from "./editions.ts";
import type { Greetings } from "./greetings.ts";
import type { Judgements } from "./judgements.ts";
import type { Ledger } from "./ledger.ts";
import type { Notices } from "./notices.ts";
import type { Outbox } from "./outbox.ts";
import type { PlaceTroubles } from "./place-troubles.ts";
import type { Reports } from "./reports.ts";
import type { Retries } from "./retries.ts";
import type { Sessions } from "./sessions.ts";
import type { SettingsSeen } from "./settings-seen.ts";
import type { StandingOrders } from "./standing-orders.ts";
import type { Stories } from "./stories.ts";
import type { StoryMembers } from "./story-members.ts";
import type { EditionWishes } from "./wishes.ts";

/**
 * The ports of the store within one transaction: the same verbs, which see what was written in it before,
 * and a verb that would be a transaction of its own is a part of this one.
 */
export interface Tx {
  readonly approvals: Approvals;
  readonly archive: Archive;
  readonly askers: Askers;
  readonly corrections: Corrections;
  readonly decisions: Decisions;
  readonly editions: Editions;
  readonly greetings: Greetings;
  readonly judgements: Judgements;
  readonly ledger: Ledger;
  readonly notices: Notices;
  readonly orders: StandingOrders;
  readonly outbox: Outbox;
  readonly placeTroubles: PlaceTroubles;
  readonly reports: Reports;
  readonly retries: Retries;
  readonly settings: SettingsSeen;
  readonly sessions: Sessions;
  readonly stories: Stories;
  readonly storyMembers: StoryMembers;
  readonly wishes: EditionWishes;
}

/** Port: several verbs as one. */
export interface UnitOfWork {
  /**
   * Does all of the work or, where it rejects, nothing of it; what others write meanwhile is seen by none of
   * it. Within it `tx` alone is asked: a verb of the store itself sees nothing of the work, and one that writes
   * would wait for the end of the work that waits for it.
   */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
}

/** Port: several verbs about copy as one. */
export interface UnitOfFiling {
  /**
   * As `transaction`, but committed without waiting for the disk: of what lies in the watched folder or bucket a power cut
   * may take back the last, whose files are read again. What anybody does in the outbox, or an editor decides, is no filing.
   */
  filing<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
}

/** The store, as a desk has it that asks some of its ports outside of a unit of work too. */
export type StoreOf<Port extends keyof Tx = never> = UnitOfWork & Pick<Tx, Port>;
