import type { Instant } from "#core/article/instant.ts";
import type { Channel } from "#core/digest/channel.ts";
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
  /** Reads what is stored: after a change, and now and then, since others may change it. */
  refresh(): Promise<void>;
}

export interface LiveParts {
  readonly ofFile: readonly Channel[];
  readonly orders: Pick<StandingOrders, "orders" | "pauses">;
  readonly readOrder: ReadOrder;
  /** Is told of an order that can be read no more, such as one of an older version. */
  readonly onUnreadable: (name: string, faults: readonly string[]) => void;
}

export async function createLiveChannels(parts: LiveParts): Promise<LiveChannels> {
  let channels: readonly Channel[] = parts.ofFile;
  let orders: ReadonlyMap<string, ChatOrder> = new Map();
  const readings: Readings = new Map();
  const rests: Rests = new WeakMap();
  const live: LiveChannels = {
    list: () => channels,
    orderOf: (name) => orders.get(name) ?? null,
    async refresh() {
      const stored = await parts.orders.orders();
      const pauses = await parts.orders.pauses();
      orders = new Map(stored.map((order) => [order.name, order]));
      channels = [...parts.ofFile, ...ofChat(parts, stored, readings)].map((channel) =>
        rested(channel, pauses.get(channel.name) ?? null, rests),
      );
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

/** A name that the file has taken since is the file's. */
function ofChat(
  { ofFile, readOrder, onUnreadable }: LiveParts,
  stored: readonly ChatOrder[],
  readings: Readings,
): readonly Channel[] {
  const taken = new Set(ofFile.map(({ name }) => name));
  const names = new Set(stored.map(({ name }) => name));
  for (const name of readings.keys()) if (!names.has(name)) readings.delete(name);
  return stored.flatMap(({ name, entry, owner }) => {
    const text = JSON.stringify([entry, owner]);
    const known = readings.get(name);
    const reading = known?.text === text ? known.reading : owned(readOrder(entry), owner);
    readings.set(name, { text, reading });
    if (!reading.ok) onUnreadable(name, reading.faults);
    return !reading.ok || taken.has(name) ? [] : [reading.channel];
  });
}

function owned(reading: OrderReading, owner: string | null): OrderReading {
  if (!reading.ok || owner === null) return reading;
  return { ...reading, channel: { ...reading.channel, owner } };
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
