import type { Instant } from "#core/article/instant.ts";
import { type Cadence, isAhead, lineAt, nextSlots } from "./cadence.ts";
import type { Item } from "./edition.ts";
import { quietAt } from "./quiet.ts";
import type { Late, Subscription } from "./subscription.ts";
import { type Clocks, createClocks } from "./wall-clock.ts";

/**
 * After so many milliseconds an edition is late: a beat may come a minute late, and people notice
 * five.
 */
export const LATE_AFTER = 5 * 60_000;

/** What becomes of a slot by the time that it is dealt with. */
export type Lateness =
  | { readonly kind: "on-time" }
  /** It is posted, and says how late it is. */
  | { readonly kind: "late"; readonly by: number }
  /** It is left out: what it would have carried waits for the next slot. */
  | { readonly kind: "skipped"; readonly by: number };

/** How late a slot is dealt with, in milliseconds, and what the channel wants then. */
export function lateness(late: Late, slot: Instant, now: Instant): Lateness {
  const by = now - slot;
  if (by < LATE_AFTER) return { kind: "on-time" };
  const posted = late.post && (late.limit === null || by <= late.limit);
  return { kind: posted ? "late" : "skipped", by };
}

/**
 * Whether a slot's edition waits for more briefs: it has too few of them, and none of them has
 * waited through as many slots, or as long, as the channel allows. So nothing is lost.
 */
export function waitsForMore(
  { least, cadence }: Pick<Subscription, "least" | "cadence">,
  items: readonly Item[],
  slot: Instant,
  clocks: Clocks = createClocks(),
): boolean {
  if (items.length === 0 || items.length >= least.briefs) return false;
  const oldest = items.reduce((least, item) => Math.min(least, readyAt(item)), slot);
  if (least.time !== null && slot - oldest >= least.time) return false;
  // The slot that it came before is the first it could have gone with; this one is not yet waited through.
  const passed = nextSlots(cadence, oldest - 1, least.slots, clocks).filter((one) => one < slot);
  return passed.length < least.slots;
}

/** What is done this minute with items that go at once. */
export type AtOnce = "post" | "post-silently" | "wait";

/** Whether urgent items may go out now: not while the channel pauses, and within quiet hours by their setting. */
export function atOnceNow(
  { quiet, pauseUntil }: Cadence,
  now: Instant,
  clocks: Clocks = createClocks(),
): AtOnce {
  if (pauseUntil !== null && now < pauseUntil) return "wait";
  const hush = quietAt(quiet, now, clocks);
  if (hush === null) return "post";
  return hush.urgent === "wait" ? "wait" : "post-silently";
}

/** What the cron line of a slot says of its edition; the channel's own where it says nothing. */
export interface SlotTerms {
  /** `Morning`; `null` for no name. */
  readonly name: string | null;
  readonly most: number;
  readonly timeZone: string;
}

/** The terms of one slot; the channel's own for a moment that is no slot of it. */
export function termsAt(
  { cadence, most }: Pick<Subscription, "cadence" | "most">,
  slot: Instant,
  clocks: Clocks = createClocks(),
): SlotTerms {
  const line = lineAt(cadence, slot, clocks);
  return {
    name: line?.name ?? null,
    most: line?.most ?? most,
    timeZone: line?.timeZone ?? cadence.timeZone,
  };
}

/** Whether a clock that was ahead took an item in: nobody knows for how long it has waited. */
export function isFromAhead(item: Item, now: Instant): boolean {
  return isAhead(item.filed.article.takenIn, now);
}

/** When an article could first be carried: at its intake, or when its embargo ended. */
export function readyAt({ filed: { article } }: Pick<Item, "filed">): Instant {
  const { takenIn, embargo } = article;
  return embargo?.kind === "until" ? Math.max(takenIn, embargo.instant) : takenIn;
}
