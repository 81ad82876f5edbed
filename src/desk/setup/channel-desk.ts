import { isEditor } from "#core/access/role.ts";
import { isFor, type Readers } from "#core/article/audience.ts";
import type { Channel } from "#core/digest/channel.ts";
import type { OptionFault } from "#core/reply/form-check.ts";
import type { Visitor } from "#core/reply/front-desk.ts";
import { SCHEDULES } from "#core/reply/schedule-words.ts";
import type { OrderParts } from "#desk/editor/parts.ts";
import { keep } from "#desk/editor/subscribe.ts";
import { faultOf } from "#desk/editor/subscribe-form.ts";
import type { ChatOrder } from "#desk/port/standing-orders.ts";
import { readersAt } from "#desk/reply/parts-at.ts";
import {
  type Coming,
  comingOf,
  type LookParts,
  type Matches,
  matchesOf,
  type Previewed,
  previewOf,
} from "./channel-look.ts";
import { type ChannelSheet, keptBeside, sheetOf } from "./channel-sheet.ts";
import { limitFaults, mayFill } from "./form-rights.ts";
import { orderOf, readSheet, withoutFaults } from "./read-sheet.ts";
import { seePlaces } from "./sheet-places.ts";

export interface ChannelDeskParts
  extends Pick<OrderParts, "live" | "orders" | "readOrder" | "timeZone" | "places">,
    Pick<Readers, "internalSections">,
    LookParts {
  /** Where the config file orders a channel; `null` where it does not. */
  readonly inFile: (name: string) => FileEntry | null;
}

/** A channel of the config file, as it stands there. */
export interface FileEntry {
  /** `config/newsroom.yaml` */
  readonly file: string;
  /** The first line of its entry, from 1. */
  readonly line: number;
  readonly text: string;
}

/** What the form opens with. */
export type Opened =
  | {
      readonly kind: "form";
      readonly sheet: ChannelSheet;
      /** Who ordered it last; `null`: it is new. */
      readonly orderedBy: string | null;
      /** Whoever opened it may say where it goes. */
      readonly mayPlace: boolean;
      /** What it says beside, which saving keeps: keys of the config, or what stands for them. */
      readonly keeps: readonly string[];
      /** Words for a schedule that can be typed. */
      readonly schedules: readonly string[];
    }
  /** The file is the file's: it is changed there. */
  | { readonly kind: "file"; readonly name: string; readonly entry: FileEntry | null };

/** What a form says so far: as much of it as can be read. */
export interface SheetLook {
  /** What the channel will be called, which its typed name may be turned into. */
  readonly name: string;
  /** Each by the field that it is at. */
  readonly faults: readonly OptionFault[];
  /** What works, but perhaps not as meant. */
  readonly warnings: readonly string[];
  /** `null`: its schedule or its time zone cannot be read. */
  readonly coming: Coming | null;
  /** `null`: its topics cannot be read, or what it carries is not for whoever looks. */
  readonly matches: Matches | null;
  /** `null` for the same, and where there is nothing that it would carry. */
  readonly preview: Previewed | null;
}

export type Saved =
  | { readonly ok: true; readonly name: string }
  | { readonly ok: false; readonly faults: readonly OptionFault[] };

/** Makes and changes channels by a form: what it saves is what `/subscribe` saves. */
export interface ChannelDesk {
  /**
   * @param name of a channel; `null`: a new one. `null` is given back for one that is not there, is one person's own, or may not be
   *   changed by whoever asks: of these nothing tells which
   */
  open(asker: Visitor, name: string | null): Opened | null;
  /** @param before the name of the channel that is changed; `null`: a new one */
  look(asker: Visitor, sheet: ChannelSheet, before: string | null): Promise<SheetLook | null>;
  save(asker: Visitor, sheet: ChannelSheet, before: string | null): Promise<Saved | null>;
}

export function createChannelDesk(parts: ChannelDeskParts): ChannelDesk {
  return {
    open: (asker, name) => (mayFill(parts, asker, name) ? opened(parts, asker, name) : null),
    async look(asker, sheet, before) {
      if (!mayFill(parts, asker, before)) return null;
      const { seen, faults, entry, name } = await readFor(parts, asker, sheet, before);
      const bad = new Set(faults.map(({ option }) => option));
      const reading = parts.readOrder(withoutFaults(entry, bad));
      if (!reading.ok) {
        const none = { coming: null, matches: null, preview: null };
        return { name, faults, warnings: seen.warnings, ...none };
      }
      const { channel, warnings } = reading;
      const isShown = !bad.has("topics") && mayLook(parts, asker, channel);
      const shared = isEditor(asker) ? sharedPlaces(parts, channel.places, before) : [];
      return {
        ...{ name, faults },
        warnings: [...warnings, ...seen.warnings, ...shared],
        coming: bad.has("schedule") || bad.has("zone") ? null : comingOf(parts, channel),
        matches: isShown ? await matchesOf(parts, channel) : null,
        preview: isShown ? await previewOf(parts, channel) : null,
      };
    },
    async save(asker, sheet, before) {
      if (!mayFill(parts, asker, before)) return null;
      const { faults, entry, name } = await readFor(parts, asker, sheet, before);
      if (faults.length > 0) return { ok: false, faults };
      const by = { by: asker.id, byName: asker.name, at: parts.clock.now() };
      const reading = await keep(parts, { asker }, { name, entry, owner: null, ...by });
      if (reading.ok) return { ok: true, name };
      return { ok: false, faults: reading.faults.map((fault) => faultOf(fault, {})) };
    },
  };
}

/** A form as it can be read, with all that is wrong in it, or that whoever fills it in may not say. */
async function readFor(
  parts: ChannelDeskParts,
  asker: Visitor,
  sheet: ChannelSheet,
  before: string | null,
) {
  const limits = limitFaults(parts, asker, sheet, before);
  const seen = await seePlaces(parts, sheet);
  return { seen, ...readSheet(parts, sheet, before, [...limits, ...seen.faults]) };
}

/** What a channel carries is drawn for its own readers: whoever looks must be one who may see as much, there where nobody else reads it. */
function mayLook(
  { live, internalSections }: ChannelDeskParts,
  asker: Visitor,
  { audience }: Channel,
): boolean {
  const { as } = asker;
  const page = { asker, channel: null, whereabouts: { kind: "page", as } } as const;
  return isFor(audience, readersAt({ channels: live.list, internalSections }, page).audience);
}

function opened(parts: ChannelDeskParts, asker: Visitor, name: string | null): Opened | null {
  const form = (order: ChatOrder | null): Opened => ({
    ...{ kind: "form", sheet: sheetOf(parts, order), schedules: SCHEDULES },
    mayPlace: isEditor(asker),
    orderedBy: order?.byName ?? null,
    keeps: order === null ? [] : keptBeside(parts, order),
  });
  if (name === null) return form(null);
  const order = orderOf(parts, name);
  if (order !== null) return form(order);
  const isOfFile = parts.live.list().some((one) => one.name === name && one.owner === undefined);
  return isOfFile ? { kind: "file", name, entry: parts.inFile(name) } : null;
}

/** One place may have two digests, but hardly anybody means it. */
function sharedPlaces(
  { live }: ChannelDeskParts,
  places: Readonly<Record<string, string>>,
  before: string | null,
): readonly string[] {
  return live
    .list()
    .filter(({ name, owner }) => name !== before && owner === undefined)
    .filter((one) =>
      Object.entries(places).some(([platform, address]) => one.places[platform] === address),
    )
    .map(({ name }) => `“${name}” goes to the same place: its readers get both.`);
}
