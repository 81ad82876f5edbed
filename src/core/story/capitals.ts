import { plain } from "#core/change/plain.ts";
import type { Range } from "#core/text/text.ts";
import { findWords, type Word } from "#core/text/words.ts";
import { aliasOf } from "./alias.ts";

const MONTHS_AND_DAYS =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mon|tues?|wed|thurs?|fri|sat|sun)\.?)$/u;
/** More of the words of a headline than this with a capital: all of them have one. */
const TITLE_CASE = 0.6;

/** The stretch of a body that is the news. */
export interface News {
  readonly range: Range;
  /** Its words, by their places in it. */
  readonly words: readonly Word[];
}

/** The keys of words that a report writes with a capital for their own sake. */
export interface Capitals {
  /** Of the headline. */
  readonly titled: readonly string[];
  /** Of headline and opening. */
  readonly opening: readonly string[];
  /** Of what follows. */
  readonly further: readonly string[];
}

/**
 * Finds the words that a report writes with a capital inside a sentence and nowhere in small letters. An
 * opener of a sentence is one only where another place says so.
 *
 * @param openers where sentences begin
 */
export function capitalsOf(
  headline: string,
  body: string,
  { range: news, words: all }: News,
  opening: Range,
  openers: ReadonlySet<number>,
): Capitals {
  const text = body.slice(news.start, news.end);
  const words = all.filter(({ key, figure }) => !figure && key.length > 1);
  const small = new Set(words.filter(({ capital }) => !capital).map(({ key }) => key));
  const within = words.filter(({ capital, start }) => capital && !openers.has(start + news.start));
  const proper = new Set(
    within.flatMap(({ key, start, end }) =>
      isName(key, text.slice(start, end), small) ? [key] : [],
    ),
  );
  const first = new Set<string>();
  const further = new Set<string>();
  for (const { key, start, end } of words) {
    if (!proper.has(key)) continue;
    const into = start + news.start < opening.end ? first : further;
    add(into, key, text.slice(start, end));
  }
  const titled = new Set<string>();
  const title = findWords(headline).filter(({ content, figure }) => content && !figure);
  const isTitle = title.filter(({ capital }) => capital).length > title.length * TITLE_CASE;
  title.forEach(({ key, capital, start, end }, index) => {
    const printed = headline.slice(start, end);
    const isSure = capital && index > 0 && !isTitle && isName(key, printed, small);
    if (proper.has(key) || isSure) add(titled, key, printed);
  });
  for (const key of titled) first.add(key);
  return {
    titled: [...titled],
    opening: [...first],
    further: [...further].filter((key) => !first.has(key)),
  };
}

function isName(key: string, printed: string, small: ReadonlySet<string>): boolean {
  return !small.has(key) && !MONTHS_AND_DAYS.test(printed.toLowerCase());
}

function add(to: Set<string>, key: string, printed: string): void {
  to.add(plain(key));
  const alias = aliasOf(printed);
  if (alias !== null) for (const word of findWords(alias)) to.add(word.key);
}
