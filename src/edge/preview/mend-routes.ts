import { z } from "zod";
import type { Mending, Words } from "#core/article/mending.ts";
import type { MendOutcome, OnTheBench } from "#desk/editor/mending.ts";
import { RequestError } from "./error.ts";
import { readJson, sendJson } from "./http.ts";
import type { ApiParts, Call, Route } from "./route.ts";

/** A sentence of an article is no longer; a name is shorter. */
const LONGEST_WORDS = 2_000;
/** More than anybody mends in one brief. */
const MOST_MENDINGS = 200;

const Offset = z.number().int().min(0);
const Text = z.string().max(LONGEST_WORDS);
const At = z.strictObject({ start: Offset, end: Offset, text: Text });
const Speaker = z.strictObject({ name: Text, role: Text.nullable(), start: Offset, end: Offset });
const OneMending: z.ZodType<Mending> = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.enum(["strike-fact", "strike-quote", "use"]), at: At }),
  z.strictObject({ kind: z.literal("speaker"), at: At, speaker: Speaker.nullable() }),
  z.strictObject({ kind: z.literal("headline"), text: Text }),
]);
const MendBody = z.strictObject({
  mendings: z.array(OneMending).max(MOST_MENDINGS),
  revision: z.number().int().min(1),
});

/**
 * What an editor mends in a brief.
 *
 * | request | answer |
 * |---|---|
 * | `GET /api/articles/ID/mend` | `{ id, revision, written, brief, mendings, by, at, choices }`: the brief as it was written and as it is, and what may be chosen |
 * | `POST /api/articles/ID/mend` `{ mendings, revision }` | the same as it is then, with `did`; `{ faults }`: sentences, and nothing is mended. All that is to be mended is sent: what is left out is taken back. 409 where the revision is not the latest any more |
 */
export const MEND_ROUTES: readonly Route[] = [
  {
    method: "GET",
    path: /^\/api\/articles\/(?<id>[^/]+)\/mend$/,
    least: "editor",
    handle: showBench,
  },
  {
    method: "POST",
    path: /^\/api\/articles\/(?<id>[^/]+)\/mend$/,
    least: "editor",
    handle: mend,
  },
];

async function showBench({ mend: desk }: ApiParts, { at, response }: Call): Promise<void> {
  const bench = await desk.look(at("id"));
  if (bench === null) throw noArticle();
  sendJson(response, 200, shownBench(bench));
}

async function mend({ mend: desk }: ApiParts, call: Call): Promise<void> {
  const read = MendBody.safeParse(await readJson(call.request));
  if (!read.success) {
    const message = "Send mendings (a list) and the revision that was looked at.";
    throw new RequestError("malformed", message, { cause: read.error });
  }
  const { mendings, revision } = read.data;
  const id = call.at("id");
  const outcome = await desk.mend({ id, by: call.visitor, revision, list: () => mendings });
  const faults = faultsOf(outcome);
  if (faults !== null) return sendJson(call.response, 200, { faults });
  const bench = await desk.look(id);
  if (bench === null) throw noArticle();
  const did = outcome.kind === "mended" ? outcome.did : [];
  sendJson(call.response, 200, { ...shownBench(bench), did });
}

/** What is refused; `null` where it is done. */
function faultsOf(outcome: MendOutcome): readonly string[] | null {
  switch (outcome.kind) {
    case "mended":
    case "unchanged":
      return null;
    case "refused":
      return outcome.faults;
    case "gone":
      throw noArticle();
    case "killed":
      throw new RequestError("not-allowed", "This article is killed, and shown nowhere.");
    case "stale":
      throw new RequestError(
        "changed",
        "Somebody else, or a new version, has changed it since you looked at it. Look again.",
      );
  }
}

function noArticle(): RequestError {
  return new RequestError("not-found", "There is no such article.");
}

function shownBench({ filed: { article, brief }, written, choices }: OnTheBench) {
  const { id, revision, mendings, unkept = null } = article;
  const isTold = ({ start }: Words) => written.facts.some((fact) => fact.start === start);
  const parts = ({ headline, facts, quotes }: typeof brief) => ({ headline, facts, quotes });
  const { speakers, headlines, sentences } = choices;
  return {
    ...{ id, revision, written: parts(written), brief: parts(brief) },
    // The sentence that a fact stands in is the words that strike it.
    sentences: written.facts.map(({ start, end }) => article.body.slice(start, end)),
    ...{ mendings: mendings?.list ?? [], by: mendings?.by ?? null, at: mendings?.at ?? null },
    unkept,
    choices: { speakers, headlines, sentences: sentences.filter((one) => !isTold(one)) },
  };
}
