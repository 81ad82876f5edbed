import { saysEnough, type ToBeSaid, toBeSaid } from "#core/access/audience.ts";
import type { Audience } from "#core/article/audience.ts";
import type { Channel } from "#core/digest/channel.ts";
import { type Platform, platformLabel } from "#core/digest/subscription.ts";
import type { Place } from "#core/reply/front-desk.ts";
import type { PlacesReading } from "#desk/places.ts";
import type { ListedPlace } from "#desk/port/place-list.ts";
import type { ChatOrder } from "#desk/port/standing-orders.ts";

/** The places of a platform, as it lists them. */
export type ListPlaces = (platform: Platform) => Promise<PlacesReading>;

/** What an order's entry says of who reads it. */
export function audienceSaid({ public: isPublic, internal }: ChatOrder["entry"]): Audience {
  if (isPublic === true) return "public";
  return internal === true ? "internal" : null;
}

/** A place by the list of its platform; `null`: no list has it, or there is none. */
export function listedIn(reading: PlacesReading, address: string): ListedPlace | null {
  const places = reading.ok ? reading.places : [];
  return places.find((place) => place.address === address) ?? null;
}

/** Whether people of another company read in a place, as far as its platform's list tells. */
export function isSharedIn(reading: PlacesReading, address: string): boolean {
  return listedIn(reading, address)?.readBy === "shared";
}

/** What an order has to say for a place that is picked from the list, or typed by its id, wherever it is ordered. */
export function neededAt(
  reading: PlacesReading,
  { platform, address }: Pick<Place, "platform" | "address">,
  channels: readonly Channel[],
): ToBeSaid {
  const place = listedIn(reading, address);
  const beside = channelsBeside(reading, { platform, address }, channels);
  const names = beside.map(({ name }) => name);
  const whereabouts =
    place?.readBy === "foreign"
      ? ({ kind: "foreign" } as const)
      : ({ kind: "own", channels: names, isDirect: false } as const);
  return toBeSaid({ whereabouts, isShared: isSharedIn(reading, address) }, channels);
}

/** The newsroom's channels in the same server or workspace as a place; where nobody can tell which one it is, it may be any. */
export function channelsBeside(
  reading: PlacesReading,
  { platform, address }: Pick<Place, "platform" | "address">,
  channels: readonly Channel[],
): readonly Channel[] {
  const groupOf = (of: string) => listedIn(reading, of)?.groupId ?? null;
  const group = groupOf(address);
  return channels.filter(({ owner, places }) => {
    const there = places[platform];
    if (owner !== undefined || there === undefined) return false;
    const own = groupOf(there);
    return group === null || own === null || own === group;
  });
}

/**
 * An order's entry for where it is given, which says what has to be said: for the outside world where it says nothing.
 * `null`: it is for the desk alone, and cannot be.
 */
export function saidFor(entry: ChatOrder["entry"], needed: ToBeSaid): ChatOrder["entry"] | null {
  const said = audienceSaid(entry);
  if (saysEnough(said, needed)) return entry;
  return said === null ? { ...entry, public: true } : null;
}

/** That nobody can look who reads in a place; nothing where that does not matter. */
export function unknownReaders(
  reading: PlacesReading,
  { platform, address }: Pick<Place, "platform" | "address">,
  said: Audience,
): readonly string[] {
  if (said === "public" || listedIn(reading, address) !== null) return [];
  const label = platformLabel(platform);
  const why = reading.ok
    ? `${label} lists no ${address} to the bot`
    : `${label}'s channels cannot be listed`;
  return [
    `${why}, so that nobody can look who reads there: make it public if people outside the newsroom may.`,
  ];
}
