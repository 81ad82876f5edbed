import { expect, test } from "vitest";
import { copyOf, readBytes, reasonOf } from "./helpers.ts";

const latin = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

const HEAD = "\x01hne062 3 POL 211   hna 061\r\n\nNorway/harbour/\r\n";
const TAIL = "\r\n\x03091015 GMT May 25 \r\n\x7f\n\x7f\x04";
const STORY =
  "   Oslo (hna) - The harbour of Oslo closed on Friday after the worst\r\nstorm in forty years, a port official said.\r\n\n" +
  '   "It had to," said Ann Field, who has led the port for more than a\r\ndecade. "There was no other way to keep the ships safe."\r\n';

const message = (opening: string, story = STORY): Uint8Array =>
  latin(`${HEAD}\x02${opening}${story}${TAIL}`);

const BODY =
  'Oslo (hna) - The harbour of Oslo closed on Friday after the worst storm in forty years, a port official said.\n\n"It had to," said Ann Field, who has led the port for more than a decade. "There was no other way to keep the ships safe."';

test("head, headline, story and time", async () => {
  expect(await copyOf("a.txt", message("Harbour of Oslo closes =\r\n\n"))).toMatchObject({
    format: "iptc7901",
    title: "Harbour of Oslo closes",
    slug: "Norway/harbour",
    urgency: "3",
    section: "Politics",
    source: "hna",
    date: "2025-05-09T10:15:00Z",
    body: BODY,
  });
});

test("the lines of the headline's block are told apart", async () => {
  const opening =
    "REFILE\n2ND LEAD\nHarbour of Oslo closes after\nthe worst storm\nBy hna correspondents =\r\n\n";
  expect(await copyOf("a", message(opening))).toMatchObject({
    title: "Harbour of Oslo closes after the worst storm",
    status: "REFILE",
    version: "2ND LEAD",
    byline: "hna correspondents",
    body: BODY,
  });
});

test("a headline with an equals sign nowhere is found as in plain text", async () => {
  expect(await copyOf("a", message("Harbour of Oslo closes\r\n\n"))).toMatchObject({
    title: "Harbour of Oslo closes",
    body: BODY,
  });
});

test("what stands behind the story is for the desk", async () => {
  const notebook =
    "\r\n# Notebook\r\n\n## Note to editors\r\n- adds quotes in grafs 2-3\r\n\n## Internet links\r\n- [Port](http://port.example)\r\n\n* * * *\r\nThe following information is not for publication\r\n\nTel: 1234\r\n";
  expect(await copyOf("a", message("Harbour closes =\r\n\n", STORY + notebook))).toMatchObject({
    body: BODY,
    editorNote: "adds quotes in grafs 2-3",
  });
});

test.each([
  ["242200 MESZ Jun 17", "2017-06-24T22:00:00+02:00"],
  ["242200 GMT Jun 1999", "1999-06-24T22:00:00Z"],
  ["242200 XYZ Jun 17", null], // a zone that nobody here knows
  ["992200 GMT Jun 17", null],
])("the time %j is %j", async (tail, date) => {
  const bytes = latin(`${HEAD}\x02Harbour closes =\r\n\n${STORY}\x03${tail}\r\n\x04`);
  expect((await copyOf("a", bytes)).date).toBe(date);
});

test("letters beyond ASCII are read", async () => {
  const bytes = message("Hafen von Troms\xf8 geschlossen =\r\n\n");
  expect((await copyOf("a", bytes)).title).toBe("Hafen von Tromsø geschlossen");
});

test.each([
  [`${HEAD}\x02Harbour closes =\r\n\nOslo (hna) - The`, /cut off/u],
  [`${HEAD}\x02Harbour closes =\r\n${TAIL}`, /no story/u],
  [HEAD, /cut off/u],
])("%j is quarantined", async (text, reason) =>
  expect(await reasonOf(readBytes("a", latin(text)))).toMatch(reason));
