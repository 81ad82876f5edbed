import { expect, test } from "vitest";
import { copyOf, readBytes, readText, reasonOf } from "./helpers.ts";

const LEDE = "The ferry stops in June, the council said on Monday.";
const HEAD =
  "\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\fcharset0 Serif;}{\\f1\\fcharset204 Cyr;}{\\f2\\fcharset128 Jap;}{\\f3\\fcharset2 Symbol;}}{\\colortbl;\\red0;}{\\stylesheet{\\s1 heading 1;}}";
const rtf = (body: string): string => `{\\rtf1${HEAD}${body}}`;
const bodyOf = async (body: string): Promise<string> => {
  const copy = await copyOf("a.rtf", rtf(`Ferry stops\\par\\par ${body}\\par`));
  expect(copy.title).toBe("Ferry stops");
  return copy.body;
};

test("a file is a headline and paragraphs", async () => {
  const text = rtf(
    `FERRY-STOPS\\par Ferry to stop\\par By Ada Quill\\par ${LEDE}\\par It is old.\\par`,
  );
  expect(await copyOf("a.rtf", text)).toMatchObject({
    format: "rtf",
    slug: "FERRY-STOPS",
    title: "Ferry to stop",
    byline: "Ada Quill",
    body: `${LEDE}\n\nIt is old.`,
  });
});

test.each([
  [
    "marks",
    "\\ldblquote No,\\rdblquote  he said \\emdash  it\\rquote s \\lquote on\\rquote\\endash off.",
    "“No,” he said — it’s ‘on’–off.",
  ],
  ["bytes", "The caf\\'e9 is \\'93shut\\'94.", "The café is “shut”."],
  ["a font's bytes", "{\\f1 \\'cf\\'ee\\'f0\\'f2} is Russian.", "Порт is Russian."],
  ["double bytes", "{\\f2 \\'93\\'fa\\'96\\'7b} is Japan.", "日本 is Japan."],
  ["a symbol", "{\\f3 \\'b7} One.", "• One."],
  ["units", "\\u8220?It stops.\\u8221?", "“It stops.”"],
  ["units below zero", "\\u-4051?It stops.", "\uf02dIt stops."],
  ["a pair of units", "\\u-10179?\\u-8704? sank.", "😀 sank."],
  ["no fallback", "{\\uc0\\u8220 It stops.\\u8221}", "“It stops.”"],
  ["a long fallback", "{\\uc2\\u8220 \\'81\\'81It stops.}", "“It stops."],
  ["a fallback as a byte", "\\u233\\'e9t\\u233\\'e9.", "été."],
  ["braces", "A \\{brace\\} and a \\\\.", "A {brace} and a \\."],
  ["spaces", "Ten\\~km and a soft\\-hyphen.", "Ten\u00a0km and a softhyphen."],
  ["line breaks", "The fer\nry\r\n stops.\\line Soon.", "The ferry stops.\nSoon."],
  ["a row", "\\trowd Port\\cell Boats\\cell\\row It stops.", "Port | Boats\n\nIt stops."],
  [
    "items",
    "{\\listtext\\'b7\\tab}One.\\par{\\listtext\\'b7\\tab}Two.\\par It stops.",
    "- One.\n- Two.\n\nIt stops.",
  ],
  [
    "a field",
    "{\\field{\\*\\fldinst HYPERLINK x}{\\fldrslt The ferry}} stops.",
    "The ferry stops.",
  ],
])("%s are read as they print", async (_, body, expected) => {
  expect(await bodyOf(body)).toBe(expected);
});

test.each([
  ["hidden text", "{\\v not to be seen }It stops."],
  ["hidden text that ends", "\\v not to be seen \\v0 It stops."],
  ["hidden text that plain text ends", "\\v not to be seen \\plain It stops."],
  ["a tracked deletion", "{\\deleted never }It stops."],
  ["a footnote", "It stops{\\footnote\\pard A secret.}."],
  ["a header", "{\\header Port News\\par}It stops."],
  ["a footer", "{\\footerr Page 1\\par}It stops."],
  ["a comment", "It stops.{\\*\\annotation A secret.}"],
  ["a field's instruction", "{\\field{\\fldinst DATE}{\\fldrslt It}} stops."],
  ["a picture", "{\\pict\\pngblip 89504e47}It stops."],
  ["an unknown group", "{\\*\\newthing words}It stops."],
  ["binary data", "{\\bin4 }}}}}It stops."],
])("%s is no part of the story", async (_, body) => {
  expect(await bodyOf(body)).toBe("It stops.");
});

test("the file's own title counts where the text has none", async () => {
  const text = rtf(`{\\info{\\title Ferry to stop}{\\author Ada}}${LEDE}\\par`);
  expect(await copyOf("a.rtf", text)).toMatchObject({ title: "Ferry to stop", body: LEDE });
});

test("an outline's first level is the headline", async () => {
  const text = rtf(`\\pard\\outlinelevel0 Ferry stops.\\par\\pard ${LEDE}\\par`);
  expect(await copyOf("a.rtf", text)).toMatchObject({ title: "Ferry stops.", body: LEDE });
});

test("lines that were wrapped by hand are joined", async () => {
  const lines = [
    "The ferry between Port Ellis and the north stops in June, the",
    "council said on Monday, since the boat is old and its repair is",
    "dear.",
    "",
    "The mayor said that the boat would be sold before the summer and",
    "that a bus would run.",
  ].join("\\par ");
  expect(await bodyOf(lines)).toBe(
    "The ferry between Port Ellis and the north stops in June, the council said on Monday, since the boat is old and its repair is dear.\n\nThe mayor said that the boat would be sold before the summer and that a bus would run.",
  );
});

test.each([
  ["half of itself", rtf(LEDE).slice(0, -1), /cut off/u],
  ["binary data to its end", "{\\rtf1 It stops.\\bin999999999 }", /cut off/u],
  ["deep nesting", `{\\rtf1 ${"{".repeat(100_000)}`, /nested too deeply/u],
  ["no text", rtf(""), /no story/u],
  ["a code page of DOS", "{\\rtf1\\pc caf\\'82 is shut.}", /old code page/u],
])("a file with %s is quarantined", async (_, text, reason) => {
  expect(await reasonOf(readText("a.rtf", text))).toMatch(reason);
});

test("what follows the last brace is no part of it", async () => {
  const bytes = new TextEncoder().encode(`${rtf(`${LEDE}\\par`)}\0\0 rest`);
  expect(await readBytes("a.rtf", bytes)).toMatchObject({ stories: [{ copy: { body: LEDE } }] });
});
