import { type ScheduleToken, scheduleTokens } from "./schedule-tokens.ts";

/** When something is due, read; or the piece of it that says no such thing. */
export type ScheduleReading =
  /** At least one cron line of five fields. */
  | { readonly ok: true; readonly lines: readonly string[] }
  /** A sentence about what was typed. */
  | { readonly ok: false; readonly says: string };

/** When a digest comes for which no time is named. */
export const USUAL_TIME = "08:00";

/** What can be typed for a schedule, for the reader whose words were not understood. */
export const SCHEDULES = [
  "08:00",
  "08:00, 13:00 and half past six in the evening",
  "weekdays at noon",
  "mondays and thursdays at 8:30",
  "every 2 hours from 8 to 18",
] as const;

// Reads: 0 8 * * 1-5 · */30 8-18 * * mon-fri; wrong ones too, for the rules of cron lines to say what is wrong.
const CRON = /^[\d*][\d*/,-]*(?: [\d*?/,#LWlw-]+| [a-z]{3}(?:[,-][a-z]{3})*){3,5}$/u;
const HOUR = 60;
const DAY = 24 * HOUR;

/**
 * Reads when something is due as people write it: `08:00, 13:00`, `every day at 7`, `weekdays at noon`,
 * `mondays and thursdays 8:30`, `every 2 hours`, or as cron lines with a semicolon between them. A cron line
 * is handed on as it is: whether it is one, its own rules say.
 */
export function readSchedule(text: string): ScheduleReading {
  const written = text.trim().toLowerCase().replace(/\s+/gu, " ");
  const pieces = written.split(";").map((piece) => piece.trim());
  const filled = pieces.filter((piece) => piece !== "");
  if (filled.length > 0 && filled.every((piece) => CRON.test(piece)))
    return { ok: true, lines: filled };
  const groups: Group[] = [];
  for (const token of scheduleTokens(written)) {
    if (token.kind === "unknown") return fault(`“${token.text}” is no day and no time of day`);
    add(groups, token);
  }
  if (groups.length === 0 || groups.some(isWithoutTime)) return fault("it says no time of day");
  const uneven = groups.find(({ every }) => every !== null && !isEven(every));
  if (uneven !== undefined)
    return fault(`every ${uneven.every} minutes is no even part of an hour or of a day`);
  return { ok: true, lines: [...new Set(groups.flatMap(linesOf))] };
}

function fault(says: string): ScheduleReading {
  return { ok: false, says };
}

/** Days and what comes on them. */
interface Group {
  days: number[];
  times: number[];
  /** In minutes; `null`: at set times. */
  every: number | null;
  hours: { readonly from: number; readonly to: number } | null;
  /** Which was named first: the other one closes the group when it comes to an end. */
  readonly daysFirst: boolean;
}

/** Gives a piece to the group that is open, or to a new one: `weekdays 8:00, saturdays 10:00`. */
function add(groups: Group[], token: Exclude<ScheduleToken, { kind: "unknown" }>): void {
  const isDays = token.kind === "days";
  const open = groups.at(-1);
  const isFull =
    open !== undefined && open.days.length > 0 && (open.times.length > 0 || open.every !== null);
  // `hourly from 8 to 18 on weekdays`: hours belong to what they bound, wherever they stand.
  const isNext = isFull && open.daysFirst === isDays && token.kind !== "hours";
  const own: Group =
    open === undefined || isNext
      ? { days: [], times: [], every: null, hours: null, daysFirst: isDays }
      : open;
  if (own !== open) groups.push(own);
  if (token.kind === "days") own.days.push(...token.days);
  else if (token.kind === "time") own.times.push(token.minute);
  else if (token.kind === "every") own.every = token.minutes;
  else own.hours = token;
}

/** `from 8 to 18` says how often only beside `every 2 hours`. */
function isWithoutTime({ times, every, hours }: Group): boolean {
  return every === null && (times.length === 0 || hours !== null);
}

/** A cron line counts from the full hour, or from midnight: what does not fill them would skip a beat. */
function isEven(minutes: number): boolean {
  if (minutes < HOUR) return minutes > 0 && HOUR % minutes === 0;
  return minutes % HOUR === 0 && DAY % minutes === 0;
}

function linesOf({ days, times, every, hours }: Group): readonly string[] {
  const on = dayField(days);
  const stepped = every === null ? [] : [`${stepsOf(every, hours)} * * ${on}`];
  const byMinute = new Map<number, Set<number>>();
  for (const time of times) {
    const at = byMinute.get(time % HOUR) ?? new Set();
    byMinute.set(time % HOUR, at.add(Math.floor(time / HOUR)));
  }
  const timed = [...byMinute].map(([minute, all]) => `${minute} ${[...all].join(",")} * * ${on}`);
  return [...stepped, ...timed];
}

/** Minute and hour of an interval. */
function stepsOf(minutes: number, hours: Group["hours"]): string {
  const within = hours === null ? "*" : `${hours.from}-${hours.to}`;
  if (minutes < HOUR) return `*/${minutes} ${within}`;
  return minutes === HOUR ? `0 ${within}` : `0 ${within}/${minutes / HOUR}`;
}

const WEEK = 7;

function dayField(days: readonly number[]): string {
  const all = [...new Set(days)].sort((a, b) => a - b);
  if (all.length === 0 || all.length === WEEK) return "*";
  return all.join() === "1,2,3,4,5" ? "1-5" : all.join(",");
}
