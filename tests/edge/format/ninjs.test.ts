import { expect, test } from "vitest";
import { readRelease } from "#core/article/release/read-release.ts";
import { copyOf, readText, reasonOf, storiesOf } from "./helpers.ts";

const LEDE = "OSTERHALD, May 8 (Tarn Wire) – The harbour closed.";
const SAID = "“It had to,” Ann Roe said.";
const BODY = `${LEDE}\n\n${SAID}`;
const XHTML = `<p>${LEDE}</p><p>${SAID}</p>`;

const ONE = {
  uri: "urn:tarn:harbour",
  type: "text",
  version: "2",
  versioncreated: "2026-05-08T06:00:00Z",
  pubstatus: "usable",
  urgency: 3,
  embargoed: "2026-05-09T00:01:00Z",
  headline: "Harbour closes after storm",
  byline: "Ann Field",
  located: "Osterhald",
  slugline: "harbour-closure",
  language: "en-GB",
  ednote: "With pictures.",
  usageterms: "Not for resale",
  copyrightnotice: "© Tarn Wire",
  copyrightholder: "Tarn Wire",
  keywords: ["harbour"],
  subject: [{ code: "1", name: "ports" }],
  place: [{ name: "Velsk Bay" }],
  person: [{ name: "Ann Roe" }],
  body_xhtml: XHTML,
};
const THREE = {
  uri: "urn:tarn:harbour",
  type: "text",
  versionCreated: "2026-05-08T06:00:00Z",
  pubStatus: "usable",
  headlines: [
    { role: "subheadline", value: "Ships wait outside" },
    { role: "main", value: "Harbour closes after storm" },
  ],
  by: "Ann Field",
  edNote: "With pictures.",
  bodies: [
    {
      role: "text",
      contentType: "text/plain",
      value: "Harbour closes after storm\nThe harbour closed.",
    },
    {
      role: "main",
      contentType: "text/html",
      value: `<h1>Harbour closes after storm</h1>${XHTML}`,
    },
  ],
  places: [{ name: "Velsk Bay" }],
};
const json = (value: unknown) => JSON.stringify(value);

test("ninjs 1 gives its story, and all that it states", async () => {
  expect(await copyOf("a.json", json(ONE))).toMatchObject({
    format: "ninjs",
    body: BODY,
    title: "Harbour closes after storm",
    byline: "Ann Field",
    located: "Osterhald",
    slug: "harbour-closure",
    urgency: "3",
    embargo: "2026-05-09T00:01:00Z",
    status: "usable",
    version: "2",
    guid: "urn:tarn:harbour",
    date: "2026-05-08T06:00:00Z",
    editorNote: "With pictures.",
    usageTerms: "Not for resale",
    copyright: "© Tarn Wire",
    source: "Tarn Wire",
    language: "en-GB",
    tags: ["harbour"],
    subjects: ["ports"],
    places: ["Velsk Bay"],
    people: ["Ann Roe"],
  });
});

test("ninjs 3 says it in camel case and by roles", async () => {
  expect(await copyOf("a.json", json(THREE))).toMatchObject({
    body: BODY,
    title: "Harbour closes after storm",
    subheadline: "Ships wait outside",
    byline: "Ann Field",
    editorNote: "With pictures.",
    date: "2026-05-08T06:00:00Z",
    places: ["Velsk Bay"],
  });
});

test.each([
  ["as plain text", { ...ONE, body_xhtml: undefined, body_text: BODY }],
  ["without paragraphs", { ...ONE, body_xhtml: undefined, body_text: `${LEDE}\n   ${SAID}` }],
  ["under another name", json(ONE)],
])("%s, it is the same story", async (_, value) => {
  const text = typeof value === "string" ? value : json(value);
  expect((await copyOf("a.txt", text)).body).toBe(BODY);
});

test.each([
  ["an array", json([ONE, { ...ONE, uri: "urn:tarn:ferry" }])],
  ["one a line", `${json(ONE)}\n${json({ ...ONE, uri: "urn:tarn:ferry" })}\n`],
  ["an answer of an archive", json({ total: 2, items: [ONE, { ...ONE, uri: "urn:tarn:ferry" }] })],
])("%s holds several stories", async (_, text) => {
  expect([...(await storiesOf("a.json", text)).keys()]).toEqual([
    "urn:tarn:harbour",
    "urn:tarn:ferry",
  ]);
});

test("a cancelled item needs no text", async () => {
  const text = json({
    uri: "urn:tarn:harbour",
    versioncreated: "2026-05-08T07:00:00Z",
    pubstatus: "canceled",
  });
  expect(await copyOf("a.json", text)).toMatchObject({ body: "", status: "canceled" });
});

test.each([
  ["a picture", json({ ...ONE, type: "picture" }), /no text of its own/u],
  ["settings", json({ name: "copydesk", version: "1" }), /no story in IPTC/u],
  ["cut off", json(ONE).slice(0, 300), /cut off/u],
  ["a number", "42", /JSON/u],
  ["nested too deep", `{"uri":${"[".repeat(200_000)}`, /JSON/u],
])("%s is quarantined", async (_, text, reason) => {
  expect(await reasonOf(readText("a.json", text))).toMatch(reason);
});

test("plain text that begins with a bracket is plain text", async () => {
  expect((await copyOf("a.txt", `[Harbour News] The harbour closed.\n\n${SAID}`)).format).toBe(
    "text",
  );
});

test.each([
  ["a.txt", json(ONE).slice(0, 300)],
  ["a", json([ONE]).slice(0, 300)],
])("ninjs that was cut off is never plain text: %s", async (path, text) => {
  expect(await reasonOf(readText(path, text))).toMatch(/cut off/u);
});

test.each([
  [{ uri: "https://tarn.example/harbour" }, "https://tarn.example/harbour"],
  [{ altids: [{ role: "web", value: "https://tarn.example/a" }] }, "https://tarn.example/a"],
  [{ altids: [{ role: "internal", value: "a0f2" }] }, null],
  [{ uri: "javascript:alert(1)" }, null],
])("of the identifiers %j, the address is %s", async (stated, address) => {
  expect((await copyOf("a.json", json({ ...ONE, ...stated }))).sourceUrl).toBe(address);
});

const LONG =
  "The harbour of Osterhald closed on Friday after a storm, officials said, and ferries stayed in port.";
const noticed = (notice: string, stated: object) =>
  copyOf(
    "a.json",
    json({
      uri: "urn:tarn:harbour",
      headline: "Harbour closes",
      ...stated,
      body_xhtml: `<p>${notice}</p><p>${LONG}</p><p>${LONG}</p>`,
    }),
  );

test.each([
  ["This story has been withdrawn.", "usable", "This story has been withdrawn."],
  ["(Corrects the toll in paragraph 2)", "usable", "(Corrects the toll in paragraph 2)"],
  ["This story has been withdrawn.", undefined, "This story has been withdrawn."],
  ["The ferries have been withdrawn.", "usable", "usable"], // this is news
  ["(Corrects the toll in paragraph 2)", "canceled", "canceled"],
  ["(Corrects the toll in paragraph 2)", "embargoed", "embargoed"],
])("the notice %s beside the status %s says %s", async (notice, pubstatus, status) => {
  expect((await noticed(notice, { pubstatus })).status).toBe(status);
});

test("a notice that the status outweighs stays as a note", async () => {
  const { editorNote } = await noticed("(Corrects the toll in paragraph 2)", {
    pubstatus: "embargoed",
    ednote: "With pictures.",
  });
  expect(editorNote).toBe("With pictures.\n(Corrects the toll in paragraph 2)");
});

test("a note above the story stands beside the one of the item", async () => {
  const { editorNote } = await noticed("EDS: Please disregard this story.", {
    ednote: "With pictures.",
  });
  expect(editorNote).toBe("With pictures.\nPlease disregard this story.");
});

const UNTIL = "EMBARGOED UNTIL 0001 GMT, May 9, 2026";
const TAKEN_IN = Date.parse("2026-05-08T04:00:00Z");

test.each([
  [UNTIL, undefined, "2026-05-09T00:01:00.000Z"],
  [UNTIL, "2026-05-08T05:00:00Z", "2026-05-09T00:01:00.000Z"],
  [UNTIL, "2026-05-10T05:00:00Z", "2026-05-10T05:00:00.000Z"],
  [
    "Not for publication before 0001 GMT, May 9, 2026",
    "2026-05-08T05:00:00Z",
    "2026-05-09T00:01:00.000Z",
  ],
  [
    "The ferries stay in port until 0001 GMT, May 9, 2026.",
    "2026-05-08T05:00:00Z",
    "2026-05-08T05:00:00.000Z",
  ],
])("%s above a story that states %s: the later holds", async (notice, embargoed, until) => {
  const read = readRelease(await noticed(notice, { embargoed }), TAKEN_IN);
  expect(read?.kind === "until" ? new Date(read.instant).toISOString() : read).toBe(until);
});
