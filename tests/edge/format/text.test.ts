import { expect, test } from "vitest";
import { plainCopy } from "#edge/format/plain.ts";
import { copyOf, readText, reasonOf } from "./helpers.ts";

const STORY = "OSLO, May 7 (Harbour News) – The harbour closed on Wednesday.";

test("headline, dateline and paragraphs", async () => {
  const copy = await copyOf(
    "a.txt",
    `Harbour closes after storm\n\n${STORY}\n\n\n“It had to,” Ann Field said.\n`,
  );
  expect(copy).toMatchObject({
    format: "text",
    title: "Harbour closes after storm",
    body: `${STORY}\n\n“It had to,” Ann Field said.`,
    byline: null,
    date: null,
    section: null,
    tags: [],
    slug: null,
    urgency: null,
    embargo: null,
    sourceUrl: null,
    source: null,
  });
});

test.each([
  [`Harbour closes\n${STORY}`, "Harbour closes"], // straight on its dateline
  [
    `Harbour closes after the worst storm\nin forty years, port says\n\n${STORY}`,
    "Harbour closes after the worst storm in forty years, port says",
  ],
  [`Who closed the harbour?\n\n${STORY}`, "Who closed the harbour?"],
  [
    `CORRECTION: Harbour closes after storm\n\nBy Ann Field\n\n(Corrects the day)\n\n${STORY}`,
    "CORRECTION: Harbour closes after storm",
  ],
  ["“It had to”: harbour closes\n\nThe port said so on Wednesday.", "“It had to”: harbour closes"],
  ["The harbour closed on Wednesday.\n\nThe port said so.", null], // a sentence is no headline
  [STORY, null],
  ["Harbour closes", null], // nothing behind it: it may be the story itself
  ["The port said on Wednesday:\n\nThe harbour is closed.", null],
  ["- one\n\n- two", null],
])("the headline of %j is %j", async (text, title) =>
  expect((await copyOf("a.txt", text)).title).toBe(title));

test.each([
  ["internal: yes", { internal: "yes" }],
  ["Usage terms: subscribers only", { usageTerms: "subscribers only" }],
  ["Subscribers only", { usageTerms: "Subscribers only" }],
  ["*** INTERNAL ***", { internal: "*** INTERNAL ***" }],
  ["Section: sport\nSlug: CUP-DRAW", { section: "sport", slug: "CUP-DRAW" }],
  ["Sección: internacional\nPor Lucía Benavente", { byline: "Lucía Benavente" }],
  ["Rubrik: Politik\nVon Anna Berg und Jan Moos", { byline: "Anna Berg und Jan Moos" }],
  ["Embargo: 2999-01-01T00:00Z", { embargo: "Embargo: 2999-01-01T00:00Z" }],
  ["EDS: With pictures.", { editorNote: "With pictures." }],
  ["Urgency: 2", { urgency: "2" }],
])("straight below a headline “%s” is the desk's, and no part of it", async (lines, fields) => {
  const copy = await copyOf("a.txt", `Harbour closes after storm\n${lines}\n\n${STORY}`);
  expect(copy).toMatchObject({ title: "Harbour closes after storm", body: STORY, ...fields });
});

test.each([
  "internal: what the board knew",
  "and Von Miller leaves",
  "par Three Golf",
])("near miss: “%s” below a line is the rest of the headline", async (line) => {
  const copy = await copyOf("a.txt", `Harbour closes after storm\n${line}\n\n${STORY}`);
  expect(copy.title).toBe(`Harbour closes after storm ${line}`);
});

test("lines above the story are fields, before and behind the headline", async () => {
  const copy = await copyOf(
    "a.txt",
    `NORWAY-HARBOUR/CLOSED\nURGENT\nEMBARGOED UNTIL 0001 GMT, May 9\n\nHarbour closes\nBy ANN FIELD and Bo Miller, Harbour News\nEds: With pictures.\nKeywords: harbour, storm\nSource: Harbour News\n\n${STORY}`,
  );
  expect(copy).toMatchObject({
    title: "Harbour closes",
    body: STORY,
    byline: "ANN FIELD and Bo Miller, Harbour News",
    slug: "NORWAY-HARBOUR/CLOSED",
    urgency: "URGENT",
    embargo: "EMBARGOED UNTIL 0001 GMT, May 9",
    tags: ["harbour", "storm"],
    source: "Harbour News",
  });
});

test("an embargo may take two lines", async () => {
  const copy = await copyOf(
    "a.txt",
    `EMBARGOED UNTIL:\n00.01 GMT, 9 May 2025\n\nHarbour closes\n\n${STORY}`,
  );
  expect(copy).toMatchObject({
    embargo: "EMBARGOED UNTIL: 00.01 GMT, 9 May 2025",
    title: "Harbour closes",
    body: STORY,
    date: null,
  });
});

test.each([
  "U-turn",
  "Low",
  "By Wednesday the harbour had closed.",
  "By law the harbour must close",
  "By Monday",
  "The source: a pipe under the harbour.",
])("%j stays in the story", async (line) => {
  const copy = await copyOf("a.txt", `Harbour closes\n\n${line}\n\n${STORY}`);
  expect(copy.body).toContain(line);
  expect(copy.byline).toBeNull();
});

test.each([
  "Ends",
  "(ENDS)",
  "###",
  "# # #",
  "-30-",
  "- 30 -",
  "-0-",
  "NNNN",
])("what stands behind the end mark %j is no story", async (mark) => {
  const { body } = await copyOf(
    "a.txt",
    `Harbour closes\n\n${STORY}\n\n${mark}\n\nContact: Bo Miller`,
  );
  expect(body).toBe(STORY);
});

test("an end mark near the top parts sections", async () => {
  const { body } = await copyOf(
    "a.txt",
    `Harbour closes\n\nShort.\n\n###\n\n${STORY}\n\nIt opened again.`,
  );
  expect(body).toBe(`Short.\n\n${STORY}\n\nIt opened again.`);
});

test.each([
  "MORE",
  "(more)",
  "-more-",
  "Page 2 of 3",
  "- 2 -",
  "2-2-2",
  "* * *",
  "-----",
])("the line %j is left out", async (line) => {
  const { body } = await copyOf(
    "a.txt",
    `Harbour closes\n\n${STORY}\n\n${line}\n\nIt opened again.`,
  );
  expect(body).toBe(`${STORY}\n\nIt opened again.`);
});

test("the note to editors behind the story is no story", async () => {
  const note = "The following information is not for publication\n\nCall the desk.";
  expect((await copyOf("a.txt", `Harbour closes\n\n${STORY}\n\n* * * *\n${note}`)).body).toBe(
    STORY,
  );
});

const WRAPPED = `OSLO, May 7 (Harbour News) – The harbour closed on Wednesday after the
worst storm in forty years, the port authority said, and the north-
eastern pier is not expected to open again before the summer.`;
const JOINED =
  "OSLO, May 7 (Harbour News) – The harbour closed on Wednesday after the worst storm in forty years, the port authority said, and the north-eastern pier is not expected to open again before the summer.";

test("hard-wrapped lines are joined", async () => {
  const { body } = await copyOf("a.txt", `Harbour closes\n\n${WRAPPED}\n\n${WRAPPED}`);
  expect(body).toBe(`${JOINED}\n\n${JOINED}`);
});

test("an indent begins a paragraph of wrapped lines", async () => {
  const { body } = await copyOf("a.txt", `   ${WRAPPED}\n   ${WRAPPED}`);
  expect(body).toBe(`${JOINED}\n\n${JOINED}`);
});

test("list items stay on lines of their own", async () => {
  const { body } = await copyOf(
    "a.txt",
    `Harbour closes\n\n${WRAPPED}\n\n- the northern pier\n- the southern pier\n`,
  );
  expect(body).toBe(`${JOINED}\n\n- the northern pier\n- the southern pier`);
});

test("verse and addresses stay as they are", async () => {
  const verse = "The sea is wide\nThe night is long\nThe pier is gone";
  expect((await copyOf("a.txt", `Harbour closes\n\n${STORY}\n\n${verse}`)).body).toBe(
    `${STORY}\n\n${verse}`,
  );
});

test("paragraphs on long lines need no blank line between them", async () => {
  const long =
    "The harbour closed on Wednesday after the worst storm in forty years, and the pier is not expected to open again before the summer, the port authority said.";
  expect((await copyOf("a.txt", `Harbour closes\n\n${long}\n${long}\n`)).body).toBe(
    `${long}\n\n${long}`,
  );
});

test("the words of the body are the file's own", async () => {
  const odd = "“Ça alors”,  said\u00a0Zoë — 3 < 4 & *that* is _it_ [sic] 😀 \u202bשלום\u202c.";
  expect((await copyOf("a.txt", `${odd}\r\n\r\n${odd}`)).body).toBe(`${odd}\n\n${odd}`);
});

test("a file of headers only is named", async () => {
  expect(await reasonOf(readText("a.txt", "By Ann Field\nSlug: HARBOUR\n"))).toMatch(/no story/u);
});

test("a columnist's byline is one", async () => {
  const text =
    "By Ann Field, columnist\n\nThe ferry must stay\n\nThe ferry is the last thing that holds the coast together.";
  expect(await copyOf("a.txt", text)).toMatchObject({
    byline: "Ann Field, columnist",
    title: "The ferry must stay",
  });
});

test("a caption below the headline is no part of it", async () => {
  const text =
    "Court files tell of a hidden camera\n(L-R) Victor Moe, Jonas Reyl, Simon Tarn\n\nThe court in Velsk opened the files of the case on Monday.";
  const copy = await copyOf("a.txt", text);
  expect(copy.title).toBe("Court files tell of a hidden camera");
});

test.each([
  "Please enable scripts to watch this video",
  "The wreck near the old quay in Tarn. (Photo: KTAR)",
  "From IDA MOE, Port Tarn",
])("what a page sets above its story is neither headline nor story: %s", (line) => {
  const copy = plainCopy(`${line}\n\nFerry sinks off Tarn\n\nA ferry sank on Monday.`, null);
  expect([copy.title, ...copy.body.split("\n\n")]).toEqual([
    "Ferry sinks off Tarn",
    "A ferry sank on Monday.",
  ]);
});

test("a line of marks alone is no line of the page: it stays where it stands", () => {
  const text = "’ % ,.\n\nA ferry sank on Monday.";
  expect(plainCopy(text, null)).toMatchObject({ title: null, body: text });
});

test.each([
  "Please enable scripts to watch this video",
  "From IDA MOE, Port Tarn",
])("a notice that stands below it is a notice still: %s", (line) => {
  const notice = "EMBARGOED UNTIL 00.01 GMT ON FRIDAY 9 MAY 2031";
  const copy = plainCopy(
    `${line}\n\n${notice}\n\nFerry sinks off Tarn\n\nA ferry sank on Monday.`,
    null,
  );
  expect([copy.title, copy.embargo]).toEqual(["Ferry sinks off Tarn", notice]);
});
