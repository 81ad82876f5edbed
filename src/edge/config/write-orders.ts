import { stringify } from "yaml";
import type { Instant } from "#core/article/instant.ts";
import { wallClock } from "#core/digest/wall-clock.ts";

const MINUTE = 60_000;

/** An order that was made in chat, as far as it is told. */
export interface WrittenOrder {
  /** An entry of `channels`. */
  readonly entry: Readonly<Record<string, unknown>>;
  /** Who ordered it, as people call them. */
  readonly byName: string;
  readonly at: Instant;
  /** Until when it rests by the chat; `Infinity`: until it is resumed; `null`: it does not. */
  readonly restsUntil: Instant | null;
}

/**
 * Writes orders that were made in chat as `channels` of the config file, which reads them as they
 * count now; an order without an end to its rest says so in a remark, since the file has no such word.
 */
export function writeOrders(orders: readonly WrittenOrder[], newsroomZone: string): string {
  if (orders.length === 0) return "channels: []\n";
  return `channels:\n${orders.map((order) => writeOrder(order, newsroomZone)).join("")}`;
}

function writeOrder({ entry, byName, at, restsUntil }: WrittenOrder, newsroomZone: string): string {
  const zone = typeof entry.timeZone === "string" ? entry.timeZone : newsroomZone;
  const finite = restsUntil !== null && Number.isFinite(restsUntil);
  const whole = finite ? { ...entry, pauseUntil: momentIn(zone, restsUntil) } : entry;
  const remarks = [
    `  # Ordered by ${oneLine(byName)}, ${new Date(at).toISOString()}`,
    ...(restsUntil === Infinity ? ["  # It rests until it is resumed in chat."] : []),
  ];
  const [first = "", ...rest] = stringify(whole, { lineWidth: 0 }).trimEnd().split("\n");
  return `${[...remarks, `  - ${first}`, ...rest.map((line) => `    ${line}`)].join("\n")}\n`;
}

/** As the file takes a moment: to the minute, by the clocks of the channel's zone, and never earlier. */
function momentIn(timeZone: string, instant: Instant): string {
  const whole = Math.ceil(instant / MINUTE) * MINUTE;
  return new Date(wallClock(timeZone).shown(whole))
    .toISOString()
    .slice(0, "2026-05-08T08:00".length);
}

/** A remark ends with its line. */
function oneLine(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}
