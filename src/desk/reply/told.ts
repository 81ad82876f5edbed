import type { Fact } from "#core/brief/brief.ts";
import type { Filed } from "#core/digest/edition.ts";
import type { Message } from "#core/message/message.ts";
import { note, section } from "#core/message/say.ts";
import type { Question } from "#core/reply/front-desk.ts";
import { type FoundOn, factsFoundAnswer, quotesFoundAnswer } from "#core/reply/list-answer.ts";
import { onSubjectFirst, quotesBy, shownOf, type Told } from "#core/reply/on-subject.ts";
import type { Sought } from "#core/reply/sought.ts";
import { alternativesOf } from "#core/reply/word-forms.ts";
import type { Quote } from "#core/speech/quote.ts";
import { withFound } from "./library.ts";
import { periodOf, soughtOf } from "./options.ts";
import type { ReplyParts } from "./parts.ts";

/** Articles a page. */
const QUOTES_PAGE = 5;
const FACTS_PAGE = 6;

/** `/quotes`: who said what, newest first. */
export async function quotesFound(parts: ReplyParts, question: Question): Promise<Message> {
  const other = await readOtherwise(parts, question);
  const answer = await onSubject(parts, other ?? question, QUOTES_PAGE, {
    partsOf: (filed, { speaker }) => quotesBy(filed, speaker ?? ""),
    answer: quotesFoundAnswer,
  });
  if (other === null) return answer;
  const { speaker = "" } = other.options;
  const as = speaker === "" ? "as words" : `as quotes of “${speaker}”`;
  const says = `Nobody called “${question.options.speaker}” is quoted there: read ${as}`;
  return { ...answer, sections: [section(note({ text: says })), ...answer.sections] };
}

/**
 * Reads: quotes about:harbour bridge · quotes mira solen harbour. Words that were taken for a speaker, or for more of one, are
 * words where nobody of that name is quoted, and they stand in what is.
 * @returns `null`: it is as it was asked
 */
async function readOtherwise(parts: ReplyParts, question: Question): Promise<Question | null> {
  const others = otherReadings(question.options);
  if (others.length === 0) return null;
  const { archive, clock, timeZone } = parts;
  const now = clock.now();
  const time = periodOf(question, { now, timeZone });
  if ("unreadable" in time) return null;
  const isFound = async (one: Question) =>
    (await archive.count({ ...soughtOf(one), ...time.period }, now, 1)) > 0;
  if (await isFound(question)) return null;
  for (const options of others) {
    const one = { ...question, options };
    if (await isFound(one)) return one;
  }
  return null;
}

const MOST_NAME_WORDS = 6;

function otherReadings(options: Question["options"]): readonly Question["options"][] {
  const { about = "", speaker = "", ...rest } = options;
  const name = speaker.trim();
  if (about.trim() !== "") {
    // "David Trump" is somebody, whom nobody quotes.
    return /^\p{Ll}[\p{L}\p{M}'’-]*$/u.test(name) ? [{ ...rest, about: `${about} ${name}` }] : [];
  }
  const words = name.split(/\s+/u);
  // Words behind a name that are written like one are of it.
  if (words.length < 2 || words.length > MOST_NAME_WORDS || words.slice(1).some(isCapital))
    return [];
  const shorter = words.slice(1).map((_, index) => words.length - 1 - index);
  return shorter.map((length) => ({
    ...rest,
    ...{ speaker: words.slice(0, length).join(" "), about: words.slice(length).join(" ") },
  }));
}

function isCapital(word: string): boolean {
  return /^\p{Lu}/u.test(word);
}

/** `/facts`: key facts on a subject, newest first. */
export function factsFound(parts: ReplyParts, question: Question): Promise<Message> {
  const partsOf = ({ brief }: Filed) => brief.facts;
  return onSubject(parts, question, FACTS_PAGE, { partsOf, answer: factsFoundAnswer });
}

/** Where there is a subject, what is on it comes first among the articles of so many pages. */
const PAGES_AT_ONCE = 8;

/** What is told in articles, and how it is answered. */
interface Telling<T> {
  readonly partsOf: (filed: Filed, sought: Sought) => readonly T[];
  readonly answer: (told: readonly Told<T>[], found: FoundOn) => Message;
}

/** Answers with parts of articles, those on the subject first, and then the newest. */
function onSubject<T extends Quote | Fact>(
  parts: ReplyParts,
  question: Question,
  size: number,
  { partsOf, answer }: Telling<T>,
): Promise<Message> {
  const sought = soughtOf(question);
  const atOnce = sought.words.length === 0 ? size : size * PAGES_AT_ONCE;
  const wanted = { sought, order: "newest", size, atOnce } as const;
  return withFound(parts, question, wanted, (articles, { page, ...found }, shown) => {
    const subject = alternativesOf(shown);
    const told = onSubjectFirst(articles, (filed) => partsOf(filed, shown), subject);
    const first = ((page.number - 1) * size) % atOnce;
    const shownParts = told.slice(first, first + size).map((one) => shownOf(one, subject));
    return answer(shownParts, {
      ...found,
      page: { ...page, more: page.more || told.length > first + size },
      sought: shown,
      isAnyOn: told.some(({ near }) => near !== "none"),
      looked: page.more || page.number * size > atOnce ? articles.length : null,
    });
  });
}
