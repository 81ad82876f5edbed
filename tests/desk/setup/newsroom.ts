import type { Channel } from "#core/digest/channel.ts";
import type { PlacesReading } from "#desk/places.ts";
import type { ListedPlace } from "#desk/port/place-list.ts";
import type { ChatOrder } from "#desk/port/standing-orders.ts";
import { type ChannelDesk, createChannelDesk } from "#desk/setup/channel-desk.ts";
import type { ChannelSheet } from "#desk/setup/channel-sheet.ts";
import { entryIn } from "#edge/config/file-entry.ts";
import { readEntry } from "#edge/config/read-order.ts";
import { REGISTRY } from "#main/platforms.ts";
import { visitor } from "#tests/asked.ts";
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

/** A place as a platform lists it, of the newsroom's own workspace. */
export function listed(address: string, fields: Partial<ListedPlace> = {}): ListedPlace {
  return {
    ...{ address, name: `#${address}`, group: null, groupId: "", isForum: false, missing: null },
    ...{ readBy: "own", ...fields },
  };
}

/** What the platforms list, where a test says nothing else. */
const LISTED: Readonly<Record<string, readonly ListedPlace[]>> = {
  slack: [listed("C0001"), listed("C0042"), listed("C0043")],
  discord: [listed("123456789012345678", { group: "Desk", groupId: "5" })],
};

/** A newsroom whose channels are made in a form, read by the config's own rules. */
export async function setupNewsroom(
  listing: Readonly<Record<string, readonly ListedPlace[] | string>> = LISTED,
  beside: readonly Channel[] = [],
) {
  const readOrder = (entry: object) => readEntry(entry, HOUSE, REGISTRY.shape);
  const places = async (platform: string): Promise<PlacesReading> => {
    const own = listing[platform] ?? [];
    if (typeof own === "string") return { ok: false, says: own };
    return { ok: true, places: own, isCut: false, canBeShared: platform === "slack" };
  };
  const room = await editorsNewsroom({ readOrder, places, channels: beside });
  const channels: ChannelDesk = createChannelDesk({
    ...{ live: room.live, orders: room.orders, readOrder, timeZone: "UTC", clock: room.clock },
    ...{ inWords: () => "in words", chats: ["slack", "discord"], archive: room.archive },
    ...{ editions: room.editionDesk, internalSections: HOUSE.internalSections, places },
    inFile: (name) => {
      const written = entryIn(FILE, name);
      return written === null ? null : { file: "config/newsroom.yaml", ...written };
    },
  });
  /** An order as it may stand in the store, however it came there. */
  const ordered = async (name: string, said: ChatOrder["entry"], whose = "slack:U1") => {
    const entry = { name, schedule: "0 8 * * *", ...said };
    const by = { by: whose, byName: "Mira", at: room.clock.now() };
    const audit = { at: by.at, by: by.by, name: by.byName, did: `ordered ${name}` };
    await room.orders.save({ name, entry, owner: null, ...by }, audit);
    await room.live.refresh();
    return entry;
  };
  const entryOf = (name: string) => room.live.orderOf(name)?.entry;
  /** What a form says that whoever looks may have. */
  const look = async (...given: Parameters<ChannelDesk["look"]>) => {
    const looked = await channels.look(...given);
    if (looked === null) throw new TypeError("no form of theirs");
    return looked;
  };
  /** The form of a channel as it opens, with what is changed in it. */
  const formOf = (name: string, values: Partial<ChannelSheet> = {}): ChannelSheet => {
    const opened = channels.open(visitor("editor"), name);
    if (opened?.kind !== "form") throw new TypeError(`no form of ${name}`);
    return { ...opened.sheet, ...values };
  };
  return { ...room, places, channels, ordered, entryOf, formOf, look };
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
