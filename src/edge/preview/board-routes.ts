import type { Instant } from "#core/article/instant.ts";
import type { ArchiveFilters } from "#desk/board/archive.ts";
import { INBOX_STATUSES } from "#desk/board/inbox.ts";
import type { Point } from "#desk/port/arrivals.ts";
import { askedFrom } from "./ask.ts";
import { RequestError } from "./error.ts";
import { sendJson } from "./http.ts";
import type { ApiParts, Call, Route } from "./route.ts";

/** Names and words that are looked for. */
const LONGEST_TEXT = 500;
const LAST_PAGE = 1_000;
const ORDERS = ["newest", "oldest", "best"] as const;
const SHOWN = ["shown", "held"] as const;

/**
 * What the tabs of the page show; `desk/board` says what each row has.
 *
 * | request | answer | least |
 * |---|---|---|
 * | `GET /api/board/inbox?status=&from=` | `{ rows, next }`; `next` is the next page's `from` | editor |
 * | `GET /api/board/held?page=` | `{ rows, page, more }` | editor |
 * | `GET /api/board/quarantine?page=` | `{ rows, page, more }` | editor |
 * | `GET /api/board/beginning?path=` | `{ lines, size, more }` of a file in quarantine, or `null` | editor |
 * | `GET /api/board/marks?inbox=&held=&quarantine=` | how much came in each since that moment | editor |
 * | `GET /api/board/status` | how the bot is doing, with the latest of the audit | editor |
 * | `GET /api/board/stories?from=` | `{ rows, next }` | reader |
 * | `GET /api/board/stories/ID` | `{ story, headline, steps, differ }` | reader |
 * | `GET /api/board/archive?words=&source=&speaker=&place=&since=&until=&topic=&status=&order=&page=` | `{ rows, page, more }` | reader |
 * | `GET /api/board/channels?page=` | `{ rows, page, more }` | reader |
 * | `GET /api/articles/ID` | the article, or what may be said of it | reader |
 */
export const BOARD_ROUTES: readonly Route[] = [
  { method: "GET", path: /^\/api\/board\/inbox$/, least: "editor", handle: showInbox },
  { method: "GET", path: /^\/api\/board\/held$/, least: "editor", handle: showHeld },
  { method: "GET", path: /^\/api\/board\/quarantine$/, least: "editor", handle: showQuarantine },
  { method: "GET", path: /^\/api\/board\/beginning$/, least: "editor", handle: showBeginning },
  { method: "GET", path: /^\/api\/board\/marks$/, least: "editor", handle: showMarks },
  { method: "GET", path: /^\/api\/board\/status$/, least: "editor", handle: showStatus },
  { method: "GET", path: /^\/api\/board\/stories$/, least: "reader", handle: showStories },
  {
    ...{ method: "GET", path: /^\/api\/board\/stories\/(?<id>[^/]+)$/, least: "reader" },
    handle: showStory,
  },
  { method: "GET", path: /^\/api\/board\/archive$/, least: "reader", handle: showArchive },
  { method: "GET", path: /^\/api\/board\/channels$/, least: "reader", handle: showChannels },
  {
    ...{ method: "GET", path: /^\/api\/articles\/(?<id>[^/]+)$/, least: "reader" },
    handle: showArticle,
  },
];

async function showInbox({ desk }: ApiParts, call: Call): Promise<void> {
  const { query, response } = call;
  const status = oneOf(INBOX_STATUSES, query.get("status"), "A status");
  sendJson(
    response,
    200,
    await desk.inbox(askedFrom(call, null), status, readPoint(query.get("from"))),
  );
}

async function showHeld({ desk }: ApiParts, call: Call): Promise<void> {
  sendJson(call.response, 200, await desk.held(askedFrom(call, null), readPage(call.query)));
}

async function showQuarantine({ desk }: ApiParts, { query, response }: Call): Promise<void> {
  sendJson(response, 200, await desk.quarantine(readPage(query)));
}

async function showBeginning({ desk }: ApiParts, { query, response }: Call): Promise<void> {
  sendJson(response, 200, await desk.beginningOf(query.get("path") ?? ""));
}

async function showMarks({ desk }: ApiParts, call: Call): Promise<void> {
  const { query, response } = call;
  const seen = (name: string) => readMoment(query.get(name) ?? "0");
  const marks = await desk.marks(askedFrom(call, null), {
    ...{ inbox: seen("inbox"), held: seen("held"), quarantine: seen("quarantine") },
  });
  sendJson(response, 200, marks);
}

async function showStatus({ desk }: ApiParts, call: Call): Promise<void> {
  sendJson(call.response, 200, await desk.status(askedFrom(call, null)));
}

async function showStories({ desk }: ApiParts, call: Call): Promise<void> {
  const from = call.query.get("from")?.slice(0, LONGEST_TEXT) ?? null;
  sendJson(call.response, 200, await desk.stories(askedFrom(call, null), from));
}

async function showStory({ desk }: ApiParts, call: Call): Promise<void> {
  const story = await desk.story(askedFrom(call, null), call.at("id").slice(0, LONGEST_TEXT));
  if (story === null) throw new RequestError("not-found", "There is no such story to be shown.");
  sendJson(call.response, 200, story);
}

async function showArchive({ desk }: ApiParts, call: Call): Promise<void> {
  const { query, response } = call;
  const text = (name: string) => (query.get(name) ?? "").slice(0, LONGEST_TEXT);
  const filters: ArchiveFilters = {
    ...{ words: text("words"), source: text("source"), speaker: text("speaker") },
    ...{ place: text("place"), since: text("since"), until: text("until"), topic: text("topic") },
    status: oneOf(SHOWN, query.get("status"), "A status") ?? "shown",
    order: oneOf(ORDERS, query.get("order"), "An order") ?? "newest",
  };
  const page = await desk.archive(askedFrom(call, null), filters, readPage(query));
  if (!page.ok) throw new RequestError("malformed", page.says);
  const { ok: _, ...found } = page;
  sendJson(response, 200, found);
}

async function showChannels({ desk }: ApiParts, call: Call): Promise<void> {
  sendJson(call.response, 200, await desk.channels(askedFrom(call, null), readPage(call.query)));
}

/** Also of what may not be shown: what may be said of it is no fault. */
async function showArticle({ desk }: ApiParts, call: Call): Promise<void> {
  const id = call.at("id").slice(0, LONGEST_TEXT);
  sendJson(call.response, 200, await desk.article(askedFrom(call, null), id));
}

function oneOf<Name extends string>(
  names: readonly Name[],
  given: string | null,
  what: string,
): Name | null {
  if (given === null || given === "") return null;
  const found = names.find((name) => name === given);
  if (found !== undefined) return found;
  throw new RequestError("malformed", `${what} is one of ${names.join(", ")}.`);
}

function readPage(query: URLSearchParams): number {
  const page = Number(query.get("page") ?? 1);
  if (Number.isInteger(page) && page >= 1 && page <= LAST_PAGE) return page;
  throw new RequestError("malformed", `A page is a number from 1 to ${LAST_PAGE}.`);
}

/** Milliseconds, or the number of a point that a page was given to go on with. */
function readMoment(given: string): Instant {
  if (/^\d{1,15}$/u.test(given)) return Number(given);
  throw new RequestError("malformed", "A moment is given in whole milliseconds since 1970.");
}

/** `1780000000000.12` */
function readPoint(given: string | null): Point | null {
  if (given === null || given === "") return null;
  const [at = "", number = "", ...rest] = given.split(".");
  if (rest.length > 0) throw new RequestError("malformed", "A page is named as it was given.");
  return { at: readMoment(at), number: readMoment(number) };
}
