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
  const live: LiveChannels = {
    list: () => channels,
    orderOf: (name) => orders.get(name) ?? null,
    async refresh() {
      const stored = await parts.orders.orders();
      const pauses = await parts.orders.pauses();
      orders = new Map(stored.map((order) => [order.name, order]));
      channels = [...parts.ofFile, ...ofChat(parts, stored)].map((channel) =>
        rested(channel, pauses.get(channel.name) ?? null),
      );
    },
  };
  await live.refresh();
  return live;
}

/** A name that the file has taken since is the file's. */
function ofChat(
  { ofFile, readOrder, onUnreadable }: LiveParts,
  stored: readonly ChatOrder[],
): readonly Channel[] {
  return stored.flatMap(({ name, entry, owner }) => {
    const reading = readOrder(entry);
    if (!reading.ok) onUnreadable(name, reading.faults);
    if (!reading.ok || ofFile.some((one) => one.name === name)) return [];
    return owner === null ? [reading.channel] : [{ ...reading.channel, owner }];
  });
}

/** The later of both pauses counts: that of the file, and that of the chat. */
function rested(channel: Channel, until: Instant | null): Channel {
  const { cadence } = channel;
  if (until === null || until <= (cadence.pauseUntil ?? -Infinity)) return channel;
  return { ...channel, cadence: { ...cadence, pauseUntil: until } };
}
