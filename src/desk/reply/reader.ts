import { isEditor } from "#core/access/role.ts";
import { copyVersion } from "#core/article/copy-version.ts";
import type { Filed } from "#core/digest/edition.ts";
import type { Message } from "#core/message/message.ts";
import { briefAnswer, factsAnswer, quotesAnswer, textAnswer } from "#core/reply/article-answer.ts";
import type { CommandName } from "#core/reply/command.ts";
import { contextAnswer } from "#core/reply/context-answer.ts";
import type { Question } from "#core/reply/front-desk.ts";
import { helpFor } from "#core/reply/help.ts";
import { digest } from "./digest.ts";
import { aboutArticle, saidWithdrawn } from "./find-article.ts";
import { search, timeline } from "./library.ts";
import type { DeskParts, Handler, ReplyParts } from "./parts.ts";
import { partsAt } from "./parts-at.ts";
import { lastVersion, revisionsSeen } from "./revisions.ts";
import { storyOf } from "./story.ts";
import { factsFound, quotesFound } from "./told.ts";
import { why } from "./why.ts";

/** How many revisions a brief tells of. */
const MOST_REVISIONS = 10;

type ReaderCommand = Extract<
  CommandName,
  | "brief"
  | "quotes"
  | "facts"
  | "text"
  | "context"
  | "search"
  | "digest"
  | "timeline"
  | "why"
  | "help"
>;

/** What anyone may ask: each is answered from what may be shown to them, where they ask. */
export function readerHandlers(parts: DeskParts): Readonly<Record<ReaderCommand, Handler>> {
  const answers = Object.entries(ANSWERS).map(([command, answer]) => {
    const handler: Handler = (question) => answer(partsAt(parts, question), question);
    return [command, handler] as const;
  });
  // `ANSWERS` has one for each.
  return Object.fromEntries(answers) as Record<ReaderCommand, Handler>;
}

type Answer = (parts: ReplyParts, question: Question) => Promise<Message>;

const ANSWERS: Readonly<Record<ReaderCommand, Answer>> = {
  brief: (parts, question) =>
    aboutArticle(parts, question, (filed) => brief(parts, question, filed)),
  quotes: async (parts, question) =>
    (await ofOneArticle(parts, question.options.speaker, quotesAnswer)) ??
    quotesFound(parts, question),
  facts: async (parts, question) =>
    (await ofOneArticle(parts, question.options.about, factsAnswer)) ?? factsFound(parts, question),
  text: (parts, question) =>
    aboutArticle(parts, question, (filed) => textAnswer(filed, parts.timeZone)),
  context: (parts, question) =>
    aboutArticle(parts, question, (filed) =>
      contextAnswer(filed, question.options.part ?? "", parts.timeZone),
    ),
  search,
  digest,
  timeline,
  why,
  help: async (_parts, question) => helpFor(question, question.options.command ?? null),
};

async function brief(parts: ReplyParts, question: Question, filed: Filed): Promise<Message> {
  const { archive, clock, timeZone } = parts;
  const forEditor = isEditor(question.asker);
  const seeing = { now: clock.now(), most: MOST_REVISIONS, isEditor: forEditor };
  const revisions = await revisionsSeen(archive, filed, seeing);
  const texts = lastVersion(revisions, copyVersion(filed.article));
  return briefAnswer(
    { ...filed, article: { ...filed.article, texts } },
    {
      timeZone,
      internal: parts.readers.audience === "internal",
      ...(forEditor && { forEditor: true as const }),
      story: await storyOf(parts, filed),
      revisions,
    },
  );
}

/** Buttons below an article ask for its own quotes and facts by its id: `quotes a1b2c3`. */
async function ofOneArticle(
  parts: ReplyParts,
  id: string | undefined,
  answer: (filed: Filed, timeZone: string) => Message,
): Promise<Message | null> {
  const { archive, clock, timeZone } = parts;
  if (id === undefined || !/^[a-z0-9]{1,16}$/u.test(id)) return null;
  const filed = await archive.get(id, clock.now());
  if (filed === null) return saidWithdrawn(parts, id);
  return answer(filed, timeZone);
}
