import type { Instant } from "#core/article/instant.ts";
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

/** `Sunday 22 November, 08:00`, as the clocks of `timeZone` say it. */
export function dayAndTime(instant: Instant, timeZone: string): string {
  const day = new Intl.DateTimeFormat("en-GB", {
    weekday: "long",
    day: "numeric",
    month: "long",
    timeZone,
  });
  return `${day.format(instant).replace(",", "")}, ${timeOfDay(instant, timeZone)}`;
}

/** `22 Nov, 08:00`. */
export function shortDate(instant: Instant, timeZone: string): string {
  const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone });
  return `${day.format(instant)}, ${timeOfDay(instant, timeZone)}`;
}

/** `22 Nov`, of a date that has no time: it is the same day in every zone. */
export function calendarDay(midnight: Instant): string {
  const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone: "UTC" });
  return day.format(midnight);
}

/** `08:00`. */
export function timeOfDay(instant: Instant, timeZone: string): string {
  return new Intl.DateTimeFormat("en-GB", {
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZone,
  }).format(instant);
}
