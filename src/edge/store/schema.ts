import type { Generated, Kysely, Transaction } from "kysely";
import type { Role } from "#core/access/role.ts";
import type { Article, ArticleId } from "#core/article/article.ts";
import type { Instant } from "#core/article/instant.ts";
import type { Brief } from "#core/brief/brief.ts";
import type { KeptEdition } from "#core/digest/kept.ts";
import type { Platform } from "#core/digest/subscription.ts";
import type { LeftOutUntil } from "#core/digest/wishes.ts";
import type { Tally } from "#core/message/edition.ts";
import type { Message } from "#core/message/message.ts";
import type { Kept } from "#core/message/withdraw.ts";
import type { DeliveryKey } from "#core/outbox/courier.ts";
import type { ReportState } from "#core/reply/report.ts";
import type { NameKind } from "#core/reply/sought.ts";
import type { PlacingRule, Signature, StoryId } from "#core/story/story.ts";
import type { DecisionKind } from "#desk/port/approvals.ts";
import type { LeftReport } from "#desk/port/awaits.ts";
import type { Stage } from "#desk/port/ledger.ts";
import type { Claimed } from "#desk/port/outbox.ts";
import type { PlaceTrouble } from "#desk/port/place-troubles.ts";
import type { Said, Subject } from "#desk/port/settings-seen.ts";
import type { ChatOrder } from "#desk/port/standing-orders.ts";
import type { JsonText } from "./json.ts";
import type { WordColumns } from "./words.ts";

/** Every table. Instants are whole milliseconds; `migration/` says what each column is for. */
export interface Schema {
  readonly article: ArticleTable;
  readonly article_revision: RevisionTable;
  readonly article_words: WordColumns;
  readonly headline_words: HeadlineWordsTable;
  readonly ledger: LedgerTable;
  readonly slot: SlotTable;
  readonly edition: EditionTable;
  readonly edition_item: ItemTable;
  readonly delivery: DeliveryTable;
  readonly progress: ProgressTable;
  readonly article_key: KeyTable;
  readonly sighting: SightingTable;
  readonly delivery_item: ShownTable;
  readonly name: NameTable;
  readonly name_use: NameUseTable;
  readonly channel_order: ChannelOrderTable;
  readonly pause: PauseTable;
  readonly draft: DraftTable;
  readonly audit: AuditTable;
  readonly setting_seen: SettingSeenTable;
  readonly slack_installation: SlackInstallationTable;
  readonly story_member: StoryMemberTable;
  readonly story_key: StoryKeyTable;
  readonly story_word: StoryWordTable;
  readonly story_progress: StoryProgressTable;
  readonly story_link: StoryLinkTable;
  readonly edition_told: ToldTable;
  readonly mention: MentionTable;
  readonly trouble: TroubleTable;
  readonly trouble_told: TroubleToldTable;
  readonly file_retry: RetryTable;
  readonly interaction: InteractionTable;
  readonly greeting: GreetingTable;
  readonly report: ReportTable;
  readonly report_notice: ReportNoticeTable;
  readonly sign_in_link: SignInLinkTable;
  readonly page_session: PageSessionTable;
  readonly wished_order: WishedOrderTable;
  readonly left_out: LeftOutTable;
  readonly approval: ApprovalTable;
  readonly approval_notice: ApprovalNoticeTable;
  readonly restoration: RestorationTable;
  readonly model_answer: ModelAnswerTable;
  readonly pair_opinion: PairOpinionTable;
}

/** The store's database, or a transaction in it. */
export type Database = Kysely<Schema>;
export type Writing = Transaction<Schema>;

/** The latest revision of each article: what can be listed and searched. */
interface ArticleTable {
  /** Counts filings: the article whose latest revision was filed last has the highest. */
  readonly number: number;
  readonly id: ArticleId;
  readonly revision: number;
  readonly path: string;
  readonly content_hash: string;
  readonly taken_in: Instant;
  /** `null` for none. */
  readonly embargo_until: Instant | null;
  /** Folded by `topic`, as the tags are. */
  readonly section: string | null;
  readonly tags: JsonText<readonly string[]>;
  readonly headline: string;
  /** How many quotes its brief has. */
  readonly quotes: number;
  /** For whom it is by its copy alone: `readers.ts` says how. */
  readonly audience: number;
}

/** Someone who is quoted, a tag, a place or a source, once for all articles. */
interface NameTable {
  readonly id: Generated<number>;
  readonly kind: NameKind;
  /** Its words, as they are compared. */
  readonly key: string;
  /** As it was written first: how an article writes it says `name_use`. */
  readonly name: string;
}

/** Which articles have a name, by their `newness`. */
interface NameUseTable {
  readonly name: number;
  /** As this article writes it; `null` for as it was written first. */
  readonly spelling: string | null;
}

export interface RevisionTable {
  readonly article_id: ArticleId;
  readonly revision: number;
  readonly path: string;
  readonly content_hash: string;
  readonly article: JsonText<Article>;
  readonly brief: JsonText<StoredBrief>;
  /** Of these two texts: whatever is written gets another one. */
  readonly stamp: string;
}

/** A brief without its body where that is the article's, as it should be: the text is stored once. */
export type StoredBrief = Omit<Brief, "body"> & { readonly body: string | null };

/** A key by which a revision at another path finds its article. */
interface KeyTable {
  readonly key: string;
  readonly article_id: ArticleId;
}

/** A file that is dealt with; `stamp` is its size and time. */
interface SightingTable {
  readonly path: string;
  readonly stamp: string;
}

/** A file that is read again by itself. */
export interface RetryTable {
  readonly path: string;
  readonly content_hash: string;
  /** How often this content was read in vain. */
  readonly attempt: number;
  readonly due: Instant;
}

interface HeadlineWordsTable {
  readonly headline: string;
}

export interface LedgerTable {
  readonly number: Generated<number>;
  readonly path: string;
  readonly content_hash: string;
  readonly stage: Stage;
  readonly rule: string;
  readonly at: Instant;
  readonly article_id: ArticleId | null;
}

/** A slot that has been dealt with, also where it made no edition. */
export interface SlotTable {
  readonly subscription: string;
  readonly slot: Instant;
  readonly at: Instant;
  /** A moment between slots, at which something urgent went out. */
  readonly at_once: 0 | 1;
  /** Counts a subscription's slots as they are dealt with; 0 for what was dealt with before they were counted. */
  readonly number: number;
}

export interface EditionTable {
  readonly subscription: string;
  readonly slot: Instant;
  readonly channel: string;
  readonly time_zone: string;
  readonly waiting: number;
}

export interface ItemTable {
  readonly subscription: string;
  readonly slot: Instant;
  /** From 0, in the order in which the edition is read. */
  readonly position: number;
  readonly article_id: ArticleId;
  readonly revision: number;
  readonly is_update: 0 | 1;
  readonly reason: string | null;
}

export type DeliveryState = "waiting" | "claimed" | "delivered" | "given-up";

export interface DeliveryTable {
  readonly key: DeliveryKey;
  readonly subscription: string;
  /** Puts what goes to one channel in order: an edition's slot, else the moment that it was made. */
  readonly slot: Instant;
  /** From 0, in the order in which the parts are posted. */
  readonly part: number;
  readonly kind: Claimed["kind"];
  /** What an edit changes, or a reply stands under; `null` for the others. */
  readonly target: DeliveryKey | null;
  /** Posted without a sound, where the platform can. */
  readonly silent: 0 | 1;
  readonly platform: Platform;
  readonly address: string;
  readonly message: JsonText<Message>;
  readonly state: DeliveryState;
  /** Not to be claimed before. */
  readonly due: Instant;
  /** How often it has been claimed. */
  readonly attempt: number;
  readonly again: 0 | 1;
  readonly error: string | null;
  readonly message_id: string | null;
  readonly url: string | null;
  /** When it was delivered or given up; `null` before that. */
  readonly settled_at: Instant | null;
  /** Who claimed it last, by the token of a shift; `null` for a store that no other process shares. */
  readonly claimant: number | null;
}

/** Somebody asked something on a platform, and is answered. */
interface InteractionTable {
  /** The platform's own. */
  readonly id: string;
  readonly at: Instant;
}

/** Which posts hold an article. */
export interface ShownTable {
  readonly article_id: ArticleId;
  readonly revision: number;
  /** The post shows nothing of it, because it was held or killed. */
  readonly withdrawn: 0 | 1;
  /** What the post showed of it before; `null` where it shows it, or by an earlier version. */
  readonly kept: JsonText<Kept> | null;
  readonly key: DeliveryKey;
}

/** An article in its story. */
interface StoryMemberTable {
  readonly number: Generated<number>;
  readonly article_id: ArticleId;
  /** The revision that the signature is of. */
  readonly revision: number;
  readonly story: StoryId;
  readonly at: Instant;
  /** `null`: it is too old to be joined, and its keys are gone. */
  readonly signature: JsonText<Signature> | null;
  /** The article whose text it carries; `null` for none. */
  readonly copy_of: ArticleId | null;
  readonly rule: PlacingRule;
  readonly likeness: number;
  readonly shared: JsonText<readonly string[]>;
}

/** By which words an article is found by those that may be of its story. */
interface StoryKeyTable {
  readonly key: number;
  readonly at: Instant;
  readonly member: number;
}

interface StoryWordTable {
  readonly key: number;
  readonly count: number;
}

/** What two articles have in common, by their numbers as members: each pair once. */
interface StoryLinkTable {
  readonly one: number;
  readonly other: number;
  readonly score: number;
  readonly shared: JsonText<readonly string[]>;
}

/** A report that another one stood for in an edition. */
export interface ToldTable {
  readonly subscription: string;
  readonly article_id: ArticleId;
  readonly revision: number;
  readonly slot: Instant;
}

/** A group that a place has mentioned, and a flash of which it was told so. */
export interface MentionTable {
  readonly platform: Platform;
  readonly address: string;
  /** The platform's own id of the group. */
  readonly called: string;
  readonly article_id: ArticleId;
  readonly at: Instant;
}

/** One row. */
interface StoryProgressTable {
  readonly number: number;
  readonly at: Instant;
}

/** A workspace in which the Slack app was installed. */
interface SlackInstallationTable {
  readonly team: string;
  /** Its token, sealed. */
  readonly sealed: string;
  readonly at: Instant;
}

/** A place that does not take what it is sent, or did not. */
export interface TroubleTable extends PlaceTrouble {
  /** People are told from then on. */
  readonly ripe: Instant;
  /** `null`: it goes on. */
  readonly ended: Instant | null;
}

/** Of which trouble, by the moment since when, an admins' place was told. */
interface TroubleToldTable {
  readonly subscription: string;
  readonly place: string;
  readonly since: Instant;
}

/** How far a subscription has got through the articles; `progress.ts` says what it means. */
interface ProgressTable {
  readonly subscription: string;
  /** Of no meaning any more: an order that changes begins with what comes from then on. */
  readonly ordered: string;
  readonly number: number;
  readonly at: Instant;
}

/** A channel that was ordered in chat. */
export interface ChannelOrderTable {
  readonly name: string;
  /** As an entry of the config file. */
  readonly entry: JsonText<ChatOrder["entry"]>;
  readonly by: string;
  readonly by_name: string;
  readonly at: Instant;
  readonly owner: string | null;
}

interface PauseTable {
  readonly channel: string;
  /** `null`: until it is resumed. */
  readonly until: Instant | null;
}

interface DraftTable {
  readonly key: string;
  readonly by: string;
  readonly entry: JsonText<ChatOrder>;
  readonly at: Instant;
}

/** Where the bot has said who it is. */
interface GreetingTable {
  readonly place: string;
  readonly at: Instant;
}

/** What a reader says is wrong in an article. */
export interface ReportTable {
  readonly number: Generated<number>;
  readonly article_id: ArticleId;
  readonly revision: number;
  /** The revision that was looked at last. */
  readonly seen: number;
  readonly by: string;
  readonly by_name: string;
  readonly what: string;
  readonly at: Instant;
  /** Of the reader's direct messages; `null` where there are none. */
  readonly platform: Platform | null;
  readonly address: string | null;
  readonly state: ReportState;
  readonly settled_at: Instant | null;
  readonly settled_by: string | null;
}

interface ReportNoticeTable {
  readonly report: number;
  readonly key: DeliveryKey;
}

/** What the config said at the last start, by its subject: a channel, or the newsroom. */
interface SettingSeenTable {
  readonly subject: Subject;
  readonly seen: JsonText<Said>;
}

/** In which order an editor wants the next edition of a place. */
export interface WishedOrderTable {
  readonly subscription: string;
  readonly ids: JsonText<readonly ArticleId[]>;
  /** The name of who wants it. */
  readonly by: string;
  readonly at: Instant;
}

/** An article that an editor keeps out of a place. */
export interface LeftOutTable {
  readonly subscription: string;
  readonly article_id: ArticleId;
  readonly until: LeftOutUntil;
  /** The name of who does. */
  readonly by: string;
  readonly at: Instant;
}

/** An edition that waits, or has waited, for an editor's word. */
export interface ApprovalTable {
  readonly number: Generated<number>;
  readonly subscription: string;
  readonly slot: Instant;
  readonly channel: string;
  readonly kept: JsonText<KeptEdition>;
  readonly tally: JsonText<Tally> | null;
  readonly left_out: JsonText<readonly LeftReport[]>;
  readonly at: Instant;
  readonly goes_at: Instant | null;
  readonly told_at: Instant | null;
  readonly decided: DecisionKind | null;
  readonly decided_by: string | null;
  readonly decided_at: Instant | null;
}

interface ApprovalNoticeTable {
  readonly approval: number;
  readonly key: DeliveryKey;
}

interface AuditTable {
  readonly number: Generated<number>;
  readonly at: Instant;
  readonly by: string;
  readonly name: string;
  readonly did: string;
  readonly key: string | null;
}

/** A restore of the store from a backup. */
export interface RestorationTable {
  readonly at: Instant;
  readonly made_at: Instant | null;
  readonly unsent: number;
  readonly waiting: number;
  readonly last: number;
  readonly closed_at: Instant | null;
}

/** What a language model says of two articles; `one` is the smaller id. */
interface PairOpinionTable {
  readonly one: ArticleId;
  readonly other: ArticleId;
  readonly is_same: 0 | 1;
}

/** A question to a language model. */
interface ModelAnswerTable {
  readonly key: string;
  readonly model: string;
  readonly article_id: ArticleId;
  readonly at: Instant;
  /** `put` while it is waited for, `answered`, or why there is no answer. */
  readonly outcome: string;
  readonly answer: string | null;
  readonly tokens_read: number;
  readonly tokens_written: number;
}

/** A link by which somebody may sign in on the page, once. */
export interface SignInLinkTable {
  readonly hash: string;
  readonly asker: string;
  readonly name: string;
  readonly role: Role;
  readonly until: Instant;
}

/** Somebody who is signed in on the page. */
export interface PageSessionTable {
  readonly hash: string;
  readonly asker: string;
  readonly name: string;
  /** As it was at sign-in. */
  readonly role: Role;
  readonly proof: string;
  readonly begun: Instant;
  readonly seen: Instant;
}
