import { z } from "zod";
import type { FirstRun } from "#desk/setup/first-run.ts";
import { RequestError } from "./error.ts";
import { readJson, sendJson } from "./http.ts";
import type { ApiParts, Call, Route } from "./route.ts";

const LONGEST = 500;
const HandInBody = z.strictObject({
  platform: z.string().max(40),
  values: z.record(z.string().max(60), z.string().max(LONGEST)),
});
const TestBody = z.strictObject({ platform: z.string().max(40), address: z.string().max(80) });

/**
 * A token comes in here and never goes out.
 *
 * | request | answer |
 * |---|---|
 * | `GET /api/setup/guides` | each platform with its steps, what it asks for, and its state |
 * | `POST /api/setup/token` `{ platform, values }` | `{ kind: "faults", faults }`, or `{ kind: "checked", findings, written, says, invite }` |
 * | `POST /api/setup/test` `{ platform, address }` | `{ findings }`: what was found in the channel, and whether the test message stands there |
 */
export const FIRST_RUN_ROUTES: readonly Route[] = [
  { method: "GET", path: /^\/api\/setup\/guides$/, least: "admin", handle: showGuides },
  { method: "POST", path: /^\/api\/setup\/token$/, least: "admin", handle: takeToken },
  { method: "POST", path: /^\/api\/setup\/test$/, least: "admin", handle: tryPost },
];

async function showGuides({ firstRun }: ApiParts, { response }: Call): Promise<void> {
  sendJson(response, 200, await deskOf(firstRun).guides());
}

async function takeToken({ firstRun }: ApiParts, call: Call): Promise<void> {
  const read = HandInBody.safeParse(await readJson(call.request));
  // Without a cause: it would hold what was sent.
  if (!read.success) throw new RequestError("malformed", "Send platform, and values by variable.");
  const { platform, values } = read.data;
  sendJson(call.response, 200, await deskOf(firstRun).handIn(call.visitor, platform, values));
}

async function tryPost({ firstRun }: ApiParts, call: Call): Promise<void> {
  const read = TestBody.safeParse(await readJson(call.request));
  if (!read.success) throw new RequestError("malformed", "Send platform and address.");
  const { platform, address } = read.data;
  const findings = await deskOf(firstRun).tryPost(call.visitor, platform, address.trim());
  if (findings === null) throw new RequestError("unusable", "This platform has no token yet.");
  sendJson(call.response, 200, { findings });
}

function deskOf(firstRun: FirstRun | undefined): FirstRun {
  if (firstRun !== undefined) return firstRun;
  throw new RequestError("not-found", "Nothing is set up from here.");
}
