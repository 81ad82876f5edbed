import type { Article } from "#core/article/article.ts";
import type { Decision } from "#core/article/decision.ts";
import { type Hold, heldReason, holdsAt } from "#core/article/held.ts";
import { knownTo } from "#core/digest/channel.ts";
import type { Filed } from "#core/digest/edition.ts";
import { verdict } from "#core/digest/verdict.ts";
import type { Message } from "#core/message/message.ts";
import { byClock, plainMessage } from "#core/message/say.ts";
import { releasedAnswer, releaseQuestion, stillHeldAnswer } from "#core/reply/editorial-answer.ts";
import type { Question } from "#core/reply/front-desk.ts";
import { helpFor } from "#core/reply/help.ts";
import { pickHeld } from "#desk/reply/find-held.ts";
import { alreadyAnswer, choiceOf, type EditorialParts, file } from "./editorial.ts";
import { inSight, type Sight } from "./in-sight.ts";
import { releaseUnread } from "./release-unread.ts";

/**
 * `/release`: takes an editor's decision back, and what is held because its file cannot be read; where
 * there is neither, lets go what the copy's own words hold, which are shown and asked about first; a
 * publisher's kill is nobody's to take back.
 */
export async function release(parts: EditorialParts, question: Question): Promise<Message> {
  const words = question.options.article?.trim() ?? "";
  if (words === "") return helpFor(question, "release");
  const sight = inSight(parts, question);
  const found = await pickHeld(sight.heldCopy, parts, words);
  const [only] = found;
  if (only === undefined) return plainMessage(`Nothing that is held fits “${words}”.`);
  if (found.length > 1) return choiceOf(parts, question, found);
  const { article } = only;
  if (isKilledForGood(article)) return alreadyAnswer(article);
  const { sure, revision } = question.options;
  // Nobody was shown anything where no revision is said: a yes alone is typed, or of a button that is older than this rule.
  const saidYes = sure === "yes" && revision !== undefined;
  const isShown = saidYes && revision === String(article.revision);
  if (wordsHolding(article, parts.clock.now()).length > 0 && !isShown)
    return asks(parts, question, only, saidYes);
  return letGo(parts, question, only);
}

/** @param isNewer somebody has said yes to other words of it */
function asks(parts: EditorialParts, question: Question, filed: Filed, isNewer: boolean): Message {
  const sight = inSight(parts, question);
  const holds = wordsHolding(filed.article, parts.clock.now());
  const rules = [...new Set(holds.map(({ rule }) => ruleTold(sight, filed, rule)))];
  const isEarly = holds.some(({ until }) => until !== null);
  const clock = { timeZone: parts.timeZone, now: parts.clock.now() };
  return releaseQuestion(sight.told(filed), { rules, isEarly, isNewer, ...clock });
}

async function letGo(
  parts: EditorialParts,
  question: Question,
  { article: { id, revision } }: Filed,
): Promise<Message> {
  const released = await parts.store.transaction(async (tx) => {
    // It may have been released, or killed, since it was looked up.
    const stored = await tx.archive.current(id);
    if (stored === null || heldReason(stored.article, parts.clock.now()) === null) return null;
    if (isKilledForGood(stored.article)) return stored;
    // Another version has come since its words were looked at.
    const isOther = stored.article.revision !== revision;
    if (isOther && wordsHolding(stored.article, parts.clock.now()).length > 0)
      return { newer: stored };
    const unit = { ...tx, clock: parts.clock };
    const readable = await releaseUnread(unit, question.asker, stored);
    if (readable !== null && !isDecided(stored.article)) return readable;
    const filed = readable ?? stored;
    const { decision, ...own } = filed.article;
    const next = releaseOf(filed.article, question.asker.name, parts.clock.now());
    const article = next === null ? own : { ...own, decision: next };
    await file(unit, question, { ...filed, article }, "release", whatHeld(filed.article, parts));
    return { ...filed, article };
  });
  if (released === null) return plainMessage(`Nothing holds “${id}” any more.`);
  if ("newer" in released) return asks(parts, question, released.newer, true);
  await parts.chase();
  const still = heldReason(released.article, parts.clock.now());
  const sight = inSight(parts, question);
  if (still === null) {
    const carriers = sight.mayName(released) ? carriersOf(parts, question, released) : null;
    return releasedAnswer(sight.told(released), carriers);
  }
  const told = ruleTold(sight, released, still.rule);
  const rule = byClock(told, parts.timeZone, parts.clock.now());
  return stillHeldAnswer(released, rule, released.article.status !== "killed");
}

/** The channels that somebody knows of and that may carry an article: by who reads them, and by what they have ordered. */
function carriersOf(
  { live }: Pick<EditorialParts, "live">,
  { asker }: Question,
  filed: Filed,
): readonly string[] {
  return knownTo(live.list(), asker.id)
    .filter((channel) => verdict(filed, channel).carried)
    .map(({ name }) => name);
}

/** A rule tells the words that hold an article. */
function ruleTold({ mayName }: Sight, filed: Filed, rule: string): string {
  return mayName(filed) ? rule : "Words of its own hold it";
}

/** By its publisher; a decision of an editor's over it can be taken back, and changes nothing. */
function isKilledForGood(article: Article): boolean {
  return article.status === "killed" && !isDecided(article);
}

function isDecided({ decision }: Pick<Article, "decision">): boolean {
  return decision !== undefined && decision.kind !== "release";
}

/** What a release lets go where there is no decision and no unread file, which go first and by themselves. */
function wordsHolding(article: Article, at: number): readonly Hold[] {
  return isDecided(article) || article.unread !== undefined ? [] : holdsAt(article, at);
}

/** What stands in the place of a decision once it is released; `null` for nothing. */
function releaseOf(article: Article, by: string, at: number): Decision | null {
  const before = article.decision?.released ?? [];
  const own = wordsHolding(article, at).map(({ key }) => key);
  const released = [...new Set([...before, ...own])];
  return released.length === 0 ? null : { kind: "release", by, at, released };
}

/** For the audit: who had held it, or the words that did. */
function whatHeld(article: Article, { clock }: Pick<EditorialParts, "clock">): string {
  const { decision, id } = article;
  if (decision !== undefined && decision.kind !== "release") {
    return `${id}, which ${decision.by} had ${decision.kind === "kill" ? "killed" : "held"}`;
  }
  const rules = holdsAt(article, clock.now()).map(({ rule }: Hold) => rule);
  return `${id}. ${rules.join("; ")}`;
}
