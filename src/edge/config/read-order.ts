import type { Channel } from "#core/digest/channel.ts";
import type { NewsroomShape } from "./newsroom.ts";
import { type House, readChannel } from "./read-channel.ts";

/** One entry of `channels`, read alone, as it is ordered in chat. */
export type EntryReading =
  | { readonly ok: true; readonly channel: Channel; readonly warnings: readonly string[] }
  | { readonly ok: false; readonly faults: readonly string[] };

/** Reads an entry of `channels` by the rules of the config file. */
export function readEntry(entry: unknown, house: House, shape: NewsroomShape): EntryReading {
  const parsed = shape.Channel.safeParse(entry);
  if (!parsed.success) {
    const faults = parsed.error.issues.map(({ path, message }) => said(path, message));
    return { ok: false, faults };
  }
  const { channel, faults, warnings } = readChannel(parsed.data, house, shape.platforms);
  if (faults.length > 0)
    return { ok: false, faults: faults.map(({ path, says }) => said(path, says)) };
  return { ok: true, channel, warnings: warnings.map(({ path, says }) => said(path, says)) };
}

function said(path: readonly PropertyKey[], says: string): string {
  return path.length === 0 ? says : `${String(path[0])}: ${says}`;
}
