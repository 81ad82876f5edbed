import type { Article } from "#core/article/article.ts";
import { nextState } from "#core/article/copy-version.ts";
import type { Decision } from "#core/article/decision.ts";
import { heldReason, isKilled } from "#core/article/held.ts";
import type { Filed } from "#core/digest/edition.ts";
import { platformLabel } from "#core/digest/subscription.ts";
import type { Message } from "#core/message/message.ts";
import { plainMessage } from "#core/message/say.ts";
import { decidedAnswer, killQuestion, type PostCounts } from "#core/reply/editorial-answer.ts";
import type { Question } from "#core/reply/front-desk.ts";
import { helpFor } from "#core/reply/help.ts";
import { choiceAnswer, nothingFound } from "#core/reply/list-answer.ts";
import type { Clock } from "#desk/port/clock.ts";
import type { Decisions, PostedPlace } from "#desk/port/decisions.ts";
import type { LedgerEntry } from "#desk/port/ledger.ts";
import type { AuditEntry } from "#desk/port/standing-orders.ts";
import type { UnitOfWork } from "#desk/port/unit-of-work.ts";
import { pickFromAll } from "#desk/reply/find-held.ts";
import { inSight, type Sight, type SightParts } from "./in-sight.ts";

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
  const standing = posts.filter(({ state }) => state !== "waits");
  return killQuestion(sight.told(filed), countsOf(posts), channelsOf(standing), parts.timeZone);
}

/** `/hold`: keeps an article back everywhere until it is released. */
export async function hold(parts: EditorialParts, question: Question): Promise<Message> {
  const filed = await articleOf(parts, question, inSight(parts, question));
  return "sections" in filed ? filed : decide(parts, question, filed, "hold");
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

/** Which of several is meant, with why each is held. */
export function choiceOf(
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

export function alreadyAnswer(article: Article): Message {
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
  const { store, clock } = parts;
  const { filed: decided, posts } = await store.transaction(async (tx) => {
    // A revision may have come since it was looked up.
    const filed = await tx.archive.current(id);
    if (filed === null || isDone(filed.article, kind)) return { filed, posts: [] };
    // What was let go before stays so when this is released.
    const released = filed.article.decision?.released;
    const own = { kind, by: question.asker.name, at: clock.now() };
    const decision: Decision = released === undefined ? own : { ...own, released };
    const article = { ...filed.article, decision };
    await file({ ...tx, clock }, question, { ...filed, article }, kind, id);
    // Within it: what is posted later was looked at once more, and goes without it.
    return { filed: { ...filed, article }, posts: await tx.decisions.postsOf(id) };
  });
  if (decided === null) return nothingFound(`“${id}”`);
  if (decided.article.decision?.kind !== kind) return alreadyAnswer(decided.article);
  await parts.chase();
  return decidedAnswer(kind, inSight(parts, question).told(decided), countsOf(posts));
}

function countsOf(posts: readonly PostedPlace[]): PostCounts {
  const of = (state: PostedPlace["state"]) => posts.filter((one) => one.state === state).length;
  return { stand: of("stands"), underWay: of("on-its-way"), wait: of("waits") };
}

/** Files the next revision, which differs in nothing but what was decided. */
export async function file(
  { decisions, clock }: Pick<EditorialParts, "decisions" | "clock">,
  { asker }: Question,
  { article: before, brief }: Filed,
  decided: Decision["kind"],
  what: string,
): Promise<void> {
  const at = clock.now();
  const kind = decided === "kill" ? "kill" : "restored";
  const made = { at, by: asker.name };
  const article = nextState(before, before, { kind, details: [], note: null }, made);
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
