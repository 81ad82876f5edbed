import { audienceOfOwn } from "#core/access/audience.ts";
import { type Audience, isFor } from "#core/article/audience.ts";
import type { Instant } from "#core/article/instant.ts";
import { byName, type Channel, channelIn } from "#core/digest/channel.ts";
import { PAGE, type Platform } from "#core/digest/subscription.ts";
import { type NamedPlace, placeName } from "#core/message/notice.ts";
import type { ReadersOf } from "./correction.ts";
import type { PlaceReaders } from "./port/chat-service.ts";
import type { Clock } from "./port/clock.ts";
import type { RoleNow } from "./role-now.ts";

/** Who reads a place at this moment, asked of its platform; `null`: it cannot be told. */
export type AskReaders = (platform: Platform, address: string) => Promise<PlaceReaders | null>;

/** What keeps a post from going as it is stored. `gone`: it is somebody's own, who is of the newsroom no more. */
export type Kept = "unknown" | "gone";

/**
 * Who reads places by what their platforms say, whatever the newsroom has said of them: a channel may be shared with another
 * company by now, and somebody who ordered a digest of their own may be a guest, or gone.
 */
export interface ReadersNow {
  /** Asks, where that was not done lately. @returns by the id of each place what keeps its posts, of those whose posts may not go */
  look(places: readonly NamedPlace[]): Promise<ReadonlyMap<string, Kept>>;
  /** For whom a place is at most, by the last look; the desk, where nothing is known against it. */
  most(subscription: string): Audience;
  /** Whether a place is somebody's own. */
  isOwn(subscription: string): boolean;
}

export interface ReadersNowParts {
  readonly clock: Clock;
  readonly ask: AskReaders;
  readonly roleNow: RoleNow;
  readonly channels: () => readonly Channel[];
  /** Tells the admins what is wrong with a place, once while it lasts; `null`: nothing is any more. */
  readonly tell: (place: string, says: string | null) => void;
}

/** Milliseconds for which an answer is good: platforms take so many questions and no more. */
const GOOD_FOR = 3 * 60_000;
/** The same where there was none. */
const ASKED_AGAIN = 20_000;
/** Milliseconds after which admins hear that nobody can tell who reads a place. */
const TOLD_AFTER = 2 * 60_000;
/** Places that are kept in mind. */
const MOST_KEPT = 20_000;

interface Known {
  readonly at: Instant;
  /** When it was found first, of the last ones. */
  readonly since: Instant;
  readonly found: Audience | Kept;
}

export function createReadersNow(parts: ReadersNowParts): ReadersNow {
  const { clock, channels, tell } = parts;
  const known = new Map<string, Known>();
  const channelNamed = byName(channels);
  const ownerOf = (subscription: string) => channelNamed(channelIn(subscription))?.owner;
  const lookAt = async (place: NamedPlace): Promise<Known["found"]> => {
    const { subscription } = place;
    const now = clock.now();
    const last = known.get(subscription);
    if (last !== undefined && isGood(last, now)) return last.found;
    const owner = ownerOf(subscription);
    const found = owner === undefined ? await ofPlace(parts, place) : await ofOwner(parts, owner);
    if (known.size >= MOST_KEPT) known.clear();
    const since = last?.found === found ? last.since : now;
    known.set(subscription, { at: now, found, since });
    // A platform that is away for a moment is no news.
    if (found !== "unknown" || now - since >= TOLD_AFTER)
      tell(subscription, saidOf(found, place, owner !== undefined));
    return found;
  };
  return {
    async look(places) {
      const asked = new Map(places.map((place) => [place.subscription, place]));
      const kept = new Map<string, Kept>();
      const looked = [...asked].map(async ([subscription, place]) => {
        const found = await lookAt(place);
        if (found === "unknown" || found === "gone") kept.set(subscription, found);
      });
      await Promise.all(looked);
      return kept;
    },
    most(subscription) {
      const found = known.get(subscription)?.found ?? "internal";
      return found === "unknown" || found === "gone" ? "public" : found;
    },
    isOwn: (subscription) => ownerOf(subscription) !== undefined,
  };
}

/** Readers as the newsroom has said, or fewer where a platform says so. */
export function cappedReaders(readersOf: ReadersOf, now: Pick<ReadersNow, "most">): ReadersOf {
  return (subscription) => {
    const said = readersOf(subscription);
    const most = now.most(subscription);
    if (isFor(said.audience, most)) return said;
    return { audience: most, internalSections: said.internalSections };
  };
}

/** A clock that was put back makes nothing last longer. */
function isGood({ at, found }: Known, now: Instant): boolean {
  return now >= at && now - at < (found === "unknown" ? ASKED_AGAIN : GOOD_FOR);
}

async function ofPlace(
  { ask }: ReadersNowParts,
  { platform, address }: NamedPlace,
): Promise<Known["found"]> {
  if (platform === PAGE) return "internal";
  const found = await ask(platform, address).catch(() => null);
  if (found === null) return "unknown";
  return found === "own" ? "internal" : "public";
}

async function ofOwner(
  { roleNow, channels }: ReadersNowParts,
  owner: string,
): Promise<Known["found"]> {
  const found = await roleNow(owner).catch(() => null);
  if (found === null) return "unknown";
  return found === "gone" ? "gone" : audienceOfOwn(found.whereabouts, channels());
}

/** For the admins; `null` where nothing is wrong, and of whom a digest of their own is made less for. */
function saidOf(found: Known["found"], place: NamedPlace, isOwn: boolean): string | null {
  const name = placeName(place);
  if (found === "gone") {
    return `${name}: whoever ordered this is of the newsroom no more. It rests, and nothing is sent there.`;
  }
  if (found === "unknown") {
    return `${name}: nobody can tell who reads there, so that what is not for anyone waits. Copydesk asks again by itself.`;
  }
  if (isOwn || found !== "public") return null;
  return `${name}: people from outside the newsroom read there by now, so that only what is for anyone is posted. Make it public, or share it no more.`;
}
