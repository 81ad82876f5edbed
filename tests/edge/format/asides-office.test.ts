import { expect, test } from "vitest";
import { docxOf, odtOf, wordParagraph } from "./fixture/office.ts";
import { column, pdfOf } from "./fixture/pdf.ts";
import type { Packed } from "./fixture/zip.ts";
import { copyOf } from "./helpers.ts";

const HEAD = "Ferry stops in June";
const LEDE = "PORT ELLIS, May 8 (Port News) – The ferry stops in June, the council said on Monday.";
const NOTICE = "Nothing of this before Monday at six";

const W =
  'xmlns:w="urn:w" xmlns:v="urn:v" xmlns:wp="urn:wp" xmlns:a="urn:a" xmlns:wps="urn:wps" xmlns:mc="urn:mc"';
const run = (text: string, properties = ""): string =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
const wordPart = (name: string, root: string, inside: string): Packed => ({
  name: `word/${name}.xml`,
  content: `<w:${root} ${W}><w:p>${inside}</w:p></w:${root}>`,
});
const props = (name: string, inside: string): Packed => ({
  name: `docProps/${name}.xml`,
  content: `<Properties xmlns:vt="urn:vt" xmlns:dc="urn:dc" xmlns:cp="urn:cp">${inside}</Properties>`,
});
const OPENING = wordParagraph(HEAD, "Title") + wordParagraph(LEDE);
const box = `<w:txbxContent><w:p>${run(NOTICE)}</w:p></w:txbxContent>`;
const docx = (more: string, parts: readonly Packed[] = []): Uint8Array => {
  const empty = ["comments", "footnotes"].map((name) => wordPart(name, name, ""));
  const named = new Set(parts.map(({ name }) => name));
  return docxOf(OPENING + more, [...empty.filter(({ name }) => !named.has(name)), ...parts]);
};

test.each<[string, Uint8Array, { place: string; text: string; field?: string }]>([
  [
    "a header",
    docx("", [wordPart("header1", "hdr", run(NOTICE))]),
    { place: "the page header", text: NOTICE },
  ],
  [
    "a header of the first page",
    docx("", [wordPart("header3", "hdr", run(NOTICE))]),
    { place: "the page header", text: NOTICE },
  ],
  [
    "a footer",
    docx("", [wordPart("footer2", "ftr", run(NOTICE))]),
    { place: "the page footer", text: NOTICE },
  ],
  [
    "runs of one line",
    docx("", [wordPart("header1", "hdr", run("Nothing of ") + run("this before Monday at six"))]),
    { place: "the page header", text: NOTICE },
  ],
  [
    "a comment",
    docx("", [wordPart("comments", "comments", run(NOTICE))]),
    { place: "a comment", text: NOTICE },
  ],
  [
    "an endnote",
    docx("", [wordPart("endnotes", "endnotes", run(NOTICE))]),
    { place: "a note", text: NOTICE },
  ],
  [
    "a text box of a drawing",
    docx(
      wordParagraph(
        `<w:r><mc:AlternateContent ${W}><mc:Choice><w:drawing><wps:txbx>${box}</wps:txbx></w:drawing></mc:Choice></mc:AlternateContent></w:r>`,
      ),
    ),
    { place: "a text box", text: NOTICE },
  ],
  [
    "a text box of VML",
    docx(
      wordParagraph(
        `<w:r><w:pict><v:shape ${W}><v:textbox>${box}</v:textbox></v:shape></w:pict></w:r>`,
      ),
    ),
    { place: "a text box", text: NOTICE },
  ],
  [
    "word art",
    docx(
      wordParagraph(
        `<w:r><w:pict><v:shape ${W}><v:textpath string="${NOTICE}"/></v:shape></w:pict></w:r>`,
      ),
    ),
    { place: "a text box", text: NOTICE },
  ],
  [
    "a row",
    docx(
      `<w:tbl><w:tr><w:tc>${wordParagraph("Not before")}</w:tc><w:tc>${wordParagraph("Monday")}</w:tc></w:tr></w:tbl>`,
    ),
    { place: "a table", text: "Not before Monday" },
  ],
  [
    "hidden text",
    docx(wordParagraph(run(NOTICE, "<w:vanish/>"))),
    { place: "hidden text", text: NOTICE },
  ],
  [
    "struck text",
    docx(wordParagraph(run(NOTICE, "<w:strike/>"))),
    { place: "struck-out text", text: NOTICE },
  ],
  [
    "twice struck text",
    docx(wordParagraph(run(NOTICE, "<w:dstrike/>"))),
    { place: "struck-out text", text: NOTICE },
  ],
  [
    "a style that strikes out",
    docx(wordParagraph(run(NOTICE, '<w:rStyle w:val="Gone"/>')), [
      {
        name: "word/styles.xml",
        content: `<w:styles ${W}><w:style w:styleId="Gone"><w:rPr><w:strike/></w:rPr></w:style></w:styles>`,
      },
    ]),
    { place: "struck-out text", text: NOTICE },
  ],
  [
    "a style that hides a paragraph",
    docx(wordParagraph(NOTICE, "Gone"), [
      {
        name: "word/styles.xml",
        content: `<w:styles ${W}><w:style w:styleId="Gone"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>`,
      },
    ]),
    { place: "hidden text", text: NOTICE },
  ],
  [
    "a content control",
    docx(
      `<w:sdt><w:sdtPr><w:alias w:val="${NOTICE}"/></w:sdtPr><w:sdtContent>${wordParagraph("June.")}</w:sdtContent></w:sdt>`,
    ),
    { place: "a content control", text: NOTICE },
  ],
  [
    "a property of Word's",
    docx("", [props("core", `<dc:subject>${NOTICE}</dc:subject>`)]),
    { place: "the document's properties", field: "subject", text: NOTICE },
  ],
  [
    "the state of a document",
    docx("", [props("core", "<cp:contentStatus>Draft</cp:contentStatus>")]),
    { place: "the document's properties", field: "contentStatus", text: "Draft" },
  ],
  [
    "a property of the program's",
    docx("", [props("app", `<Manager>${NOTICE}</Manager>`)]),
    { place: "the document's properties", field: "Manager", text: NOTICE },
  ],
  [
    "a property of the author's",
    docx("", [
      props(
        "custom",
        '<property name="Sperrfrist"><vt:filetime>2027-01-05T06:00:00Z</vt:filetime></property>',
      ),
    ]),
    { place: "the document's properties", field: "Sperrfrist", text: "2027-01-05T06:00:00Z" },
  ],
])("of a Word document %s is carried, and is no part of the story", async (what, bytes, expected) => {
  const { asides, body, title } = await copyOf("a.docx", bytes);
  expect(asides).toContainEqual({ field: null, ...expected });
  expect(title).toBe(HEAD);
  // The library reads boxes and tables as paragraphs: they are read there too.
  if (!/box|row/u.test(what)) expect(body.replace("\n\nJune.", "")).toBe(LEDE);
});

test.each([
  ["a tracked deletion", `<w:del><w:r><w:delText>${NOTICE}</w:delText></w:r></w:del>`],
  ["what was moved away", `<w:moveFrom>${run(NOTICE)}</w:moveFrom>`],
])("%s is nowhere", async (_, markup) => {
  const { asides, body } = await copyOf("a.docx", docx(wordParagraph(run("It is old.") + markup)));
  expect(asides).toEqual([]);
  expect(body).toBe(`${LEDE}\n\nIt is old.`);
});

const cell = (text: string): string => `<w:tc>${wordParagraph(text)}</w:tc>`;
const row = (...cells: readonly string[]): string => `<w:tr>${cells.map(cell).join("")}</w:tr>`;

test.each([
  ["a table of one cell", row("Confidential"), true],
  ["a table with an empty cell", row("", "Confidential") + row("", "Harbour desk"), true],
  ["a row among others", row("Confidential") + row("Pier", "Closed"), false], // a heading
  ["a page that is laid out in a table", row(`Confidential ${"It is old. ".repeat(60)}`), false],
])("%s is a box: %#", async (_, rows, isBox) => {
  const { asides } = await copyOf("a.docx", docx(`<w:tbl>${rows}</w:tbl>`));
  const boxes = asides.filter(({ text }) => text.startsWith("Confidential"));
  expect(boxes.map(({ place }) => place)).toEqual(isBox ? ["a table"] : []);
});

test.each([
  ["strike", run("It is old.", '<w:strike w:val="0"/>')],
  ["a paragraph's mark", `<w:pPr><w:rPr><w:strike/></w:rPr></w:pPr>${run("It is old.")}`],
])("text with %s switched off stays in the story", async (_, markup) => {
  const { asides, body } = await copyOf("a.docx", docx(wordParagraph(markup)));
  expect({ asides, body }).toEqual({ asides: [], body: `${LEDE}\n\nIt is old.` });
});

const ODF = "urn:oasis:names:tc:opendocument:xmlns";
const odtPart = (name: string, inside: string): Packed => ({
  name,
  content: `<o xmlns:office="${ODF}:office:1.0" xmlns:text="${ODF}:text:1.0" xmlns:style="${ODF}:style:1.0" xmlns:dc="urn:dc" xmlns:meta="urn:meta">${inside}</o>`,
});
const p = (text: string): string => `<text:p>${text}</text:p>`;
const ODT_STORY = `<text:h text:outline-level="1">${HEAD}</text:h>${p(LEDE)}`;
const odt = (more: string, parts: readonly Packed[] = [], styles = ""): Uint8Array =>
  odtOf(ODT_STORY + more, parts, styles);
const style = (properties: string): string =>
  `<style:style style:name="T1"><style:text-properties ${properties}/></style:style>`;
const master = (name: string): Packed =>
  odtPart(
    "styles.xml",
    `<office:master-styles><style:master-page><style:${name}>${p(NOTICE)}</style:${name}></style:master-page></office:master-styles>`,
  );

test.each<[string, Uint8Array, { place: string; text: string; field?: string }]>([
  ["a header", odt("", [master("header")]), { place: "the page header", text: NOTICE }],
  [
    "a first page's header",
    odt("", [master("header-first")]),
    { place: "the page header", text: NOTICE },
  ],
  ["a footer", odt("", [master("footer-left")]), { place: "the page footer", text: NOTICE }],
  [
    "a text box",
    odt(p(`<draw:frame><draw:text-box>${p(NOTICE)}</draw:text-box></draw:frame>`)),
    { place: "a text box", text: NOTICE },
  ],
  [
    "a shape",
    odt(p(`<draw:custom-shape>${p(NOTICE)}</draw:custom-shape>`)),
    { place: "a text box", text: NOTICE },
  ],
  [
    "a comment",
    odt(p(`<office:annotation>${p(NOTICE)}</office:annotation>`)),
    { place: "a comment", text: NOTICE },
  ],
  [
    "a note",
    odt(p(`<text:note><text:note-body>${p(NOTICE)}</text:note-body></text:note>`)),
    { place: "a note", text: NOTICE },
  ],
  [
    "hidden text",
    odt(
      p(`<text:span text:style-name="T1">${NOTICE}</text:span>`),
      [],
      style('text:display="none"'),
    ),
    { place: "hidden text", text: NOTICE },
  ],
  [
    "a hidden paragraph",
    odt(p(`<text:hidden-text text:string-value="${NOTICE}"/>`)),
    { place: "hidden text", text: NOTICE },
  ],
  [
    "struck text",
    odt(
      p(`<text:span text:style-name="T1">${NOTICE}</text:span>`),
      [],
      style('style:text-line-through-style="solid"'),
    ),
    { place: "struck-out text", text: NOTICE },
  ],
  [
    "a property",
    odt("", [
      odtPart("meta.xml", `<office:meta><dc:description>${NOTICE}</dc:description></office:meta>`),
    ]),
    { place: "the document's properties", field: "description", text: NOTICE },
  ],
  [
    "an author's property",
    odt("", [
      odtPart(
        "meta.xml",
        `<office:meta><meta:user-defined meta:name="Hold until">Monday</meta:user-defined></office:meta>`,
      ),
    ]),
    { place: "the document's properties", field: "Hold until", text: "Monday" },
  ],
])("of an OpenDocument text %s is carried, and is no part of the story", async (_, bytes, expected) => {
  const { asides, body } = await copyOf("a.odt", bytes);
  expect(asides).toContainEqual({ field: null, ...expected });
  expect(body).toBe(LEDE);
});

test("what is not struck out stays in an OpenDocument text, and what was deleted is nowhere", async () => {
  const deleted = `<text:tracked-changes>${p(NOTICE)}</text:tracked-changes>`;
  const kept = p(`<text:span text:style-name="T1">It is old.</text:span>`);
  const { asides, body } = await copyOf(
    "a.odt",
    odt(deleted + kept, [], style('style:text-line-through-style="none"')),
  );
  expect(body).toBe(`${LEDE}\n\nIt is old.`);
  expect(JSON.stringify(asides)).not.toContain(NOTICE);
});

const rtf = (more: string): string =>
  `{\\rtf1\\ansi ${more}${HEAD}\\par\\par ${LEDE.replace("–", "\\endash ")}\\par}`;
const info = (more: string): string => rtf(`{\\info${more}}`);

test.each<[string, string, { place: string; text: string; field?: string }]>([
  ["a header", rtf(`{\\header ${NOTICE}\\par}`), { place: "the page header", text: NOTICE }],
  [
    "a left page's header",
    rtf(`{\\headerl\\pard ${NOTICE}\\par}`),
    { place: "the page header", text: NOTICE },
  ],
  [
    "a first page's footer",
    rtf(`{\\footerf ${NOTICE}}`),
    { place: "the page footer", text: NOTICE },
  ],
  [
    "a text box",
    rtf(`{\\shp{\\*\\shpinst{\\sp{\\sn a}{\\sv 1}}{\\shptxt ${NOTICE}\\par}}}`),
    { place: "a text box", text: NOTICE },
  ],
  [
    "a comment",
    rtf(`{\\*\\atnid AQ}{\\*\\annotation ${NOTICE}}`),
    { place: "a comment", text: NOTICE },
  ],
  ["a note", rtf(`{\\footnote ${NOTICE}}`), { place: "a note", text: NOTICE }],
  ["hidden text", rtf(`{\\v ${NOTICE}}`), { place: "hidden text", text: NOTICE }],
  ["struck text", rtf(`{\\strike ${NOTICE}}`), { place: "struck-out text", text: NOTICE }],
  [
    "the subject",
    info(`{\\subject ${NOTICE}}`),
    { place: "the document's properties", field: "subject", text: NOTICE },
  ],
  [
    "the comment",
    info(`{\\doccomm ${NOTICE}}`),
    { place: "the document's properties", field: "doccomm", text: NOTICE },
  ],
  [
    "an author's property",
    rtf(`{\\*\\userprops{\\propname Hold}\\proptype30{\\staticval ${NOTICE}}}`),
    { place: "the document's properties", field: "Hold", text: NOTICE },
  ],
])("of an RTF file %s is carried, and is no part of the story", async (_, text, expected) => {
  const { asides, body, title } = await copyOf("a.rtf", text);
  expect(asides).toContainEqual({ field: null, ...expected });
  expect({ body, title }).toEqual({ body: LEDE, title: HEAD });
});

test("what RTF deletes is nowhere, and what it does not strike out is story", async () => {
  const { asides, body } = await copyOf(
    "a.rtf",
    `{\\rtf1 It {\\deleted ${NOTICE}}{\\strike0 stops} in June.\\par It is old.}`,
  );
  expect({ asides, body }).toEqual({ asides: [], body: "It stops in June.\n\nIt is old." });
});

const LINES = [
  "PORT ELLIS, May 8 (Port News) - The ferry between Port Ellis and the north",
  "stops in June, the council said on Monday, since the boat is old.",
];
const MORE = ["It is old,", "and dear.", "A bus", "goes there", "all day", "and all night."];
const page = (head: string, foot: string) => [
  { text: head, x: 60, y: 815 },
  ...column(60, 700, LINES),
  ...column(60, 660, MORE),
  { text: foot, x: 60, y: 30 },
];

test.each<[string, Uint8Array, { place: string; text: string; field?: string }]>([
  [
    "a running head",
    pdfOf([page(NOTICE, "1"), page(NOTICE, "2")]),
    { place: "the page header", text: NOTICE },
  ],
  [
    "a running foot",
    pdfOf([page("Port News", NOTICE), page("Port News", NOTICE)]),
    { place: "the page footer", text: NOTICE },
  ],
  [
    "a note stuck on it",
    pdfOf([page("", "")], { annotation: `/Subtype /Text /Contents (${NOTICE})` }),
    { place: "a comment", text: NOTICE },
  ],
  [
    "a typed box",
    pdfOf([page("", "")], {
      annotation: `/Subtype /FreeText /DA (/F1 9 Tf) /Contents (${NOTICE})`,
    }),
    { place: "a text box", text: NOTICE },
  ],
  [
    "a subject",
    pdfOf([page("", "")], { info: `/Subject (${NOTICE})` }),
    { place: "the document's properties", field: "Subject", text: NOTICE },
  ],
  [
    "an author's property",
    pdfOf([page("", "")], { info: `/HoldUntil (${NOTICE})` }),
    { place: "the document's properties", field: "HoldUntil", text: NOTICE },
  ],
])("of a PDF %s is carried, and is no part of the story", async (_, bytes, expected) => {
  const { asides, body } = await copyOf("a.pdf", bytes);
  expect(asides).toContainEqual({
    ...{ field: null, ...expected },
    text: expect.stringContaining(expected.text),
  });
  expect(body).toContain(LINES[1]);
  expect(body).not.toContain(NOTICE);
});

test("a head of one page alone stays in what is read of a PDF", async () => {
  const { title, body } = await copyOf("a.pdf", pdfOf([page(NOTICE, "1")]));
  expect(`${title}\n${body}`).toContain(NOTICE);
});
