import type { Article } from "#core/article/article.ts";
import type { Change } from "#core/article/change.ts";
import { heldReason, isKilled } from "#core/article/held.ts";
import type { Instant } from "#core/article/instant.ts";
import { changeForReaders } from "#core/change/revision.ts";
import type { Platform } from "#core/digest/subscription.ts";
import { type Amended, amendMessage, amendmentReply } from "#core/message/amend.ts";
import type { Budget, Message } from "#core/message/message.ts";
import {
  giveBack,
  type Kept,
  releasedReply,
  type Withdrawal,
  type Withdrawn,
  withdrawMessage,
  withdrawnReply,
} from "#core/message/withdraw.ts";
import type { Clock } from "./port/clock.ts";
import type { Amendment, Corrections, Outdated } from "./port/corrections.ts";

/** Makes corrections chase what is posted. */
export interface CorrectionDesk {
  /** @returns how many posts were amended */
  chase(): Promise<number>;
}

export interface CorrectionParts {
  readonly corrections: Corrections;
  readonly clock: Clock;
  readonly budgets: Readonly<Record<Platform, Budget>>;
}

export function createCorrectionDesk({
  corrections,
  clock,
  budgets,
}: CorrectionParts): CorrectionDesk {
  return {
    chase() {
      const now = clock.now();
      return corrections.chase(now, (post) => amend(post, now, budgets[post.platform]));
    },
  };
}

function amend(post: Outdated, now: Instant, budget: Budget): Amendment {
  const how = withdrawalNow(post.filed.article, now);
  if (how !== null) return withdraw(post, withdrawnOf(post, how, now), budget);
  return post.kept === null
    ? revise(post, post.message, now, budget)
    : release(post, post.kept, now, budget);
}

function withdrawalNow(article: Article, now: Instant): Withdrawal | null {
  if (isKilled(article)) return "killed";
  return heldReason(article, now) === null ? null : "held";
}

function withdrawnOf({ posted, timeZone }: Outdated, how: Withdrawal, at: Instant): Withdrawn {
  return { posted, how, at, timeZone };
}

/** What is withdrawn already, and is withdrawn in the same way, needs no second word. */
function withdraw(post: Outdated, withdrawn: Withdrawn, budget: Budget): Amendment {
  const { message, kept, filed } = post;
  if (kept?.how === withdrawn.how) return { message, withdrawn: true, kept, reply: null };
  const shown = kept === null ? message : giveBack(message, filed.article.id, kept);
  const done = withdrawMessage(shown, withdrawn, budget);
  const reply = withdrawnReply(shown, withdrawn);
  // By an earlier version: what stands there now is not what it was.
  if (post.wasWithdrawn && kept === null) return { message: done.message, withdrawn: true, reply };
  return { ...done, withdrawn: true, reply };
}

/** Gives a post back as it was; a text that has changed meanwhile is amended in it. */
function release(post: Outdated, kept: Kept, now: Instant, budget: Budget): Amendment {
  const shown = giveBack(post.message, post.filed.article.id, kept);
  const revised = revise(post, shown, now, budget);
  const withdrawn = withdrawnOf(post, kept.how, now);
  return { ...revised, reply: revised.reply ?? releasedReply(shown, withdrawn) };
}

/** A revision in which a reader of the post finds nothing else leaves it as it is. */
function revise(post: Outdated, shown: Message, at: Instant, budget: Budget): Amendment {
  const { filed, posted, timeZone } = post;
  const change = changeIn(post);
  if (change.kind === "unchanged") return { message: shown, withdrawn: false, reply: null };
  const { headline } = posted.brief;
  const amended: Amended = { filed, change, headline, at, timeZone };
  return {
    message: amendMessage(shown, amended, budget),
    withdrawn: false,
    reply: amendmentReply(shown, amended),
  };
}

/**
 * What the latest revision changes in what a post shows. What was stored with the revision is what it
 * changes in the one before it, which may never have been shown.
 */
function changeIn({ posted, filed, wasWithdrawn, kept }: Outdated): Change {
  // Withdrawn by a version that kept nothing: there is nothing to give back, so that it is set anew.
  if (wasWithdrawn && kept === null) return { kind: "restored", details: [], note: null };
  const read = changeForReaders(posted.article, filed.article);
  const { change, revision } = filed.article;
  const isNext = revision === posted.article.revision + 1 && change?.kind !== "restored";
  return read.kind === "unchanged" || change === null || !isNext ? read : change;
}
