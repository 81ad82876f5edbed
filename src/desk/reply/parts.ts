import type { Article, ArticleId } from "#core/article/article.ts";
import type { Instant } from "#core/article/instant.ts";
import { refusalOf } from "#core/article/usage.ts";
import type { Channel } from "#core/digest/channel.ts";
import type { Filed } from "#core/digest/edition.ts";
import type { Audience } from "#core/digest/subscription.ts";
import type { Message } from "#core/message/message.ts";
import type { CommandName } from "#core/reply/command.ts";
import type { PostedMessage, Question } from "#core/reply/front-desk.ts";
import type { HeldCopyFor } from "#desk/held-copy.ts";
import type { Clock } from "#desk/port/clock.ts";
import type { PostLink } from "#desk/port/editions.ts";
import type { Ledger } from "#desk/port/ledger.ts";
import type { ShownCopy } from "#desk/port/shown-copy.ts";
import type { Stories } from "#desk/port/stories.ts";

/** What answers to readers are made of. */
export interface ReplyParts {
  readonly archive: ShownCopy;
  /** Says whether an article is there, held or not, and nothing else of it. */
  readonly isStored: (id: ArticleId) => Promise<boolean>;
  readonly heldCopyFor: HeldCopyFor;
  readonly ledger: Ledger;
  readonly stories: Pick<Stories, "placements" | "reports">;
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

/** Answers one command. */
export type Handler = (question: Question) => Promise<Message>;

/** One handler a command; which one may be given by whom is looked at before it is called. */
export type Handlers = Readonly<Record<CommandName, Handler>>;

/** Who reads the channel that a question is asked in. */
export function audienceOf(
  { channels }: ReplyParts,
  { channel }: Pick<Question, "channel">,
): Audience {
  return channels().find(({ name }) => name === channel)?.audience ?? null;
}

/** Why an article is not shown where it is asked for, though it is out; `null` where it may be. */
export function refusalIn(article: Article, audience: Audience): string | null {
  return refusalOf(article, new Set(audience === null ? [] : [audience]));
}

/**
 * Whether an edition that was made for one audience may be shown to another: editors' notes stay in
 * internal channels, and a public channel gets nothing that was not made for the public.
 */
export function mayReadEdition(madeFor: Audience, reader: Audience): boolean {
  if (madeFor === "internal") return reader === "internal";
  return reader !== "public" || madeFor === "public";
}

/** Those articles whose terms of use let them stand where they are asked for. */
export function allowedIn(filed: readonly Filed[], audience: Audience): readonly Filed[] {
  return filed.filter(({ article }) => refusalIn(article, audience) === null);
}
