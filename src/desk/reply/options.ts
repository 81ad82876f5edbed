import type { Message } from "#core/message/message.ts";
import { plainMessage } from "#core/message/say.ts";
import type { Question } from "#core/reply/front-desk.ts";
import { type Period, readPeriod } from "#core/reply/period.ts";
import { readNames, readSearch } from "#core/reply/search-words.ts";
import { MOMENTS, readSince } from "#core/reply/since.ts";
import { ANYTHING, type Sought } from "#core/reply/sought.ts";
import type { Standpoint } from "#core/reply/stretch.ts";

const LAST_PAGE = 1_000;

/** What a search, or a question for quotes, facts or a timeline looks for, without its time. */
export function soughtOf({ command, options }: Pick<Question, "command" | "options">): Sought {
  const { words, about, exact } = options;
  const read = readSearch(words ?? about ?? "");
  return {
    ...{ ...ANYTHING, ...read },
    ...(exact === "yes" && { exact: read.words }),
    ...readNames(options),
    quoted: command === "quotes",
  };
}

/** The moment since when; `null` for all times. */
export function sinceOf(
  { options }: Pick<Question, "options">,
  standpoint: Standpoint,
): number | null | "unreadable" {
  const text = options.since?.trim() ?? "";
  return text === "" ? null : (readSince(text, standpoint) ?? "unreadable");
}

/** The time that is asked for, with one end or both; any time where none is. Or an answer, where it cannot be read. */
export function periodOf(
  { options }: Pick<Question, "options">,
  here: Standpoint,
): { readonly period: Period } | { readonly unreadable: Message } {
  const read = readPeriod(options, here);
  return read.ok ? { period: read.period } : { unreadable: notAMoment(read.typed) };
}

export function notAMoment(text: string): Message {
  return plainMessage(`“${text}” is no moment that can be read.`, `Write one of: ${MOMENTS}`);
}

export function notAPage({ options }: Pick<Question, "options">): Message {
  return plainMessage(`“${options.page}” is no page: write 1, 2, …`);
}

/** The page that is asked for, from 1; `null` for what is no page. */
export function pageOf({ options }: Pick<Question, "options">): number | null {
  const text = options.page?.trim() ?? "";
  if (text === "") return 1;
  const page = /^\d{1,4}$/u.test(text) ? Number(text) : 0;
  return page >= 1 && page <= LAST_PAGE ? page : null;
}
