import type { ChatOrder } from "#desk/port/standing-orders.ts";
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
  /** An order as it may stand in the store, however it came there. */
  const ordered = async (name: string, said: ChatOrder["entry"]) => {
    const entry = { name, schedule: "0 8 * * *", ...said };
    const by = { by: "slack:U1", byName: "Mira", at: room.clock.now() };
    const audit = { at: by.at, by: by.by, name: by.byName, did: `ordered ${name}` };
    await room.orders.save({ name, entry, owner: null, ...by }, audit);
    await room.live.refresh();
    return entry;
  };
  const entryOf = (name: string) => room.live.orderOf(name)?.entry;
  /** The form of a channel as it opens, with what is changed in it. */
  const formOf = (name: string, values: Partial<ChannelSheet> = {}): ChannelSheet => {
    const opened = channels.open(name);
    if (opened?.kind !== "form") throw new TypeError(`no form of ${name}`);
    return { ...opened.sheet, ...values };
  };
  return { ...room, channels, ordered, entryOf, formOf };
}

/** A form that can be saved. */
export function sheet(values: Partial<ChannelSheet> = {}): ChannelSheet {
  return {
    ...{ name: "Storm Desk", schedule: "weekdays at noon", zone: "UTC", topics: "storm" },
    ...{ layout: "compact", audience: "", most: "", atOnce: "", atOnceMost: "", quiet: "" },
    ...{ approval: "", approvalAfter: "" },
    ...{ pictures: false, forum: null, places: { slack: "C0042" } },
    ...values,
  };
}
