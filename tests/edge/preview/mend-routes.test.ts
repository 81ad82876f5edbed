import { expect, onTestFinished, test } from "vitest";
import type { Mending } from "#core/article/mending.ts";
import { wordsAt } from "#core/brief/mendable.ts";
import { createMendDesk } from "#desk/editor/mending.ts";
import { MEND_ROUTES } from "#edge/preview/mend-routes.ts";
import { createPreview } from "#edge/preview/service.ts";
import { ID, postedNewsroom, SAID } from "../../desk/editor/mend-newsroom.ts";
import { createNewsroom } from "./newsroom.ts";
import { send } from "./send.ts";

async function page() {
  const posted = await postedNewsroom();
  const { archive, clock, transaction, corrections } = posted;
  const chase = async () => {
    await corrections.chase();
  };
  const desk = createMendDesk({ archive, clock, store: { transaction }, chase });
  const preview = createPreview({ ...createNewsroom(), port: 0, mend: desk });
  onTestFinished(() => preview.stop());
  const { url } = await preview.start();
  const at = `${url}/api/articles/${ID}/mend`;
  const post = (body: unknown) =>
    send(at, {
      ...{ method: "POST", headers: { "content-type": "application/json" } },
      body: JSON.stringify(body),
    });
  const { brief } = await posted.filed();
  const quote = brief.quotes.find(({ text }) => text === SAID) ?? expect.unreachable();
  const strike: Mending = { kind: "strike-quote", at: wordsAt(brief.body, quote) };
  return { ...posted, at, url, post, strike };
}

test("the page is told the brief, what was mended, and what may be chosen", async () => {
  const { at } = await page();
  const { status, json } = await send(at);
  expect(status).toBe(200);
  expect(json).toMatchObject({
    ...{ id: ID, revision: 1, mendings: [], by: null, at: null },
    brief: { headline: "Harbour bridge reopens after six years" },
    choices: {
      sentences: [{ text: expect.stringContaining("The authority reportedly paid") }],
      speakers: expect.arrayContaining([
        expect.objectContaining({ name: "Mira Solen", role: "chief engineer of the port" }),
      ]),
      headlines: [
        "Harbour bridge reopens after six years",
        expect.stringContaining("The swing bridge across Tarnmouth harbour reopened"),
      ],
    },
  });
});

test("all that is sent is mended, and what is left out is taken back", async () => {
  const { post, strike, shown } = await page();
  const mended = await post({ mendings: [strike], revision: 1 });
  expect(mended.status).toBe(200);
  expect(mended.json).toMatchObject({
    ...{ revision: 2, mendings: [strike], by: "somebody at this machine" },
    did: [`struck a quote “${SAID}”`],
  });
  expect((await shown()).text).not.toContain(SAID);
  const { json } = await post({ mendings: [], revision: 2 });
  expect(json).toMatchObject({
    revision: 3,
    mendings: [],
    did: [expect.stringMatching(/^took back/)],
  });
});

test("what cannot be mended so is said in sentences, and nothing is filed", async () => {
  const { post, filed } = await page();
  const wrong = { kind: "headline", text: "Bridge falls" };
  expect(await post({ mendings: [wrong], revision: 1 })).toMatchObject({
    ...{ status: 200, json: { faults: ["“Bridge falls” is no headline that the copy has."] } },
  });
  expect((await filed()).article.revision).toBe(1);
});

test("what somebody else has changed meanwhile is refused", async () => {
  const { post, strike } = await page();
  await post({ mendings: [strike], revision: 1 });
  const late = await post({ mendings: [], revision: 1 });
  expect(late.status).toBe(409);
  expect(late.json).toMatchObject({ error: expect.stringContaining("Somebody else") });
});

test.each([
  ["no list", { revision: 1 }],
  ["no revision", { mendings: [] }],
  ["a kind that there is none", { mendings: [{ kind: "rewrite", text: "x" }], revision: 1 }],
  [
    "offsets that are none",
    { mendings: [{ kind: "use", at: { start: -1, end: 2, text: "x" } }], revision: 1 },
  ],
])("a request with %s is refused", async (_, body) => {
  const { post } = await page();
  expect((await post(body)).status).toBe(400);
});

test("there is nothing to mend in an article that is not there, and in one that is killed", async () => {
  const { url, post, line } = await page();
  expect((await send(`${url}/api/articles/nothing1/mend`)).status).toBe(404);
  await line(`kill ${ID} sure:yes`);
  expect((await post({ mendings: [], revision: 2 })).status).toBe(403);
});

test("both are for editors", () => {
  expect(MEND_ROUTES.map(({ method, least }) => [method, least])).toEqual([
    ["GET", "editor"],
    ["POST", "editor"],
  ]);
});
