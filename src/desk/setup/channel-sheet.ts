import type { Platform } from "#core/digest/subscription.ts";
import { USUAL_TIME } from "#core/reply/schedule-words.ts";
import { haveTerms, withTerms } from "#desk/editor/entry-lines.ts";
import { entryAfter } from "#desk/editor/order-entry.ts";
import type { OrderParts } from "#desk/editor/parts.ts";
import { saidIn } from "#desk/editor/subscribe-form.ts";
import type { ChatOrder } from "#desk/port/standing-orders.ts";

/** What stands in the form of a channel, each as somebody typed it; empty: it is not said. */
export interface ChannelSheet {
  readonly name: string;
  readonly schedule: string;
  readonly zone: string;
  readonly topics: string;
  readonly layout: string;
  /** `public`, `internal`, or empty. */
  readonly audience: string;
  readonly most: string;
  /** The highest urgency number that goes out at once. */
  readonly atOnce: string;
  readonly atOnceMost: string;
  /** `22:00-06:30`; several with semicolons. */
  readonly quiet: string;
  /** `required`: an editor reads each edition first. */
  readonly approval: string;
  /** `30m`: after which it goes by itself, where an editor reads it first. */
  readonly approvalAfter: string;
  readonly pictures: boolean;
  /** Tags, with commas, of the posts of a forum; `null`: it is none. */
  readonly forum: string | null;
  /** The ids of its channels, by platform; empty: it does not go there. */
  readonly places: Readonly<Record<Platform, string>>;
}

/** A place of an entry that has terms of its own. */
interface PlaceWithTerms {
  readonly channel: unknown;
}

function hasTerms(place: unknown): place is PlaceWithTerms {
  return typeof place === "object" && place !== null && "channel" in place;
}

type Entry = ChatOrder["entry"];

/** The form of a channel that was ordered already; of none, with what is usual. */
export function sheetOf(
  { chats, timeZone }: Pick<OrderParts, "chats" | "timeZone">,
  order: ChatOrder | null,
): ChannelSheet {
  const said = (key: string, usual = "") => saidIn(order, key, usual);
  const entry = order?.entry ?? {};
  const forum = Array.isArray(entry.forum) ? entry.forum.join(", ") : null;
  return {
    ...{ name: order?.name ?? "", schedule: said("schedule", order === null ? USUAL_TIME : "") },
    ...{ zone: said("timeZone", timeZone), topics: said("topics"), layout: said("layout", "full") },
    audience: entry.public === true ? "public" : entry.internal === true ? "internal" : "",
    ...{ most: said("most"), atOnce: said("atOnce"), atOnceMost: said("atOnceMost") },
    ...{ quiet: said("quiet"), ...approvalIn(entry) },
    ...{ pictures: entry.pictures === true, forum },
    places: Object.fromEntries(chats.map((platform) => [platform, addressIn(entry[platform])])),
  };
}

function approvalIn({ approval }: Entry): Pick<ChannelSheet, "approval" | "approvalAfter"> {
  if (typeof approval === "string")
    return { approval: approval === "none" ? "" : approval, approvalAfter: "" };
  const isObject = typeof approval === "object" && approval !== null;
  const after = isObject && "after" in approval ? String(approval.after) : "";
  return { approval: isObject ? REQUIRED : "", approvalAfter: after };
}

function addressIn(place: unknown): string {
  if (hasTerms(place)) return addressIn(place.channel);
  return typeof place === "string" ? place : "";
}

/** The keys of the config by which an order says who reads a channel. */
export function isAudience(said: string): said is "public" | "internal" {
  return said === "public" || said === "internal";
}

/** As the config says that an editor reads each edition first. */
export const REQUIRED = "required";

type Field = Exclude<keyof ChannelSheet, "name" | "places">;

/** Fields that are saved together, and the keys of the config that they are. */
interface Saved {
  readonly fields: readonly Field[];
  readonly keys: readonly string[];
  /** @param before the entry as it was */
  readonly entry: (sheet: ChannelSheet, before: Entry) => Entry;
}

/** Those of `/subscribe` and of its form, which says how they are saved. */
const ORDERED: readonly Field[] = ["schedule", "zone", "topics", "layout"];

/** All others. */
const SAVED: readonly Saved[] = [
  {
    ...{ fields: ["audience"], keys: ["public", "internal"] },
    entry: ({ audience }) => (isAudience(audience) ? { [audience]: true } : {}),
  },
  ...(["most", "atOnce", "atOnceMost"] as const).map((field) => ({
    ...{ fields: [field], keys: [field] },
    entry: (sheet: ChannelSheet) => number(field, sheet[field].trim()),
  })),
  {
    ...{ fields: ["quiet"], keys: ["quiet"] },
    entry: ({ quiet }, before) => {
      const hours = quiet.split(";").map((one) => one.trim());
      const named = hours.filter((one) => one !== "");
      return named.length === 0 ? {} : { quiet: withTerms(named, before.quiet) };
    },
  },
  {
    ...{ fields: ["approval", "approvalAfter"], keys: ["approval"] },
    entry: ({ approval, approvalAfter }) => {
      const after = approvalAfter.trim();
      if (approval === "") return {};
      return {
        approval: approval === REQUIRED && after !== "" ? { required: true, after } : approval,
      };
    },
  },
  {
    ...{ fields: ["pictures"], keys: ["pictures"] },
    entry: ({ pictures }) => (pictures ? { pictures } : {}),
  },
  {
    ...{ fields: ["forum"], keys: ["forum"] },
    entry: ({ forum }) => {
      const tags = forum?.split(",").map((tag) => tag.trim());
      return tags === undefined ? {} : { forum: tags.filter((tag) => tag !== "") };
    },
  },
];

/** What is no number stays as it was typed, for the config's reader to refuse. */
function number(key: string, value: string): Entry {
  if (value === "") return {};
  return { [key]: /^\d{1,6}$/u.test(value) ? Number(value) : value };
}

/**
 * The entry of the config that a form is, which may have faults. A field that is handed in as it opened leaves its part of the
 * entry as it was, whatever stands there: the config knows more ways to say a thing than the form shows, and keys of which it
 * has no field.
 */
export function sheetEntry(
  parts: Pick<OrderParts, "chats" | "timeZone">,
  sheet: ChannelSheet,
  name: string,
  before: ChatOrder | null,
): Entry {
  const opened = before === null ? null : sheetOf(parts, before);
  const isChanged = (field: Field) => opened === null || opened[field] !== sheet[field];
  const was = before?.entry ?? {};
  const ordered = entryAfter(parts, optionsOf(sheet, isChanged), before);
  const changed = SAVED.filter(({ fields }) => fields.some(isChanged));
  const left = new Set([
    ...changed.flatMap(({ keys }) => keys),
    ...parts.chats,
    // The newsroom's own, as where none is named.
    ...(isChanged("zone") && sheet.zone.trim() === "" ? ["timeZone"] : []),
  ]);
  const kept = Object.entries(ordered).filter(([key]) => !left.has(key));
  const said = changed.map(({ entry }) => entry(sheet, was));
  return {
    ...Object.fromEntries(kept),
    ...Object.assign({}, ...said),
    ...placesOf(parts, sheet, was),
    name,
  };
}

/** What `/subscribe` would be told; emptied topics ask for everything. */
function optionsOf(
  sheet: ChannelSheet,
  isChanged: (field: Field) => boolean,
): Readonly<Record<string, string>> {
  const told = ORDERED.filter(isChanged).map(
    (field) => [field, String(sheet[field]).trim()] as const,
  );
  return Object.fromEntries(told.filter(([field, value]) => field === "topics" || value !== ""));
}

function placesOf(
  { chats }: Pick<OrderParts, "chats">,
  { places }: ChannelSheet,
  was: Entry,
): Entry {
  const named = chats.flatMap((platform) => {
    const address = places[platform]?.trim() ?? "";
    if (address === "") return [];
    const own = was[platform];
    return [[platform, hasTerms(own) ? { ...own, channel: address } : address] as const];
  });
  return Object.fromEntries(named);
}

/** What an order says that its form has no field for, by the config's words for it: saving the form keeps it. */
export function keptBeside(
  { chats }: Pick<OrderParts, "chats">,
  { entry }: ChatOrder,
): readonly string[] {
  const shown = ["name", "schedule", "timeZone", "topics", "layout", ...chats];
  const known = new Set([...shown, ...SAVED.flatMap(({ keys }) => keys)]);
  const other = Object.keys(entry).filter((key) => !known.has(key));
  const lines = ["schedule", "quiet"].filter((key) => haveTerms(entry[key]));
  const here = chats.flatMap((platform) => {
    const place = entry[platform];
    return hasTerms(place) ? Object.keys(place).filter((key) => key !== "channel") : [];
  });
  return [...other, ...lines.map((key) => `terms of single lines of ${key}`), ...here];
}
