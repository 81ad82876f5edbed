import type { ArticleId } from "#core/article/article.ts";
import type { Instant } from "#core/article/instant.ts";
import type { KeptEdition } from "#core/digest/kept.ts";
import type { DeliveryKey } from "#core/outbox/courier.ts";
import type { Awaits } from "./awaits.ts";
import type { MadeFor } from "./editions.ts";

/** How it ended: an editor has let it go or dropped it, or nobody has said anything, and the config lets it go. */
export type DecisionKind = "let-go" | "dropped" | "by-itself";

export interface Decided {
  readonly how: DecisionKind;
  /** The name that people know. */
  readonly by: string;
  readonly at: Instant;
}

/** An edition of one place that waits, or has waited, for an editor's word. */
export interface Awaiting extends Awaits {
  /** Counts up; none is ever given twice. */
  readonly number: number;
  readonly subscription: string;
  readonly channel: string;
  /** When it was made. */
  readonly at: Instant;
  /** When the admins were told of it last; `null`: they were not. */
  readonly toldAt: Instant | null;
  /** `null`: nobody has decided. */
  readonly decided: Decided | null;
}

/** Port: editions that wait for an editor's word. They are made by `Editions.store`, which gives them to nobody. */
export interface Approvals {
  /** Those that wait, the first that was made first. @param channel left out: of all channels */
  open(channel?: string): Promise<readonly Awaiting[]>;
  /** Whether it waits or not; `null` for a number that nobody has. */
  get(number: number): Promise<Awaiting | null>;
  /**
   * Stores an edition as it goes, puts its parts into the outbox, and notes who let it go.
   * @returns false where it was decided before, and nothing is done
   */
  letGo(number: number, made: MadeFor, decided: Decided): Promise<boolean>;
  /** Its place gets nothing for its slot. @returns false where it was decided before */
  drop(number: number, decided: Decided): Promise<boolean>;
  /** Puts what is left of it in its place. @returns false where it was decided before */
  replace(number: number, kept: KeptEdition): Promise<boolean>;
  /** The highest revision of each of some articles that its place has been given in other editions; those that it was not are left out. */
  carriedBeside(
    number: number,
    articles: readonly ArticleId[],
  ): Promise<ReadonlyMap<ArticleId, number>>;
  /** Notes when the admins were told. */
  noteTold(number: number, at: Instant): Promise<void>;
  /** Notes a notice by which they were. */
  noteNotice(number: number, key: DeliveryKey): Promise<void>;
  noticesOf(number: number): Promise<readonly DeliveryKey[]>;
}
