import type { Article, ArticleId } from "#core/article/article.ts";
import type { Copy } from "#core/article/copy.ts";
import type { Instant } from "#core/article/instant.ts";
import type { Brief } from "#core/brief/brief.ts";
import type { Edition, Filed } from "#core/digest/edition.ts";
import type { Candidate } from "#core/digest/group.ts";
import type { Subscription } from "#core/digest/subscription.ts";
import type { Message } from "#core/message/message.ts";
import type { Kept } from "#core/message/withdraw.ts";
import type { Courier, DeliveryKey, Receipt, StandingPost } from "#core/outbox/courier.ts";
import type { NameKind, Slice, Sought, SoughtOrder } from "#core/reply/sought.ts";
import type { PlaceTrouble } from "./place-troubles.ts";

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
  /**
   * Changes with every write to the file, and not with its permissions: while it is the same, so is
   * the content. To be kept, and told again by `WatchHandlers.known`.
   */
  readonly stamp: string;
}

/** One story that a file holds, or why one that lies there cannot be read. */
export type Story =
  | { readonly part: StoryPart; readonly ok: true; readonly copy: Copy }
  | { readonly part: StoryPart; readonly ok: false; readonly reason: string };

/**
 * Names a story within its file, and stays the same when the file comes again with more of them: the
 * guid of a feed's entry, the name of an attachment. Empty for the one story that is the file itself.
 */
export type StoryPart = string;

/** What a file holds, or why nothing can be read of it: a sentence for the editor that names the mend. */
export type Reading =
  /** At least one story. */
  | { readonly ok: true; readonly stories: readonly Story[] }
  | {
      readonly ok: false;
      readonly reason: string;
      /** What a file without a story says all the same, to whoever handles those that came with it. */
      readonly said?: string;
    };

/** Port: reads the bytes of a file. Never rejects, whatever the bytes are. */
export type ReadCopy = (file: { path: string; bytes: Uint8Array }) => Promise<Reading>;

/**
 * What became of a file, or of one of the stories in it, one entry a stage.
 *
 * - `taken-in`: read and stored · `briefed`: ready for editions · `held`: under embargo, or withheld
 * - `killed`: its publisher has withdrawn it · `gone`: its file was deleted, its article stays
 * - `merged`: it is stored already, from another path or in a newer version
 * - `opened`: it holds several stories, each with a path of its own (`news.zip#flood.txt`)
 * - `quarantined`: it could not be read · `retried`: an editor asked to read it once more
 * - `posted`: it stands in a channel · `told`: another report of its story stands there for it
 */
export type Stage =
  | "taken-in"
  | "briefed"
  | "held"
  | "killed"
  | "gone"
  | "merged"
  | "opened"
  | "quarantined"
  | "retried"
  | "posted"
  | "told";

export interface LedgerEntry {
  readonly path: string;
  readonly contentHash: string;
  readonly stage: Stage;
  /** The rule that decided, as a sentence for the editor. */
  readonly rule: string;
  readonly at: Instant;
  readonly articleId: ArticleId | null;
}

/** Where a file, or a story in it, stands now. Files that hold several stories stand nowhere themselves. */
export interface Standing {
  readonly path: string;
  /** `open`: it waits for its channels, or none orders it; `told`: another report stands for it. */
  readonly kind: "quarantined" | "merged" | "held" | "killed" | "posted" | "told" | "open";
  /** The rule that decided last, as the ledger has it. */
  readonly rule: string;
  readonly at: Instant;
  /** The article that it is; `null` for what was never read. */
  readonly articleId: ArticleId | null;
  /** The number of its filing, which counts up; `null` for what was never read. */
  readonly number: number | null;
}

/** The article that a path was last found to be. */
export interface KnownAt {
  /** The file's own, or that of a story in it. */
  readonly path: string;
  readonly articleId: ArticleId;
}

/** Port: what became of every file. */
export interface Ledger {
  /** The latest content seen at a path; `null` for a path never seen. */
  lastSeen(path: string): Promise<LedgerEntry | null>;
  /** Adds an entry for a file that is not filed (merged, quarantined). */
  record(entry: LedgerEntry): Promise<void>;
  /** Of a path and of the stories in it, oldest first. */
  history(path: string): Promise<readonly LedgerEntry[]>;
  /** Where every path first seen at or after `since` stands at `now`, in the order of paths. */
  standings(since: Instant, now: Instant): Promise<readonly Standing[]>;
  /** Paths of files that are still there and were merged into an article. */
  copiesOf(id: ArticleId): Promise<readonly string[]>;
  /** What the latest sight of a path, and of each story in it, was found to be; nothing for those that never were an article. */
  articlesAt(path: string): Promise<readonly KnownAt[]>;
  /** Paths of files and of stories in files that are quarantined now; none of a file that is gone. */
  quarantined(): Promise<readonly string[]>;
  /** The stamp of every file that is dealt with, by its path. */
  stamps(): Promise<ReadonlyMap<string, string>>;
  /** Notes that a file with this stamp is dealt with; `null`: it is to be read again. */
  noteStamp(path: string, stamp: string | null): Promise<void>;
}

/** Since when posts withhold an article that they showed. */
export type WithdrawnSince = Pick<Kept, "how" | "at">;

/** A headline to choose from. */
export interface Listed {
  readonly id: ArticleId;
  readonly headline: string;
}

/**
 * Port: what readers may see.
 *
 * Every verb takes `now` and answers as if articles that are held at that moment were not there: the
 * promise is kept in the query, so that no caller can forget it.
 */
export interface ShownCopy {
  get(id: ArticleId, now: Instant): Promise<Filed | null>;
  /** Newest first, by `published`, else `takenIn`. */
  latest(now: Instant, limit: number): Promise<readonly Filed[]>;
  /** Articles in which every word stands (headline, body, byline, tags), best first. Any text is safe to search for. */
  search(words: string, now: Instant, limit: number): Promise<readonly Filed[]>;
  /** Articles that are what is sought. Any text is safe to look for. */
  find(sought: Sought, order: SoughtOrder, now: Instant, slice: Slice): Promise<readonly Filed[]>;
  /** What was taken in at or after `since`, the latest first. */
  arrived(since: Instant, now: Instant, limit: number): Promise<readonly Filed[]>;
  /**
   * The newest revisions of an article that readers may see, the first of them first; none of one that
   * is held. Some of them may not have been shown in their time: ask `isShown` of each.
   */
  revisions(id: ArticleId, now: Instant, limit: number): Promise<readonly Article[]>;
  /**
   * How and since when delivered posts withhold an article that they showed; `null` for one that may be
   * shown, and for one that was never posted: of that nobody learns that it is there.
   */
  withdrawal(id: ArticleId, now: Instant): Promise<WithdrawnSince | null>;
  /**
   * Names of a kind in which every typed word begins a word, those in the latest filings first; all of
   * them for an empty text.
   */
  names(kind: NameKind, typed: string, now: Instant, limit: number): Promise<readonly string[]>;
  /** Headlines in which every typed word begins a word, newest first; all of them for an empty text. */
  headlines(typed: string, now: Instant, limit: number): Promise<readonly Listed[]>;
}

/** Port: every article and its brief. Beside what readers may see it has verbs of the desk's own. */
export interface Archive extends ShownCopy {
  /** Stores a revision, its brief and the ledger entries about it, all or nothing; filing the same revision again changes nothing. */
  file(article: Article, brief: Brief, entries: readonly LedgerEntry[]): Promise<void>;
  /**
   * Replaces the latest revision of an article by one whose text is the same, at `now`: its path, its
   * section and tags, whether its file can be read, and the date and version that tell it from a
   * revision that comes late. No post is outdated by it. What was held until now and is so no more is
   * offered to every place that could not see it.
   */
  restate(article: Article, entries: readonly LedgerEntry[], now: Instant): Promise<void>;
  /** The latest revision of an article, held or killed or not: for the desk alone, never for readers. */
  current(id: ArticleId): Promise<Filed | null>;
  /** The latest revisions of articles that have one of these keys, held or not, newest filing first. */
  sharing(keys: readonly string[]): Promise<readonly Article[]>;
  /** Texts of the latest articles of a source, the newest first, held or not: for the desk alone. */
  bodiesOf(source: string, limit: number): Promise<readonly string[]>;
  /** Which of these articles readers may not see at `now`: for the desk alone. */
  heldOf(ids: readonly ArticleId[], now: Instant): Promise<readonly ArticleId[]>;
  /** Paths of articles that were held until a moment after `since`, and not after `now`: for the desk alone. */
  freed(since: Instant, now: Instant): Promise<readonly string[]>;
  /** The highest revision stored for an id, held or not; 0 for none. */
  revision(id: ArticleId): Promise<number>;
  /** The article whose latest revision has this content, held or not. */
  ofContent(contentHash: string): Promise<Pick<Article, "id" | "path"> | null>;
}

/** One part of an edition, ready for the outbox. */
export interface Part {
  readonly key: DeliveryKey;
  readonly message: Message;
  /** It stands in the thread of the part with this key; left out: in the channel itself. */
  readonly under?: DeliveryKey;
}

/** An edition and the parts that it is posted in. */
export interface Made {
  readonly edition: Edition;
  readonly parts: readonly Part[];
}

/** What a slot comes to. */
export interface Dealt {
  /** `null`: nothing is posted for it. */
  readonly made: Made | null;
  /** Articles that wait for the next slot; of the other candidates the place hears no more. */
  readonly waiting: readonly ArticleId[];
}

/** A stored edition, for the page and for `/digest`. */
export interface Issued {
  readonly subscription: string;
  readonly slot: Instant;
  readonly messages: readonly Message[];
  /** What was said since in the thread of each message, oldest first: of the same length. */
  readonly replies: readonly (readonly Message[])[];
  /** When its last part was posted; `null` while one is on its way. */
  readonly postedAt: Instant | null;
}

/** Port: slots and editions. */
export interface Editions {
  /**
   * The slot of a subscription that was dealt with last; `null` before its first. It may be yet to come,
   * where the clock was put back since.
   */
  lastSlot(subscription: string): Promise<Instant | null>;
  /**
   * The clock was put back: the slots of a subscription up to `now` count as dealt with, and those behind
   * it no more.
   * @returns what `lastSlot` gives from now on
   */
  goBack(subscription: string, now: Instant): Promise<Instant>;
  /**
   * Articles a subscription might carry: not held at `now`, taken in at or before `asOf`, not passed
   * over, and with a revision that it had not carried by `asOf`; the newest few hundred of them
   * before its first slot.
   */
  candidates(
    subscription: Subscription,
    now: Instant,
    asOf: Instant,
  ): Promise<readonly Candidate[]>;
  /**
   * Deals with one slot, once: in one transaction takes the slot, reads the candidates, and stores
   * the edition that `deal` made of them, its deliveries and its ledger entries.
   *
   * A slot that was dealt with before the clock was put back, as `goBack` has told, is dealt with once more, by the next
   * millisecond that is free, which `deal` is told; but not when it is `late`.
   * @returns what was made; `null` when the slot was taken already, or nothing is posted for it
   */
  issue(
    subscription: Subscription,
    slot: Instant,
    now: Instant,
    deal: (candidates: readonly Candidate[], slot: Instant) => Dealt,
    late?: boolean,
  ): Promise<Made | null>;
  /**
   * Takes a moment between slots for what is urgent, as `issue` does, but only where `deal` makes an
   * edition; nothing that it leaves is passed over.
   */
  issueAtOnce(
    subscription: Subscription,
    now: Instant,
    deal: (candidates: readonly Candidate[]) => Made | null,
  ): Promise<Made | null>;
  /** How far each subscription has got: of the articles filed up to that number it hears no more. */
  passed(): Promise<ReadonlyMap<string, number>>;
  /** Newest first. */
  issued(subscription: string, limit: number): Promise<readonly Issued[]>;
}

/** A delivery claimed from the outbox. */
export interface Claimed {
  readonly key: DeliveryKey;
  /** `post`: a part of an edition · `notice`: for the admins · `edit` and `reply`: to what stands in the channel. */
  readonly kind: "post" | "notice" | "edit" | "reply";
  /** The post that an edit changes, or that a reply stands under; `null` for the others. */
  readonly target: StandingPost | null;
  /** To be posted without a sound, where the platform can. */
  readonly silent: boolean;
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
   * `again` set and as the same attempt.
   */
  claim(now: Instant, platforms: readonly Subscription["platform"][]): Promise<readonly Claimed[]>;
  /** Stores the receipt, and the ledger's `posted` for the edition's files once its last part is posted. */
  delivered(key: DeliveryKey, receipt: Receipt, now: Instant): Promise<void>;
  /** Puts it back until `at`. */
  retry(key: DeliveryKey, at: Instant, error: string, again: boolean): Promise<void>;
  /** Gives it up: it is posted no more, and no longer blocks those behind it. */
  giveUp(key: DeliveryKey, error: string, now: Instant): Promise<void>;
  /** Makes due at `now` what waits for a later moment: the clock that said when has been put back. */
  hasten(now: Instant): Promise<void>;
  /** When the next waiting delivery is due; `null` when none waits. */
  nextDue(platforms: readonly Subscription["platform"][]): Promise<Instant | null>;
}

/** A post that shows an earlier revision of an article than the archive has. */
export interface Outdated {
  readonly key: DeliveryKey;
  readonly subscription: string;
  readonly platform: Subscription["platform"];
  readonly timeZone: string;
  /** What the post shows now, with all its articles. */
  readonly message: Message;
  /** The article as it is now: it may be held or killed. */
  readonly filed: Filed;
  /** The revision of it that the post shows, or showed before it was withdrawn. */
  readonly posted: Filed;
  /** The post shows nothing of it. */
  readonly wasWithdrawn: boolean;
  /** What the post showed of it before it was withdrawn; `null` where it was not. */
  readonly kept: Kept | null;
}

/** What becomes of an outdated post. */
export interface Amendment {
  readonly message: Message;
  /** It shows nothing of the article now; once an embargo ends, the post is outdated again. */
  readonly withdrawn: boolean;
  /** What it takes to give back what was withdrawn; left out: nothing. */
  readonly kept?: Kept;
  /** Said in the thread of the post, so that those who read it already are told; `null` for nothing. */
  readonly reply: Message | null;
}

/** Port: corrections on their way to what is posted. */
export interface Corrections {
  /**
   * Amends every post that is outdated at `now`, in one transaction: what waits in the outbox is
   * changed there, the page's posts are changed where they stand, for the others an edit goes into the
   * outbox, and for all of them the reply. What is on its way this moment is amended at the next call.
   * @returns how many posts were amended
   */
  chase(now: Instant, amend: (post: Outdated) => Amendment): Promise<number>;
}

/** A post that was given up, and why. */
export interface DeadLetter {
  readonly subscription: string;
  readonly error: string;
  readonly at: Instant;
}

/** What the admins of a newsroom must know: what needs their hand. */
export interface Troubles {
  /** Files that were quarantined, or held without anybody knowing until when; oldest first. */
  readonly entries: readonly LedgerEntry[];
  readonly deadLetters: readonly DeadLetter[];
  /** Places that do not take what they are sent, and those that do again. */
  readonly failing: readonly PlaceTrouble[];
  readonly mended: readonly PlaceTrouble[];
}

/** A channel for the admins alone. */
export interface AdminPlace {
  /** `admin@slack:C0123`. */
  readonly id: string;
  readonly platform: Subscription["platform"];
  readonly address: string;
}

/** Port: notices to the admins, on their way by the outbox. */
export interface Notices {
  /**
   * Tells a place, once, what has come up since it was last told: in one transaction reads it, and puts
   * the message that `make` makes of it into the outbox, under a slot that no other notice there has. A new place is told of the last day.
   * @returns whether there was anything to tell
   */
  tell(
    place: AdminPlace,
    now: Instant,
    make: (troubles: Troubles, slot: Instant) => Part,
  ): Promise<boolean>;
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
  /**
   * The address of the direct messages with someone, by the platform's own id of them.
   * @throws where they cannot be written to; the message names the mend
   */
  openDirect(user: string): Promise<string>;
  /** Looks at the token, and at the permissions in each channel; posts nothing. */
  check(addresses: readonly string[]): Promise<readonly Finding[]>;
}

/** What a watch reports, one file after the other. */
export interface WatchHandlers {
  /** How many files were there at the start; `created`: the folder was missing and has been made. */
  onFound(files: number, created: boolean): void;
  /** Rejects where it could not be dealt with: it is handed over again, by and by. */
  onFile(file: SettledFile): Promise<void>;
  /** A file whose bytes cannot be had; `reason` names the mend. */
  onUnreadable(path: string, reason: string): Promise<void>;
  /** The stamp of a file that is dealt with; `null` for none. A file that still has it is counted, and not read. */
  known(path: string): string | null;
  /** Every path that `known` has a stamp for: those that are no longer there at the start are gone. */
  knownPaths(): Iterable<string>;
  /** A file that was handed over, reported as unreadable or known has certainly been deleted, renamed or moved out. */
  onGone(path: string): Promise<void>;
}

/** Port: the watched folder. */
export interface Watch {
  /** Hands over what is in the folder and goes on watching; resolves when the first look is through. */
  start(handlers: WatchHandlers): Promise<void>;
  /** Hands a file of a watch that was started over once more, though it has not changed; one that is gone by then, not. */
  again(path: string): void;
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
