import type { Instant } from "#core/article/instant.ts";
import { type CronLine, latestOfLine, type Move, nextOfLine } from "./cron-line.ts";
import { QUIET_DAYS, type Quiet, quietAt } from "./quiet.ts";
import { type Clocks, createClocks } from "./wall-clock.ts";

const MINUTE = 60_000;

/** When a channel has its editions. */
export interface Cadence {
  /** At least one; where two of them meet there is one slot, and the first of them names it. */
  readonly lines: readonly CronLine[];
  /** The channel's own: an IANA name, by which its times are said. */
  readonly timeZone: string;
  /** Slots within them fall to their end. */
  readonly quiet: readonly Quiet[];
  /** No slot comes before this moment; `null`: there is no pause; `Infinity`: nobody knows until when. */
  readonly pauseUntil: Instant | null;
}

/**
 * The next slots after a moment, in order; fewer than `count` when the cadence has no more.
 *
 * A slot in an hour that daylight saving leaves out falls on the next minute that exists; one in the
 * hour that comes twice falls on the first, and an interval on both (`cron-line.ts`). Slots within quiet
 * hours fall to their end, once.
 */
export function nextSlots(
  cadence: Cadence,
  after: Instant,
  count: number,
  clocks: Clocks = createClocks(),
): readonly Instant[] {
  const { lines, quiet, pauseUntil } = cadence;
  if (pauseUntil === Infinity) return [];
  const begin = pauseUntil === null ? after : Math.max(after, pauseUntil - 1);
  const before = quietAt(quiet, begin, clocks) === null ? 0 : QUIET_DAYS;
  const move = mover(cadence, clocks);
  const slots = lines.flatMap((line) =>
    nextOfLine(line, clocks(line.timeZone), { after: begin, count, before, move }),
  );
  return [...new Set(slots)].sort((a, b) => a - b).slice(0, count);
}

/** The latest slot at or before a moment; `null` when the cadence never had one. */
export function latestSlot(
  cadence: Cadence,
  now: Instant,
  clocks: Clocks = createClocks(),
): Instant | null {
  const { lines, quiet, pauseUntil } = cadence;
  if (pauseUntil !== null && now < pauseUntil) return null;
  const move = mover(cadence, clocks);
  // Out of quiet hours, no slot that has come can have been moved past `now`: so only one is moved.
  const search = quietAt(quiet, now, clocks) === null ? stay : move;
  const latest = lines
    .map((line) => latestOfLine(line, clocks(line.timeZone), now, search))
    .filter((slot) => slot !== null)
    .reduce<Instant | null>((most, slot) => Math.max(most ?? slot, slot), null);
  const slot = latest === null ? null : move(latest);
  return slot === null || (pauseUntil !== null && slot < pauseUntil) ? null : slot;
}

/**
 * Whether a slot that was dealt with is yet to come: a clock that was ahead has been put right since, or a
 * right one back. Clocks are put right by seconds all the time, and a slot is waited for no longer than that.
 */
export function isAhead(slot: Instant, now: Instant): boolean {
  return slot > now + MINUTE;
}

/**
 * The slot that must be dealt with now: the latest one that has come since `last`, the one dealt with
 * last, so that slots missed while the bot was down become one edition and not a flood. `null` when none
 * has come, and within quiet hours, where what is late waits for their end.
 */
export function dueSlot(
  cadence: Cadence,
  last: Instant,
  now: Instant,
  clocks: Clocks = createClocks(),
): Instant | null {
  if (quietAt(cadence.quiet, now, clocks) !== null) return null;
  const slot = latestSlot(cadence, now, clocks);
  return slot !== null && slot > last ? slot : null;
}

/**
 * The slot of a channel's very first edition: the minute of `now`. `null` while the channel pauses or
 * is quiet.
 */
export function firstSlot(
  { quiet, pauseUntil }: Cadence,
  now: Instant,
  clocks: Clocks = createClocks(),
): Instant | null {
  if (pauseUntil !== null && now < pauseUntil) return null;
  return quietAt(quiet, now, clocks) === null ? Math.floor(now / MINUTE) * MINUTE : null;
}

/** The line that a slot is due by, the first where several meet; `null` for a moment that is no slot. */
export function lineAt(
  cadence: Cadence,
  slot: Instant,
  clocks: Clocks = createClocks(),
): CronLine | null {
  const move = mover(cadence, clocks);
  const isDue = (line: CronLine) => latestOfLine(line, clocks(line.timeZone), slot, move) === slot;
  return cadence.lines.find(isDue) ?? null;
}

function stay(slot: Instant): Instant {
  return slot;
}

function mover({ quiet }: Cadence, clocks: Clocks): Move {
  if (quiet.length === 0) return stay;
  return (slot) => quietAt(quiet, slot, clocks)?.until ?? slot;
}
