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

/** `14:05 BST`. */
export function timeWithZone(instant: Instant, timeZone: string): string {
  return new Intl.DateTimeFormat("en-GB", {
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZoneName: "short",
    timeZone,
  }).format(instant);
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
