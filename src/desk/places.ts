import { type Platform, platformLabel } from "#core/digest/subscription.ts";
import type { ChatService } from "#desk/port/chat-service.ts";
import type { PlaceList } from "#desk/port/place-list.ts";

/** A platform's places, or a sentence why they cannot be listed: ids can be typed all the same. */
export type PlacesReading =
  | ({ readonly ok: true } & PlaceList)
  | { readonly ok: false; readonly says: string };

/** Milliseconds for which a list counts: a form asks for it each time that it is opened, and platforms let one ask seldom. */
const FRESH = 60_000;

/** Milliseconds for which a failure counts: a form asks with each pause of whoever fills it in. */
const FAILED = 10_000;

/** Lists the places of the platforms that are set up. */
export function createPlaces(
  services: () => readonly ChatService[],
  now: () => number,
): (platform: Platform) => Promise<PlacesReading> {
  const listed = new Map<Platform, { until: number; readonly list: Promise<PlacesReading> }>();
  return (platform) => {
    const known = listed.get(platform);
    if (known !== undefined && now() < known.until) return known.list;
    const asked = { until: now() + FRESH, list: listOf(services(), platform) };
    listed.set(platform, asked);
    void asked.list.then(({ ok }) => {
      if (!ok) asked.until = now() + FAILED;
    });
    return asked.list;
  };
}

async function listOf(
  services: readonly ChatService[],
  platform: Platform,
): Promise<PlacesReading> {
  const label = platformLabel(platform);
  const service = services.find(({ courier }) => courier.platform === platform);
  if (service === undefined) return { ok: false, says: `${label} is not set up yet: type the id.` };
  if (service.listPlaces === undefined)
    return { ok: false, says: `${label} lists no channels: type the id.` };
  try {
    return { ok: true, ...(await service.listPlaces()) };
  } catch (error) {
    const says = error instanceof Error ? error.message : String(error);
    return { ok: false, says: `${label}'s channels cannot be listed (${says}): type the id.` };
  }
}
