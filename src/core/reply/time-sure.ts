import type { Run, TimeWord } from "./time-word.ts";

/** Words of a list. */
export const SET = (words: string): ReadonlySet<string> => new Set(words.split(" "));

export const MONTH_NAME =
  "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";
// Reads: May · monday · tue: also names, and what a paper is called
const MONTH_ALONE = new RegExp(`^(?:${MONTH_NAME})\\.?$`, "u");
const WEEKDAY_ALONE = /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*$/u;
const YEAR_ALONE = /^\d{4}$/u;
const TO_A_MONTH = SET("in of from during since after throughout until till before between");
/** "The government of May", "a letter from May": she was a prime minister. */
const TO_MAY = SET("in during since after throughout until till before between");
const TO_A_WEEKDAY = SET("on from during since after over until till before between");
const TO_A_WEEKEND = SET("over at on during since after");
const TO_A_YEAR = SET("in from during since after throughout until till before between");
// Reads: 3 days · a week · 6 months: as long as something took, where nothing says that it is past
export const ALSO_A_LENGTH =
  /^(?:\d+|\p{L}+) (?:h|d|w|(?:ho?u?r|day|wee?k|month|year)s?)$|^\d+(?:hr|hour|day|week)s?$/u;
const TO_A_LENGTH = SET("since within over during");
const SURE =
  /^(?:today|yesterday|tonight|now)(?!\p{L})|^(?:the )?(?:last|past|this|first|second|third|fourth|day before) /u;
const IS_PAST = /^(?:yesterday|last |the day before )/u;
// Reads: this may be over · this march on the capital
const NO_TIME = /^this (?:may|mar|march|sun|sat)$|^(?:last )?sun$/u;
/** They lead to the end of a time. */
export const ENDS = SET("until till before");
/** A time with a figure in it is a date. */
export const A_DATE = /\d/u;
// Reads: the Sunday Times · the Mail on Sunday
const BEHIND_A_DAY = SET("times telegraph mail mirror express herald tribune");
const BEFORE_A_DAY = SET("mail independent");

/**
 * Whether words name a time, or may be something else.
 * @param lead the word that leads to them
 * @param isNamed "the" stands before them: "on the march"
 */
export function isSure(text: string, lead: string, isNamed: boolean): boolean {
  if (NO_TIME.test(text)) return false;
  if (SURE.test(text)) return !ENDS.has(lead) || A_DATE.test(text) || IS_PAST.test(text);
  const leads = leadsTo(text);
  if (leads !== null) return leads.has(lead) && !isNamed && !isWaitedFor(text, lead);
  return !ENDS.has(lead) || A_DATE.test(text);
}

/** What must lead to words that may be something else than a time; `null`: they are one in any case. */
export function leadsTo(text: string): ReadonlySet<string> | null {
  if (text === "may") return TO_MAY;
  if (MONTH_ALONE.test(text)) return TO_A_MONTH;
  if (WEEKDAY_ALONE.test(text)) return TO_A_WEEKDAY;
  if (text.endsWith("weekend") && !SURE.test(text)) return TO_A_WEEKEND;
  if (YEAR_ALONE.test(text)) return TO_A_YEAR;
  return ALSO_A_LENGTH.test(text) ? TO_A_LENGTH : null;
}

/** "Closed until Monday" tells of what is to come. */
function isWaitedFor(text: string, lead: string): boolean {
  return ENDS.has(lead) && !A_DATE.test(text);
}

/** Whether the name of a day is of the name of a paper. */
export function isPaper(words: readonly TimeWord[], at: number, { text, to }: Run): boolean {
  if (!WEEKDAY_ALONE.test(text)) return false;
  const isOn = words[at - 1]?.text === "on" && BEFORE_A_DAY.has(words[at - 2]?.text ?? "");
  return isOn || BEHIND_A_DAY.has(words[to]?.text ?? "");
}
