import type { ArticleId } from "#core/article/article.ts";
import { withMending, withoutMending } from "#core/brief/mendings.ts";
import type { Message } from "#core/message/message.ts";
import { plainMessage } from "#core/message/say.ts";
import type { Question } from "#core/reply/front-desk.ts";
import { nothingFound } from "#core/reply/list-answer.ts";
import { type BenchShown, benchAnswer, speakersAnswer } from "#core/reply/mend-answer.ts";
import { type MendWish, readMendWish } from "#core/reply/mend-order.ts";
import { pageOf } from "#desk/reply/options.ts";
import { articleOf, type EditorialParts } from "./editorial.ts";
import { inSight } from "./in-sight.ts";
import { createMendDesk, type MendDesk, type MendOrder, type OnTheBench } from "./mending.ts";

/** `/mend`: an article's brief with all that can be mended in it; or mends one thing, and shows it as it is then. */
export async function mend(parts: EditorialParts, question: Question): Promise<Message> {
  const sight = inSight(parts, question);
  const found = await articleOf(parts, question, sight);
  if ("sections" in found) return found;
  const { id } = found.article;
  // What its brief says is for another place: here it is as if it were not there.
  if (!sight.mayName(found)) return nothingFound(`“${question.options.article?.trim() ?? ""}”`);
  const desk = createMendDesk(parts);
  const bench = await desk.look(id);
  if (bench === null) return nothingFound(`“${id}”`);
  const wish = readMendWish(question.options, bench.filed.brief, bench.choices);
  const shown = shownTo(parts, question, bench);
  if (wish.kind === "look") return benchAnswer(shown);
  if (isStale(question, bench)) return benchAnswer(shown, [STALE]);
  if (wish.kind === "unread") return benchAnswer(shown, [wish.says]);
  if (wish.kind === "speakers") return speakersAnswer(shown, wish.quote);
  return carryOut(parts, question, desk, bench, wish);
}

/** A menu that stands since another revision names words that may stand elsewhere now. */
function isStale({ options }: Question, { filed }: OnTheBench): boolean {
  const { revision } = options;
  return revision !== undefined && Number(revision) !== filed.article.revision;
}

const STALE =
  "It has changed since you looked at it, so nothing was mended. This is how it stands now.";

function shownTo(
  { timeZone }: EditorialParts,
  question: Question,
  { filed, choices }: OnTheBench,
): BenchShown {
  return { filed, choices, timeZone, page: pageOf(question) ?? 1 };
}

async function carryOut(
  parts: EditorialParts,
  question: Question,
  desk: MendDesk,
  { filed: before }: OnTheBench,
  wish: Extract<MendWish, { readonly kind: "mend" | "undo" }>,
): Promise<Message> {
  const { id, revision } = before.article;
  const outcome = await desk.mend({ id, by: question.asker, revision, list: listOf(wish) });
  if (outcome.kind === "gone") return nothingFound(`“${id}”`);
  if (outcome.kind === "killed") return plainMessage(`${id} is killed, and shown nowhere.`);
  const said = () => {
    switch (outcome.kind) {
      case "mended":
        return [`Done: ${outcome.did.join("; ")}.`, FOLLOWS];
      case "unchanged":
        return ["The brief is so already."];
      case "refused":
        return ["It cannot be mended so.", ...outcome.faults];
      case "stale":
        return [STALE];
    }
  };
  return lookAgain(parts, question, desk, id, said());
}

const FOLLOWS =
  "Posts that show it say “Corrected by the desk”; a later version keeps it where the words still stand.";

function listOf(wish: Extract<MendWish, { readonly kind: "mend" | "undo" }>): MendOrder["list"] {
  if (wish.kind === "mend") return (before, written) => withMending(before, wish.mending, written);
  const { key } = wish;
  return (before) => (key === null ? [] : withoutMending(before, key));
}

async function lookAgain(
  parts: EditorialParts,
  question: Question,
  desk: MendDesk,
  id: ArticleId,
  said: readonly string[],
): Promise<Message> {
  const bench = await desk.look(id);
  return bench === null
    ? nothingFound(`“${id}”`)
    : benchAnswer(shownTo(parts, question, bench), said);
}
