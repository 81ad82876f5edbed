import type { Article, ArticleId } from "#core/article/article.ts";
import type { Copy } from "#core/article/copy.ts";
import type { Instant } from "#core/article/instant.ts";
import type { Brief } from "#core/brief/brief.ts";
import type { Edition, Filed } from "#core/digest/edition.ts";
import type { Candidate } from "#core/digest/select.ts";
import type { Subscription } from "#core/digest/subscription.ts";
import type { Message } from "#core/message/message.ts";
import type { Courier, DeliveryKey, Receipt } from "#core/outbox/courier.ts";

/** Port: tells the time. */
export interface Clock {
  now(): Instant;
}

/** Port: structured lines for whoever runs the bot; secrets are masked on the way. */
export interface Log {
  debug(event: string, fields?: Readonly<Record<string, unknown>>): void;
  info(event: string, fields?: Readonly<Record<string, unknown>>): void;
  warn(event: string, fields?: Readonly<Record<string, unknown>>): void;
  error(event: string, fields?: Readonly<Record<string, unknown>>): void;
}

/** A file of the watched folder that has stopped growing. */
export interface SettledFile {
  /** Below the watched folder, with `/` between its parts. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** SHA-256 of `bytes`, in hex. */
  readonly contentHash: string;
  /** The id that an article first seen at this path has. */
  readonly articleId: ArticleId;
}

/** Copy, or why there is none: a sentence for the editor that names the mend. */
export type Reading =
  | { readonly ok: true; readonly copy: Copy }
  | { readonly ok: false; readonly reason: string };

/** Port: reads the bytes of a file. Never throws, whatever the bytes are. */
export type ReadCopy = (file: { path: string; bytes: Uint8Array }) => Reading;

/**
 * What became of a file, one entry a stage.
 *
 * - `taken-in`: read and stored · `briefed`: ready for editions · `held`: under embargo
 * - `merged`: the same content is already stored from another path
 * - `quarantined`: it could not be read · `posted`: it stands in a channel
 */
export type Stage = "taken-in" | "briefed" | "held" | "merged" | "quarantined" | "posted";

export interface LedgerEntry {
  readonly path: string;
  readonly contentHash: string;
  readonly stage: Stage;
  /** The rule that decided, as a sentence for the editor. */
  readonly rule: string;
  readonly at: Instant;
  readonly articleId: ArticleId | null;
}

/** Port: what became of every file. */
export interface Ledger {
  /** The latest content seen at a path; `null` for a path never seen. */
  lastSeen(path: string): Promise<LedgerEntry | null>;
  /** Adds an entry for a file that is not filed (merged, quarantined). */
  record(entry: LedgerEntry): Promise<void>;
  /** Oldest first. */
  history(path: string): Promise<readonly LedgerEntry[]>;
}

/** A headline to choose from. */
export interface Listed {
  readonly id: ArticleId;
  readonly headline: string;
}

/**
 * Port: every article and its brief.
 *
 * Every reading verb takes `now` and answers as if articles under embargo at that moment were not
 * there: the promise is kept in the query, so that no caller can forget it.
 */
export interface Archive {
  /** Stores a revision, its brief and the ledger entries about it, all or nothing; filing the same revision again changes nothing. */
  file(article: Article, brief: Brief, entries: readonly LedgerEntry[]): Promise<void>;
  /** The highest revision stored for an id, held or not; 0 for none. */
  revision(id: ArticleId): Promise<number>;
  /** The path of an article whose latest revision has this content, held or not. */
  pathOfContent(contentHash: string): Promise<string | null>;
  get(id: ArticleId, now: Instant): Promise<Filed | null>;
  /** Newest first, by `published`, else `takenIn`. */
  latest(now: Instant, limit: number): Promise<readonly Filed[]>;
  /** Articles in which every word stands (headline, body, byline, tags), best first. Any text is safe to search for. */
  search(words: string, now: Instant, limit: number): Promise<readonly Filed[]>;
  /** Headlines in which every typed word begins a word, newest first; all of them for an empty text. */
  headlines(typed: string, now: Instant, limit: number): Promise<readonly Listed[]>;
}

/** One part of an edition, ready for the outbox. */
export interface Part {
  readonly key: DeliveryKey;
  readonly message: Message;
}

/** An edition and the parts that it is posted in. */
export interface Made {
  readonly edition: Edition;
  readonly parts: readonly Part[];
}

/** A stored edition, for the page and for `/digest`. */
export interface Issued {
  readonly subscription: string;
  readonly slot: Instant;
  readonly messages: readonly Message[];
  /** When its last part was posted; `null` while one is on its way. */
  readonly postedAt: Instant | null;
}

/** Port: slots and editions. */
export interface Editions {
  /** The latest slot of a subscription that has been dealt with; `null` before its first. */
  lastSlot(subscription: string): Promise<Instant | null>;
  /**
   * Articles a subscription might carry: not held at `now`, taken in at or before `asOf`, and with a
   * revision that it had not carried by `asOf`.
   */
  candidates(subscription: string, now: Instant, asOf: Instant): Promise<readonly Candidate[]>;
  /**
   * Deals with one slot, once: in one transaction takes the slot, reads the candidates, and stores
   * the edition that `make` made of them, its deliveries and its ledger entries. `make` answers `null` for an
   * empty edition; the slot is then taken and nothing else is stored.
   * @returns what was made; `null` when the slot was taken already, or the edition empty
   */
  issue(
    subscription: Subscription,
    slot: Instant,
    now: Instant,
    make: (candidates: readonly Candidate[]) => Made | null,
  ): Promise<Made | null>;
  /** Newest first. */
  issued(subscription: string, limit: number): Promise<readonly Issued[]>;
}

/** A delivery claimed from the outbox. */
export interface Claimed {
  readonly key: DeliveryKey;
  readonly subscription: string;
  readonly platform: Subscription["platform"];
  readonly address: string;
  readonly message: Message;
  /** 1 for the first. */
  readonly attempt: number;
  /** An earlier attempt may have reached the channel. */
  readonly again: boolean;
}

/** Port: messages on their way. */
export interface Outbox {
  /**
   * Claims what is due, in order: of each subscription only its oldest undelivered part, and none
   * while that one waits for its retry. A claim that a crash left behind is claimed again, with
   * `again` set.
   */
  claim(now: Instant, platforms: readonly Subscription["platform"][]): Promise<readonly Claimed[]>;
  /** Stores the receipt, and the ledger's `posted` for the edition's files once its last part is posted. */
  delivered(key: DeliveryKey, receipt: Receipt, now: Instant): Promise<void>;
  /** Puts it back until `at`. */
  retry(key: DeliveryKey, at: Instant, error: string, again: boolean): Promise<void>;
  /** Gives it up: it is posted no more, and no longer blocks those behind it. */
  giveUp(key: DeliveryKey, error: string, now: Instant): Promise<void>;
  /** When the next waiting delivery is due; `null` when none waits. */
  nextDue(platforms: readonly Subscription["platform"][]): Promise<Instant | null>;
}

/** How a chat platform is doing, for the terminal and `doctor`. */
export type ServiceState =
  | { readonly kind: "connecting" }
  /** `as`: the name that the bot has there. */
  | { readonly kind: "ready"; readonly as: string }
  /** `reason` names the mend; `retryIn` is in milliseconds. */
  | { readonly kind: "failed"; readonly reason: string; readonly retryIn: number };

/** One thing that `doctor` looked at. */
export interface Finding {
  readonly subject: string;
  readonly ok: boolean;
  /** What was seen, and where it is not right, the mend. */
  readonly says: string;
}

/** Port: one chat platform, with its courier and its commands. */
export interface ChatService {
  readonly courier: Courier;
  /**
   * Connects, and keeps connected: returns at once, reports every change of state, and tries again
   * with backoff for as long as it fails. A bad token is a failure like any other: it never throws.
   */
  start(report: (state: ServiceState) => void): void;
  /** Finishes the post in flight, answers no more commands, closes. */
  stop(): Promise<void>;
  /** Looks at the token, and at the permissions in each channel; posts nothing. */
  check(addresses: readonly string[]): Promise<readonly Finding[]>;
}

/** What a watch reports, one file after the other. */
export interface WatchHandlers {
  /** How many files were there at the start; `created`: the folder was missing and has been made. */
  onFound(files: number, created: boolean): void;
  onFile(file: SettledFile): Promise<void>;
  /** A file whose bytes cannot be had; `reason` names the mend. */
  onUnreadable(path: string, reason: string): Promise<void>;
}

/** Port: the watched folder. */
export interface Watch {
  /** Hands over what is in the folder and goes on watching; resolves when the first look is through. */
  start(handlers: WatchHandlers): Promise<void>;
  /** Hands over what is in the folder, once. */
  scan(handlers: WatchHandlers): Promise<void>;
  /** Waits for the handlers that are at work. */
  stop(): Promise<void>;
}

/** Port: beats about once a minute; a beat may come late, twice or not at all. */
export interface Ticker {
  start(onTick: () => Promise<void>): void;
  stop(): Promise<void>;
}

/** Port: rings once, at or soon after a moment. Setting it again moves it. */
export interface Alarm {
  set(at: Instant, onRing: () => void): void;
  clear(): void;
}
