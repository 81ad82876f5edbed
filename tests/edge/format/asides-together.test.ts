import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import type { Aside } from "#core/article/copy.ts";
import { docxOf, wordParagraph } from "./fixture/office.ts";
import { type Packed, zipOf } from "./fixture/zip.ts";
import { copyOf, copyOfStory, storiesOf } from "./helpers.ts";

const HEAD = "Ferry stops in June";
const LEDE = "PORT ELLIS, May 8 (Port News) – The ferry stops in June, the council said on Monday.";
const MORE =
  "“It costs too much,” the mayor, Ada Quill, told the council, and said that a bus would go along the coast road from the day on which the ferry stops, at the same hours and at the same price.";
const STORY = `${HEAD}\n\n${LEDE}\n\n${MORE}`;
const NOTICE = "Nothing of this before Monday at six";

const aside = (place: string, text: string, field: string | null = null): Aside => ({
  place,
  field,
  text,
});

interface Attached {
  readonly name: string;
  readonly content: string | Uint8Array;
  readonly type?: string;
}

const mail = (
  text: string,
  attached: readonly Attached[] = [],
  header = "",
  subject = HEAD,
): string => {
  const parts = attached.map(
    ({ name, content, type = "application/octet-stream" }) =>
      `--b\nContent-Type: ${type}\nContent-Disposition: attachment; filename="${name}"\nContent-Transfer-Encoding: base64\n\n${Buffer.from(content).toString("base64")}\n`,
  );
  return `From: Port News <desk@port.example>\nReceived: from a by b; hold\nSubject: ${subject}\nMessage-ID: <1@port.example>\nMIME-Version: 1.0\n${header}Content-Type: multipart/mixed; boundary="b"\n\n--b\nContent-Type: text/plain; charset=utf-8\n\n${text}\n${parts.join("")}--b--\n`;
};
const doc = docxOf(wordParagraph(HEAD, "Title") + wordParagraph(LEDE) + wordParagraph(MORE), [
  { name: "word/comments.xml", content: "<c/>" },
  { name: "word/footnotes.xml", content: "<f/>" },
]);
const attachment = { name: "story.docx", content: doc };

test.each<[string, string, string, Aside]>([
  [
    "the subject",
    mail("See the attached story.", [attachment], "", NOTICE),
    "story.docx",
    aside("the subject of the mail", NOTICE),
  ],
  [
    "a header",
    mail("See the attached story.", [attachment], "X-Embargo: Monday\n"),
    "story.docx",
    aside("the header of the mail", "Monday", "x-embargo"),
  ],
  [
    "a header of another name",
    mail("See the attached story.", [attachment], `X-Desk-Remark: ${NOTICE}\n`),
    "story.docx",
    aside("the header of the mail", NOTICE, "x-desk-remark"),
  ],
  [
    "an encoded header",
    mail(
      "See the attached story.",
      [attachment],
      "X-Desk: =?utf-8?Q?Nicht_vor_dem_9=2E_M=C3=A4rz?=\n",
    ),
    "story.docx",
    aside("the header of the mail", "Nicht vor dem 9. März", "x-desk"),
  ],
  [
    "the comments",
    mail("See the attached story.", [attachment], `Comments: ${NOTICE}\n`),
    "story.docx",
    aside("the header of the mail", NOTICE, "comments"),
  ],
  [
    "the covering text",
    mail(`Our story is attached.\n${NOTICE}`, [attachment]),
    "story.docx",
    aside("the text of the mail", `Our story is attached.\n${NOTICE}`),
  ],
  [
    "the text of a story that has attachments",
    mail(`${LEDE}\n\n${MORE}`, [attachment]),
    "story.docx",
    aside("the text of the mail", `${LEDE}\n${MORE}`),
  ],
  [
    "the name of another attachment",
    mail("See the attached story.", [
      attachment,
      { name: "HOLD until Monday.png", type: "image/png", content: "x" },
    ]),
    "story.docx",
    aside("the name of an attachment", "story.docx\nHOLD until Monday.png"),
  ],
  [
    "a note beside it",
    mail("See the attached story.", [
      attachment,
      { name: "readme.txt", content: NOTICE, type: "text/plain" },
    ]),
    "story.docx",
    aside("another file in the archive", NOTICE),
  ],
  [
    "the mail around a forwarded one",
    mail(
      "See the attached mail.",
      [{ name: "a.eml", type: "message/rfc822", content: mail(STORY) }],
      `Comments: ${NOTICE}\n`,
    ),
    "a.eml",
    aside("the header of the mail", NOTICE, "comments"),
  ],
  [
    "a header of its own story",
    mail(STORY, [], `Comments: ${NOTICE}\n`),
    "",
    aside("the header of the mail", NOTICE, "comments"),
  ],
  [
    "its subject, above a headline of its own",
    mail(STORY, [], "", NOTICE),
    "",
    aside("the subject of the mail", NOTICE),
  ],
  [
    "what stands below its signature",
    mail(`${STORY}\n\n-- \n${NOTICE}`),
    "",
    aside("below the story", NOTICE),
  ],
  [
    "what it quotes",
    mail(
      `${STORY}\n\nOn Fri, May 8, 2026 at 9:12 AM Lena Voss <l@port.example> wrote:\n> ${NOTICE}`,
    ),
    "",
    aside(
      "below the story",
      `On Fri, May 8, 2026 at 9:12 AM Lena Voss <l@port.example> wrote:\n> ${NOTICE}`,
    ),
  ],
])("of a mail %s is carried", async (_, text, part, expected) => {
  const story = (await storiesOf("a.eml", text)).get(part);
  if (story === undefined) throw new TypeError("no such part");
  const { asides, body } = copyOfStory(story);
  expect(asides).toContainEqual(expected);
  expect(body).toContain(LEDE);
  expect(body).not.toContain(NOTICE);
});

test("how a mail came is not carried, and no text twice", async () => {
  expect((await copyOf("a.eml", mail(`${LEDE}\n\n${MORE}`))).asides).toEqual([]);
});

test("the page of a mail is carried where it says more than its text", async () => {
  const html = `<p>${LEDE}</p><p>${MORE}</p><p>${NOTICE}</p>`;
  const text = `From: a@port.example\nSubject: ${HEAD}\nMessage-ID: <1@p.example>\nMIME-Version: 1.0\nContent-Type: multipart/alternative; boundary="b"\n\n--b\nContent-Type: text/plain; charset=utf-8\n\n${LEDE}\n\n${MORE}\n--b\nContent-Type: text/html; charset=utf-8\n\n${html}\n--b--\n`;
  const { asides, body } = await copyOf("a.eml", text);
  expect(body).toBe(`${LEDE}\n\n${MORE}`);
  expect(asides).toContainEqual(aside("below the story", NOTICE));
});

const file = (name: string, content: string | Uint8Array = STORY): Packed => ({ name, content });

test.each<[string, readonly Packed[], Aside]>([
  [
    "a note beside it",
    [file("a.txt"), file("readme.txt", NOTICE)],
    aside("another file in the archive", NOTICE),
  ],
  [
    "a short word without a telling name",
    [file("a.txt"), file("b.txt", NOTICE)],
    aside("another file in the archive", NOTICE),
  ],
  [
    "a long note by its name",
    [file("a.txt"), file("00_NOTES.txt", `${NOTICE}\n\n${LEDE}\n\n${MORE}`)],
    aside("another file in the archive", `${NOTICE}\n${LEDE}\n${MORE}`),
  ],
  [
    "a file that is no story",
    [file("a.txt"), file("b.xml", `<release><at>${NOTICE}</at></release>`)],
    aside("another file in the archive", `<release><at>${NOTICE}</at></release>`),
  ],
  [
    "a folder's name",
    [file("embargo-tuesday/a.txt")],
    aside("a name in the archive", "embargo tuesday"),
  ],
  [
    "another file's name",
    [file("a.txt"), file("b/HOLD_until_monday.pdf", "%PDF-1.4")],
    aside("a name in the archive", "HOLD until monday"),
  ],
])("of an archive %s is carried", async (_, files, expected) => {
  const stories = await storiesOf("a.zip", zipOf(files));
  const [story] = [...stories].filter(([part]) => part.endsWith("a.txt")).map(([, one]) => one);
  if (story === undefined) throw new TypeError("no story");
  const { asides, body } = copyOfStory(story);
  expect(asides).toContainEqual(expected);
  expect(body).toBe(`${LEDE}\n\n${MORE}`);
});

test("a story says nothing of the others in its archive, and a note nothing of itself", async () => {
  const stories = await storiesOf(
    "a.zip",
    zipOf([file("ferry.txt"), file("bus.txt", `Bus goes\n\n${MORE} ${LEDE}`)]),
  );
  for (const story of stories.values()) expect(copyOfStory(story).asides).toEqual([]);
  const noted = await storiesOf(
    "b.zip",
    zipOf([file("ferry.txt"), file("readme.txt", `${NOTICE}.`)]),
  );
  const note = noted.get("readme.txt");
  expect(note === undefined ? null : copyOfStory(note).asides).toEqual([]);
});

test("however many notes an archive holds, all are carried, in time that grows with them", async () => {
  const notes = Array.from({ length: 1500 }, (_, at) =>
    file(`${at}.txt`, `Word ${at} to the desk.`),
  );
  const began = process.cpuUsage();
  const stories = await storiesOf("a.zip", zipOf([file("ferry.txt"), ...notes]));
  expect(process.cpuUsage(began).user).toBeLessThan(4_000_000);
  const ferry = stories.get("ferry.txt");
  const told =
    ferry === undefined
      ? ""
      : copyOfStory(ferry)
          .asides.map(({ text }) => text)
          .join("\n");
  expect(told).toContain("Word 0 to the desk.");
  expect(told).toContain("Word 1499 to the desk.");
});

test("the comment of an archive is carried", async () => {
  const zip = Buffer.from(zipOf([file("ferry.txt")]));
  zip.writeUInt16LE(NOTICE.length, zip.length - 2);
  const stories = await storiesOf("a.zip", Buffer.concat([zip, Buffer.from(NOTICE)]));
  const [story] = [...stories.values()].map(copyOfStory);
  expect(story?.asides).toContainEqual(aside("the comment of the archive", NOTICE));
});

test("the name that a file had before it was packed is carried", async () => {
  const packed = gzipSync(STORY);
  const name = Buffer.from("HOLD.txt\0");
  packed[3] = 8;
  const bytes = Buffer.concat([packed.subarray(0, 10), name, packed.subarray(10)]);
  expect((await copyOf("ferry.txt.gz", bytes)).asides).toContainEqual(
    aside("a name in the archive", "HOLD"),
  );
});
