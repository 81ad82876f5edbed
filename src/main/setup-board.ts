import { platformLabel } from "#core/digest/subscription.ts";
import type { EditionDesk } from "#desk/edition.ts";
import type { LiveChannels } from "#desk/editor/channels.ts";
import type { ChatService } from "#desk/port/chat-service.ts";
import { createChannelDesk } from "#desk/setup/channel-desk.ts";
import { createPlaces } from "#desk/setup/places.ts";
import { readFileEntry } from "#edge/config/file-entry.ts";
import { readEntry } from "#edge/config/read-order.ts";
import type { SetupBoard } from "#edge/preview/setup-board.ts";
import type { Store } from "#edge/store/store.ts";
import { inWords } from "./board.ts";
import { clock, type Setting } from "./setting.ts";

export interface SetupParts {
  readonly live: LiveChannels;
  readonly editions: EditionDesk;
  /** The platforms that are set up, once they are. */
  readonly services: () => readonly ChatService[];
}

/** What the page sets the desk up with. */
export function setupBoardOf(
  { env, orders, live: set, registry }: Setting,
  store: Store,
  { live, editions, services }: SetupParts,
): SetupBoard {
  const file = env.COPYDESK_CONFIG;
  return {
    channels: createChannelDesk({
      ...{ live, orders: store.orders, timeZone: orders.timeZone, chats: registry.names },
      ...{ clock, inWords, archive: store.archive, editions },
      internalSections: orders.internalSections,
      readOrder: (entry) => readEntry(entry, orders, registry.shape),
      inFile: (name) => {
        const written = readFileEntry(file, name);
        return written === null ? null : { file, ...written };
      },
    }),
    places: createPlaces(services, () => performance.now()),
    platforms: registry.platforms.map(({ name, example, forums }) => ({
      ...{ name, label: platformLabel(name), isSet: set.has(name), forums },
      example: example.replaceAll('"', ""),
    })),
  };
}
