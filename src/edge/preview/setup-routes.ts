import { z } from "zod";
import { inLanguage } from "#core/message/in-language.ts";
import { RequestError } from "./error.ts";
import { readJson, sendJson } from "./http.ts";
import type { ApiParts, Call, Route } from "./route.ts";
import type { SetupBoard } from "./setup-board.ts";

const LONGEST = 500;
const text = z.string().max(LONGEST);
const Sheet = z.strictObject({
  ...{ name: text, schedule: text, zone: text, topics: text, layout: text, audience: text },
  ...{ most: text, atOnce: text, atOnceMost: text, quiet: text, pictures: z.boolean() },
  ...{ approval: text, approvalAfter: text },
  forum: text.nullable(),
  places: z.record(z.string().max(40), text),
});
const Body = z.strictObject({ sheet: Sheet, before: text.nullable() });

/**
 * | request | answer |
 * |---|---|
 * | `GET /api/setup/channel?name=` | what a channel's form opens with, or where the config file orders it; `platforms` |
 * | `POST /api/setup/look` `{ sheet, before }` | what a form says so far: `faults`, `warnings`, `coming`, `matches`, `preview` by face |
 * | `POST /api/setup/save` `{ sheet, before }` | `{ faults }`: it stays open; or `{ name }` |
 * | `GET /api/setup/places?platform=` | `{ ok: true, places, isCut }`, or `{ ok: false, says }` |
 */
export const SETUP_ROUTES: readonly Route[] = [
  // Who ordered a channel is the editor of that one: the desk looks whose form it is.
  { method: "GET", path: /^\/api\/setup\/channel$/, least: "reader", handle: openChannel },
  { method: "POST", path: /^\/api\/setup\/look$/, least: "reader", handle: lookAt },
  { method: "POST", path: /^\/api\/setup\/save$/, least: "reader", handle: save },
  { method: "GET", path: /^\/api\/setup\/places$/, least: "editor", handle: listPlaces },
];

async function openChannel({ setup }: ApiParts, { query, response, visitor }: Call): Promise<void> {
  const board = boardOf(setup);
  const name = query.get("name");
  const opened = board.channels.open(visitor, name === "" ? null : name);
  if (opened === null) throw unknownTo(name);
  sendJson(response, 200, { ...opened, platforms: board.platforms });
}

async function lookAt({ setup, faces, language }: ApiParts, call: Call): Promise<void> {
  const { sheet, before } = await bodyOf(call);
  const looked = await boardOf(setup).channels.look(call.visitor, sheet, before);
  if (looked === null) throw unknownTo(before);
  const { preview, ...look } = looked;
  const message = preview === null ? null : inLanguage(preview.message, language);
  const drawn = Object.entries(faces).map(([face, draw]) => {
    return [face, message === null ? [] : draw(message)] as const;
  });
  const shown =
    preview === null ? null : { asFirst: preview.asFirst, faces: Object.fromEntries(drawn) };
  sendJson(call.response, 200, { ...look, preview: shown });
}

async function save({ setup }: ApiParts, call: Call): Promise<void> {
  const { sheet, before } = await bodyOf(call);
  const saved = await boardOf(setup).channels.save(call.visitor, sheet, before);
  if (saved === null) throw unknownTo(before);
  sendJson(call.response, 200, saved.ok ? { name: saved.name } : { faults: saved.faults });
}

/** The same for what is not there and for what is not theirs. */
function unknownTo(name: string | null): RequestError {
  if (name !== null && name !== "")
    return new RequestError("not-found", `There is no channel “${name}” that you may change.`);
  return new RequestError("not-allowed", "This is for editors of the newsroom.");
}

async function listPlaces({ setup }: ApiParts, { query, response }: Call): Promise<void> {
  sendJson(response, 200, await boardOf(setup).places(query.get("platform") ?? ""));
}

async function bodyOf({ request }: Call): Promise<z.infer<typeof Body>> {
  const read = Body.safeParse(await readJson(request));
  if (read.success) return read.data;
  const message = `Send sheet, each of its texts of at most ${LONGEST} characters, and before.`;
  throw new RequestError("malformed", message, { cause: read.error });
}

function boardOf(setup: SetupBoard | undefined): SetupBoard {
  if (setup !== undefined) return setup;
  throw new RequestError("not-found", "Nothing is set up from here.");
}
