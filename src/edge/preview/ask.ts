import type { IncomingMessage } from "node:http";
import { z } from "zod";
import { PAGE } from "#core/digest/subscription.ts";
import type { Language } from "#core/language/language.ts";
import { languageOf } from "#core/language/languages.ts";
import type { Message } from "#core/message/message.ts";
import { type Form, formKey, readFormKey } from "#core/reply/form.ts";
import type { Asked } from "#core/reply/front-desk.ts";
import { type Face, type Faces, faceNamed, PAPER } from "./board.ts";
import { RequestError } from "./error.ts";
import { readJson, sendJson } from "./http.ts";
import type { ApiParts, Call } from "./route.ts";

/** A reader types less; the desk says how much of a long line it reads. */
const LONGEST_TYPED = 6_000;
/** Names, the key of a form, and what its fields take at most. */
const LONGEST_TEXT = 500;

const From = { channel: z.string().max(LONGEST_TEXT).nullable(), face: z.string() };
const AskBody = z.strictObject({ line: z.string().max(LONGEST_TYPED), ...From });
const HandInBody = z.strictObject({
  form: z.string().max(LONGEST_TEXT),
  values: z.record(z.string(), z.string().max(LONGEST_TYPED)),
  ...From,
});

/** `POST /api/ask`: the answer to a line, or the form that it opens. */
export async function ask({ frontDesk, faces }: ApiParts, call: Call): Promise<void> {
  const read = AskBody.safeParse(await readJson(call.request));
  if (!read.success) {
    const message = `Send line (at most ${LONGEST_TYPED} characters), channel and face.`;
    throw new RequestError("malformed", message, { cause: read.error });
  }
  const { line, channel, face } = read.data;
  const draw = readFace(faces, face);
  const from = askedFrom(call, channel);
  const form = frontDesk.formForLine(line, from);
  if (form !== null) sendJson(call.response, 200, { form: shownForm(form) });
  else sendJson(call.response, 200, drawn(await frontDesk.askTyped(line, from), draw));
}

/** `POST /api/hand-in`: what is wrong in a form, each at its field; or its answer. */
export async function handIn({ frontDesk, faces }: ApiParts, call: Call): Promise<void> {
  const read = HandInBody.safeParse(await readJson(call.request));
  const form = read.success ? readFormKey(read.data.form) : null;
  if (!read.success || form === null) {
    const message = "Send form (its key), values by its fields, channel and face.";
    throw new RequestError("malformed", message, { cause: read.error });
  }
  const { values, channel, face } = read.data;
  const draw = readFace(faces, face);
  const from = askedFrom(call, channel);
  const refused = await frontDesk.check(form, values, from);
  if (refused !== null) return sendJson(call.response, 200, { faults: refused.faults });
  const answer = await frontDesk.submit(form.name, { ...values, ...form.along }, from);
  sendJson(call.response, 200, drawn(answer, draw));
}

/** A form as the page draws it; `key` comes back when it is handed in. */
function shownForm({ title, submit, cancel = "Cancel", fields, ...form }: Form) {
  return { key: formKey(form), title, submit, cancel, fields };
}

function drawn(message: Message, draw: Face) {
  return { summary: message.summary, parts: draw(message) };
}

/** Who asks on the page, and which channel is open there. */
export function askedFrom(
  { request, visitor }: Pick<Call, "request" | "visitor">,
  channel: string | null,
): Asked {
  return {
    asker: visitor,
    place: channel === null ? null : { platform: PAGE, address: channel, name: channel },
    channel,
    whereabouts: { kind: "page", as: visitor.as },
    language: readBy(request),
  };
}

/** The first language of a browser's that there is (RFC 9110, "Accept-Language"), by its own order; `null` for none. */
export function readBy({ headers }: Pick<IncomingMessage, "headers">): Language | null {
  const named = (headers["accept-language"] ?? "").slice(0, LONGEST_TEXT).split(",");
  const ranked = named.map((one) => {
    const [code = "", ...terms] = one.split(";").map((part) => part.trim());
    const weight = terms.find((term) => term.startsWith("q="))?.slice("q=".length) ?? "1";
    return { code, weight: Number(weight) || 0 };
  });
  const wanted = ranked.filter(({ weight }) => weight > 0);
  const codes = wanted.toSorted((a, b) => b.weight - a.weight).map(({ code }) => code);
  return codes.map((code) => languageOf(code)).find((language) => language !== null) ?? null;
}

/** How messages are drawn where a face is named. */
export function readFace(faces: Faces, name: string): Face {
  const face = faceNamed(faces, name);
  if (face !== null) return face;
  const named = [PAPER, ...Object.keys(faces)];
  throw new RequestError("malformed", `A face is ${named.join(", ")}.`);
}
