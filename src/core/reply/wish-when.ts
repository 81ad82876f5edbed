import { readSchedule, USUAL_TIME } from "./schedule-words.ts";

/** When something is to come, taken out of what was said. */
export interface WhenFound {
  /** As `at:` takes it, with the time that counts where none was named. */
  readonly at: string;
  /** What is left of the words. */
  readonly rest: string;
}

const DAYS = "(?:mon|tues|wednes|thurs|fri|satur|sun)days";
const DAY = "(?:mon|tues|wednes|thurs|fri|satur|sun)day";
const PART = "(?<part>morning|afternoon|evening|night)";
/** The time that a part of a day stands for, where no other is named. */
const PART_TIMES: Readonly<Record<string, string>> = {
  ...{ morning: USUAL_TIME, afternoon: "15:00", evening: "18:00", night: "21:00" },
};
const HOUR =
  "\\d{1,2}(?:[:.]\\d{2})?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve";

// Reads: every day … · daily · on mondays · at 7 · from 8 … · 7:30 · 6 pm · half past seven · mornings
const BEGINS = new RegExp(
  `^(?:every|each|daily|hourly|weekly|nightly|once a (?:day|week)|twice a day|(?:on )?(?:the )?(?:week ?days|week-?ends|${DAYS}|${DAY} (?:and|at|to|morning|evening|afternoon)|work(?:ing)? ?days)|(?:in the )?(?:morning|evening|afternoon|night)s|at (?:(?=\\d)|(?:${HOUR}|noon|midday|midnight|half|quarter|a quarter)\\b)|noon|midnight|\\d{1,2}[:.]\\d{2}|\\d{1,2} ?[ap]\\.?m|half past|(?:a )?quarter (?:past|to))\\b`,
  "iu",
);
const NAMES_DAYS = /\b(?:daily|hourly|days?|week-?ends?|\p{L}+days?)\b/u;
/** Words that say when: more would be read for every line. */
const LONGEST = 20;
/** Once, and not from now on. */
const ONCE = /\b(?:today|tonight|tomorrow|yesterday|now)\b/iu;
// Reads: every fortnight · each month · every other day · monthly · once a year
const RECURS =
  /\b(?:(?:every|each) (?:\S+ ){0,2}(?:minute|hour|day|week|month|year|fortnight|morning|evening|night|quarter)s?|monthly|fortnightly|bi-?weekly|yearly|quarterly|annually|(?:once|twice|\S+ times) an? \S+)\b/iu;

/**
 * Finds when something is to come at the beginning or at the end of what was said: `every day at half past seven about
 * cricket`.
 * @param named what was said of it before: `daily` of "a daily digest"
 * @returns `null` where it says no such thing
 */
export function whenIn(text: string, named = ""): WhenFound | null {
  if (ONCE.test(text)) return null;
  const words = text.split(" ").filter((word) => /[\p{L}\p{N}]/u.test(word));
  for (let length = Math.min(words.length, LONGEST); length > 0; length -= 1) {
    for (const from of new Set([0, words.length - length])) {
      const at = scheduleOf(plain(words.slice(from, from + length)), named);
      if (at === null) continue;
      const left = from === 0 ? words.slice(length) : words.slice(0, from);
      return { at, rest: left.join(" ") };
    }
  }
  const alone = named === "" ? null : scheduleOf(named);
  return alone === null ? null : { at: alone, rest: text };
}

/** Says whether something is to come again and again, whether or not that can be read. */
export function recurs(text: string): boolean {
  return RECURS.test(text);
}

function plain(words: readonly string[]): string {
  return words
    .join(" ")
    .toLowerCase()
    .replace(/^[,;:]+|(?:[,;:.!?]+| (?:on|about|and|of|with|for))+$/gu, "");
}

/** Words as a schedule that can be read; `null` for none. */
export function scheduleOf(text: string, named = ""): string | null {
  if (!BEGINS.test(text) || /\b(?:the|an?)$/u.test(text)) return null;
  const { line, part } = partTaken([named, text].filter((one) => one !== "").join(" "));
  const late = part !== null && part !== "morning";
  const tries = [
    ...(late ? [line.replace(new RegExp(`\\b(?:${HOUR})\\b`, "u"), "$& pm")] : []),
    line,
    ...(NAMES_DAYS.test(line) ? [`${line} at ${PART_TIMES[part ?? ""] ?? USUAL_TIME}`] : []),
  ];
  return tries.find((one) => readSchedule(one).ok) ?? null;
}

/** Reads: every morning at 7 → every day at 7, in the morning */
function partTaken(text: string): { readonly line: string; readonly part: string | null } {
  let part: string | null = null;
  const keep = (found: string | undefined) => {
    part = found ?? part;
  };
  const line = text
    .replace(/\bweekly\b|\bonce a week\b/u, "mondays")
    .replace(/\btwice a day\b/u, `every day at ${USUAL_TIME} and ${PART_TIMES.evening}`)
    .replace(/\bonce a day\b/u, "every day")
    .replace(/\bnightly\b/u, "every night")
    .replace(new RegExp(`\\b(?<day>${DAY}) ${PART}s?\\b`, "u"), (_, day: string, own: string) => {
      keep(own);
      return day;
    })
    .replace(
      new RegExp(
        `\\b(?:(?:every|each) ${PART}|(?:in the )?(?<many>mornings|evenings|afternoons|nights))\\b`,
        "u",
      ),
      (_, own: string | undefined, many: string | undefined) => {
        keep(own ?? many?.replace(/s$/u, ""));
        return "every day";
      },
    );
  return { line, part };
}
