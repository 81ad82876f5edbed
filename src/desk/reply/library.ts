import type { Filed } from "#core/digest/edition.ts";
import type { Message } from "#core/message/message.ts";
import type { Page } from "#core/reply/button.ts";
import type { Question } from "#core/reply/front-desk.ts";
import { helpFor } from "#core/reply/help.ts";
import { type Found, noWords } from "#core/reply/list-answer.ts";
import { nothingThen } from "#core/reply/nothing-then.ts";
import { factsOn } from "#core/reply/on-subject.ts";
import { type Period, sayPeriod } from "#core/reply/period.ts";
import { MOST_COUNTED, searchAnswer, totalShown } from "#core/reply/search-answer.ts";
import { emptySearch } from "#core/reply/search-words.ts";
import { type Slip, withSlips } from "#core/reply/slip-answer.ts";
import type { Sought, SoughtOrder } from "#core/reply/sought.ts";
import { timelineAnswer } from "#core/reply/timeline.ts";
import { alternativesOf } from "#core/reply/word-forms.ts";
import { toldElsewhere } from "./elsewhere.ts";
import { postsOf } from "./links.ts";
import { notAPage, pageOf, periodOf, soughtOf } from "./options.ts";
import type { ReplyParts } from "./parts.ts";
import { WORD, whatWasMeant } from "./slips.ts";
import { inStory } from "./story.ts";

/** Articles a page. */
const SEARCH_PAGE = 8;
const TIMELINE_PAGE = 10;

/** `/search`: articles by words, best first. */
export async function search(parts: ReplyParts, question: Question): Promise<Message> {
  const empty = emptySearch(question.options);
  if (empty === "empty") return helpFor(question, "search");
  if (empty === "signs") return noWords(question.options.words?.trim() ?? "");
  const order = question.options.order?.trim().toLowerCase() === "newest" ? "newest" : "best";
  const sought = soughtOf(question);
  const size = SEARCH_PAGE;
  return withFound(parts, question, { sought, order, size }, async (articles, found, shown) => {
    const total = await totalOf(parts, shown, { page: found.page, size, articles });
    const posted = await postsOf(parts, question, articles);
    return searchAnswer(articles, {
      ...found,
      asked: question,
      sought: shown,
      size,
      total,
      posted,
    });
  });
}

interface Shown {
  readonly page: Page;
  readonly size: number;
  readonly articles: readonly Filed[];
}

async function totalOf(
  parts: ReplyParts,
  sought: Sought,
  { page, size, articles }: Shown,
): Promise<number> {
  const shown = totalShown(page, size, articles.length);
  return shown ?? parts.archive.count(sought, parts.clock.now(), MOST_COUNTED + 1);
}

/** `/timeline`: how a subject developed, oldest first. */
export async function timeline(parts: ReplyParts, question: Question): Promise<Message> {
  const { about = "" } = question.options;
  if (about.trim() === "") return helpFor(question, "timeline");
  const sought = soughtOf(question);
  const wanted = { sought, order: "oldest", size: TIMELINE_PAGE } as const;
  return withFound(parts, question, wanted, async (articles, found, shown) => {
    const ids = articles.map(({ article }) => article.id);
    const placed = await parts.stories.placements(ids, parts.clock.now());
    const dated = articles.map((filed) => ({
      ...{ filed, facts: factsOn(filed, alternativesOf(shown)).slice(0, 1) },
      ...inStory(placed.get(filed.article.id)),
    }));
    return timelineAnswer(dated, found);
  });
}

/** Which articles are wanted. */
export interface Wanted {
  readonly sought: Sought;
  readonly order: SoughtOrder;
  /** Articles a page. */
  readonly size: number;
  /** Articles that are read for a page and those beside it, a multiple of `size`, which is meant where it is left out. */
  readonly atOnce?: number;
}

/** Answers from the articles that are found, by what was sought: by what was meant, where that finds nothing. */
export type AnswerFrom = (
  articles: readonly Filed[],
  found: Found,
  sought: Sought,
) => Message | Promise<Message>;

export async function withFound(
  parts: ReplyParts,
  question: Question,
  { sought, order, size, atOnce = size }: Wanted,
  answer: AnswerFrom,
): Promise<Message> {
  const { archive, clock, timeZone } = parts;
  const now = clock.now();
  const time = periodOf(question, { now, timeZone });
  if ("unreadable" in time) return time.unreadable;
  const { period } = time;
  const number = pageOf(question);
  if (number === null) return notAPage(question);
  const before = (number - 1) * size;
  const slice = { skip: before - (before % atOnce), limit: atOnce + 1 };
  const typed = { ...sought, ...period };
  const asTyped = await archive.find(typed, order, now, slice);
  const meant =
    asTyped.length > 0
      ? null
      : await whatWasMeant(parts, question, { sought: typed, order, slice });
  const {
    found: rows,
    sought: shown,
    slips,
  } = meant ?? { found: asTyped, sought: typed, slips: [] };
  const { command, options } = question;
  const page: Page = { command, options, number, more: rows.length > atOnce };
  const articles = rows.slice(0, atOnce);
  const about = described(
    { options: mended(options, slips) },
    sayPeriod(period, { now, timeZone }),
  );
  if (articles.length === 0 && number === 1 && isTimed(period)) {
    const [newest = null] = await archive.find(sought, "newest", now, FIRST);
    const none = nothingThen({ about, period, newest, command, options, timeZone, now });
    return toldElsewhere(none, parts.readers);
  }
  const told = await answer(articles, { about, page, timeZone, now }, shown);
  const whole = articles.length === 0 ? toldElsewhere(told, parts.readers) : told;
  return withSlips(whole, slips, question);
}

function isTimed({ since, until }: Period): boolean {
  return since !== null || until !== null;
}

const FIRST = { skip: 0, limit: 1 };

/** What was asked for, in the words that were meant. */
function mended(options: Question["options"], slips: readonly Slip[]): Question["options"] {
  const meant = new Map(slips.map((slip) => [slip.typed, slip.meant]));
  const entries = Object.entries(options).map(([name, value]) => {
    return [name, value.replace(WORD, (word) => meant.get(word) ?? word)] as const;
  });
  return Object.fromEntries(entries);
}

/** What was looked for, in words: `“flood”, said by solen, since Friday 8 May 2026`. */
function described({ options }: Pick<Question, "options">, when: string | null): string {
  const { words, about, speaker, from, place } = options;
  const said = (label: string, text: string | undefined) =>
    text === undefined || text.trim() === "" ? [] : [`${label}${text.trim()}`];
  const quoted = [words, about].flatMap((text) => said("", text)).map((text) => `“${text}”`);
  const parts = [
    ...quoted,
    ...said("said by ", speaker),
    ...said("from ", from),
    ...said("in ", place),
    ...(when === null ? [] : [when]),
  ];
  return parts.length === 0 ? "everything" : parts.join(", ");
}
