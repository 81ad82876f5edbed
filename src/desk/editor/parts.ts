import { mayGive } from "#core/access/may-give.ts";
import type { Instant } from "#core/article/instant.ts";
import type { Cadence } from "#core/digest/cadence.ts";
import { nextSlots } from "#core/digest/cadence.ts";
import type { Channel } from "#core/digest/channel.ts";
import { type ChannelName, type Platform, platformLabel } from "#core/digest/subscription.ts";
import type { Message } from "#core/message/message.ts";
import { plainMessage, shortDate } from "#core/message/say.ts";
import { commandOf } from "#core/reply/command.ts";
import type { Asked, Question } from "#core/reply/front-desk.ts";
import type { OrderShown } from "#core/reply/order-answer.ts";
import { namedTo } from "#desk/open-channels.ts";
import type { Clock } from "#desk/port/clock.ts";
import type { AuditEntry, StandingOrders } from "#desk/port/standing-orders.ts";
import type { ReplyParts } from "#desk/reply/parts.ts";
import { refused } from "#desk/reply/refused.ts";
import type { LiveChannels, ReadOrder } from "./channels.ts";
import type { ListPlaces } from "./place-readers.ts";

/** What editors' settings are made of. */
export interface OrderParts extends Pick<ReplyParts, "deny" | "whoEdits"> {
  readonly live: LiveChannels;
  readonly orders: StandingOrders;
  readonly clock: Clock;
  readonly timeZone: string;
  readonly readOrder: ReadOrder;
  readonly places: ListPlaces;
  /** The platforms on which a channel can be ordered, set up or not. */
  readonly chats: readonly Platform[];
  /** A schedule as people say it. */
  readonly inWords: (cadence: Cadence) => string;
  /** A key that nobody guesses: at most 16 lower-case letters and digits. */
  readonly newKey: () => string;
  /**
   * The address of the direct messages with someone on their platform.
   * @throws where they cannot be written to
   */
  readonly openDirect: (asker: Asked["asker"]) => Promise<string>;
}

/** `Slack or Discord` */
export function labelled(platforms: readonly Platform[]): string {
  return platforms.map(platformLabel).join(" or ");
}

/** Slots shown before anything is saved. */
const SLOTS_SHOWN = 5;

/** A channel's order as people are shown it. */
export function shownOrder(
  { live, clock, inWords, timeZone }: OrderParts,
  channel: Channel,
  warnings: readonly string[] = [],
): OrderShown {
  const order = live.orderOf(channel.name);
  const orderedBy =
    order === null ? "config/newsroom.yaml" : `${order.byName}, ${shortDate(order.at, timeZone)}`;
  const next = nextSlots(channel.cadence, clock.now(), SLOTS_SHOWN);
  return { channel, inWords: inWords(channel.cadence), next, orderedBy, warnings };
}

/** The channel that a question is about: the one named, else the one it is asked in, else the only one there is. */
export function channelMeant(
  { live }: Pick<OrderParts, "live">,
  question: Question,
): Channel | null {
  const { options, channel } = question;
  const known = namedTo(live.list(), question);
  const named = (options.channel ?? "").trim().replace(/^#/, "").toLowerCase();
  const wanted = named === "" ? channel : named;
  if (wanted === null) return known.length === 1 ? (known[0] ?? null) : null;
  return known.find(({ name }) => name === wanted) ?? null;
}

/** Whether somebody may give the command that they give about a channel. */
export function mayOrder({ command, asker }: Question, channel: ChannelName): boolean {
  const spec = commandOf(command);
  return spec !== null && mayGive(spec, asker, channel);
}

/** The channel that an order is about; or what is answered where none is meant, or its giver may not give it there. */
export function channelOrdered(parts: OrderParts, question: Question): Channel | Message {
  const channel = channelMeant(parts, question);
  if (channel === null) return noChannel(parts, question);
  return mayOrder(question, channel.name) ? channel : refused(parts, question);
}

export function noChannel({ live }: Pick<OrderParts, "live">, question: Question): Message {
  const { options } = question;
  const names = namedTo(live.list(), question).map(({ name }) => name);
  const wanted = options.channel ?? "";
  const what = wanted === "" ? "Name a channel." : `There is no channel “${wanted}”.`;
  return plainMessage(`${what} There are: ${names.join(", ")}.`);
}

export function auditOf({ asker }: Pick<Asked, "asker">, at: Instant, did: string): AuditEntry {
  return { at, by: asker.id, name: asker.name, did };
}
