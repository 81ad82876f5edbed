import { saysEnough, toBeSaid } from "#core/access/audience.ts";
import type { Place, Question } from "#core/reply/front-desk.ts";
import { readSchedule, USUAL_TIME } from "#core/reply/schedule-words.ts";
import type { ChatOrder } from "#desk/port/standing-orders.ts";
import { withTerms } from "./entry-lines.ts";
import type { OrderParts } from "./parts.ts";
import { audienceSaid, isSharedIn, saidFor, unknownReaders } from "./place-readers.ts";

const LONGEST_NAME = 40;
/** Names tried before giving up: `news`, `news-2`, …. */
const MOST_NAMES = 50;

export const NAME_TAKEN = "That name is taken: choose another one";

/** The channel that goes to a place already. */
export function orderedFor(
  { live }: Pick<OrderParts, "live">,
  { platform, address }: Place,
): string | null {
  const found = live.list().find((channel) => channel.places[platform] === address);
  return found?.name ?? null;
}

/** What a place's order is called; `null` where no name is left for it. */
export function nameMeant(
  parts: Pick<OrderParts, "live">,
  { options }: Pick<Question, "options">,
  place: Place,
): string | null {
  const ordered = orderedFor(parts, place);
  return nameFor(parts, options.name ?? ordered ?? place.name ?? "", place, ordered);
}

/** The entry of the config that an order would be, which may have faults, and what perhaps is not as it is meant. */
export interface EntryMeant {
  readonly entry: ChatOrder["entry"];
  readonly warnings: readonly string[];
}

/** `null`: whoever reads there may not have it. */
export async function entryMeant(
  parts: OrderParts,
  { options, whereabouts }: Question,
  place: Place,
  name: string,
): Promise<EntryMeant | null> {
  const { platform, address } = place;
  const ordered = orderedFor(parts, place);
  const before = ordered === null ? null : parts.live.orderOf(ordered);
  const entry = { ...entryAfter(parts, options, before), name, [platform]: placed(before, place) };
  const reading = await parts.places(platform);
  const isShared = isSharedIn(reading, address);
  const said = saidFor(entry, toBeSaid({ whereabouts, isShared }, parts.live.list()));
  if (said === null) return null;
  // In whose server or workspace it is given, is known: whether others read there too, the list alone tells.
  const isKnown = reading.ok && !reading.canBeShared;
  return {
    entry: said,
    warnings: isKnown ? [] : unknownReaders(reading, place, audienceSaid(said)),
  };
}

/** A place keeps what is asked for there. */
function placed(before: ChatOrder | null, { platform, address }: Place): unknown {
  const own = before?.entry[platform];
  return typeof own === "object" && own !== null ? own : address;
}

/** An order's entry with what is said now; topics that were emptied ask for everything. */
export function entryAfter(
  parts: Pick<OrderParts, "timeZone">,
  options: Question["options"],
  before: ChatOrder | null,
): ChatOrder["entry"] {
  const { topics, ...rest } = { ...before?.entry, ...entryOf(parts, options, before) };
  return topics === undefined || options.topics?.trim() === "" ? rest : { ...rest, topics };
}

/** Who reads in a place may be others by now than when its order was shown. */
export async function saysEnoughNow(
  { places, live }: OrderParts,
  { place, whereabouts }: Question,
  { entry, owner }: ChatOrder,
): Promise<boolean> {
  if (place === null || owner !== null) return true;
  const isShared = isSharedIn(await places(place.platform), place.address);
  return saysEnough(audienceSaid(entry), toBeSaid({ whereabouts, isShared }, live.list()));
}

/** The values of an entry that were said; what was not said stays as it was, or is usual. */
export function entryOf(
  { timeZone }: Pick<OrderParts, "timeZone">,
  { topics, schedule, at, topic, zone, layout, approval }: Question["options"],
  before: ChatOrder | null,
): ChatOrder["entry"] {
  const when = schedule ?? at ?? (before === null ? USUAL_TIME : undefined);
  const what = topics ?? topic;
  const reading = when === undefined ? null : readSchedule(when);
  return {
    ...(reading?.ok && { schedule: withTerms(reading.lines, before?.entry.schedule) }),
    ...(before === null && { timeZone }),
    ...(zone !== undefined && { timeZone: zone }),
    ...(what !== undefined && { topics: what }),
    ...(layout !== undefined && { layout: layout.toLowerCase() }),
    ...(approval !== undefined && { approval: approval.toLowerCase() }),
  };
}

/** `null` where no name is left. */
function nameFor(
  { live }: Pick<OrderParts, "live">,
  wanted: string,
  place: Place,
  own: string | null,
): string | null {
  const plain = slug(wanted) || slug(`${place.platform}-${place.address}`);
  const taken = new Set(live.list().map(({ name }) => name));
  if (own !== null) taken.delete(own);
  if (!taken.has(plain)) return plain;
  const others = Array.from(
    { length: MOST_NAMES },
    (_, index) => `${plain.slice(0, 36)}-${index + 2}`,
  );
  return others.find((name) => !taken.has(name)) ?? null;
}

/** The name of a channel as the config file would have it. */
export function slug(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, "-")
    .slice(0, LONGEST_NAME)
    .replace(/^-+|-+$/gu, "");
}
