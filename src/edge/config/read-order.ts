import type { Channel } from "#core/digest/channel.ts";
import type { Platform } from "#core/digest/subscription.ts";
import type { NewsroomShape } from "./newsroom.ts";
import { type House, readChannel } from "./read-channel.ts";

/** One entry of `channels`, read alone, as it is ordered in chat. */
export type EntryReading =
  | { readonly ok: true; readonly channel: Channel; readonly warnings: readonly string[] }
  | { readonly ok: false; readonly faults: readonly string[] };

/** A newsroom, as far as an order in chat must keep to what its config says. */
export interface OrderedIn extends House {
  /** Where the desk itself is told; left out, or `null`: nowhere. */
  readonly adminChannel?: Readonly<Record<Platform, string>> | null;
}

/** Reads an entry of `channels` by the rules of the config file. */
export function readEntry(entry: unknown, house: OrderedIn, shape: NewsroomShape): EntryReading {
  const parsed = shape.Channel.safeParse(entry);
  if (!parsed.success) {
    const faults = parsed.error.issues.map(({ path, message }) => said(path, message));
    return { ok: false, faults };
  }
  const { channel, faults, warnings } = readChannel(parsed.data, house, shape.platforms);
  if (faults.length > 0)
    return { ok: false, faults: faults.map(({ path, says }) => said(path, says)) };
  const told = toldOfDesk(channel, house);
  if (told !== null) return { ok: false, faults: [told] };
  return { ok: true, channel, warnings: warnings.map(({ path, says }) => said(path, says)) };
}

/** What the config refuses as well: the desk's notices would stand before everybody. */
function toldOfDesk(
  { audience, places }: Channel,
  { adminChannel }: Pick<OrderedIn, "adminChannel">,
): string | null {
  if (audience !== "public") return null;
  const platform = Object.keys(places).find((one) => places[one] === adminChannel?.[one]);
  if (platform === undefined) return null;
  return `public: this is the ${platform} channel in which the desk is told what needs its hand, and that is for the desk alone`;
}

function said(path: readonly PropertyKey[], says: string): string {
  return path.length === 0 ? says : `${String(path[0])}: ${says}`;
}
