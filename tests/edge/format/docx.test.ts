import { expect, test } from "vitest";
import { docxOf, docxParts, wordParagraph } from "./fixture/office.ts";
import { zipOf } from "./fixture/zip.ts";
import { copyOf, readBytes, reasonOf } from "./helpers.ts";

const LEDE = "PORT ELLIS, May 8 (Port News) – The ferry stops in June, the council said on Monday.";
const SECOND = "“It costs too much,” the mayor, Ada Quill, told the council.";
const run = (text: string, properties = ""): string =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
const core = (title: string): { name: string; content: string } => ({
  name: "docProps/core.xml",
  content: `<?xml version="1.0"?><cp:coreProperties xmlns:cp="urn:cp" xmlns:dc="urn:dc"><dc:title>${title}</dc:title><cp:keywords>ferry, council</cp:keywords></cp:coreProperties>`,
});

test.each([
  ["Title", "docx"],
  ["Heading1", "docx"],
])("the paragraph in style %s is the headline", async (style, format) => {
  const bytes = docxOf(
    wordParagraph("Slug: FERRY-STOPS") +
      wordParagraph("Ferry stops", style) +
      wordParagraph("By Ada Quill") +
      wordParagraph(LEDE) +
      wordParagraph("Costs", "Heading2") +
      wordParagraph(SECOND),
    [core("Old file")],
  );
  expect(await copyOf("a.docx", bytes)).toMatchObject({
    format,
    title: "Ferry stops",
    byline: "Ada Quill",
    slug: "FERRY-STOPS",
    tags: ["ferry", "council"],
    body: `${LEDE}\n\nCosts\n\n${SECOND}`,
  });
});

test("a document is known by what it holds, whatever its name", async () => {
  expect((await copyOf("a.zip", docxOf(wordParagraph(LEDE)))).format).toBe("docx");
});

test.each([
  [
    "its first line",
    wordParagraph("Ferry stops in June") + wordParagraph(LEDE),
    "An old title",
    "Ferry stops in June",
  ],
  [
    "its properties",
    wordParagraph(LEDE) + wordParagraph(SECOND),
    "Ferry stops in June",
    "Ferry stops in June",
  ],
  ["nothing", wordParagraph(LEDE), "Microsoft Word - ferry.docx", null],
  [
    "no cross-heading",
    wordParagraph(`${LEDE} ${SECOND}`) + wordParagraph("Costs", "Heading1") + wordParagraph(SECOND),
    "",
    null,
  ],
])("a document without a headline style takes it from %s", async (_, body, title, expected) => {
  expect((await copyOf("a.docx", docxOf(body, [core(title)]))).title).toBe(expected);
});

test("a subtitle is the line below the headline", async () => {
  const body =
    wordParagraph("Ferry stops", "Title") + wordParagraph("Council saves money", "Subtitle");
  expect(await copyOf("a.docx", docxOf(body + wordParagraph(LEDE)))).toMatchObject({
    title: "Ferry stops",
    subheadline: "Council saves money",
    body: LEDE,
  });
});

test.each([
  [
    "a tracked deletion",
    `<w:del w:id="1" w:author="Desk"><w:r><w:delText>not </w:delText></w:r></w:del>`,
  ],
  ["text that was moved away", `<w:moveFrom w:id="1">${run("moved ")}</w:moveFrom>`],
  ["a comment", `<w:commentRangeStart w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>`],
  ["a footnote", `<w:r><w:footnoteReference w:id="1"/></w:r>`],
  ["hidden text", run("not to be seen ", "<w:vanish/>")],
  [
    "a field's instruction",
    `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`,
  ],
])("%s is no part of the story", async (_, markup) => {
  const body =
    wordParagraph("Ferry stops", "Title") +
    wordParagraph(run("The ferry ") + markup + run("stops."));
  expect((await copyOf("a.docx", docxOf(body))).body).toBe("The ferry stops.");
});

test.each([
  ["a tracked insertion", `<w:ins w:id="1" w:author="Desk">${run("now ")}</w:ins>`],
  ["text that is not hidden after all", run("now ", '<w:vanish w:val="0"/>')],
])("%s is part of the story", async (_, markup) => {
  const body =
    wordParagraph("Ferry stops", "Title") + wordParagraph(run("It ") + markup + run("stops."));
  expect((await copyOf("a.docx", docxOf(body))).body).toBe("It now stops.");
});

test("the cells of a row stand on one line", async () => {
  const cell = (text: string): string => `<w:tc>${wordParagraph(text)}</w:tc>`;
  const table = `<w:tbl><w:tr>${cell("Port")}${cell("Boats")}</w:tr><w:tr>${cell("Ellis")}${cell("3")}</w:tr></w:tbl>`;
  const body = wordParagraph("Ferry stops", "Title") + wordParagraph(LEDE) + table;
  expect((await copyOf("a.docx", docxOf(body))).body).toBe(`${LEDE}\n\nPort | Boats\n\nEllis | 3`);
});

const bomb = Buffer.alloc(7 * 1024 * 1024, "<w:p/>");
test.each<[string, () => Uint8Array, RegExp]>([
  ["nothing in it", () => docxOf(""), /no story/u],
  [
    "a bomb as its text",
    () => docxOf("", [{ name: "word/document.xml", content: bomb }]),
    /too large/u,
  ],
  [
    "a bomb that declares a small size",
    () => docxOf("", [{ name: "word/document.xml", content: bomb, declares: 900 }]),
    /damaged/u,
  ],
  ["a doubled part", () => zipOf([...docxParts(""), ...docxParts("").slice(-1)]), /two parts/u],
  [
    "entities",
    () =>
      docxOf("", [
        {
          name: "word/document.xml",
          content: `<!DOCTYPE a [<!ENTITY b SYSTEM "file:///x">]><a>&b;</a>`,
        },
      ]),
    /declares entities/u,
  ],
  [
    "deep nesting",
    () => docxOf(`${"<w:ins>".repeat(20_000)}${"</w:ins>".repeat(20_000)}`),
    /nested|too large|cannot be read|no story/u,
  ],
  [
    "text that is cut off",
    () => docxOf("", [{ name: "word/document.xml", content: "<w:document><w:body><w:p>" }]),
    /cannot be read/u,
  ],
  [
    "a locked part",
    () => docxOf("", [{ name: "word/document.xml", content: "a", locked: true }]),
    /damaged/u,
  ],
])("a document with %s is quarantined", async (_, bytes, reason) => {
  expect(await reasonOf(readBytes("a.docx", bytes()))).toMatch(reason);
});
