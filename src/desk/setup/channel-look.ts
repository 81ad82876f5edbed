import type { Instant } from "#core/article/instant.ts";
import { nextSlots } from "#core/digest/cadence.ts";
import { type Channel, onThePage, subscription } from "#core/digest/channel.ts";
import { verdict } from "#core/digest/verdict.ts";
import { wallClock } from "#core/digest/wall-clock.ts";
import { composeEdition } from "#core/message/edition.ts";
import type { Message } from "#core/message/message.ts";
import { titleCase } from "#core/message/say.ts";
import { approvalWords } from "#core/reply/order-answer.ts";
import type { EditionDesk } from "#desk/edition.ts";
import type { OrderParts } from "#desk/editor/parts.ts";
import { faceOf } from "#desk/made.ts";
import type { Archive } from "#desk/port/archive.ts";

/** Slots that are shown before anything is saved. */
const SLOTS_SHOWN = 5;
/** Articles that are held against the topics: the latest of the day. */
const MOST_LOOKED_AT = 500;
const HEADLINES_SHOWN = 5;

export interface LookParts extends Pick<OrderParts, "clock" | "inWords" | "chats"> {
  readonly archive: Pick<Archive, "forReaders">;
  readonly editions: Pick<EditionDesk, "rehearse">;
}

/** When a channel comes. */
export interface Coming {
  /** `at 08:00 and 13:00` */
  readonly inWords: string;
  readonly timeZone: string;
  /** None where no edition will ever be due. */
  readonly next: readonly Instant[];
  /** What must happen before an edition is posted, in words; `null`: it is posted as it is made. */
  readonly waits: string | null;
}

export function comingOf({ clock, inWords }: LookParts, { cadence, approval }: Channel): Coming {
  const next = nextSlots(cadence, clock.now(), SLOTS_SHOWN);
  const waits = approval === null ? null : approvalWords(approval);
  return { inWords: inWords(cadence), timeZone: cadence.timeZone, next, waits };
}

/** How much of what came in today a channel would carry. */
export interface Matches {
  readonly count: number;
  /** Of so many that its readers may be shown. */
  readonly of: number;
  /** More came in than were looked at: the latest were. */
  readonly isCut: boolean;
  /** A few of them, the latest first. */
  readonly headlines: readonly string[];
}

/** By the rules by which editions are chosen, of copy that is for its readers, since midnight in the channel's time zone. */
export async function matchesOf({ archive, clock }: LookParts, channel: Channel): Promise<Matches> {
  const now = clock.now();
  const wall = wallClock(channel.cadence.timeZone);
  const midnight = wall.instantOf(wall.dayOf(now), 0);
  const arrived = await archive.forReaders(channel).arrived(midnight, now, MOST_LOOKED_AT);
  const place = onThePage(channel);
  const carried = arrived.filter((filed) => verdict(filed, place).carried);
  return {
    ...{ count: carried.length, of: arrived.length, isCut: arrived.length === MOST_LOOKED_AT },
    headlines: carried.slice(0, HEADLINES_SHOWN).map(({ brief }) => brief.headline),
  };
}

/** What a channel would be sent now. */
export interface Previewed {
  readonly message: Message;
  /** Nothing waits for it, so that it is what a first edition would carry. */
  readonly asFirst: boolean;
}

/** A name that no channel has, since names have no dot: it has had no edition. */
const NOBODYS = "draft.";

/** `null`: there is nothing that it would carry. */
export async function previewOf(parts: LookParts, channel: Channel): Promise<Previewed | null> {
  const waiting = await rehearsed(parts, channel);
  if (waiting !== null) return { message: waiting, asFirst: false };
  const first = await rehearsed(parts, { ...channel, name: NOBODYS, title: titleOf(channel) });
  return first === null ? null : { message: first, asFirst: true };
}

function titleOf({ title, name }: Channel): string {
  return title ?? titleCase(name);
}

async function rehearsed(parts: LookParts, channel: Channel): Promise<Message | null> {
  const { editions, clock, chats } = parts;
  const [chat] = chats;
  const [placed] = Object.entries(channel.places);
  const place =
    placed === undefined ? onThePage(channel) : subscription(channel, placed[0], placed[1]);
  const at = nextSlots(channel.cadence, clock.now(), 1)[0] ?? clock.now();
  const edition = await editions.rehearse(place, at);
  // As a platform shows it, with what its readers can press.
  const face = faceOf({ ...place, platform: chat ?? place.platform });
  return edition === null ? null : composeEdition(edition, face);
}
