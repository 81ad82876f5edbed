import type { Instant } from "#core/article/instant.ts";
import type { Channel } from "#core/digest/channel.ts";
import type { ChannelName } from "#core/digest/subscription.ts";
import type { ChatOrder, StandingOrders } from "#desk/port/standing-orders.ts";

/** What an order says, or what cannot be in it: sentences that name the mend. */
export type OrderReading =
  | { readonly ok: true; readonly channel: Channel; readonly warnings: readonly string[] }
  | { readonly ok: false; readonly faults: readonly string[] };

/** Reads an order by the rules of the config file. */
export type ReadOrder = (entry: ChatOrder["entry"]) => OrderReading;

/** The channels of the config file and those ordered in chat, as they are at this moment. */
export interface LiveChannels {
  list(): readonly Channel[];
  /** The order by which a channel was made in chat; `null` for one of the config file. */
  orderOf(name: string): ChatOrder | null;
  /** Names of the channels that somebody ordered in chat for a place; what goes to one person is none of them. */
  orderedBy(asker: string): readonly ChannelName[];
  /** Reads what is stored: after a change, and now and then, since others may change it. */
  refresh(): Promise<void>;
}

export interface LiveParts {
  /** As the config says at this moment: the same list until it is read again. */
  readonly ofFile: () => readonly Channel[];
  readonly orders: Pick<StandingOrders, "orders" | "lastChange" | "pauses">;
  readonly readOrder: ReadOrder;
  /** Is told of an order that can be read no more, such as one of an older version. */
  readonly onUnreadable: (name: string, faults: readonly string[]) => void;
  /** Lets others have a turn: there may be thousands of orders. */
  readonly pause: () => Promise<void>;
}

/** Orders that are read at once. */
const MOST_AT_ONCE = 200;

export async function createLiveChannels(parts: LiveParts): Promise<LiveChannels> {
  let channels: readonly Channel[] = parts.ofFile();
  let orders: ReadonlyMap<string, ChatOrder> = new Map();
  let byAsker: ReadonlyMap<string, readonly ChannelName[]> = new Map();
  let seen: number | null = null;
  let seenFile: readonly Channel[] | null = null;
  let working: Promise<void> = Promise.resolve();
  const readings: Readings = new Map();
  const rests: Rests = new WeakMap();
  const look = async () => {
    // Before what it is the number of: what changes meanwhile is read at the next look.
    const last = await parts.orders.lastChange();
    const ofFile = parts.ofFile();
    if (last !== seen || ofFile !== seenFile) {
      // An order is read by what the config says of the newsroom, too.
      if (ofFile !== seenFile) readings.clear();
      const stored = await readAll(parts, readings);
      const pauses = await parts.orders.pauses();
      orders = stored;
      byAsker = askersOf(ofFile, stored);
      channels = [...ofFile, ...ofChat(ofFile, stored, readings)].map((channel) =>
        rested(channel, pauses.get(channel.name) ?? null, rests),
      );
      seen = last;
      seenFile = ofFile;
    }
    for (const name of orders.keys()) tellFaults(parts, name, readings.get(name)?.reading);
  };
  const live: LiveChannels = {
    list: () => channels,
    orderOf: (name) => orders.get(name) ?? null,
    orderedBy: (asker) => byAsker.get(asker) ?? [],
    refresh() {
      // One after the other: what a later look has read is not taken back by an earlier one.
      working = working.then(look, look);
      return working;
    },
  };
  await live.refresh();
  return live;
}

/** What each order says, by its name: it is read once, and is the same channel for as long as it says the same. */
type Readings = Map<string, Read>;

interface Read {
  /** The order, as it is compared. */
  readonly text: string;
  readonly reading: OrderReading;
}

/** Reads what has changed, a few orders at a time. */
async function readAll(
  { orders, readOrder, pause }: LiveParts,
  readings: Readings,
): Promise<ReadonlyMap<string, ChatOrder>> {
  const stored = new Map<string, ChatOrder>();
  let after: string | null = null;
  for (;;) {
    const some: readonly ChatOrder[] = await orders.orders(after, MOST_AT_ONCE);
    for (const order of some) {
      const { name, entry, owner } = order;
      stored.set(name, order);
      const text = JSON.stringify([entry, owner]);
      if (readings.get(name)?.text !== text)
        readings.set(name, { text, reading: owned(readOrder(entry), order) });
    }
    after = some.at(-1)?.name ?? null;
    if (after === null) break;
    await pause();
  }
  for (const name of readings.keys()) if (!stored.has(name)) readings.delete(name);
  return stored;
}

/** A name that the file has taken since is the file's. */
function ofChat(
  ofFile: readonly Channel[],
  stored: ReadonlyMap<string, ChatOrder>,
  readings: Readings,
): readonly Channel[] {
  const taken = new Set(ofFile.map(({ name }) => name));
  return [...stored.keys()].flatMap((name) => {
    const reading = readings.get(name)?.reading;
    return reading?.ok !== true || taken.has(name) ? [] : [reading.channel];
  });
}

/** What each ordered; the file's channels are its own, whoever ordered one of that name. */
function askersOf(
  ofFile: readonly Channel[],
  stored: ReadonlyMap<string, ChatOrder>,
): ReadonlyMap<string, readonly ChannelName[]> {
  const taken = new Set(ofFile.map(({ name }) => name));
  const shared = [...stored.values()].filter(
    ({ owner, name }) => owner === null && !taken.has(name),
  );
  const byAsker = Map.groupBy(shared, ({ by }) => by);
  return new Map([...byAsker].map(([by, own]) => [by, own.map(({ name }) => name)]));
}

function tellFaults({ onUnreadable }: LiveParts, name: string, reading?: OrderReading): void {
  if (reading?.ok === false) onUnreadable(name, reading.faults);
}

/**
 * Somebody's own digest is made for the newsroom's people only where it was said, when it was ordered, that they are of them:
 * orders of earlier versions say nothing, and none is made for editors, who may be none by now.
 */
function owned(reading: OrderReading, { owner, entry }: ChatOrder): OrderReading {
  if (!reading.ok || owner === null) return reading;
  const audience = entry.public === false ? null : "public";
  return { ...reading, channel: { ...reading.channel, owner, audience } };
}

/** Of each channel that rests the channel as it rests: the same one until its pause changes. */
type Rests = WeakMap<Channel, Channel>;

/** The later of both pauses counts: that of the file, and that of the chat. */
function rested(channel: Channel, until: Instant | null, rests: Rests): Channel {
  const { cadence } = channel;
  if (until === null || until <= (cadence.pauseUntil ?? -Infinity)) return channel;
  const known = rests.get(channel);
  if (known?.cadence.pauseUntil === until) return known;
  const resting = { ...channel, cadence: { ...cadence, pauseUntil: until } };
  rests.set(channel, resting);
  return resting;
}
