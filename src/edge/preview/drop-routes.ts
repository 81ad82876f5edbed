import { CopyPlaceError } from "#desk/port/copy-place.ts";
import type { DropDesk, DropOutcome, Dropped, IfThere } from "#desk/setup/drop.ts";
import { MAX_BYTES } from "#desk/source/settings.ts";
import { RequestError } from "./error.ts";
import { readBytes, sendJson } from "./http.ts";
import type { ApiParts, Call, Route } from "./route.ts";

/** Longer than any file's name, and than any path that the ledger has. */
const LONGEST_NAME = 4_000;
/** Bytes of a text in which its first line is looked for. */
const OPENING = 8_000;
/** Each is in memory while it is taken: 256 MB at most. */
const MOST_AT_ONCE = 4;

/**
 * | request | answer |
 * |---|---|
 * | `POST /api/drop?name=flood.txt` the file, as application/octet-stream | `{ path, did }`: where it lies now, and `put`, or `same`: those bytes were there; `{ there: { path, mark } }`: another one is there, and nothing was written |
 * | `POST /api/drop` a text in UTF-8, as application/octet-stream | the same; its first line names it |
 * | … with `replace=MARK` in its query | it takes the place of what has that mark: `did` is `replaced` |
 * | … with `another` | it is put under a name of its own |
 * | `POST /api/drop?mends=wire/torn.docx&name=torn.docx` | it takes the place of a file that is in quarantine |
 * | `GET /api/drop?path=flood.txt` | `{ became }`: `{ stage, rule }`, or null while nobody has read it |
 */
export const DROP_ROUTES: readonly Route[] = [
  { method: "POST", path: /^\/api\/drop$/, least: "editor", handle: drop },
  { method: "GET", path: /^\/api\/drop$/, least: "editor", handle: became },
];

let open = 0;

async function drop({ drop: desk }: ApiParts, call: Call): Promise<void> {
  if (open >= MOST_AT_ONCE) {
    throw new RequestError("crowded", "Others are bringing files: try again in a moment.");
  }
  open += 1;
  try {
    await take(deskOf(desk), call);
  } finally {
    open -= 1;
  }
}

async function take(desk: DropDesk, { request, response, visitor, query }: Call): Promise<void> {
  // A form of another site can send no such type.
  if (request.headers["content-type"] !== "application/octet-stream") {
    throw new RequestError("wrong-type", "Send the file itself, as application/octet-stream.");
  }
  const bytes = await readBytes(request, MAX_BYTES);
  try {
    const dropped = droppedOf(query.get("name"), bytes);
    const mends = query.get("mends");
    const outcome =
      mends === null
        ? await desk.drop(visitor, dropped, ifThereOf(query))
        : await desk.mend(visitor, mends.slice(0, LONGEST_NAME), dropped);
    sendJson(response, 200, shownOutcome(outcome));
  } catch (cause) {
    if (!(cause instanceof CopyPlaceError)) throw cause;
    throw new RequestError("unusable", cause.message, { cause });
  }
}

function droppedOf(name: string | null, bytes: Buffer): Dropped {
  return name === null
    ? { kind: "text", opening: bytes.toString("utf8", 0, OPENING), bytes }
    : { kind: "file", name: name.slice(0, LONGEST_NAME), bytes };
}

/** @throws {RequestError} with what is wrong with it */
function shownOutcome(outcome: DropOutcome): unknown {
  if (outcome.kind === "refused") throw new RequestError("malformed", outcome.says);
  const { kind, path } = outcome;
  return kind === "there" ? { there: { path, mark: outcome.mark } } : { path, did: kind };
}

function ifThereOf(query: URLSearchParams): IfThere {
  const mark = query.get("replace");
  if (mark !== null) return { kind: "replace", mark };
  return query.has("another") ? { kind: "another" } : { kind: "ask" };
}

async function became({ drop: desk }: ApiParts, { response, query }: Call): Promise<void> {
  const path = (query.get("path") ?? "").slice(0, LONGEST_NAME);
  sendJson(response, 200, { became: await deskOf(desk).became(path) });
}

function deskOf(desk: DropDesk | undefined): DropDesk {
  if (desk !== undefined) return desk;
  throw new RequestError("not-found", "Nothing can be put into the folder from here.");
}
