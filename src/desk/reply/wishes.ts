import { mayGive } from "#core/access/may-give.ts";
import { isAlert } from "#core/digest/channel.ts";
import type { Filed } from "#core/digest/edition.ts";
import { fold } from "#core/digest/fold.ts";
import { type TopicField, wordsText } from "#core/digest/topic.ts";
import type { Message } from "#core/message/message.ts";
import { section } from "#core/message/say.ts";
import { commandOf } from "#core/reply/command.ts";
import type { Asked } from "#core/reply/front-desk.ts";
import { choiceAnswer } from "#core/reply/list-answer.ts";
import { piecesOf } from "#core/reply/piece.ts";
import type { Reading } from "#core/reply/reading.ts";
import { soughtWords } from "#core/reply/understood.ts";
import { readWish, type Wish } from "#core/reply/wish.ts";
import { reportAnswer, saidWrong, wishAnswer } from "#core/reply/wish-answer.ts";
import { isFunctionWord } from "#core/text/word-class.ts";
import { MOST_CHOICES, pickArticle } from "./find-article.ts";
import { loosen } from "./loosen.ts";
import type { Handler, ReplyParts } from "./parts.ts";

/**
 * Offers what somebody wishes the bot to do: it is done by the button alone.
 * @returns `null` for a line that wishes nothing
 */
export async function answerWish(
  parts: ReplyParts,
  ask: Handler,
  line: string,
  asked: Asked,
): Promise<Message | null> {
  const { asker } = asked;
  // An editor ends the digest of a channel by it.
  const spec = commandOf("unsubscribe");
  const isEditors = spec !== null && mayGive(spec, asker, asked.channel ?? "");
  if (isEditors && /^\s*(?:\/?desk\s+)?unsubscribe\s*$/iu.test(line)) return null;
  const wish = readWish(line);
  if (wish === null) return null;
  // It asks before it removes anything, and says what that is.
  if (wish.kind === "forget") return ask({ ...asked, command: "forget", options: { who: "me" } });
  if (wish.kind === "report") return answerReport(parts, wish, asked);
  const own = parts.channels().filter(({ owner }) => owner === asker.id);
  const already = { digest: own.some((one) => !isAlert(one)), alerts: own.some(isAlert) };
  return wishAnswer(wish.kind === "less" ? await bySection(parts, wish) : wish, asked, already);
}

const TWO_DAYS = 2 * 24 * 60 * 60 * 1000;
const MOST_LOOKED_AT = 500;

/** "Sport" is the section or the tag where there is one, rather than every report with the word. */
async function bySection(
  parts: ReplyParts,
  wish: Extract<Wish, { readonly kind: "less" }>,
): Promise<Wish & { readonly kind: "less" }> {
  const now = parts.clock.now();
  const came = await parts.archive.arrived(now - TWO_DAYS, now, MOST_LOOKED_AT);
  const { text } = wish.about;
  const is = (name: string | null) =>
    name !== null && fold(name) === fold(text.replaceAll('"', ""));
  const isSection = came.some(({ article }) => is(article.section));
  const isTag = came.some(({ article }) => article.tags.some(is));
  const fields: readonly TopicField[] = [
    ...(isSection ? (["section"] as const) : []),
    ...(isTag ? (["tag"] as const) : []),
  ];
  if (fields.length === 0) return wish;
  const bare = wordsText({ text: text.replaceAll('"', ""), prefix: false });
  const named = fields.map((field) => `${field}:${bare}`).join(" OR ");
  return { ...wish, about: { ...wish.about, text: named } };
}

async function answerReport(
  parts: ReplyParts,
  wish: Extract<Wish, { readonly kind: "report" }>,
  asked: Asked,
): Promise<Message> {
  const words = wish.article === "" ? wish.what : wish.article;
  const fitting = words === "" ? [] : await articlesMeant(parts, words, asked);
  const [first, second] = fitting;
  if (second === undefined) return reportAnswer(wish, first ?? null, asked);
  const choice = choiceAnswer(words, fitting, parts.timeZone, "wrong");
  const said = saidWrong(wish.what);
  return said.length === 0
    ? choice
    : { ...choice, sections: [section(...said), ...choice.sections] };
}

/** Articles that somebody may mean, as they may be shown where it is said: what is wrong may be one of the words itself. */
async function articlesMeant(
  parts: ReplyParts,
  text: string,
  asked: Asked,
): Promise<readonly Filed[]> {
  const words = piecesOf(text).flatMap(({ raw, lower, capital }) =>
    isFunctionWord(lower) && !capital ? [] : [raw],
  );
  if (words.length === 0) return [];
  const reading: Reading = {
    ...{ command: "search", topics: [], leftOut: [] },
    options: { words: words.join(" ") },
  };
  const fitting = await loosen(parts, reading, asked);
  const kept = fitting === null ? [] : soughtWords(fitting.reading);
  // What shares less than half of the words is another matter.
  if (kept.length * 2 < words.length) return [];
  const picked = await pickArticle(parts, kept.join(" "));
  if (picked.kind === "none") return [];
  return picked.kind === "one" ? [picked.filed] : picked.fitting.slice(0, MOST_CHOICES);
}
