import { setTimeout as wait } from "node:timers/promises";
import type { Platform } from "#core/digest/subscription.ts";
import { type ListPlaces, listedIn } from "#desk/editor/place-readers.ts";
import type { ChatService, PlaceReaders } from "#desk/port/chat-service.ts";
import type { AskReaders } from "#desk/readers-now.ts";

/** Milliseconds after which a platform has not told who reads a place: others wait for their posts meanwhile. */
const LONGEST = 5_000;

/**
 * Who reads places, by the list of their platform where that tells of it, since one question answers for thousands; else each by
 * itself.
 */
export function askReaders(services: () => readonly ChatService[], places: ListPlaces): AskReaders {
  const ask: AskReaders = async (platform, address) => {
    const reading = await places(platform);
    const place = listedIn(reading, address);
    if (place?.readBy === "shared") return "outside";
    if (place !== null && reading.ok && reading.canBeShared) return "own";
    return (await serviceOf(services(), platform)?.readBy(address)) ?? null;
  };
  return (platform, address) =>
    Promise.race([
      ask(platform, address),
      wait<PlaceReaders | null>(LONGEST, null, { ref: false }),
    ]);
}

function serviceOf(services: readonly ChatService[], platform: Platform): ChatService | undefined {
  return services.find(({ courier }) => courier.platform === platform);
}
