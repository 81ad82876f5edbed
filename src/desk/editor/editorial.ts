import type { Article } from "#core/article/article.ts";
import type { Decision } from "#core/article/decision.ts";
import { type HeldFields, heldReason, isKilled } from "#core/article/held.ts";
import type { Filed } from "#core/digest/edition.ts";
import type { Message } from "#core/message/message.ts";
import { plainMessage } from "#core/message/say.ts";
import { decidedAnswer, killQuestion } from "#core/reply/editorial-answer.ts";
import type { Question } from "#core/reply/front-desk.ts";
import { helpAnswer } from "#core/reply/help.ts";
import { choiceAnswer, nothingFound } from "#core/reply/list-answer.ts";
import type { Archive, Clock, LedgerEntry } from "#desk/port.ts";
import { pickArticle } from "#desk/reply/find-article.ts";
import type { AuditEntry, Decisions } from "./port.ts";
import { releaseUnread } from "./release-unread.ts";

export interface EditorialParts {
  readonly archive: Archive;
  readonly decisions: Decisions;
  readonly clock: Clock;
  readonly timeZone: string;
  /** Runs what reads an article and files its next revision while nothing else is filed. */
  readonly between: <T>(work: () => Promise<T>) => Promise<T>;
  /** Has what is posted amended now. */
  readonly chase: () => Promise<void>;
}

/** `/kill`: asks, then withdraws every posted copy. */
export async function kill(parts: EditorialParts, question: Question): Promise<Message> {
  const filed = await articleOf(parts, question);
  if ("sections" in filed) return filed;
  if (question.options.sure === "yes") return decide(parts, question, filed, "kill");
  const posts = await parts.decisions.postsOf(filed.article.id);
  return killQuestion(filed, posts.length, channelsOf(posts), parts.timeZone);
}

/** `/hold`: keeps an article back everywhere until it is released. */
export async function hold(parts: EditorialParts, question: Question): Promise<Message> {
  const filed = await articleOf(parts, question);
  return "sections" in filed ? filed : decide(parts, question, filed, "hold");
}

/**
 * `/release`: takes an editor's decision back. What its publisher holds, by an embargo or a kill, is
 * not an editor's to release; of such an article not even this much is said.
 */
export async function release(parts: EditorialParts, question: Question): Promise<Message> {
  const id = question.options.article?.trim().toLowerCase() ?? "";
  const released = await parts.between(async () => {
    const stored = await parts.archive.current(id);
    if (stored === null) return null;
    const readable = await releaseUnread(parts, question.asker, stored);
    const filed = readable ?? stored;
    if (filed.article.decision === undefined) return readable;
    const { decision, ...article } = filed.article;
    await file(parts, question, { ...filed, article }, { decided: "release", was: decision });
    return { ...filed, article };
  });
  if (released === null) return plainMessage(`No editor holds “${id}”. Name an article by its id.`);
  await parts.chase();
  const { brief, article } = released;
  const still = heldReason(article, parts.clock.now());
  if (still !== null) {
    return plainMessage("Released. Its publisher still holds it, so it is shown nowhere.");
  }
  return plainMessage(`Released: “${brief.headline}”. Posts that withheld it show it again.`);
}

/** The article that is meant, or what is answered where none is, or several are. */
async function articleOf(
  parts: EditorialParts,
  { command, options }: Question,
): Promise<Filed | Message> {
  const words = options.article?.trim() ?? "";
  if (words === "") return helpAnswer(command);
  const picked = await pickArticle(parts, words);
  if (picked.kind === "one") return picked.filed;
  if (picked.kind === "many") {
    return choiceAnswer(words, picked.fitting, parts.timeZone, command);
  }
  const held = await parts.archive.current(words);
  if (held?.article.decision !== undefined) {
    // What is held only can still be killed.
    if (command === "kill" && !isKilled(held.article)) return held;
    const done = isKilled(held.article) ? "killed" : "held";
    return plainMessage(`${words} is ${done} already, by ${held.article.decision.by}.`);
  }
  return nothingFound(`“${words}”`);
}

async function decide(
  parts: EditorialParts,
  question: Question,
  { article: { id } }: Filed,
  kind: Decision["kind"],
): Promise<Message> {
  const { archive, clock, decisions } = parts;
  const decision: Decision = { kind, by: question.asker.name, at: clock.now() };
  const posts = await decisions.postsOf(id);
  const decided = await parts.between(async () => {
    // A revision may have come since it was looked up; it may be held now by its publisher.
    const filed = await archive.current(id);
    const { decision: before, ...own } = filed?.article ?? NOTHING;
    const isOurs = before !== undefined || heldReason(own, clock.now()) === null;
    if (filed === null || !isOurs) return null;
    const article = { ...filed.article, decision };
    await file(parts, question, { ...filed, article }, { decided: kind, was: null });
    return filed;
  });
  if (decided === null) return nothingFound(`“${id}”`);
  await parts.chase();
  return decidedAnswer(kind, decided, posts.length);
}

const NOTHING: HeldFields = { status: "killed", announced: null, embargo: null };

interface Deed {
  readonly decided: Decision["kind"] | "release";
  readonly was: Decision | null;
}

/** Files the next revision, which differs in nothing but what was decided. */
async function file(
  { decisions, clock }: EditorialParts,
  { asker }: Question,
  { article: before, brief }: Filed,
  { decided, was }: Deed,
): Promise<void> {
  const at = clock.now();
  const rule = `${DONE[decided]} by ${asker.name}`;
  const article: Article = {
    ...before,
    revision: before.revision + 1,
    change: { kind: decided === "kill" ? "kill" : "restored", details: [], note: null },
  };
  const { id, path, contentHash } = article;
  const stage = STAGES[decided];
  const entry: LedgerEntry = { path, contentHash, stage, rule, at, articleId: id };
  const what =
    was === null ? id : `${id}, which ${was.by} had ${was.kind === "kill" ? "killed" : "held"}`;
  const audit: AuditEntry = {
    at,
    by: asker.id,
    name: asker.name,
    did: `${VERBS[decided]} ${what}`,
  };
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
    return `${channel} on ${PLATFORMS[platform] ?? platform}`;
  });
  return [...new Set(names)];
}

const PLATFORMS: Readonly<Record<string, string>> = {
  slack: "Slack",
  discord: "Discord",
  preview: "the page",
};
