import type { Article, ArticleId } from "#core/article/article.ts";
import type { Instant } from "#core/article/instant.ts";
import type { Subscription } from "#core/digest/subscription.ts";
import type { Part } from "./editions.ts";
import type { LedgerEntry } from "./ledger.ts";

/** A channel for the admins alone. */
export interface AdminPlace {
  /** `admin@slack:C0123`. */
  readonly id: string;
  readonly platform: Subscription["platform"];
  readonly address: string;
}

/** Up to where a place of the admins was told. */
export interface Told {
  /** Of the ledger's last entry then. */
  readonly number: number;
  readonly at: Instant;
}

/** A file that was quarantined, or held without anybody knowing until when. */
export interface StuckFile {
  readonly entry: LedgerEntry;
  /** As it is now; `null` where there is none. */
  readonly article: Article | null;
  /** How often it was read in vain, where it is read again by itself; else 0. */
  readonly attempt: number;
}

/** A post that was given up, and why. */
export interface DeadLetter {
  readonly subscription: string;
  readonly error: string;
  readonly at: Instant;
}

/** An article whose copy came anew and did not keep all that an editor had mended. */
export interface UnkeptMending {
  readonly articleId: ArticleId;
  readonly path: string;
  /** Who had mended it, as people call them. */
  readonly by: string;
  /** How many mendings are not kept. */
  readonly count: number;
}

/** Port: what the admins may have to be told, and how far they were. */
export interface Notices {
  /** `null` for a place that was told nothing yet. */
  told(place: string): Promise<Told | null>;
  /** Notes that a place was told, at `now`, of all that is in the ledger. */
  noteTold(place: string, now: Instant): Promise<void>;
  /** What got stuck by entries behind a number of the ledger, made at `earliest` or later; the oldest first. */
  stuck(number: number, earliest: Instant): Promise<readonly StuckFile[]>;
  /** Posts that were given up after a moment and by `now`; a notice is none. */
  deadLetters(after: Instant, now: Instant): Promise<readonly DeadLetter[]>;
  /** What copy keeps not all that was mended before it, and nobody has mended anew, by entries as `stuck` has them. */
  unkept(number: number, earliest: Instant): Promise<readonly UnkeptMending[]>;
  /** A slot of a place that nothing was sent to it under: `now`, or later. */
  freeSlot(place: string, now: Instant): Promise<Instant>;
  /**
   * Puts a notice into the outbox, due at `now`.
   * @param shows the article of which it shows something: it is withdrawn and corrected there as in every post
   */
  put(
    place: AdminPlace,
    slot: Instant,
    notice: Part,
    now: Instant,
    shows?: Pick<Article, "id" | "revision">,
  ): Promise<void>;
}
