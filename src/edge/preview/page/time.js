import { element } from "./dom.js";

const MINUTE = 60_000;

/**
 * `13:00`, as the clocks of the zone say it.
 * @param {number} instant milliseconds since 1970
 * @param {string} timeZone
 */
export function timeOfDay(instant, timeZone) {
  return format(instant, { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone });
}

/**
 * `Today`, `Tomorrow`, `Yesterday`, else `Monday 23 November`, with the year where it is another.
 * @param {number} instant
 * @param {string} timeZone
 * @param {number} now
 */
export function dayName(instant, timeZone, now) {
  const days = daysBetween(now, instant, timeZone);
  const near = days === 0 ? "Today" : days === 1 ? "Tomorrow" : days === -1 ? "Yesterday" : null;
  if (near !== null) return near;
  const sameYear = year(instant, timeZone) === year(now, timeZone);
  return format(instant, {
    weekday: "long",
    day: "numeric",
    month: "long",
    ...(sameYear ? {} : { year: "numeric" }),
    timeZone,
  }).replace(",", "");
}

/**
 * `today 13:00`, `Monday 23 November 08:00`.
 * @param {number} instant
 * @param {string} timeZone
 * @param {number} now
 */
export function dayAndTime(instant, timeZone, now) {
  const day = dayName(instant, timeZone, now);
  const near = Math.abs(daysBetween(now, instant, timeZone)) <= 1;
  return `${near ? day.toLowerCase() : day} ${timeOfDay(instant, timeZone)}`;
}

// Reads: 2026-05-09 00:01 UTC
const STAMP = /\b(\d{4}-\d\d-\d\d) (\d\d:\d\d) UTC\b/g;

/**
 * A rule or a line of the audit, with its moments by the clock of whoever looks.
 * @param {string} text
 * @param {string} timeZone
 */
export function byClock(text, timeZone) {
  return text.replace(STAMP, (stamp, day, time) => {
    const at = Date.parse(`${day}T${time}Z`);
    return Number.isNaN(at) ? stamp : dayAndTime(at, timeZone, Date.now());
  });
}

/**
 * `in 2 h 14 min`, `in 3 days`, `any moment`.
 * @param {number} instant
 * @param {number} now
 */
export function untilThen(instant, now) {
  const minutes = Math.ceil((instant - now) / MINUTE);
  if (minutes <= 0) return "any moment";
  if (minutes < 60) return `in ${minutes} min`;
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return minutes % 60 === 0 ? `in ${hours} h` : `in ${hours} h ${minutes % 60} min`;
  const days = Math.round(hours / 24);
  return `in ${days} ${days === 1 ? "day" : "days"}`;
}

/**
 * Names the day for those who read by machine: `2026-11-22`.
 * @param {number} instant
 * @param {string} timeZone
 */
export function dayKey(instant, timeZone) {
  return new Intl.DateTimeFormat("en-CA", { timeZone }).format(instant);
}

/**
 * @param {number} from
 * @param {number} to
 * @param {string} timeZone
 */
function daysBetween(from, to, timeZone) {
  return (Date.parse(dayKey(to, timeZone)) - Date.parse(dayKey(from, timeZone))) / 86_400_000;
}

/**
 * @param {number} instant
 * @param {string} timeZone
 */
function year(instant, timeZone) {
  return format(instant, { year: "numeric", timeZone });
}

/** How the platforms' forms of a moment look: Discord's letters, Slack's patterns. @type {Readonly<Record<string, Intl.DateTimeFormatOptions>>} */
const CLOCK_FORMS = {
  F: { weekday: "long", day: "numeric", month: "long", year: "numeric" },
  "{date_long}, {time}": { weekday: "long", day: "numeric", month: "long", year: "numeric" },
  f: { day: "numeric", month: "long", year: "numeric" },
  "{date_short_pretty}, {time}": { day: "numeric", month: "short", year: "numeric" },
};

/**
 * A moment by the clock of whoever reads it, as the platforms' clients draw one.
 * @param {number} instant
 * @param {string} form as the platform has it; any other: the time alone
 */
export function clockTime(instant, form) {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return element("span", {});
  const time = format(instant, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  const day = CLOCK_FORMS[form];
  const text = day === undefined ? time : `${format(instant, day)}, ${time}`;
  return element("time", { datetime: date.toISOString(), class: "clock" }, text);
}

/**
 * @param {number} instant
 * @param {Intl.DateTimeFormatOptions} options
 */
function format(instant, options) {
  return new Intl.DateTimeFormat("en-GB", options).format(instant);
}
