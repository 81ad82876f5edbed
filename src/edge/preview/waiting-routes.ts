import { z } from "zod";
import { RequestError } from "./error.ts";
import { readJson, sendJson } from "./http.ts";
import type { ApiParts, Call, Route } from "./route.ts";
import type { WishOutcome } from "./waiting-board.ts";

/** Ids that an order may name: more than an edition holds, and all that wait for it. */
const MOST_IDS = 300;
const Id = z.string().min(1).max(64);
const OrderBody = z.strictObject({ ids: z.array(Id).max(MOST_IDS) });
const LeaveOutBody = z.strictObject({ id: Id, until: z.enum(["next", "good"]) });
const TakeBackBody = z.strictObject({ id: Id });

/** Of the newsroom, or of a channel. */
const EDITORS = { least: "editor", ofChannel: true } as const;

/**
 * What waits, of the channels that whoever asks edits. What an editor wants is answered by what the next edition looks like then, as by `GET`, with `outcome`.
 *
 * | request | answer |
 * |---|---|
 * | `GET /api/waiting` | `{ channels, awaiting }`: the channels, each with the slot of its next edition, and editions that wait for an editor's word, which is given by `approve` |
 * | `GET /api/waiting/NAME` | what it will carry, in order, and what it will not, each with why |
 * | `POST /api/waiting/NAME/order` `{ ids }` | the order of the next edition; none: the usual one |
 * | `POST /api/waiting/NAME/leave-out` `{ id, until: next\|good }` | without a story, once or for good |
 * | `POST /api/waiting/NAME/take-back` `{ id }` | with it after all |
 */
export const WAITING_ROUTES: readonly Route[] = [
  { method: "GET", path: /^\/api\/waiting$/, ...EDITORS, handle: list },
  { method: "GET", path: /^\/api\/waiting\/(?<channel>[^/]+)$/, ...EDITORS, handle: show },
  {
    ...{ method: "POST", path: /^\/api\/waiting\/(?<channel>[^/]+)\/order$/, ...EDITORS },
    handle: answered(OrderBody, ({ waiting }, { ids }, { at, visitor }) =>
      waiting.arrange(at("channel"), ids, visitor),
    ),
  },
  {
    ...{ method: "POST", path: /^\/api\/waiting\/(?<channel>[^/]+)\/leave-out$/, ...EDITORS },
    handle: answered(LeaveOutBody, ({ waiting }, { id, until }, { at, visitor }) =>
      waiting.leaveOut(at("channel"), id, until, visitor),
    ),
  },
  {
    ...{ method: "POST", path: /^\/api\/waiting\/(?<channel>[^/]+)\/take-back$/, ...EDITORS },
    handle: answered(TakeBackBody, ({ waiting }, { id }, { at, visitor }) =>
      waiting.takeBack(at("channel"), id, visitor),
    ),
  },
];

async function list({ waiting }: ApiParts, { response, visitor }: Call): Promise<void> {
  sendJson(response, 200, await waiting.all(visitor));
}

async function show({ waiting }: ApiParts, { response, visitor, at }: Call): Promise<void> {
  const next = await waiting.next(at("channel"), visitor);
  if (next === null) throw noChannel(at("channel"));
  sendJson(response, 200, next);
}

type Work<Body> = (parts: ApiParts, body: Body, call: Call) => Promise<WishOutcome | null>;

function answered<Body>(shape: z.ZodType<Body>, work: Work<Body>): Route["handle"] {
  return async (parts, call) => {
    const read = shape.safeParse(await readJson(call.request));
    if (!read.success) {
      const [issue] = read.error.issues;
      const where = issue?.path.join(".") ?? "";
      const message = `The body cannot be read${where === "" ? "" : ` at ${where}`}: ${issue?.message ?? ""}`;
      throw new RequestError("malformed", message, { cause: read.error });
    }
    const channel = call.at("channel");
    const outcome = await work(parts, read.data, call);
    const next = outcome === null ? null : await parts.waiting.next(channel, call.visitor);
    if (next === null) throw noChannel(channel);
    sendJson(call.response, 200, { ...next, outcome });
  };
}

function noChannel(name: string): RequestError {
  return new RequestError("not-found", `There is no channel “${name}” in this newsroom.`);
}
