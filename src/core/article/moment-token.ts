import { offsetsOfZone, readZone, winterOffset, ZONE_IN_WORDS } from "./zone.ts";

/** A day of the calendar; `month` and `day` count from 1. */
export interface Day {
  /** `null` where the text leaves it out. */
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
}

/** Minutes since midnight, up to 1440 for the end of the day; `late` is the other reading of a 12-hour clock. */
export interface TimeOfDay {
  readonly minutes: number;
  readonly late: number | null;
}

/** One piece of a text about a moment. */
export type MomentToken =
  | { readonly kind: "day"; readonly days: readonly Day[] }
  | { readonly kind: "time"; readonly time: TimeOfDay }
  | { readonly kind: "zone"; readonly offsets: readonly number[]; readonly winter: number | null }
  | { readonly kind: "weekday"; readonly weekday: number }
  /** Four digits: a year or a time, which only their neighbours tell. */
  | { readonly kind: "digits"; readonly text: string }
  | { readonly kind: "word"; readonly word: string };

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const WEEKDAYS = "sun mon tue wed thu fri sat".split(" ");

const MONTH =
  "(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?(?![\\p{L}])";
const DAY = "(?<day>\\d{1,2})(?:st|nd|rd|th)?(?![\\d:])";
const MERIDIEM = "(?<meridiem>[ap])\\.?\\s?m\\b\\.?";
const CLOCK = "(?<hours>\\d{2}):?(?<minutes>\\d{2})(?::?(?<seconds>\\d{2}(?:[.,]\\d+)?))?";

type Groups = Readonly<Record<string, string | undefined>>;
type Rule = readonly [pattern: RegExp, make: (found: Groups, text: string) => MomentToken[] | null];

function rule(source: string, make: Rule[1]): Rule {
  return [new RegExp(source, "iuy"), make];
}

const RULES: readonly Rule[] = [
  // 2025-05-09, 2025-05-09T00:01:00
  rule(`(?<year>\\d{4})-(?<month>\\d{2})-(?<day>\\d{2})(?:[t ]${CLOCK})?(?!\\d)`, stamp),
  // 20250509, 20250509T000100, as NewsML and NITF write it
  rule(`(?<year>(?:19|20)\\d{2})(?<month>\\d{2})(?<day>\\d{2})(?:t${CLOCK})?(?!\\d)`, stamp),
  // 150900Z DEC 26, a military date-time group
  rule(
    `(?<day>\\d{2})(?<hours>\\d{2})(?<minutes>\\d{2})\\s?(?<letter>[zrstu])\\s?${MONTH}\\s?(?<year>(?:20)?\\d{2})(?!\\d)`,
    dateTimeGroup,
  ),
  // 121526 190100: a date and a time in six figures each
  rule(
    "(?<one>\\d{2})(?<two>\\d{2})(?<three>\\d{2})\\s+(?<hours>\\d{2})(?<minutes>\\d{2})(?:\\d{2})?(?!\\d)",
    sixFigures,
  ),
  rule("(?<year>\\d{4})[/.](?<month>\\d{1,2})[/.](?<day>\\d{1,2})(?!\\d)", stamp),
  rule("(?<day>\\d{1,2})\\.(?<month>\\d{1,2})\\.(?<year>\\d{4})(?!\\d)", stamp),
  // 09.05.25, and 9.5. with the year left out
  rule("(?<day>\\d{1,2})\\.(?<month>\\d{1,2})\\.(?<year>\\d{2})(?![\\d:])", shortYear),
  rule("(?<day>\\d{1,2})\\.(?<month>\\d{1,2})\\.(?=\\s+\\d{1,2}[:.]\\d{2})", dayOfMonth),
  rule(
    "(?<first>\\d{1,2})[/-](?<second>\\d{1,2})[/-](?<year>\\d{2})(?![\\d/-])",
    shortYearEitherOrder,
  ),
  rule("(?<first>\\d{1,2})[/-](?<second>\\d{1,2})[/-](?<year>\\d{4})(?!\\d)", eitherOrder),
  rule(`(?<hours>\\d{1,2})(?:[:.](?<minutes>\\d{2}))?\\s?${MERIDIEM}`, clock),
  rule("(?<hours>\\d{1,2}):(?<minutes>\\d{2})(?::(?<seconds>\\d{2})(?:[.,]\\d+)?)?(?!\\d)", clock),
  rule("(?<hours>\\d{1,2})\\.(?<minutes>\\d{2})(?!\\d)", clock),
  rule("(?<hours>\\d{2})(?<minutes>\\d{2})\\s?(?:hrs?|hours|h)\\b", clock),
  rule(`${MONTH}\\s?${DAY}`, namedMonth),
  rule(`${DAY}[\\s-]?(?:of\\s)?${MONTH}-?`, namedMonth),
  // "12noon" has no space
  rule("(?:12\\s?)?(?:noon|midday)\\b", () => [timeToken(720, null)]),
  // "Midnight on Friday" may be either end of it.
  rule("(?:12\\s?)?midnight\\b", () => [timeToken(0, 1440)]),
  rule("(?:(?:gmt|utc)\\s?)?[+−-]\\d{1,2}(?::?\\d{2})?(?!\\d)", zone),
  // America/New_York
  rule("\\p{L}+(?:/[\\p{L}_ ]+){1,2}", namedZone),
  rule(ZONE_IN_WORDS, (found) => zone(found, found.zone ?? "")),
  rule("\\d{4}(?!\\d)", (_, text) => [{ kind: "digits", text }]),
  rule("(?:sun|mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?)(?:day)?\\b\\.?", weekday),
  // "00:01Z" has no space before its zone.
  rule("\\p{L}[\\p{L}\\p{M}'’.]*", word),
  rule("\\d+", (_, text) => [{ kind: "word", word: text }]),
];

const SKIPPED = /[^\p{L}\p{N}+−-]+|[+−-](?!\d)/uy;

/** Splits a text about a moment; whatever has no meaning here comes out as a `word`, in lower case. */
export function readMomentTokens(text: string): readonly MomentToken[] {
  const tokens: MomentToken[] = [];
  let at = 0;
  while (at < text.length) {
    const step = matchAt(SKIPPED, text, at) === null ? readRule(text, at) : null;
    if (step === null) {
      at += matchAt(SKIPPED, text, at)?.[0].length ?? 1;
      continue;
    }
    tokens.push(...step.tokens);
    at += step.length;
  }
  return tokens;
}

function readRule(text: string, at: number): { tokens: MomentToken[]; length: number } | null {
  for (const [pattern, make] of RULES) {
    const found = matchAt(pattern, text, at);
    const tokens = found === null ? null : make(found.groups ?? {}, found[0]);
    if (found !== null && tokens !== null) return { tokens, length: found[0].length };
  }
  return null;
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function stamp(found: Groups): MomentToken[] | null {
  const days = validDays([[found.year, found.month, found.day]]);
  if (days === null) return null;
  const time = found.hours === undefined ? [] : clock(found);
  return time === null ? null : [{ kind: "day", days }, ...time];
}

/** Zones of one letter, in hours east of UTC. "L" may be local time, "E" Eastern: they are no zones here. */
const LETTERS: Readonly<Record<string, number>> = { z: 0, r: -5, s: -6, t: -7, u: -8 };

function dateTimeGroup(found: Groups): MomentToken[] | null {
  const { day, month, year } = found;
  const number = MONTHS.indexOf((month ?? "").slice(0, 3).toLowerCase()) + 1;
  const days = validDays([[inFull(year?.slice(-2)), String(number), day]]);
  const time = clock(found);
  const hours = LETTERS[found.letter?.toLowerCase() ?? ""];
  if (days === null || time === null || hours === undefined) return null;
  return [{ kind: "day", days }, ...time, { kind: "zone", offsets: [hours * 60], winter: null }];
}

function sixFigures(found: Groups): MomentToken[] | null {
  const { one, two, three } = found;
  const days = validDays([
    [inFull(three), one, two],
    [inFull(three), two, one],
    [inFull(one), two, three],
  ]);
  const time = clock(found);
  return days === null || time === null ? null : [{ kind: "day", days }, ...time];
}

function eitherOrder({ first, second, year }: Groups): MomentToken[] | null {
  const orders =
    first === second
      ? [[year, first, second]]
      : [
          [year, second, first],
          [year, first, second],
        ];
  const days = validDays(orders);
  return days === null ? null : [{ kind: "day", days }];
}

/** `25` is 2025: no desk writes of another century in two digits. */
function inFull(year: string | undefined): string {
  return `20${year ?? ""}`;
}

function shortYear({ day, month, year }: Groups): MomentToken[] | null {
  // Some write the year first: 26.12.01
  const days = validDays([
    [inFull(year), month, day],
    [inFull(day), month, year],
  ]);
  return days === null ? null : [{ kind: "day", days }];
}

function shortYearEitherOrder({ first, second, year }: Groups): MomentToken[] | null {
  const days = validDays([
    [inFull(year), first, second],
    [inFull(year), second, first],
    [inFull(first), second, year],
  ]);
  return days === null ? null : [{ kind: "day", days }];
}

function dayOfMonth({ day, month }: Groups): MomentToken[] | null {
  const days = validDays([[undefined, month, day]]);
  return days === null ? null : [{ kind: "day", days }];
}

function namedMonth({ month, day }: Groups): MomentToken[] | null {
  const number = MONTHS.indexOf((month ?? "").slice(0, 3).toLowerCase()) + 1;
  const days = validDays([[undefined, String(number), day]]);
  return days === null ? null : [{ kind: "day", days }];
}

function validDays(orders: readonly (readonly (string | undefined)[])[]): readonly Day[] | null {
  const days = orders.map(([year, month, day]) => ({
    year: year === undefined ? null : Number(year),
    month: Number(month),
    day: Number(day),
  }));
  const valid = days.filter(isOnCalendar);
  return valid.length === 0 ? null : valid;
}

function isOnCalendar({ year, month, day }: Day): boolean {
  // A leap year stands in for the year that is not given: 29 February may be meant.
  const date = new Date(Date.UTC(year ?? 2000, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function clock({ hours, minutes, seconds, meridiem }: Groups): MomentToken[] | null {
  const hour = Number(hours);
  const minute = Number(minutes ?? 0) + Number(seconds?.replace(",", ".") ?? 0) / 60;
  if (meridiem !== undefined) return twelveHourClock(hour, minute, meridiem.toLowerCase() === "p");
  if (hour * 60 + minute > 1440 || Number(minutes ?? 0) > 59) return null;
  // "9:00" may be the evening; "09:00" is a 24-hour clock.
  const evening = hours?.length === 1 && hour > 0 ? hour * 60 + minute + 720 : null;
  return [timeToken(hour * 60 + minute, evening)];
}

function twelveHourClock(hour: number, minute: number, afternoon: boolean): MomentToken[] | null {
  // "00.01am" and "13.30pm" say it twice.
  if (minute < 60 && ((hour === 0 && !afternoon) || (hour > 12 && hour < 24 && afternoon)))
    return [timeToken(hour * 60 + minute, null)];
  if (hour < 1 || hour > 12 || minute >= 60) return null;
  return [timeToken((hour % 12) * 60 + minute + (afternoon ? 720 : 0), null)];
}

function timeToken(minutes: number, late: number | null): MomentToken {
  return { kind: "time", time: { minutes, late } };
}

function zone(_: Groups, text: string): MomentToken[] | null {
  const offsets = readZone(text) ?? readZone(text.replace(/\s/gu, ""));
  return offsets === null ? null : [zoneToken(text, offsets)];
}

function namedZone(_: Groups, text: string): MomentToken[] | null {
  const offsets = offsetsOfZone(text.replaceAll(" ", "_"));
  return offsets === null ? null : [zoneToken(text, offsets)];
}

function zoneToken(text: string, offsets: readonly number[]): MomentToken {
  return { kind: "zone", offsets, winter: winterOffset(text.replaceAll(".", "")) };
}

function weekday(_: Groups, text: string): MomentToken[] {
  return [{ kind: "weekday", weekday: WEEKDAYS.indexOf(text.slice(0, 3).toLowerCase()) }];
}

function word(_: Groups, text: string): MomentToken[] {
  const offsets = readZone(text.replaceAll(".", ""));
  if (offsets !== null) return [zoneToken(text, offsets)];
  return [{ kind: "word", word: text.toLowerCase().replace(/(?<![.'’])[.'’]+$/u, "") }];
}
