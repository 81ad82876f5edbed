import { saysEnough } from "#core/access/audience.ts";
import type { Audience } from "#core/article/audience.ts";
import type { Channel } from "#core/digest/channel.ts";
import { type Platform, platformLabel } from "#core/digest/subscription.ts";
import type { OptionFault } from "#core/reply/form-check.ts";
import type { OrderParts } from "#desk/editor/parts.ts";
import { channelsBeside, listedIn, neededAt, unknownReaders } from "#desk/editor/place-readers.ts";
import type { PlacesReading } from "#desk/places.ts";
import { type ChannelSheet, isAudience } from "./channel-sheet.ts";

/** What the platforms tell of the places of a form. */
export interface PlacesSeen {
  /** At most one, at `audience`. */
  readonly faults: readonly OptionFault[];
  readonly warnings: readonly string[];
}

/** Looks who reads in the places of a form, by the lists of their platforms: what the browser says of them counts for nothing. */
export async function seePlaces(
  { places, chats, live }: Pick<OrderParts, "places" | "chats" | "live">,
  sheet: ChannelSheet,
): Promise<PlacesSeen> {
  const named = chats.flatMap((platform) => {
    const address = sheet.places[platform]?.trim() ?? "";
    return address === "" ? [] : [{ platform, address }];
  });
  const seen = await Promise.all(
    named.map(async (place) => seePlace(await places(place.platform), place, live.list(), sheet)),
  );
  return {
    faults: seen.flatMap(({ faults }) => faults).slice(0, 1),
    warnings: seen.flatMap(({ warnings }) => warnings),
  };
}

interface Named {
  readonly platform: Platform;
  readonly address: string;
}

function seePlace(
  reading: PlacesReading,
  named: Named,
  channels: readonly Channel[],
  { audience, forum }: ChannelSheet,
): PlacesSeen {
  const said: Audience = isAudience(audience) ? audience : null;
  const needed = neededAt(reading, named, channels);
  const listed = listedIn(reading, named.address);
  const isBare = listed?.isForum === true && forum === null;
  const text =
    needed === "public" ? sharedText(listed?.name ?? "It") : unsaidText(reading, named, channels);
  return {
    faults: saysEnough(said, needed) ? [] : [{ option: "audience", text }],
    warnings: [
      ...unknownReaders(reading, named, said),
      ...(isBare ? [`${listed.name} is a forum, where each brief is a post: say so above.`] : []),
    ],
  };
}

function sharedText(name: string): string {
  return `${name} is shared with another company, whose people read it too: choose Public, or another channel`;
}

/** Why somebody has to say who reads there. */
function unsaidText(reading: PlacesReading, named: Named, channels: readonly Channel[]): string {
  const choose =
    "Choose Public if people outside the newsroom read it, or Internal if its desk alone does";
  const listed = listedIn(reading, named.address);
  if (listed?.readBy === "foreign") {
    const where = listed.group ?? platformLabel(named.platform);
    return `${where} is not known to be the newsroom's own, so that anybody may be there. ${choose}`;
  }
  const open = channelsBeside(reading, named, channels).find(
    ({ audience }) => audience === "public",
  );
  const there = listed?.group ?? platformLabel(named.platform);
  return `“${open?.name}” on ${there} is public, so that people outside the newsroom may be there. ${choose}`;
}
