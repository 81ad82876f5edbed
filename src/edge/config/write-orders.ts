import { stringify } from "yaml";
import type { Instant } from "#core/article/instant.ts";

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
export function writeOrders(orders: readonly WrittenOrder[]): string {
  if (orders.length === 0) return "channels: []\n";
  return `channels:\n${orders.map(writeOrder).join("")}`;
}

function writeOrder({ entry, byName, at, restsUntil }: WrittenOrder): string {
  const finite = restsUntil !== null && Number.isFinite(restsUntil);
  const whole = finite ? { ...entry, pauseUntil: new Date(restsUntil).toISOString() } : entry;
  const remarks = [
    `  # Ordered in chat by ${oneLine(byName)}, ${new Date(at).toISOString()}`,
    ...(restsUntil === Infinity ? ["  # It rests until it is resumed in chat."] : []),
  ];
  const [first = "", ...rest] = stringify(whole, { lineWidth: 0 }).trimEnd().split("\n");
  return `${[...remarks, `  - ${first}`, ...rest.map((line) => `    ${line}`)].join("\n")}\n`;
}

/** A remark ends with its line. */
function oneLine(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}
