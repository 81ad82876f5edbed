import { isEditor } from "#core/access/role.ts";
import { isFor } from "#core/article/audience.ts";
import { knownTo } from "#core/digest/channel.ts";
import type { Filed } from "#core/digest/edition.ts";
import { verdict } from "#core/digest/verdict.ts";
import type { Message } from "#core/message/message.ts";
import type { Question } from "#core/reply/front-desk.ts";
import { helpFor } from "#core/reply/help.ts";
import { choiceAnswer } from "#core/reply/list-answer.ts";
import { storySection } from "#core/reply/story-answer.ts";
import { heldSpans, unknownFile, whyAnswer } from "#core/reply/why-answer.ts";
import type { LedgerEntry } from "#desk/port/ledger.ts";
import { toldElsewhere } from "./elsewhere.ts";
import { saidWithdrawn } from "./find-article.ts";
import { pickFromAll } from "./find-held.ts";
import { notAPage, pageOf } from "./options.ts";
import type { ReplyParts } from "./parts.ts";
import { storyOf } from "./story.ts";
import { whyShown } from "./why-shown.ts";

/** The latest of them: a file that changes every minute has a long history. */
const MOST_STEPS = 200;

/**
 * `/why`: what became of an article, or of the file at a path. What the ledger says is for editors alone: it tells of notes from
 * desk to desk, of who decided, of files that nobody could read, and of channels and revisions that others may not see.
 */
export async function why(parts: ReplyParts, question: Question): Promise<Message> {
  const words = question.options.article?.trim() ?? "";
  if (words === "") return helpFor(question, "why");
  return isEditor(question.asker)
    ? fromLedger(parts, question, words)
    : whyShown(parts, question, words);
}

async function fromLedger(parts: ReplyParts, question: Question, words: string): Promise<Message> {
  const byPath = await parts.ledger.history(words);
  if (byPath.length > 0)
    return (await ofFile(parts, words, byPath, question)) ?? unknown(parts, words);
  const picked = await pickFromAll(parts, parts.heldCopy, words);
  if (picked.kind === "none") return (await saidWithdrawn(parts, words)) ?? unknown(parts, words);
  if (picked.kind === "many") return choiceAnswer(words, picked.fitting, parts.timeZone, "why");
  const { filed } = picked;
  const { path } = filed.article;
  const entries = await ofThisPlace(parts, filed, await parts.ledger.history(path));
  return answer(parts, { path, entries, filed }, question);
}

/** Another story may have lain at the path before, which is not for this place. */
async function ofThisPlace(
  parts: ReplyParts,
  { article }: Filed,
  entries: readonly LedgerEntry[],
): Promise<readonly LedgerEntry[]> {
  const others = new Set(entries.flatMap(({ articleId }) => articleId ?? []));
  const hidden = new Set<string>();
  for (const id of others) {
    if (id === article.id || (await parts.archive.get(id, parts.clock.now())) !== null) continue;
    const held = (await parts.heldCopy?.heldArticle(id, parts.clock.now())) ?? null;
    if (held === null) hidden.add(id);
  }
  return entries.filter(({ articleId }) => articleId === null || !hidden.has(articleId));
}

/**
 * What an edition carried, in which order and in whose stead, is told of channels alone that may be read here: a number tells how much
 * stands above it, which may be what is not for this place.
 */
function ofOpenChannels(
  { channels, readers }: ReplyParts,
  entries: readonly LedgerEntry[],
): readonly LedgerEntry[] {
  if (readers.audience === "internal") return entries;
  const open = channels().filter(({ audience }) => isFor(audience, readers.audience));
  return entries.filter(
    ({ stage, rule }) =>
      !OF_CHANNELS.has(stage) || open.some(({ name }) => namesChannel(rule, name)),
  );
}

const OF_CHANNELS: ReadonlySet<LedgerEntry["stage"]> = new Set(["posted", "told", "left-out"]);

/** Reads: in the 07:07 edition of desk on Slack, number 2: …; of desk, by Ines */
function namesChannel(rule: string, name: string): boolean {
  return rule.startsWith(`of ${name},`) || rule.includes(` edition of ${name} on `);
}

function unknown({ readers }: ReplyParts, words: string): Message {
  return toldElsewhere(unknownFile(words), readers);
}

/** `null` where one of its stories may not be shown: even that it lies there is the business of those who may see it alone. */
async function ofFile(
  parts: ReplyParts,
  path: string,
  entries: readonly LedgerEntry[],
  question: Question,
): Promise<Message | null> {
  const { archive, clock, heldCopy } = parts;
  const ids = new Set(entries.flatMap(({ articleId }) => articleId ?? []));
  const shown: Filed[] = [];
  for (const id of ids) {
    const filed = await archive.get(id, clock.now());
    if (filed !== null) {
      shown.push(filed);
      continue;
    }
    const held = (await heldCopy?.heldArticle(id, clock.now())) ?? null;
    if (held !== null) shown.push(held);
    else if (await parts.isStored(id)) return null;
  }
  const filed = shown.length === 1 ? (shown[0] ?? null) : null;
  return answer(parts, { path, entries, filed }, question);
}

interface Traced {
  readonly path: string;
  readonly entries: readonly LedgerEntry[];
  /** `null`: it became several articles, or none. */
  readonly filed: Filed | null;
}

async function answer(
  parts: ReplyParts,
  { path, entries, filed }: Traced,
  question: Question,
): Promise<Message> {
  const { channels, timeZone } = parts;
  const verdicts =
    filed === null
      ? []
      : knownTo(channels(), question.asker.id).map((channel) => {
          const judged = verdict(filed, channel);
          return {
            channel: channel.name,
            carried: judged.carried,
            rule: judged.carried ? "" : judged.rule,
          };
        });
  const number = pageOf(question);
  if (number === null) return notAPage(question);
  const { command, options } = question;
  const message = whyAnswer({
    ...{ path, headline: filed?.brief.headline ?? null, channels: verdicts, timeZone },
    state: filed === null ? null : heldSpans(filed.article, parts.clock.now(), timeZone),
    steps: ofOpenChannels(parts, entries).slice(-MOST_STEPS),
    page: { command, options, number },
  });
  const story = filed === null || number > 1 ? null : await storyOf(parts, filed);
  if (story === null) return message;
  return { ...message, sections: [...message.sections, storySection(story, timeZone)] };
}
