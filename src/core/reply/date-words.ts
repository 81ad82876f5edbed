import type { LocalDay } from "#core/digest/wall-clock.ts";
import { type Days, dayAlone, daysIn, monthOf, newDay, weekdayOf } from "./calendar.ts";

/** A month in words, as a part of a pattern: whole or as papers shorten them: Marna and the mayor are no months. */
export const MONTH =
  "(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const YEAR = "(?:,? (?<year>(?:19|20)\\d{2}))?";
const DATE = "(?<date>\\d{1,2})(?:st|nd|rd|th)?";
const ORDINALS = ["first", "second", "third", "fourth", "last"];
const SHORT_ORDINALS = ["1st", "2nd", "3rd", "4th"];
const COUNTS: Readonly<Record<string, number>> = {
  ...{ a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, ten: 10 },
};
/** How many, in figures or in words, as a part of a pattern: `countOf` reads it. */
export const COUNT = `(?:(?<count>\\d{1,4}) ?|(?<word>${Object.keys(COUNTS).join("|")}) )`;

/** A pattern of the whole of what is typed. */
export const pattern = (source: string) => new RegExp(`^(?:${source})$`, "u");
// Reads: 8 May · the 8th of May 2026
const DAY_FIRST = pattern(`(?:the )?${DATE}(?: of)? ${MONTH}${YEAR}`);
// Reads: May 8 · May 8th, 2026
const MONTH_FIRST = pattern(`${MONTH} (?:the )?${DATE}${YEAR}`);
// Reads: May · May 2026 · last May
const WHOLE_MONTH = pattern(`(?:last )?${MONTH}${YEAR}`);
// Reads: early May · mid-May 2026 · the end of May
const THIRD_OF_MONTH = pattern(
  `(?:(?<third>early|late|mid)(?:[ -]in)?[ -]|(?:the )?(?<part>beginning|start|middle|end) of )${MONTH}${YEAR}`,
);
// Reads: last week of March · the first 10 days of May 2026 · second half of April
const PART_OF_MONTH = pattern(
  `(?:the )?(?<which>${[...ORDINALS, ...SHORT_ORDINALS].join("|")}) ${COUNT}?(?<part>day|week|half)s? (?:of|in) ${MONTH}${YEAR}`,
);

// Reads: the week of 5 March
const WEEK_OF = pattern("(?:the )?week of (?<what>.*\\d.*)");

/** A date in words, in whichever year. */
export interface Dated {
  /** `null` where it names none. */
  readonly year: number | null;
  /** Its days in a year; `null` where that has none: 29 February. */
  readonly of: (year: number) => Days | null;
}

/** Reads a date, a month or a part of one; `null` for what is none. */
export function calendarWords(typed: string): Dated | null {
  const date = (DAY_FIRST.exec(typed) ?? MONTH_FIRST.exec(typed))?.groups;
  if (date !== undefined) {
    return inYear(date.year, (year) => dayAlone(year, monthNumber(date.month), Number(date.date)));
  }
  const week = WEEK_OF.exec(typed)?.groups?.what;
  if (week !== undefined) return weekOf(calendarWords(week));
  const part = PART_OF_MONTH.exec(typed)?.groups;
  if (part !== undefined) {
    const { which = "", part: unit } = part;
    const at = Math.max(ORDINALS.indexOf(which), SHORT_ORDINALS.indexOf(which));
    const place = { at, count: countOf(part), unit };
    return inYear(part.year, (year) => partOf(newDay(year, monthNumber(part.month), 1), place));
  }
  const third = THIRD_OF_MONTH.exec(typed)?.groups;
  if (third !== undefined) {
    const at = THIRDS.findIndex((names) => names.includes(third.third ?? third.part ?? ""));
    return inYear(third.year, (year) => thirdOf(newDay(year, monthNumber(third.month), 1), at));
  }
  const whole = WHOLE_MONTH.exec(typed)?.groups;
  if (whole === undefined) return null;
  return inYear(whole.year, (year) => monthOf(year, monthNumber(whole.month)));
}

/** The days from a Monday to a Sunday around a date. */
function weekOf(date: Dated | null): Dated | null {
  if (date === null) return null;
  const of = (year: number) => {
    const day = date.of(year)?.from;
    if (day === undefined) return null;
    const monday = day.date - ((weekdayOf(day) + 6) % 7);
    return {
      from: newDay(day.year, day.month, monday),
      to: newDay(day.year, day.month, monday + 7),
    };
  };
  return { year: date.year, of };
}

function inYear(year: string | undefined, of: Dated["of"]): Dated {
  return { year: year === undefined ? null : Number(year), of };
}

interface Place {
  /** From 0; the last one of `ORDINALS` is the last. */
  readonly at: number;
  readonly count: number;
  readonly unit: string | undefined;
}

/** Weeks are counted from the first of the month, the last one from its end. */
function partOf({ year, month, date }: LocalDay, { at, count, unit }: Place): Days | null {
  const length = daysIn({ year, month, date });
  const isLast = at === ORDINALS.length - 1;
  if (unit === "half") {
    if (count !== 1 || (at > 1 && !isLast)) return null;
    const [begins, ends] = at === 0 ? [1, 16] : [16, length + 1];
    return { from: newDay(year, month, begins), to: newDay(year, month, ends) };
  }
  const days = count * (unit === "week" ? 7 : 1);
  const begins = isLast ? length - days + 1 : 1 + at * days;
  if (days === 0 || begins < 1 || begins + days - 1 > length) return null;
  return { from: newDay(year, month, begins), to: newDay(year, month, begins + days) };
}

const THIRDS: readonly (readonly string[])[] = [
  ["early", "beginning", "start"],
  ["mid", "middle"],
  ["late", "end"],
];

/** Ten days, from the first, the eleventh or the twenty-first, which go on to its end. */
function thirdOf({ year, month, date }: LocalDay, at: number): Days {
  const begins = 1 + at * 10;
  const ends = at === 2 ? daysIn({ year, month, date }) + 1 : begins + 10;
  return { from: newDay(year, month, begins), to: newDay(year, month, ends) };
}

/** How many are meant by what `COUNT` found; one where it says nothing. */
export function countOf({
  count,
  word = "one",
}: Readonly<Record<string, string | undefined>>): number {
  return count === undefined ? (COUNTS[word] ?? 1) : Number(count);
}

/** 1 for January. */
export function monthNumber(name = ""): number {
  return MONTHS.indexOf(name.slice(0, 3)) + 1;
}
