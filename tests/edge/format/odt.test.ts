import { expect, test } from "vitest";
import { odtOf } from "./fixture/office.ts";
import { copyOf, readBytes, reasonOf } from "./helpers.ts";

const LEDE = "PORT ELLIS, May 8 (Port News) – The ferry stops in June, the council said on Monday.";
const SECOND = "“It costs too much,” the mayor, Ada Quill, told the council.";
const paragraph = (text: string, style = "Standard"): string =>
  `<text:p text:style-name="${style}">${text}</text:p>`;
const HEADLINE = '<text:h text:outline-level="1">Ferry stops</text:h>';

test.each([
  ["a heading", HEADLINE, "Ferry stops"],
  ["the title's style", paragraph("Ferry stops", "Title"), "Ferry stops"],
  ["a style made of it", paragraph("Ferry stops", "P1"), "Ferry stops"],
  ["no heading", "", "Ferry stops at Port Ellis"],
])("%s: the headline", async (_, head, title) => {
  const styles =
    '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/>';
  const bytes = odtOf(head + paragraph(LEDE) + paragraph(SECOND), [], styles);
  expect(await copyOf("a.odt", bytes)).toMatchObject({
    format: "odt",
    title,
    tags: ["ferry"],
    body: `${LEDE}\n\n${SECOND}`,
  });
});

test.each([
  [
    "a tracked deletion",
    `<text:tracked-changes><text:changed-region><text:deletion>${paragraph("Secret.")}</text:deletion></text:changed-region></text:tracked-changes>`,
  ],
  ["a comment", paragraph(`${LEDE}<office:annotation>${paragraph("Secret.")}</office:annotation>`)],
  [
    "a footnote",
    paragraph(
      `${LEDE}<text:note><text:note-citation>1</text:note-citation><text:note-body>${paragraph("Secret.")}</text:note-body></text:note>`,
    ),
  ],
  ["hidden text", paragraph(`${LEDE}<text:span text:style-name="T1">Secret.</text:span>`)],
  [
    "a caption",
    paragraph(`<draw:frame><draw:text-box>${paragraph("Secret.")}</draw:text-box></draw:frame>`),
  ],
])("%s is no part of the story", async (_, markup) => {
  const styles =
    '<style:style style:name="T1"><style:text-properties text:display="none"/></style:style>';
  const rest = markup.includes(LEDE) ? "" : paragraph(LEDE);
  expect((await copyOf("a.odt", odtOf(HEADLINE + markup + rest, [], styles))).body).toBe(LEDE);
});

test("spaces, tabs, line breaks, lists and tables are read as they print", async () => {
  const item = (text: string): string => `<text:list-item>${paragraph(text)}</text:list-item>`;
  const cell = (text: string): string => `<table:table-cell>${paragraph(text)}</table:table-cell>`;
  const body = `${HEADLINE}${paragraph('The<text:s text:c="2"/>ferry<text:tab/>stops<text:line-break/>in <text:span>June</text:span>.')}<text:list>${item("Ellis")}${item("North")}</text:list><table:table><table:table-row>${cell("Port")}${cell("Boats")}${cell("")}</table:table-row></table:table>${paragraph("It stops.")}`;
  expect((await copyOf("a.odt", odtOf(body))).body).toBe(
    "The ferry stops\nin June.\n\n- Ellis\n- North\n\nPort | Boats\n\nIt stops.",
  );
});

test.each<[string, () => Uint8Array, RegExp]>([
  ["nothing in it", () => odtOf(""), /no story/u],
  [
    "a password",
    () => odtOf("", [{ name: "META-INF/manifest.xml", content: "<m:encryption-data/>" }]),
    /password/u,
  ],
  [
    "text that is cut off",
    () => odtOf("", [{ name: "content.xml", content: "<a><b>" }]),
    /cannot be read/u,
  ],
  [
    "an entity bomb",
    () =>
      odtOf("", [
        {
          name: "content.xml",
          content: '<!DOCTYPE a [<!ENTITY b "x"><!ENTITY c "&b;&b;">]><a>&c;</a>',
        },
      ]),
    /cannot be read/u,
  ],
  [
    "a bomb as its text",
    () => odtOf("", [{ name: "content.xml", content: Buffer.alloc(7 * 1024 * 1024, " ") }]),
    /no text that can be read/u,
  ],
  [
    "deep nesting",
    () => odtOf(`${"<text:span>".repeat(20_000)}${"</text:span>".repeat(20_000)}`),
    /no story|nested|cannot be read/u,
  ],
])("a document with %s is quarantined", async (_, bytes, reason) => {
  expect(await reasonOf(readBytes("a.odt", bytes()))).toMatch(reason);
});
