import { expect, test } from "vitest";
import { makeArticle } from "#core/article/make.ts";
import { docxOf, wordParagraph } from "./fixture/office.ts";
import { zipOf } from "./fixture/zip.ts";
import { copyOf, readText, reasonOf, storiesOf } from "./helpers.ts";

const HEAD = `Message-ID: <7f3a@mail.portnews.example>
Date: Fri, 8 May 2026 09:12:00 +0200
From: "Port News Desk" <desk@portnews.example>
To: copy@newsroom.example
MIME-Version: 1.0`;
const LEDE = "PORT ELLIS, May 8 (Port News) - The ferry stops in June, the council said on Monday.";
const SECOND = "“It costs too much,” the mayor, Ada Quill, told the council.";

/** A mail of one text; `header` goes below the fields that every mail here has. */
function mailOf(
  subject: string,
  text: string,
  header = "Content-Type: text/plain; charset=utf-8",
): string {
  return `${HEAD}\nSubject: ${subject}\n${header}\n\n${text}\n`;
}

interface Part {
  readonly type: string;
  readonly name?: string;
  readonly content: string | Uint8Array;
}

function partsOf(subject: string, parts: readonly Part[], kind = "mixed"): string {
  const body = parts.map(({ type, name, content }) => {
    const disposition =
      name === undefined ? "" : `\nContent-Disposition: attachment; filename="${name}"`;
    const packed = Buffer.from(content).toString("base64").replace(/.{76}/gu, "$&\n");
    return `--=_b\nContent-Type: ${type}${disposition}\nContent-Transfer-Encoding: base64\n\n${packed}\n`;
  });
  return mailOf(
    subject,
    `${body.join("")}--=_b--`,
    `Content-Type: multipart/${kind}; boundary="=_b"`,
  );
}

test("a mail is a story under its subject", async () => {
  expect(await copyOf("a.eml", mailOf("Ferry stops", `${LEDE}\n\n${SECOND}`))).toMatchObject({
    format: "eml",
    title: "Ferry stops",
    body: `${LEDE}\n\n${SECOND}`,
    date: "2026-05-08T07:12:00.000Z",
    guid: "7f3a@mail.portnews.example",
    source: "Port News Desk",
    byline: null,
  });
});

test("a mail is known by its header, whatever its name", async () => {
  expect((await copyOf("a.txt", mailOf("Ferry stops", LEDE))).format).toBe("eml");
});

test.each([
  ["a blank line", "\n \n"],
  ["the line of a mail store", "From desk@portnews.example Fri May  8 09:12:00 2026\n"],
])("%s above the header is no harm", async (_, lead) => {
  expect((await copyOf("a.eml", lead + mailOf("Ferry stops", LEDE))).title).toBe("Ferry stops");
});

test.each([
  ["Headline: Notes on mail\nBy Ada Quill\n\nThe ferry stops in June."],
  ["Subject: Ferry\n\nThe ferry stops in June."],
])("%j is a text with header lines, and no mail", async (text) => {
  expect((await copyOf("a.txt", text)).format).toBe("text");
});

test.each([
  [
    "a headline above a dateline",
    "Port News: ferry",
    `Ferry to stop in June\n\n${LEDE}`,
    "Ferry to stop in June",
  ],
  [
    "a labelled headline",
    "Copy for Monday",
    `Headline: Ferry to stop\n\nIt stops.`,
    "Ferry to stop",
  ],
  [
    "the subject's own words",
    "Press release: ferry stops",
    "Ferry stops\n\nIt stops in June.",
    "Ferry stops",
  ],
  [
    "another first line",
    "Ferry stops",
    "See below for our copy\n\nIt stops in June.",
    "Ferry stops",
  ],
  ["a forward's mark", "Fwd: RE: Ferry stops", LEDE, "Ferry stops"],
])("%s: the headline", async (_, subject, text, title) => {
  expect((await copyOf("a.eml", mailOf(subject, text))).title).toBe(title);
});

test.each([
  ["KILL: Ferry stops", { status: "KILL: Ferry stops" }],
  ["CORRECTION: Ferry stops", { status: "CORRECTION: Ferry stops" }],
  [
    "Embargoed until 0001 GMT May 9: ferry",
    { editorNote: "Embargoed until 0001 GMT May 9: ferry" },
  ],
])("what %j says is kept beside another headline", async (subject, kept) => {
  const text = `Council has news on boats\n\n${LEDE}`;
  expect(await copyOf("a.eml", mailOf(subject, text))).toMatchObject({
    title: "Council has news on boats",
    ...kept,
  });
});

test("a kill in the subject stays in the headline where there is no other", async () => {
  expect((await copyOf("a.eml", mailOf("KILL: Ferry stops", LEDE))).title).toBe(
    "KILL: Ferry stops",
  );
});

test.each([
  ["a greeting", "Dear colleagues,\n\nSTORY", null],
  ["a signature", "STORY\n\n-- \nLena Voss\nPort News, +00 1234", null],
  ["a closing", "STORY\n\nKind regards,\nLena Voss\nPort News", null],
  ["a telephone's line", "STORY\n\nSent from my phone", null],
  [
    "a disclaimer",
    "STORY\n\nThis e-mail and any files with it are confidential and\nintended solely for you.",
    null,
  ],
  ["a quoted mail", "STORY\n\nOn Thu, 7 May 2026, Ada Quill wrote:\n> Where is it?\n> Ada", null],
  [
    "an original mail",
    "STORY\n\n-----Original Message-----\nFrom: Ada Quill\nSubject: Where\n\nWhere is it?",
    null,
  ],
  ["a dash", `STORY\n\nHe wrote:\n\n“No.”`, "He wrote:\n\n“No.”"],
  [
    "thanks inside a story",
    `STORY\n\nThanks\n\n${SECOND.repeat(3)}`,
    `Thanks\n\n${SECOND.repeat(3)}`,
  ],
])("a story with %s", async (_, text, kept) => {
  const { body } = await copyOf("a.eml", mailOf("Ferry stops", text.replace("STORY", LEDE)));
  expect(body).toBe(kept === null ? LEDE : `${LEDE}\n\n${kept}`);
});

test("a forwarded mail is the story, and what stands above it is from desk to desk", async () => {
  const text = `Please use.\n\n---------- Forwarded message ---------\nFrom: Ada Quill <ada@ellis.example>\nDate: Thu, 7 May 2026 18:00:00 +0000\nSubject: Ferry to stop\nTo: <desk@portnews.example>\n\n${LEDE}`;
  expect(await copyOf("a.eml", mailOf("Fwd: Ferry to stop", text))).toMatchObject({
    title: "Ferry to stop",
    body: LEDE,
    date: "Thu, 7 May 2026 18:00:00 +0000",
    editorNote: "Please use.",
  });
});

test("a story above a forwarded mail is the story", async () => {
  const long = `${LEDE}\n\n${SECOND.repeat(8)}`;
  const text = `${long}\n\n---------- Forwarded message ---------\nFrom: Ada\nSubject: Old\n\nOld text.`;
  expect((await copyOf("a.eml", mailOf("Ferry stops", text))).body).toBe(long);
});

test.each([
  [
    "a text and a page",
    [
      { type: "text/plain", content: LEDE },
      { type: "text/html", content: `<p>${LEDE}</p>` },
    ],
  ],
  ["a page alone", [{ type: "text/html", content: `<style>p{}</style><p>${LEDE}</p>` }]],
  [
    "a text that is none",
    [
      { type: "text/plain", content: "See the page." },
      {
        type: "text/html",
        content: `<p>${LEDE}</p><blockquote type="cite"><p>Old.</p></blockquote>`,
      },
    ],
  ],
])("%s: the story is read once", async (_, parts) => {
  expect((await copyOf("a.eml", partsOf("Ferry stops", parts, "alternative"))).body).toBe(LEDE);
});

test("each attachment is a story, and pictures and appointments are none", async () => {
  const word = docxOf(wordParagraph("Cup goes north", "Title") + wordParagraph("North won."));
  const mail = partsOf("Today", [
    { type: "text/plain", content: "Please find our copy attached." },
    { type: "application/msword", name: "cup.docx", content: word },
    { type: "text/plain", name: "ferry.txt", content: LEDE },
    {
      type: "application/zip",
      name: "week.zip",
      content: zipOf([{ name: "a.txt", content: LEDE }]),
    },
    { type: "image/png", name: "logo.png", content: "\x89PNG\r\n" },
    { type: "text/calendar", name: "day.ics", content: "BEGIN:VCALENDAR" },
    {
      type: "application/msword",
      name: "old.doc",
      content: Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 1),
    },
  ]);
  expect(await storiesOf("a.eml", mail)).toMatchObject(
    new Map([
      ["cup.docx", { ok: true, copy: { format: "docx", title: "Cup goes north" } }],
      ["ferry.txt", { ok: true, copy: { format: "text", body: LEDE } }],
      ["week.zip#a.txt", { ok: true, copy: { body: LEDE } }],
      ["old.doc", { ok: false }],
    ]),
  );
});

test("a story with an attachment is a story beside it", async () => {
  const mail = partsOf("Ferry stops", [
    { type: "text/plain", content: `${LEDE}\n\n${SECOND}` },
    { type: "text/plain", name: "../notes/cup.txt", content: "Cup goes north\n\nNorth won." },
  ]);
  expect([...(await storiesOf("a.eml", mail)).keys()]).toEqual(["", "cup.txt"]);
});

test("a mail in a mail is read as the mail that it is", async () => {
  const inner = mailOf("Ferry stops", LEDE);
  const mail = `${HEAD}\nSubject: FYI\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: message/rfc822\n\n${inner}\n--b--\n`;
  expect(await storiesOf("a.eml", mail)).toMatchObject(
    new Map([["attachment-1.eml", { ok: true, copy: { title: "Ferry stops", body: LEDE } }]]),
  );
});

test("header words in other character sets are read", async () => {
  const subject = "=?windows-1252?Q?F=E4hre_h=E4lt?=";
  expect((await copyOf("a.eml", mailOf(subject, LEDE))).title).toBe("Fähre hält");
});

test.each([
  [
    "a delivery report",
    mailOf(
      "Delivery Status Notification (Failure)",
      "It failed.",
      'Content-Type: multipart/report; boundary="b"',
    ).replace("It failed.", "--b\n\nIt failed.\n--b--"),
    /report on another mail/u,
  ],
  [
    "a mail server's note",
    mailOf("Undeliverable: Ferry", "It failed.").replace("desk@", "postmaster@"),
    /report on another mail/u,
  ],
  [
    "an automatic reply",
    mailOf("Ferry stops", "I am away.", "Auto-Submitted: auto-replied"),
    /automatic reply/u,
  ],
  [
    "an automatic reply's subject",
    mailOf("Out of Office: Ferry", "I am away."),
    /automatic reply/u,
  ],
  ["no text", mailOf("Ferry stops", ""), /no story/u],
  [
    "only a picture",
    partsOf("Ferry", [{ type: "image/png", name: "a.png", content: "\x89PNG" }]),
    /no story/u,
  ],
  ["only a signature", mailOf("Ferry stops", "-- \nLena Voss"), /no story/u],
  [
    "its last part missing",
    partsOf("Ferry stops", [{ type: "text/plain", content: LEDE }]).slice(0, -12),
    /cut off/u,
  ],
])("a mail with %s is quarantined", async (_, mail, reason) => {
  expect(await reasonOf(readText("a.eml", mail))).toMatch(reason);
});

test.each([
  ["an alert service's mail", mailOf("Ferry stops", LEDE, "Auto-Submitted: auto-generated")],
  ["news of an office", mailOf("Out of office buildings, a garden", LEDE)],
])("%s is a story", async (_, mail) => {
  expect((await copyOf("a.eml", mail)).body).toBe(LEDE);
});

test("parts in parts are read only so deep", async () => {
  let body = "text";
  for (let depth = 0; depth < 200; depth += 1)
    body = `Content-Type: multipart/mixed; boundary=b${depth}\n\n--b${depth}\n${body}\n--b${depth}--`;
  expect(await reasonOf(readText("a.eml", `${HEAD}\nSubject: Deep\n${body}`))).toMatch(
    /cannot be read/u,
  );
});

const NOTE = "Hi desk, here's the piece as agreed. Call me: +49 170 555 0100. Sofia";
const COPY = `Ferry stops\n\nBy Ada Reyes\n\n${LEDE}\n\n${SECOND}`;

test.each([
  ["above a headline and a byline", `${NOTE}\n\n${COPY}`],
  ["of two lines", `${NOTE.replace(" Call", "\nCall")}\n\n${COPY}`],
  ["above a dateline", `${NOTE}\n\n${LEDE}\n\n${SECOND}`],
  [
    "within a mail that is forwarded",
    `---------- Forwarded message ---------\nFrom: Sofia <s@wire.example>\nSubject: Ferry stops\n\n${NOTE}\n\n${COPY}`,
  ],
])("a note to the desk, %s, is the desk's and no copy", async (_, text) => {
  const copy = await copyOf("a.eml", mailOf("Ferry stops", text));
  expect(copy).toMatchObject({ title: "Ferry stops", body: `${LEDE}\n\n${SECOND}` });
  expect(copy.editorNote).toContain("+49 170 555 0100");
});

test.each([
  // A letter goes on as a letter.
  "Dear editor, your report on the ferry is wrong.\n\nIt never stopped in June, and no council said so on Monday.",
  // Without a greeting nobody is spoken to.
  `The ferry stops in June. Call the council: +49 170 555 0100.\n\n${LEDE}`,
])("what may be the copy itself stays: %s", async (text) => {
  const { body } = await copyOf("a.eml", mailOf("On the ferry", text));
  expect(body).toContain(text.split("\n\n")[0]);
});

test.each([
  "Hi desk, embargoed until 9 May 2026, 06:00 GMT. Sofia",
  "Hi desk, please hold this. Embargoed until 9 May 2026, 06:00 GMT. Sofia",
  "Hi desk, here's the piece.\nNot for release before 9 May 2026, 06:00 GMT\nSofia",
])("an embargo in a note to the desk holds the copy: %s", async (note) => {
  const copy = await copyOf("a.eml", mailOf("Ferry stops", `${note}\n\n${COPY}`));
  expect(copy.body).not.toContain("9 May");
  const at = Date.parse("2026-05-08T08:00Z");
  const meta = { id: "a1", path: "a.eml", contentHash: "h", takenIn: at, revision: 1 };
  const { embargo } = makeArticle(copy, meta);
  expect(embargo).toMatchObject({ kind: "until", instant: Date.parse("2026-05-09T06:00Z") });
});
