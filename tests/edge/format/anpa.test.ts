import { expect, test } from "vitest";
import { makeArticle } from "#core/article/make.ts";
import { readAnpaHead } from "#edge/format/anpa.ts";
import { copyOf, readBytes, reasonOf, storiesOf } from "./helpers.ts";

const latin = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

const HEAD = "\x16\x16\x01W1234\x1fworld\r\nu i\x13\x11 BC-NO--HarbourClosed     05-09 0121\r\n";
const TAIL = "\r\n\t   \x03HN-WF-05-09-25 1015GMT<\r\n\x0c\r\n\x04";
const STORY =
  "\t   OSLO, Norway (HN) _ The harbour of Oslo closed Friday. \r\n \r\n\t   ``It had to,'' Ann Field said.<";

const message = (above: string, story = STORY, head = HEAD): Uint8Array =>
  latin(`${head}\x02${above}${story}${TAIL}`);

test("head, lines above the story, story and time", async () => {
  const above =
    "^BC-NO--Harbour Closed, 1st Ld-Writethru,121<\r\n^Harbour closes after storm <\r\n^HN Photo OSL101, OSL102<\r\n" +
    "^Eds: Adds quotes. With HN Photos.<\r\n^By ANN FIELD and BO MILLER=\r\n^Harbour News=\r\n";
  expect(await copyOf("a.tst", message(above))).toMatchObject({
    format: "anpa",
    title: "Harbour closes after storm",
    byline: "ANN FIELD and BO MILLER",
    slug: "BC-NO--Harbour Closed, 1st Ld-Writethru",
    urgency: "urgent",
    section: "International",
    source: "Harbour News",
    date: "2025-05-09T10:15:00Z",
    editorNote: "HN Photo OSL101, OSL102\nEds: Adds quotes. With HN Photos.",
    body: "OSLO, Norway (HN) — The harbour of Oslo closed Friday.\n\n“It had to,” Ann Field said.",
  });
});

test("without lines above the story the head names it, and no headline is made up", async () => {
  const copy = await copyOf("a", message(""));
  expect(copy).toMatchObject({ title: null, slug: "BC-NO--HarbourClosed", source: "HN" });
});

test("a second line is the headline below it; an embargo and a kill are kept", async () => {
  const above =
    "^BC-NO--Harbour,12<\r\n^KILL<\r\n^Harbour closes<\r\n^Port gives no date; ships wait<\r\n^EMBARGOED UNTIL 0001 GMT, May 9<\r\n";
  const copy = await copyOf("a", message(above));
  expect(copy).toMatchObject({
    title: "Harbour closes",
    subheadline: "Port gives no date; ships wait",
    status: "KILL",
    embargo: "EMBARGOED UNTIL 0001 GMT, May 9",
  });
  const meta = { id: "x", revision: 1, path: "a", contentHash: "", takenIn: Date.UTC(2025, 4, 8) };
  expect(makeArticle(copy, meta)).toMatchObject({ status: "killed", embargo: { kind: "until" } });
});

test("rows of a table stay rows, with their fractions and dashes", async () => {
  const head = HEAD.replace("\x13\x11", "\x14\x12");
  const rows =
    "^BC-FBN--Glance<\r\n^League Standings=\r\n^By Harbour News=\r\n^NORTHERN LEAGUE=\r\n" +
    "\x08^;W;L;GB\x10 \r\n\x08Oslo\x10 Gulls;9;1;_\x10 \r\n\x08Bergen;5;5;3{\x10 \r\n\t   ___=\r\n^Friday's Games=\r\n\t   Oslo 3, Bergen 1<";
  expect(await copyOf("a", message(rows, "", head))).toMatchObject({
    title: "League Standings",
    body: "NORTHERN LEAGUE\n\n| W | L | GB\nOslo Gulls | 9 | 1 | —\nBergen | 5 | 5 | 3½\n\nFriday's Games\n\nOslo 3, Bergen 1",
  });
});

test.each([
  ["u i\x13\x11 BC-Harbour 05-09 0012", "urgent"],
  ["f i\x13\x11 BC-Harbour 05-09 0012", "flash"],
  ["f l\x13\x11 BC-Harbour 05-09 1049", null], // a long "flash" is a feature
  ["q s\x13\x11 BC-Harbour 05-09 0012", null],
])("the priority of %j is %j", (line, urgency) =>
  expect(readAnpaHead(`W1234\x1fworld\n${line}\n`)?.urgency).toBe(urgency));

test.each([
  "eca0003 3 i 380  dpa 0045\n\nHarbour/\n",
  "W1234\x1fworld\n",
  "",
])("%j is no head of ANPA 1312", (head) => expect(readAnpaHead(head)).toBeNull());

test("several messages are several stories, and one that was cut off is accounted for", async () => {
  const whole = message("^Harbour closes<\r\n");
  const cut = latin(`${HEAD.replace("W1234", "W1235")}\x02^Harbour opens<\r\n\t   OSLO (HN) _ The`);
  const stories = await storiesOf("a", Uint8Array.from([...whole, ...cut]));
  expect(stories.get("W1234")).toMatchObject({ ok: true, copy: { title: "Harbour closes" } });
  expect(stories.get("W1235")).toMatchObject({
    ok: false,
    reason: expect.stringMatching(/cut off/u),
  });
});

test("a message without its end mark is not taken in", async () => {
  expect(await reasonOf(readBytes("a", latin(`${HEAD}\x02${STORY}`)))).toMatch(/cut off/u);
});

const CARETS = `s0311-----
r s BC-TRN--WeekGlance     08-18
^BC-TRN--Week Glance<
^Week Glance=
^All Times Local=
^By The Tarn Press=
^COAST LEAGUE=
\t   ___=
\t   Tarn 6, Velsk 5
\t   Reyl 4, Moor 3, 10 innings

TP-WF-08-18-26 1109EDT
`;

test("a message that lost its control characters is read by its carets", async () => {
  const copy = await copyOf("a.tst", CARETS);
  expect(copy).toMatchObject({
    ...{ format: "anpa", title: "Week Glance", slug: "BC-TRN--Week Glance" },
    ...{ byline: "The Tarn Press", source: "TP", date: "2026-08-18T11:09:00-04:00" },
  });
  expect(copy.body).toBe("COAST LEAGUE\n\nTarn 6, Velsk 5\n\nReyl 4, Moor 3, 10 innings");
});

test("a text with one caret is plain text", async () => {
  const copy = await copyOf(
    "a.txt",
    "Ferry stops\n\n^ marks the spot <\n\nThe ferry stops in June.",
  );
  expect(copy.format).toBe("text");
});
