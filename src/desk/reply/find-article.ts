import type { Filed } from "#core/digest/edition.ts";
import type { Message } from "#core/message/message.ts";
import { plainMessage } from "#core/message/say.ts";
import type { Question } from "#core/reply/front-desk.ts";
import { choiceAnswer, nothingFound } from "#core/reply/list-answer.ts";
import { type Slip, withSlips } from "#core/reply/slip-answer.ts";
import { ANYTHING } from "#core/reply/sought.ts";
import { withdrawnAnswer } from "#core/reply/withdrawn-answer.ts";
import type { ShownCopy } from "#desk/port/shown-copy.ts";
import { toldElsewhere } from "./elsewhere.ts";
import type { ReplyParts } from "./parts.ts";
import { whatWasMeant } from "./slips.ts";

export const MOST_CHOICES = 5;
export const ID = /^[a-z0-9]{1,16}$/;

/** What a reader's words for an article lead to. */
export type Picked =
  | { readonly kind: "one"; readonly filed: Filed }
  | { readonly kind: "many"; readonly fitting: readonly Filed[] }
  | { readonly kind: "none" };

/** Where articles are looked for that somebody names. */
export type Looked = Pick<ShownCopy, "get" | "search">;

/** Finds the article that is meant by its id or by words of its headline or text. */
export async function pickArticle(
  { archive, clock }: { readonly archive: Looked } & Pick<ReplyParts, "clock">,
  words: string,
): Promise<Picked> {
  const now = clock.now();
  const named = ID.test(words) ? await archive.get(words, now) : null;
  if (named !== null) return { kind: "one", filed: named };
  const found = await archive.search(words, now, MOST_CHOICES);
  const meant = theOneMeant(words, found);
  if (meant !== null) return { kind: "one", filed: meant };
  return found.length === 0 ? { kind: "none" } : { kind: "many", fitting: found };
}

/** What a question leads to that names an article, where it is asked: words with a slip in them count by what was meant. */
export type Named =
  | { readonly kind: "one"; readonly filed: Filed; readonly slips: readonly Slip[] }
  /** Several fit: at least one. */
  | {
      readonly kind: "many";
      readonly words: string;
      readonly fitting: readonly Filed[];
      readonly slips: readonly Slip[];
    }
  | { readonly kind: "none" }
  /** It stands withdrawn where it was posted. */
  | { readonly kind: "withdrawn"; readonly answer: Message };

/** Finds the article that a question names, as it may be shown where it is asked. */
export async function namedArticle(parts: ReplyParts, question: Question): Promise<Named> {
  const words = question.options.article?.trim() ?? "";
  const picked = await pickArticle(parts, words);
  if (picked.kind === "none") {
    const answer = await saidWithdrawn(parts, words);
    return answer === null ? articleMeant(parts, question, words) : { kind: "withdrawn", answer };
  }
  return picked.kind === "many"
    ? { kind: "many", words, fitting: picked.fitting, slips: [] }
    : { kind: "one", filed: picked.filed, slips: [] };
}

/** The article that was meant by words that stand there in other forms, or with a slip in them. */
async function articleMeant(parts: ReplyParts, question: Question, typed: string): Promise<Named> {
  if (question.options.exact === "yes") return { kind: "none" };
  const sought = { ...ANYTHING, words: typed.split(/\s+/u) };
  const slice = { skip: 0, limit: MOST_CHOICES };
  const found = await parts.archive.find(sought, "best", parts.clock.now(), slice);
  const meant =
    found.length > 0
      ? { sought, found, slips: [] }
      : await whatWasMeant(parts, question, { sought, order: "best", slice });
  if (meant === null) return { kind: "none" };
  const fitting = meant.found;
  const words = meant.sought.words.join(" ");
  const filed = theOneMeant(words, fitting);
  const { slips } = meant;
  return filed === null ? { kind: "many", words, fitting, slips } : { kind: "one", filed, slips };
}

/** Answers about the article that a question names, or about the newest one. */
export async function aboutArticle(
  parts: ReplyParts,
  question: Question,
  answer: (filed: Filed) => Message | Promise<Message>,
): Promise<Message> {
  const { archive, clock, timeZone } = parts;
  const words = question.options.article?.trim() ?? "";
  if (words === "") {
    const [newest] = await archive.latest(clock.now(), 1);
    if (newest !== undefined) return answer(newest);
    const none = "No article has been taken in yet: put one into the watched folder or bucket.";
    return toldElsewhere(plainMessage(none), parts.readers);
  }
  const named = await namedArticle(parts, question);
  switch (named.kind) {
    case "one":
      return withSlips(await answer(named.filed), named.slips, question);
    case "many": {
      const choice = choiceAnswer(named.words, named.fitting, timeZone, question.command);
      return withSlips(choice, named.slips, question);
    }
    case "none":
      return toldElsewhere(nothingFound(`“${words}”`), parts.readers);
    case "withdrawn":
      return named.answer;
  }
}

/**
 * What is said of an article by its id, as a button names it, where posts that showed it withhold it;
 * `null` for anything else.
 */
export async function saidWithdrawn(
  { archive, clock, timeZone }: Pick<ReplyParts, "archive" | "clock" | "timeZone">,
  id: string,
): Promise<Message | null> {
  if (!ID.test(id)) return null;
  const since = await archive.withdrawal(id, clock.now());
  return since === null ? null : withdrawnAnswer(since.how, since.at, timeZone);
}

/** One article alone fits, or it alone has the words in its headline. */
function theOneMeant(words: string, found: readonly Filed[]): Filed | null {
  const [only] = found;
  if (only !== undefined && found.length === 1) return only;
  const parts = words.toLowerCase().split(/\s+/u);
  const titled = found.filter(({ brief }) =>
    parts.every((part) => brief.headline.toLowerCase().includes(part)),
  );
  return titled.length === 1 ? (titled[0] ?? null) : null;
}
