import type { Instant } from "#core/article/instant.ts";
import { type DateForm, formatDate } from "./date-form.ts";
import type { Block, Message, Section, Span } from "./message.ts";

/** A message of one sentence or two: an answer that needs no more. */
export function plainMessage(...lines: readonly string[]): Message {
  return {
    summary: lines[0] ?? "",
    sections: [{ blocks: lines.map((line) => paragraph({ text: line })) }],
  };
}

export function paragraph(...spans: readonly Span[]): Block {
  return { kind: "paragraph", spans };
}

export function note(...spans: readonly Span[]): Block {
  return { kind: "note", spans };
}

export function section(...blocks: readonly Block[]): Section {
  return { blocks };
}

/** `3 articles`, `1 article`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

const LONG_DAY: DateForm = {
  name: "long-day",
  options: { weekday: "long", day: "numeric", month: "long" },
};
const SHORT_DAY: DateForm = { name: "short-day", options: { day: "numeric", month: "short" } };
const DAY_OF_YEAR: DateForm = {
  name: "day-of-year",
  options: { ...SHORT_DAY.options, year: "numeric" },
};
const YEAR: DateForm = { name: "year", options: { year: "numeric" } };
const TIME: DateForm = {
  name: "time",
  options: { hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
};
const ZONED_TIME: DateForm = {
  name: "zoned-time",
  options: { ...TIME.options, timeZoneName: "short" },
};

/** `Sunday 22 November, 08:00`, as the clocks of `timeZone` say it. */
export function dayAndTime(instant: Instant, timeZone: string): string {
  return `${dayName(instant, timeZone)}, ${timeOfDay(instant, timeZone)}`;
}

/** `Sunday 22 November`. */
export function dayName(instant: Instant, timeZone: string): string {
  return formatDate(LONG_DAY, instant, timeZone).replace(",", "");
}

/** `22 Nov, 08:00`; with its year where that is not the one of `now`. */
export function shortDate(instant: Instant, timeZone: string, now = instant): string {
  return `${dayIn(instant, timeZone, now)}, ${timeOfDay(instant, timeZone)}`;
}

// Reads: 2026-05-09 00:01 UTC
const STAMP = /\b(?<day>\d{4}-\d\d-\d\d) (?<time>\d\d:\d\d) UTC\b/gu;

/** A rule or a line of the audit with its moments as the clocks of `timeZone` say them: it was written for no reader's. */
export function byClock(text: string, timeZone: string, now: Instant): string {
  return text.replace(STAMP, (stamp, day: string, time: string) => {
    const at = Date.parse(`${day}T${time}Z`);
    return Number.isNaN(at) ? stamp : shortDate(at, timeZone, now);
  });
}

/** `22 Nov`, of a date that has no time: it is the same day in every zone. With its year as `shortDate`. */
export function calendarDay(midnight: Instant, now = midnight): string {
  return dayIn(midnight, "UTC", now);
}

function dayIn(instant: Instant, timeZone: string, now: Instant): string {
  const year = (at: Instant) => formatDate(YEAR, at, timeZone);
  const isThisYear = now === instant || year(now) === year(instant);
  return formatDate(isThisYear ? SHORT_DAY : DAY_OF_YEAR, instant, timeZone);
}

/** `08:00`. */
export function timeOfDay(instant: Instant, timeZone: string): string {
  return formatDate(TIME, instant, timeZone);
}

/** `14:05 BST`. */
export function timeWithZone(instant: Instant, timeZone: string): string {
  return formatDate(ZONED_TIME, instant, timeZone);
}

/** `Sunday 22 November, 08:00`, for the reader's own clock. */
export function dayMoment(at: Instant, timeZone: string): Span {
  return { text: dayAndTime(at, timeZone), moment: { at, form: "day" } };
}

/** `22 Nov, 08:00`, for the reader's own clock; with its year as `shortDate`. */
export function shortMoment(at: Instant, timeZone: string, now = at): Span {
  return { text: shortDate(at, timeZone, now), moment: { at, form: "short" } };
}

/** `14:05 BST`, for the reader's own clock. */
export function timeMoment(at: Instant, timeZone: string): Span {
  return { text: timeWithZone(at, timeZone), moment: { at, form: "time" } };
}

/** The words of spans, with every moment in the newsroom's zone. */
export function wordsOf(spans: readonly Span[]): string {
  return spans.map(({ text }) => text).join("");
}

/** `1 h 20 min`, `5 min`; of milliseconds, to the minute. */
export function duration(milliseconds: number): string {
  const minutes = Math.max(0, Math.round(milliseconds / 60_000));
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  const parts = [hours > 0 ? `${hours} h` : null, rest > 0 || hours === 0 ? `${rest} min` : null];
  return parts.filter((part) => part !== null).join(" ");
}

/** `front-page` → `Front page`. */
export function titleCase(name: string): string {
  const words = name.replace(/[-_]+/g, " ").trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
