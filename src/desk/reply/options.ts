import type { Message } from "#core/message/message.ts";
import { plainMessage } from "#core/message/say.ts";
import type { Question } from "#core/reply/front-desk.ts";
import { readNames, readSearch } from "#core/reply/search-words.ts";
import { MOMENTS, readSince } from "#core/reply/since.ts";
import { ANYTHING, type Sought } from "#core/reply/sought.ts";

const LAST_PAGE = 1_000;

/** What a search, or a question for quotes, facts or a timeline looks for, without its moment. */
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
  standpoint: { readonly now: number; readonly timeZone: string },
): number | null | "unreadable" {
  const text = options.since?.trim() ?? "";
  return text === "" ? null : (readSince(text, standpoint) ?? "unreadable");
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
