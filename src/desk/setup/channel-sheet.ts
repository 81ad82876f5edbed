import type { Platform } from "#core/digest/subscription.ts";
import { USUAL_TIME } from "#core/reply/schedule-words.ts";
import type { OrderParts } from "#desk/editor/parts.ts";
import { entryAfter } from "#desk/editor/subscribe.ts";
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
  /** `22:00-06:30` */
  readonly quiet: string;
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
    ...{ quiet: said("quiet"), pictures: entry.pictures === true, forum },
    places: Object.fromEntries(chats.map((platform) => [platform, addressIn(entry[platform])])),
  };
}

function addressIn(place: unknown): string {
  if (hasTerms(place)) return addressIn(place.channel);
  return typeof place === "string" ? place : "";
}

/** What the form sets; whatever else an order says stays. */
const OWN = ["public", "internal", "most", "atOnce", "atOnceMost", "quiet", "pictures", "forum"];

/** The entry of the config that a form is, which may have faults. */
export function sheetEntry(
  parts: Pick<OrderParts, "chats" | "timeZone">,
  sheet: ChannelSheet,
  name: string,
  before: ChatOrder | null,
): ChatOrder["entry"] {
  const options = filledIn({
    ...{ topics: sheet.topics, schedule: sheet.schedule, zone: sheet.zone, layout: sheet.layout },
  });
  const ordered = entryAfter(parts, { ...options, topics: sheet.topics.trim() }, before);
  const kept = Object.entries(ordered).filter(
    ([key]) => !OWN.includes(key) && !parts.chats.includes(key),
  );
  return { ...Object.fromEntries(kept), ...ownOf(sheet), ...placesOf(parts, sheet, before), name };
}

function ownOf(sheet: ChannelSheet): ChatOrder["entry"] {
  const { audience, pictures, forum } = sheet;
  const tags = forum?.split(",").map((tag) => tag.trim());
  return {
    ...(audience === "public" && { public: true }),
    ...(audience === "internal" && { internal: true }),
    ...(pictures && { pictures: true }),
    ...(tags !== undefined && { forum: tags.filter((tag) => tag !== "") }),
    ...filledIn({ quiet: sheet.quiet }),
    ...numbers(filledIn({ most: sheet.most, atOnce: sheet.atOnce, atOnceMost: sheet.atOnceMost })),
  };
}

function placesOf(
  { chats }: Pick<OrderParts, "chats">,
  { places }: ChannelSheet,
  before: ChatOrder | null,
): ChatOrder["entry"] {
  const named = chats.flatMap((platform) => {
    const address = places[platform]?.trim() ?? "";
    if (address === "") return [];
    const own = before?.entry[platform];
    return [[platform, hasTerms(own) ? { ...own, channel: address } : address] as const];
  });
  return Object.fromEntries(named);
}

function filledIn(values: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const filled = Object.entries(values).map(([key, value]) => [key, value.trim()] as const);
  return Object.fromEntries(filled.filter(([, value]) => value !== ""));
}

/** What is no number stays as it was typed, for the config's reader to refuse. */
function numbers(values: Readonly<Record<string, string>>): ChatOrder["entry"] {
  const read = Object.entries(values).map(([key, value]) => {
    return [key, /^\d{1,6}$/u.test(value) ? Number(value) : value] as const;
  });
  return Object.fromEntries(read);
}
