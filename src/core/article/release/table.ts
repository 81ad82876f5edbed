/** How much the words of a notice say by themselves. */
export type NoticeWeight =
  /** A notice wherever it opens a line or a sentence: "Not for publication before". */
  | "sure"
  /** One only with a moment beside it: "Release date", "Hold until"; elsewhere it is news. */
  | "timed"
  /** One only where nothing else stands in its line: "HFR", "DRAFT". */
  | "alone"
  /** Says that the copy is free: it holds nothing, unless its moment is to come. */
  | "lifted";

/** One wording of a notice, with a line that it reads and a line of news that it must not. */
export interface NoticeRow {
  readonly weight: NoticeWeight;
  /** Source of a pattern over plain, small letters (`plainLetters`). */
  readonly reads: string;
  /** A line above a headline that this row reads. */
  readonly hit: string;
  /** A line of news with nearly these words; it stands in a story and holds nothing. */
  readonly miss: string;
}

/** What a language's desks write when copy must wait. Everything is written in plain, small letters. */
export interface NoticeTable {
  /** BCP 47. */
  readonly language: string;
  readonly rows: readonly NoticeRow[];
  /** Source of a pattern that every row contains: a text without it is not looked at again. */
  readonly stem: string;
  /** Words that may stand before a notice in its sentence: "please note that this press release is". */
  readonly lead: string;
  /** Words around a moment that do not change it: "until", "clock", "local time". */
  readonly around: string;
  /** Words that open what an embargo is laid on: "on oil", "against Cuba". */
  readonly object: string;
  /** Words of prose, which no notice has: "said", "was", "after". */
  readonly prose: string;
  /** Its desks write the day before the month: `9/5/2025` is in May. */
  readonly dayFirst: boolean;
  /** Its desks tell the day in 24 hours: `5.00` is the morning. */
  readonly has24Hours: boolean;
  /** What turns the language's dates and times into those that `readMoments` knows, in this order. */
  readonly moments: readonly (readonly [pattern: RegExp, english: string])[];
}

const MONTHS =
  "january february march april may june july august september october november december".split(
    " ",
  );
const WEEKDAYS = "sunday monday tuesday wednesday thursday friday saturday".split(" ");

/** Rules that turn names of months into English ones: twelve patterns, January first. */
export function monthRules(names: string): NoticeTable["moments"] {
  return namedRules(names, MONTHS);
}

/** Rules that turn names of weekdays into English ones: seven patterns, Sunday first. */
export function weekdayRules(names: string): NoticeTable["moments"] {
  return namedRules(names, WEEKDAYS);
}

/** Years of an era that notices of our time are written in. */
const LAST_YEAR_OF_ERA = 150;

/** Rules that turn years of an era, `令和8年`, into those of the calendar. @param before the year before its first */
export function eraRules(era: string, before: number): NoticeTable["moments"] {
  const now = { first: 2020 - before, last: Math.min(2050 - before, LAST_YEAR_OF_ERA) };
  return Array.from({ length: now.last - now.first + 1 }, (_, index) => now.first + index).map(
    (year) => [new RegExp(`${era}\\s?${year}\\s?年`, "gu"), `${before + year}年`],
  );
}

/** Rules that turn an hour in words into figures, one o'clock first. @param clock what stands behind it */
export function hourRules(names: string, clock: string): NoticeTable["moments"] {
  return names
    .split(" ")
    .map((name, index) => [
      new RegExp(`(?<![\\p{L}\\p{M}])(?:${name})\\s(?=${clock})`, "gu"),
      `${index + 1} `,
    ]);
}

function namedRules(names: string, english: readonly string[]): NoticeTable["moments"] {
  return names
    .split(" ")
    .map((name, index) => [
      new RegExp(`(?<![\\p{L}\\p{M}])(?:${name})(?![\\p{L}\\p{M}])`, "gu"),
      ` ${english[index] ?? ""} `,
    ]);
}

/** A set of words, written with blanks between them. */
export function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/u).filter((word) => word !== ""));
}
