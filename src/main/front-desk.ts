import { randomBytes } from "node:crypto";
import type { Instant } from "#core/article/instant.ts";
import { onThePage } from "#core/digest/channel.ts";
import type { Platform } from "#core/digest/subscription.ts";
import type { FrontDesk } from "#core/reply/front-desk.ts";
import { askerHandlers } from "#desk/asker/asker.ts";
import type { AskerParts, PageDoor } from "#desk/asker/parts.ts";
import { standEach } from "#desk/balance.ts";
import type { Connected } from "#desk/connected.ts";
import type { EditionDesk } from "#desk/edition.ts";
import type { LiveChannels } from "#desk/editor/channels.ts";
import { type EditorParts, editorHandlers, withOwnDigest } from "#desk/editor/editor.ts";
import { formDesk } from "#desk/editor/forms.ts";
import { knowingOrders } from "#desk/editor/ordered.ts";
import { forEditors } from "#desk/held-copy.ts";
import type { Log } from "#desk/port/log.ts";
import { createFrontDesk } from "#desk/reply/front-desk.ts";
import type { DeskParts } from "#desk/reply/parts.ts";
import { readerHandlers } from "#desk/reply/reader.ts";
import type { RoleNow } from "#desk/role-now.ts";
import { readEntry } from "#edge/config/read-order.ts";
import type { Store } from "#edge/store/store.ts";
import { inWords, nextSlot } from "./board.ts";
import { adminPlaces, approvalDeskOf, reportDeskOf, whyFiltered } from "./desks.ts";
import { sayModel } from "./model.ts";
import { clock, type Setting } from "./setting.ts";

/** What the front desk needs of the bot at work. */
export interface FrontDeskParts {
  readonly live: LiveChannels;
  readonly editions: EditionDesk;
  readonly version: string;
  readonly startedAt: Instant;
  readonly log: Log;
  readonly connections: () => ReadonlyMap<Platform, Connected>;
  /** What is wrong with the machine, as sentences; left out: nothing is. */
  readonly warnings?: () => readonly string[];
  /** What somebody is in the newsroom at this moment. */
  readonly roleNow: RoleNow;
  readonly openDirect: EditorParts["openDirect"];
  readonly places: EditorParts["places"];
  /** Where people reach the page from elsewhere; left out or `null`: nowhere. */
  readonly page?: PageDoor | null;
  /** Has what is posted amended, and what waits carried. */
  readonly chase: () => Promise<void>;
  readonly carry: () => void;
}

/** Bytes of a key that nobody guesses: sixteen letters and digits of it. */
const KEY_BYTES = 8;
/** Of a trace, by which a line of the log is found. */
const TRACE_BYTES = 4;

export function frontDeskOf(setting: Setting, store: Store, parts: FrontDeskParts): FrontDesk {
  const reader = readerParts(setting, store, parts);
  const editor = editorParts(setting, store, reader, parts);
  const handlers = readerHandlers(reader);
  const desk = createFrontDesk(
    reader,
    {
      ...handlers,
      ...editorHandlers(editor),
      digest: withOwnDigest(editor, handlers.digest),
      ...askerHandlers(askerParts(setting, store, reader, parts)),
    },
    formDesk(editor, reader),
  );
  return knowingOrders(desk, parts.live, parts.roleNow);
}

/** What answers to readers are made of, at the front desk and on the page. */
export function readerParts(setting: Setting, store: Store, parts: FrontDeskParts): DeskParts {
  const { live } = parts;
  const { timeZone, internalSections } = setting.orders;
  return {
    ...{ archive: store.archive, ledger: store.ledger, stories: store.stories },
    ...{ clock, timeZone, internalSections, nextSlot, whoEdits: whoEditsIn(setting) },
    channels: live.list,
    latestEdition: async (channel) => {
      const [newest] = await store.editions.issued(onThePage(channel).id, 1);
      return newest?.messages[0] ?? null;
    },
    deny: ({ command, asker, channel }) => {
      const trace = randomBytes(TRACE_BYTES).toString("hex");
      parts.log.warn("denied", { trace, command, asker: asker.id, channel });
      return trace;
    },
    heldCopyFor: forEditors(store.heldCopy),
    isStored: async (id) => (await store.archive.revision(id)) > 0,
    linksTo: (ids, now) => store.editions.linksTo(ids, now),
    articlesIn: (post) => store.decisions.articlesIn(post),
  };
}

function whoEditsIn({ registry, orders: { roles } }: Setting): string {
  return registry.whoEdits((platform) => (roles[platform]?.editors ?? null) !== null);
}

function askerParts(
  setting: Setting,
  store: Store,
  reader: DeskParts,
  { openDirect, carry, live, page = null }: FrontDeskParts,
): AskerParts {
  return {
    ...{ reader, clock, store, askers: store.askers, live, openDirect, carry, page },
    timeZone: setting.orders.timeZone,
    readOrder: (entry) => readEntry(entry, setting.orders, setting.registry.shape),
    chats: setting.registry.names,
    ...{ reports: reportDeskOf(setting, store), places: adminPlaces(setting) },
  };
}

/** What editors' commands are made of, at the front desk and on the page. */
export function editorParts(
  setting: Setting,
  store: Store,
  { deny, whoEdits }: DeskParts,
  parts: FrontDeskParts,
): EditorParts {
  const { orders, live: platforms, registry } = setting;
  const { live, editions, version, connections, openDirect, places, chase, carry } = parts;
  const { archive, ledger } = store;
  return {
    ...{ archive, ledger, heldCopy: store.heldCopy, clock, timeZone: orders.timeZone },
    internalSections: orders.internalSections,
    ...{ decisions: store.decisions, reports: store.reports, deny, whoEdits },
    reportDesk: reportDeskOf(setting, store),
    approvals: approvalDeskOf(setting, store, live.list),
    ...{ store, chase, carry, live, orders: store.orders, platforms },
    ...{ editions, slots: store.editions, backlog: store.decisions, connections },
    ...(parts.warnings !== undefined && { warnings: parts.warnings }),
    model: () => sayModel(setting, store),
    ...{ inWords, openDirect, places, version, startedAt: parts.startedAt },
    readOrder: (entry) => readEntry(entry, orders, registry.shape),
    chats: registry.names,
    newKey: () => randomBytes(KEY_BYTES).toString("hex"),
    stood: async (since) => {
      const filtered = await whyFiltered(setting, store, live.list());
      return standEach({ archive, ledger, clock, whyFiltered: filtered }, since);
    },
  };
}
