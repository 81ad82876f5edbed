import { platformLabel } from "#core/digest/subscription.ts";
import type { EditionDesk } from "#desk/edition.ts";
import type { LiveChannels } from "#desk/editor/channels.ts";
import type { ListPlaces } from "#desk/editor/place-readers.ts";
import { createChannelDesk } from "#desk/setup/channel-desk.ts";
import { readFileEntry } from "#edge/config/file-entry.ts";
import { readEntry } from "#edge/config/read-order.ts";
import type { SetupBoard } from "#edge/preview/setup-board.ts";
import type { Store } from "#edge/store/store.ts";
import { inWords } from "./board.ts";
import { clock, type Setting } from "./setting.ts";

export interface SetupParts {
  readonly live: LiveChannels;
  readonly editions: EditionDesk;
  readonly places: ListPlaces;
}

/** What the page sets the desk up with. */
export function setupBoardOf(
  { env, orders, live: set, registry }: Setting,
  store: Store,
  { live, editions, places }: SetupParts,
): SetupBoard {
  const file = env.COPYDESK_CONFIG;
  return {
    channels: createChannelDesk({
      ...{ live, orders: store.orders, timeZone: orders.timeZone, chats: registry.names },
      ...{ clock, inWords, archive: store.archive, editions, places },
      internalSections: orders.internalSections,
      readOrder: (entry) => readEntry(entry, orders, registry.shape),
      inFile: (name) => {
        const written = readFileEntry(file, name);
        return written === null ? null : { file, ...written };
      },
    }),
    places,
    platforms: registry.platforms.map(({ name, example, forums }) => ({
      ...{ name, label: platformLabel(name), isSet: set.has(name), forums },
      example: example.replaceAll('"', ""),
    })),
  };
}
