import type { ArticleId } from "#core/article/article.ts";
import type { Readers } from "#core/article/audience.ts";
import type { Instant } from "#core/article/instant.ts";
import type { Channel } from "#core/digest/channel.ts";
import type { Message } from "#core/message/message.ts";
import type { CommandName } from "#core/reply/command.ts";
import type { PostedMessage, Question } from "#core/reply/front-desk.ts";
import type { HeldCopyFor } from "#desk/held-copy.ts";
import type { Archive } from "#desk/port/archive.ts";
import type { Clock } from "#desk/port/clock.ts";
import type { PostLink } from "#desk/port/editions.ts";
import type { HeldCopy } from "#desk/port/held-copy.ts";
import type { Ledger } from "#desk/port/ledger.ts";
import type { ShownCopy } from "#desk/port/shown-copy.ts";
import type { Stories } from "#desk/port/stories.ts";

/**
 * What answers are made of, before anybody has asked: `partsAt` gives of it what may be shown to whoever asks, where they
 * ask. No verb that gives copy can be had without.
 */
export interface DeskParts extends Pick<Readers, "internalSections"> {
  readonly archive: Pick<Archive, "forReaders" | "keptFrom">;
  readonly stories: Pick<Stories, "forReaders">;
  /** Says whether an article is there, held or not, and nothing else of it. */
  readonly isStored: (id: ArticleId) => Promise<boolean>;
  readonly heldCopyFor: HeldCopyFor;
  readonly ledger: Ledger;
  readonly clock: Clock;
  /** Of the newsroom: answers show times in it. */
  readonly timeZone: string;
  /** The channels as they are at this moment. */
  readonly channels: () => readonly Channel[];
  /** When a channel's next edition is due; `null` for never. */
  readonly nextSlot: (channel: Channel) => Instant | null;
  /** The latest edition of a channel as one message; `null` before the first. */
  readonly latestEdition: (channel: Channel) => Promise<Message | null>;
  /** Where articles stand in posts, the latest first. */
  readonly linksTo: (ids: readonly ArticleId[], now: Instant) => Promise<readonly PostLink[]>;
  /** Who is an editor on each platform, in a sentence: for those who are none. */
  readonly whoEdits: string;
  /** Notes that someone was denied a command, and gives the trace by which the log knows it. */
  readonly deny: (question: Question) => string;
  /** The articles of which a posted message shows something, in their order; none for any other message. */
  readonly articlesIn: (post: PostedMessage) => Promise<readonly ArticleId[]>;
}

/** What one question is answered from: copy that may be shown to those who read the answer, and no other. */
export interface ReplyParts
  extends Omit<DeskParts, "archive" | "stories" | "heldCopyFor" | "latestEdition"> {
  readonly readers: Readers;
  readonly archive: ShownCopy;
  readonly stories: Pick<Stories, "placements" | "reports" | "active">;
  /** What is held, for an editor; `null` for anyone else. */
  readonly heldCopy: Omit<HeldCopy, "forReaders" | "heldInDoubt"> | null;
  /** The same as `latestEdition`, where all of it is for these readers; `elsewhere` where it is not. */
  readonly latestEdition: (channel: Channel) => Promise<Message | null | "elsewhere">;
}

/** Answers one command. */
export type Handler = (question: Question) => Promise<Message>;

/** One handler a command; which one may be given by whom is looked at before it is called. */
export type Handlers = Readonly<Record<CommandName, Handler>>;
