import type { Article } from "#core/article/article.ts";
import { type Audience, audienceOf, isFor, mayRead, type Readers } from "#core/article/audience.ts";
import type { Change } from "#core/article/change.ts";
import { heldReason, isKilled } from "#core/article/held.ts";
import type { Instant } from "#core/article/instant.ts";
import { changeForReaders } from "#core/change/revision.ts";
import { type Amended, amendMessage, amendmentReply, isDrawnAlike } from "#core/message/amend.ts";
import { mendedIn } from "#core/message/mended.ts";
import type { Budget, Message } from "#core/message/message.ts";
import { picturedAnew } from "#core/message/picture.ts";
import { timeMoment } from "#core/message/say.ts";
import { withoutKept } from "#core/message/unread.ts";
import {
  giveBack,
  type Kept,
  releasedReply,
  type Withdrawal,
  type Withdrawn,
  withdrawMessage,
  withdrawnReply,
} from "#core/message/withdraw.ts";
import type { Amendment, StandingItem } from "./port/corrections.ts";

/** Of the place in which a post stands: what a message may hold there, and who reads it. */
export interface PlaceOf {
  readonly budget: Budget;
  readonly readers: Readers;
}

/** What becomes of an outdated post. */
export function amendmentOf(
  post: StandingItem,
  now: Instant,
  { budget, readers }: PlaceOf,
): Amendment {
  const how = withdrawalNow(post.filed.article, now, readers);
  if (how !== null) return withdraw(post, withdrawnOf(post, how, now, readers), budget);
  return post.kept === null
    ? revise(post, post.message, now, { budget, readers })
    : release(post, post.kept, now, { budget, readers });
}

/** A new version may not be for those who have the one before it: then they have neither. */
function withdrawalNow(article: Article, now: Instant, readers: Readers): Withdrawal | null {
  if (isKilled(article)) return "killed";
  return heldReason(article, now) === null && mayRead(article, readers) ? null : "held";
}

/** What the place showed when others read it is not named to those who read it now. */
function withdrawnOf(
  { posted, known, timeZone }: StandingItem,
  how: Withdrawal,
  at: Instant,
  readers: Readers,
): Withdrawn {
  const unnamed = !mayRead((known ?? posted).article, readers);
  const called = { ...(known !== undefined && { known }), ...(unnamed && { unnamed }) };
  return { posted, how, at, timeZone, ...called };
}

/** What is withdrawn already, and is withdrawn in the same way, needs no second word. */
function withdraw(post: StandingItem, withdrawn: Withdrawn, budget: Budget): Amendment {
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
function release(post: StandingItem, kept: Kept, now: Instant, place: PlaceOf): Amendment {
  const shown = giveBack(post.message, post.filed.article.id, kept);
  const revised = revise(post, shown, now, place);
  const withdrawn = withdrawnOf(post, kept.how, now, place.readers);
  return { ...revised, reply: revised.reply ?? releasedReply(shown, withdrawn) };
}

/** A revision in which a reader of the post finds nothing else leaves it as it is, but for its picture. */
function revise(
  post: StandingItem,
  given: Message,
  at: Instant,
  { budget, readers }: PlaceOf,
): Amendment {
  const { filed, posted, timeZone } = post;
  // Others may have read the place when the post was drawn.
  const shown = withoutKept(given, readers.audience);
  const change = changeIn(post, readers);
  const amended = { filed, headline: posted.brief.headline, for: bothFor(post, change, readers) };
  if (change.kind === "unchanged") {
    const moment = timeMoment(at, timeZone);
    const isAlike = () => isDrawnAlike(shown, filed, posted.brief, timeZone);
    const mended = isMended(post) ? mendedIn(shown, posted, filed, isAlike) : null;
    if (mended === null) {
      const message = picturedAnew(shown, filed.article, moment, budget);
      return { message, withdrawn: false, reply: null };
    }
    const { details } = mended;
    const told: Change = { kind: "mended", details, note: null };
    return amendedSo(shown, { ...amended, change: told, mended, at, timeZone }, budget);
  }
  return amendedSo(shown, { ...amended, change, at, timeZone }, budget);
}

/** For whom both versions are that a line tells apart; where it tells of the later one alone, for whom that is. */
function bothFor({ posted, filed }: StandingItem, { kind }: Change, readers: Readers): Audience {
  const own = audienceOf(filed.article, readers);
  const before = kind === "restored" ? own : audienceOf(posted.article, readers);
  return isFor(own, before) ? before : own;
}

/** Of one text two briefs differ by what an editor mended. */
function isMended({ posted, filed }: StandingItem): boolean {
  const [before, now] = [posted.article.mendings, filed.article.mendings];
  return before !== undefined || now !== undefined;
}

function amendedSo(shown: Message, amended: Amended, budget: Budget): Amendment {
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
function changeIn({ posted, filed, wasWithdrawn, kept }: StandingItem, readers: Readers): Change {
  // Withdrawn by a version that kept nothing: there is nothing to give back, so that it is set anew.
  if (wasWithdrawn && kept === null) return { kind: "restored", details: [], note: null };
  // What was for others is told to these by nothing, not by what is different now either.
  if (!mayRead(posted.article, readers)) return { kind: "restored", details: [], note: null };
  const read = changeForReaders(posted.article, filed.article);
  const { change, revision } = filed.article;
  const isNext = revision === posted.article.revision + 1 && change?.kind !== "restored";
  return read.kind === "unchanged" || change === null || !isNext ? read : change;
}
