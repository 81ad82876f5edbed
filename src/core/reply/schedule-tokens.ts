/** One piece of a schedule as people write it. */
export type ScheduleToken =
  /** Days of the week, Sunday is 0. */
  | { readonly kind: "days"; readonly days: readonly number[] }
  /** A time of day, in minutes. */
  | { readonly kind: "time"; readonly minute: number }
  /** `every 2 hours`, in minutes. */
  | { readonly kind: "every"; readonly minutes: number }
  /** `from 8 to 18`: whole hours, both of them included. */
  | { readonly kind: "hours"; readonly from: number; readonly to: number }
  | { readonly kind: "unknown"; readonly text: string };

const DAY =
  "(?:sun(?:day)?|mon(?:day)?|tues?(?:day)?|wed(?:s|nesday)?|thu(?:r|rs|rsday)?|fri(?:day)?|sat(?:urday)?)s?";
const NUMBER_WORDS =
  "one two three four five six seven eight nine ten eleven twelve twenty thirty".split(" ");
const NUMBER = `\\d{1,2}|${NUMBER_WORDS.join("|")}`;
const HALF =
  "(?: ?(?<half>[ap])\\.?m\\b\\.?| in the (?<part>morning|afternoon|evening)| at (?<night>night))?";
const END = "(?=[ ,;]|$)";

// Reads: mon-fri · monday to friday · saturday – sunday
const SPAN = new RegExp(
  `^(?<from>${DAY}) ?(?:-|–|to|through|till|until) ?(?<to>${DAY})${END}`,
  "u",
);
const ONE_DAY = new RegExp(`^(?<day>${DAY})${END}`, "u");
const DAYS: readonly (readonly [RegExp, readonly number[]])[] = [
  [
    /^(?:(?:every|each) )?(?:week ?days?|work(?:ing)? ?days?|business days?)(?=[ ,;]|$)/u,
    [1, 2, 3, 4, 5],
  ],
  [/^(?:(?:every|each) )?week-?ends?(?=[ ,;]|$)/u, [0, 6]],
  [/^(?:daily|(?:every|each) ?day|all days)(?=[ ,;]|$)/u, [0, 1, 2, 3, 4, 5, 6]],
];
// Reads: every 2 hours · each half hour · every hour · every 30 minutes
const EVERY = new RegExp(
  `^(?:every|each) (?:(?<count>${NUMBER}) ?|(?<half>half(?: an)?|quarter(?: of an)?) |)(?<unit>h(?:ou)?rs?|h|min(?:ute)?s?)${END}`,
  "u",
);
const HOURLY = /^(?:hourly|every full hour|on the hour)(?=[ ,;]|$)/u;
// Reads: from 8 to 18 · between 9:00 and 17:00
const HOURS = new RegExp(
  `^(?:from|between) (?<from>\\d{1,2})(?::00)? ?(?:-|–|to|and|till|until) ?(?<to>\\d{1,2})(?::00)?${END}`,
  "u",
);
// Reads: noon · at midnight
const NAMED = /^(?<name>noon|midday|midnight)(?=[ ,;]|$)/u;
// Reads: half past seven · quarter to 8 pm · ten past nine · 20 minutes to six
const AROUND = new RegExp(
  `^(?<by>half|(?:a )?quarter|${NUMBER})(?: min(?:ute)?s?)? (?<way>past|after|to|before) (?<hour>${NUMBER})${HALF}${END}`,
  "u",
);
// Reads: 7 · 07:30 · 8.30 · 18h30 · 0730 · 7 pm · 7:30 p.m. · seven o'clock · seven thirty in the evening
const TIME = new RegExp(
  `^(?:(?<packed>\\d{4})|(?<hour>${NUMBER})(?:[:.h](?<minute>\\d{2})| (?<words>thirty|fifteen|forty-five)|h)?)(?: ?o['’]?clock)?(?: ?h(?:rs|ours)?\\b)?${HALF}${END}`,
  "u",
);
const NOISE = /^(?:at|on|and|&|every|each|the|[,;])(?=[ ,;]|$) ?|^[,;] ?/u;
const WORD = /^(?<word>[^ ,;]+)/u;

/** Cuts a schedule in lower case, with single spaces, into its pieces. */
export function scheduleTokens(text: string): readonly ScheduleToken[] {
  const tokens: ScheduleToken[] = [];
  let rest = text;
  while (rest !== "") {
    const [token, length] = first(rest);
    if (token !== null) tokens.push(token);
    rest = rest.slice(length).trimStart();
  }
  return tokens;
}

function first(rest: string): readonly [ScheduleToken | null, number] {
  for (const read of [every, days, hours, time]) {
    const found = read(rest);
    if (found !== null) return found;
  }
  const noise = NOISE.exec(rest);
  if (noise !== null) return [null, noise[0].length];
  const word = WORD.exec(rest)?.[0] ?? rest;
  return [{ kind: "unknown", text: word }, word.length];
}

type Read = readonly [ScheduleToken, number] | null;

function every(rest: string): Read {
  const hourly = HOURLY.exec(rest);
  if (hourly !== null) return [{ kind: "every", minutes: 60 }, hourly[0].length];
  const found = EVERY.exec(rest);
  if (found === null) return null;
  const { count, half, unit = "" } = found.groups ?? {};
  const length = unit.startsWith("h") ? 60 : 1;
  const part = half === undefined ? 1 : half.startsWith("half") ? 0.5 : 0.25;
  const minutes = (count === undefined ? 1 : numberOf(count)) * length * part;
  return [{ kind: "every", minutes }, found[0].length];
}

function days(rest: string): Read {
  for (const [pattern, all] of DAYS) {
    const found = pattern.exec(rest);
    if (found !== null) return [{ kind: "days", days: all }, found[0].length];
  }
  const span = SPAN.exec(rest);
  if (span !== null) {
    const [from, to] = [dayOf(span.groups?.from), dayOf(span.groups?.to)];
    const count = ((to - from + 7) % 7) + 1;
    const all = Array.from({ length: count }, (_, index) => (from + index) % 7);
    return [{ kind: "days", days: all }, span[0].length];
  }
  const one = ONE_DAY.exec(rest);
  return one === null ? null : [{ kind: "days", days: [dayOf(one.groups?.day)] }, one[0].length];
}

function hours(rest: string): Read {
  const found = HOURS.exec(rest);
  if (found === null) return null;
  const [from, to] = [Number(found.groups?.from), Number(found.groups?.to)];
  if (from >= to || to > 23) return [{ kind: "unknown", text: found[0] }, found[0].length];
  return [{ kind: "hours", from, to }, found[0].length];
}

function time(rest: string): Read {
  const named = NAMED.exec(rest);
  if (named !== null)
    return [{ kind: "time", minute: named[0] === "midnight" ? 0 : 12 * 60 }, named[0].length];
  const found = AROUND.exec(rest) ?? TIME.exec(rest);
  if (found === null) return null;
  const minute = minuteOf(found.groups ?? {});
  const text = found[0];
  return [minute === null ? { kind: "unknown", text } : { kind: "time", minute }, text.length];
}

/** `null` for what no clock shows: 25:99, 13 pm. */
function minuteOf(groups: Readonly<Record<string, string | undefined>>): number | null {
  const { packed, hour, minute, words, by, way, half, part, night } = groups;
  const pm = half === "p" || part === "afternoon" || part === "evening" || night !== undefined;
  const am = half === "a" || part === "morning";
  const written = packed === undefined ? numberOf(hour ?? "") : Number(packed.slice(0, 2));
  if (written > 23 || ((pm || am) && (written === 0 || written > 12))) return null;
  const own = pm || am ? (written % 12) + (pm ? 12 : 0) : written;
  if (by !== undefined) {
    const away = by === "half" ? 30 : by.endsWith("quarter") ? 15 : numberOf(by);
    const late = way === "past" || way === "after";
    return away > 59 ? null : (own * 60 + (late ? away : -away) + 24 * 60) % (24 * 60);
  }
  const past = packed === undefined ? (minute ?? MINUTES[words ?? ""] ?? 0) : packed.slice(2);
  return Number(past) > 59 ? null : own * 60 + Number(past);
}

const MINUTES: Readonly<Record<string, number>> = { thirty: 30, fifteen: 15, "forty-five": 45 };

function numberOf(text: string): number {
  const word = NUMBER_WORDS.indexOf(text);
  if (word < 0) return Number(text);
  return word < 12 ? word + 1 : (word - 10) * 10;
}

const WEEKDAYS = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

function dayOf(name: string | undefined): number {
  return WEEKDAYS.indexOf((name ?? "").slice(0, 3));
}
