import { type ChannelDesk, createChannelDesk } from "#desk/setup/channel-desk.ts";
import type { ChannelSheet } from "#desk/setup/channel-sheet.ts";
import { entryIn } from "#edge/config/file-entry.ts";
import { readEntry } from "#edge/config/read-order.ts";
import { REGISTRY } from "#main/platforms.ts";
import { HOUSE } from "#tests/samples.ts";
import { editorsNewsroom } from "../editor/newsroom.ts";

const FILE = `channels:
  # The whole paper
  - name: front-page
    schedule: "0 * * * *" # hourly
    slack: C0001
  - name: other
    schedule: "0 8 * * *"
`;

/** A newsroom whose channels are made in a form, read by the config's own rules. */
export async function setupNewsroom() {
  const readOrder = (entry: object) => readEntry(entry, HOUSE, REGISTRY.shape);
  const room = await editorsNewsroom({ readOrder });
  const channels: ChannelDesk = createChannelDesk({
    ...{ live: room.live, orders: room.orders, readOrder, timeZone: "UTC", clock: room.clock },
    ...{ inWords: () => "in words", chats: ["slack", "discord"], archive: room.archive },
    ...{ editions: room.editionDesk, internalSections: HOUSE.internalSections },
    inFile: (name) => {
      const written = entryIn(FILE, name);
      return written === null ? null : { file: "config/newsroom.yaml", ...written };
    },
  });
  return { ...room, channels };
}

/** A form that can be saved. */
export function sheet(values: Partial<ChannelSheet> = {}): ChannelSheet {
  return {
    ...{ name: "Storm Desk", schedule: "weekdays at noon", zone: "UTC", topics: "storm" },
    ...{ layout: "compact", audience: "", most: "", atOnce: "", atOnceMost: "", quiet: "" },
    ...{ pictures: false, forum: null, places: { slack: "C0042" } },
    ...values,
  };
}
