import type { Instant } from "./instant.ts";
import { type Day, type MomentToken, readMomentTokens, type TimeOfDay } from "./moment-token.ts";

/** A moment as a text states it, with everything that it leaves open. */
export interface Moment {
  /** More than one where `9/5/2025` can be read two ways; empty where only a time is stated. */
  readonly days: readonly Day[];
  /** Of several days the one that the copy's own habits mean, where they are known. */
  readonly likelyDay?: Day;
  /** 0 is Sunday. */
  readonly weekday: number | null;
  readonly time: TimeOfDay | null;
  /** Possible offsets, in minutes east of UTC; `null` where the text names no zone. */
  readonly offsets: readonly number[] | null;
  /** Where the zone is one of summer time: its offset in winter, which is meant then all the same. */
  readonly winter: number | null;
  /** The year stands in four digits that could be a time as well: `May 9, 2000`. */
  readonly yearMayBeTime: boolean;
}

/** Every moment in a text, and the words that are none. */
export interface StatedMoments {
  readonly moments: readonly Moment[];
  /** In lower case. */
  readonly words: readonly string[];
}

const MINUTE = 60_000;
const NOTHING: Moment = {
  days: [],
  weekday: null,
  time: null,
  offsets: null,
  winter: null,
  yearMayBeTime: false,
};

/** Reads every moment that a text states: `0001 GMT, May 9 (1901 EST, May 8)` holds two. */
export function readMoments(text: string): StatedMoments {
  const tokens = readMomentTokens(text);
  const moments: Moment[] = [];
  const words: string[] = [];
  let current = NOTHING;
  for (const [index, token] of tokens.entries()) {
    if (token.kind === "word") {
      words.push(token.word);
      continue;
    }
    const added = add(current, token, tokens[index + 1], tokens[index - 1]);
    if (added === "unclear") words.push("?");
    else if (added !== "full") current = added;
    else {
      moments.push(current);
      const fresh = add(NOTHING, token, tokens[index + 1], undefined);
      current = typeof fresh === "string" ? NOTHING : fresh;
      if (typeof fresh === "string") words.push("?");
    }
  }
  if (current !== NOTHING) moments.push(current);
  return { moments: shareDays(moments), words };
}

type Added = Moment | "full" | "unclear";

function add(
  moment: Moment,
  token: MomentToken,
  next: MomentToken | undefined,
  before: MomentToken | undefined,
): Added {
  switch (token.kind) {
    case "day":
      return moment.days.length > 0 ? "full" : { ...moment, days: token.days };
    case "time":
      // With a time of its own, "May 9, 2016" holds a year for sure.
      return moment.time !== null ? "full" : { ...moment, time: token.time, yearMayBeTime: false };
    case "zone":
      if (moment.offsets === null) return withZone(moment, token);
      // "UTC/GMT-5" and "GMT (-5)" name one clock twice.
      return before?.kind === "zone" ? withZone(moment, token) : "full";
    case "weekday":
      return moment.weekday !== null ? "full" : { ...moment, weekday: token.weekday };
    case "digits":
      return addDigits(moment, token.text, next?.kind === "zone");
    case "word":
      return "unclear";
  }
}

function withZone(moment: Moment, { offsets, winter }: MomentToken & { kind: "zone" }): Moment {
  return {
    ...moment,
    offsets: [...(moment.offsets ?? []), ...offsets],
    winter: winter ?? moment.winter,
  };
}

/**
 * `May 9 2025` and `00:01 May 9 2025 GMT` hold a year, `2025 GMT, May 9`, `May 9, 0001` and
 * `0001 GMT, May 9 (1901 EST, May 8)` times.
 */
function addDigits(moment: Moment, digits: string, zoneFollows: boolean): Added {
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2));
  const isTime = minutes <= 1440 && Number(digits.slice(2)) < 60;
  const wantsYear = moment.days.length > 0 && moment.days.every((day) => day.year === null);
  // "15 December 2027 GMT" is a day of 2027, or 20:27 on that day: nobody can know.
  if (wantsYear && zoneFollows && /^20[0-5]/u.test(digits) && moment.time === null)
    return "unclear";
  const timeFollows = zoneFollows && (moment.time === null || moment.offsets !== null);
  const isYear =
    wantsYear && !timeFollows && (/^20/u.test(digits) || (!isTime && /^19/u.test(digits)));
  if (isYear) {
    const days = moment.days.map((day) => ({ ...day, year: Number(digits) }));
    return { ...moment, days, yearMayBeTime: isTime && moment.time === null };
  }
  if (!isTime) return "unclear";
  return moment.time !== null ? "full" : { ...moment, time: { minutes, late: null } };
}

/** A moment that states no day is on its neighbour's: `0001 GMT (1901 EST) May 9`, `May 9 at 9am PT / 12pm ET / 5pm GMT`. */
function shareDays(moments: readonly Moment[]): readonly Moment[] {
  return moments.map((moment, index) => {
    if (moment.days.length > 0 || moment.weekday !== null) return moment;
    const near = moments.slice(0, index).findLast(hasDay) ?? moments.slice(index + 1).find(hasDay);
    return near === undefined ? moment : { ...moment, days: near.days, weekday: near.weekday };
  });
}

function hasDay(moment: Moment): boolean {
  return moment.days.length > 0 || moment.weekday !== null;
}

/** The instant when a clock at `offset` (minutes east of UTC) shows `minutes` on that day. */
export function instantOf(
  day: { year: number; month: number; day: number },
  minutes: number,
  offset: number,
): Instant {
  const date = new Date(0);
  // Date.UTC would read the year 26 as 1926.
  date.setUTCFullYear(day.year, day.month - 1, day.day);
  return Math.round(date.getTime() + (minutes - offset) * MINUTE);
}
