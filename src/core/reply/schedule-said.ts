import { readSchedule } from "./schedule-words.ts";

/**
 * Cron lines in the words that somebody would type for them: `weekdays at 08:00, 13:00`. What no words say is given back as the lines
 * are: words that are read are these very lines again.
 */
export function sayLines(lines: readonly string[]): string {
  const cron = lines.join("; ");
  const said = wordsFor(lines);
  if (said === null) return cron;
  const reading = readSchedule(said);
  return reading.ok && isSame(reading.lines, lines) ? said : cron;
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((line) => other.includes(line));
}

interface Part {
  /** `0,6`; `*` for every day. */
  readonly days: string;
  /** Times of day, or one interval. */
  readonly words: readonly string[];
}

function wordsFor(lines: readonly string[]): string | null {
  const parts: { days: string; words: string[] }[] = [];
  for (const line of lines) {
    const part = partOf(line);
    if (part === null) return null;
    const open = parts.find(({ days }) => days === part.days);
    if (open === undefined) parts.push({ days: part.days, words: [...part.words] });
    else open.words.push(...part.words);
  }
  const said = parts.map(({ days, words }) => {
    const on = dayWords(days);
    if (on === null) return null;
    const times = words.join(", ");
    if (on === "") return times;
    return words[0]?.startsWith("every") === true ? `${on}, ${times}` : `${on} at ${times}`;
  });
  return said.includes(null) ? null : said.join("; ");
}

const LINE = /^(?<minute>\S+) (?<hour>\S+) \* \* (?<days>[\d,*-]+)$/u;
const STEP = /^(?:(?<from>\d+)-(?<to>\d+)|\*)(?:\/(?<step>\d+))?$/u;

function partOf(line: string): Part | null {
  const found = LINE.exec(line)?.groups;
  if (found === undefined) return null;
  const { minute = "", hour = "", days = "" } = found;
  const every = everyWords(minute, hour);
  if (every !== null) return { days, words: [every] };
  if (!/^\d{1,2}$/u.test(minute) || !/^\d{1,2}(?:,\d{1,2})*$/u.test(hour)) return null;
  const two = (digits: string) => digits.padStart(2, "0");
  return { days, words: hour.split(",").map((one) => `${two(one)}:${two(minute)}`) };
}

/** `every 2 hours from 8 to 18` */
function everyWords(minute: string, hour: string): string | null {
  const minutes = /^\*\/(?<count>\d+)$/u.exec(minute)?.groups?.count;
  const hours = STEP.exec(hour)?.groups;
  if (hours === undefined || (minute !== "0" && minutes === undefined)) return null;
  const { from, to, step } = hours;
  const within = from === undefined ? "" : ` from ${from} to ${to}`;
  if (minutes !== undefined) return `every ${minutes} minutes${within}`;
  return `${step === undefined ? "every hour" : `every ${step} hours`}${within}`;
}

const NAMES = "sundays mondays tuesdays wednesdays thursdays fridays saturdays".split(" ");

function dayWords(days: string): string | null {
  if (days === "*") return "";
  if (days === "1-5") return "weekdays";
  if (days === "0,6") return "weekends";
  const named = days.split(",").map((day) => NAMES[Number(day)]);
  return named.includes(undefined) ? null : named.join(", ");
}
