import type { Article } from "#core/article/article.ts";
import type { Decision } from "#core/article/decision.ts";
import { type Hold, heldReason, holdsAt, isKilled } from "#core/article/held.ts";
import type { Filed } from "#core/digest/edition.ts";
import { platformLabel } from "#core/digest/subscription.ts";
import type { Message } from "#core/message/message.ts";
import { plainMessage } from "#core/message/say.ts";
import {
  decidedAnswer,
  killQuestion,
  releasedAnswer,
  releaseQuestion,
  stillHeldAnswer,
} from "#core/reply/editorial-answer.ts";
import type { Question } from "#core/reply/front-desk.ts";
import { helpFor } from "#core/reply/help.ts";
import { choiceAnswer, nothingFound } from "#core/reply/list-answer.ts";
import type { Clock } from "#desk/port/clock.ts";
import type { Decisions } from "#desk/port/decisions.ts";
import type { LedgerEntry } from "#desk/port/ledger.ts";
import type { AuditEntry } from "#desk/port/standing-orders.ts";
import type { UnitOfWork } from "#desk/port/unit-of-work.ts";
import { pickFromAll, pickHeld } from "#desk/reply/find-held.ts";
import { inSight, type Sight, type SightParts } from "./in-sight.ts";
import { releaseUnread } from "./release-unread.ts";

export interface EditorialParts extends SightParts {
  readonly decisions: Decisions;
  readonly clock: Clock;
  readonly timeZone: string;
  /** What is decided about an article is looked up and filed in one, whoever files something meanwhile. */
  readonly store: UnitOfWork;
  /** Has what is posted amended now. */
  readonly chase: () => Promise<void>;
}

/** `/kill`: asks, then withdraws every posted copy. */
export async function kill(parts: EditorialParts, question: Question): Promise<Message> {
  const sight = inSight(parts, question);
  const filed = await articleOf(parts, question, sight);
  if ("sections" in filed) return filed;
  if (question.options.sure === "yes") return decide(parts, question, filed, "kill");
  const posts = await parts.decisions.postsOf(filed.article.id);
  return killQuestion(sight.told(filed), posts.length, channelsOf(posts), parts.timeZone);
}

/** `/hold`: keeps an article back everywhere until it is released. */
export async function hold(parts: EditorialParts, question: Question): Promise<Message> {
  const filed = await articleOf(parts, question, inSight(parts, question));
  return "sections" in filed ? filed : decide(parts, question, filed, "hold");
}

/**
 * `/release`: takes an editor's decision back, and what is held because its file cannot be read; where
 * there is neither, lets go what the copy's own words hold. An embargo that has a moment is asked about
 * first; a publisher's kill is nobody's to take back.
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
  const ahead = wordsHolding(article, parts.clock.now()).find(({ until }) => until !== null);
  if (ahead !== undefined && question.options.sure !== "yes") {
    return releaseQuestion(sight.told(only), ruleTold(sight, only, ahead.rule), parts.timeZone);
  }
  return letGo(parts, question, only);
}

async function letGo(
  parts: EditorialParts,
  question: Question,
  { article: { id } }: Filed,
): Promise<Message> {
  const released = await parts.store.transaction(async (tx) => {
    // It may have been released, or killed, since it was looked up.
    const stored = await tx.archive.current(id);
    if (stored === null || heldReason(stored.article, parts.clock.now()) === null) return null;
    if (isKilledForGood(stored.article)) return stored;
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
  await parts.chase();
  const still = heldReason(released.article, parts.clock.now());
  const sight = inSight(parts, question);
  if (still === null) return releasedAnswer(sight.told(released));
  const rule = ruleTold(sight, released, still.rule);
  return stillHeldAnswer(released, rule, released.article.status !== "killed");
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

/** The article that is meant, held or not, or what is answered where none is, or several are. */
export async function articleOf(
  parts: EditorialParts,
  question: Question,
  sight: Sight,
): Promise<Filed | Message> {
  const { command, options } = question;
  const words = options.article?.trim() ?? "";
  if (words === "") return helpFor(question, command);
  const picked = await pickFromAll({ ...parts, archive: sight.archive }, sight.heldCopy, words);
  if (picked.kind === "none") return nothingFound(`“${words}”`);
  if (picked.kind === "many") return choiceOf(parts, question, picked.fitting);
  return isDone(picked.filed.article, command) ? alreadyAnswer(picked.filed.article) : picked.filed;
}

function choiceOf(
  { clock, timeZone }: EditorialParts,
  { command, options }: Question,
  fitting: readonly Filed[],
): Message {
  const words = options.article?.trim() ?? "";
  return choiceAnswer(words, fitting, timeZone, command, ({ article }) => {
    return heldReason(article, clock.now())?.rule ?? null;
  });
}

/** What is held can still be killed. */
function isDone(article: Article, command: string): boolean {
  return isKilled(article) || (command === "hold" && article.decision?.kind === "hold");
}

function alreadyAnswer(article: Article): Message {
  const done = isKilled(article) ? "killed" : "held";
  const { decision, status } = article;
  const by = status === "killed" || decision === undefined ? "its publisher" : decision.by;
  return plainMessage(`${article.id} is ${done} already, by ${by}.`);
}

async function decide(
  parts: EditorialParts,
  question: Question,
  { article: { id } }: Filed,
  kind: "hold" | "kill",
): Promise<Message> {
  const { store, clock, decisions } = parts;
  const posts = await decisions.postsOf(id);
  const decided = await store.transaction(async (tx) => {
    // A revision may have come since it was looked up.
    const filed = await tx.archive.current(id);
    if (filed === null || isDone(filed.article, kind)) return filed;
    // What was let go before stays so when this is released.
    const released = filed.article.decision?.released;
    const own = { kind, by: question.asker.name, at: clock.now() };
    const decision: Decision = released === undefined ? own : { ...own, released };
    const article = { ...filed.article, decision };
    await file({ ...tx, clock }, question, { ...filed, article }, kind, id);
    return { ...filed, article };
  });
  if (decided === null) return nothingFound(`“${id}”`);
  if (decided.article.decision?.kind !== kind) return alreadyAnswer(decided.article);
  await parts.chase();
  return decidedAnswer(kind, inSight(parts, question).told(decided), posts.length);
}

/** Files the next revision, which differs in nothing but what was decided. */
async function file(
  { decisions, clock }: Pick<EditorialParts, "decisions" | "clock">,
  { asker }: Question,
  { article: before, brief }: Filed,
  decided: Decision["kind"],
  what: string,
): Promise<void> {
  const at = clock.now();
  const article: Article = {
    ...before,
    revision: before.revision + 1,
    change: { kind: decided === "kill" ? "kill" : "restored", details: [], note: null },
  };
  const { id, path, contentHash } = article;
  const still = decided === "release" ? heldReason(article, at) : null;
  const stage = still === null ? STAGES[decided] : "held";
  const rule = `${DONE[decided]} by ${asker.name}${still === null ? "" : `. ${still.rule}`}`;
  const entry: LedgerEntry = { path, contentHash, stage, rule, at, articleId: id };
  const did = `${VERBS[decided]} ${what}`;
  const audit: AuditEntry = { at, by: asker.id, name: asker.name, did };
  await decisions.decide(article, brief, [entry], audit);
}

const DONE = { kill: "Killed", hold: "Held", release: "Released" };
const VERBS = { kill: "killed", hold: "held", release: "released" };
const STAGES = { kill: "killed", hold: "held", release: "briefed" } as const;

/** `front-page on Slack` */
export function channelsOf(
  posts: readonly { readonly subscription: string; readonly platform: string }[],
): readonly string[] {
  const names = posts.map(({ subscription, platform }) => {
    const channel = subscription.split("@", 1)[0] ?? subscription;
    return `${channel} on ${platformLabel(platform)}`;
  });
  return [...new Set(names)];
}
