import { expect, test } from "vitest";
import { readBytes, readText, reasonOf } from "./helpers.ts";

const TEXT = "Zoë said: “The harbour – it’s closed.”\n\nIt cost €3.";
const latin = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const utf16 = (text: string, little: boolean): number[] =>
  [...text].flatMap((letter) => {
    const unit = letter.charCodeAt(0);
    return little ? [unit & 0xff, unit >> 8] : [unit >> 8, unit & 0xff];
  });

test.each([
  ["UTF-8", new TextEncoder().encode(TEXT)],
  ["UTF-8 with a mark", Uint8Array.from([0xef, 0xbb, 0xbf, ...new TextEncoder().encode(TEXT)])],
  ["UTF-16 LE with a mark", Uint8Array.from([0xff, 0xfe, ...utf16(TEXT, true)])],
  ["UTF-16 BE with a mark", Uint8Array.from([0xfe, 0xff, ...utf16(TEXT, false)])],
  ["UTF-16 LE without one", Uint8Array.from(utf16(TEXT, true))],
  ["UTF-16 BE without one", Uint8Array.from(utf16(TEXT, false))],
  [
    "windows-1252",
    latin("Zo\xeb said: \x93The harbour \x96 it\x92s closed.\x94\r\n\r\nIt cost \x803."),
  ],
  [
    "UTF-8 with one windows-1252 byte",
    Uint8Array.from([
      ...new TextEncoder().encode("Zoë said: “The harbour "),
      0x96,
      ...new TextEncoder().encode(" it’s closed.”\n\nIt cost €3."),
    ]),
  ],
])("%s is read", async (_, bytes) => {
  const reading = await readBytes("a.txt", bytes);
  expect(reading).toMatchObject({ ok: true, stories: [{ copy: { body: TEXT } }] });
});

test("a page is read in the character set that it declares", async () => {
  const page = latin(
    '<html><head><meta charset="iso-8859-2"></head><body><p>\xa3\xf3d\xbc</p></body></html>',
  );
  expect(await readBytes("a.html", page)).toMatchObject({
    ok: true,
    stories: [{ copy: { body: "Łódź" } }],
  });
});

test("an unknown character set is read as windows-1252", async () => {
  const page = latin('<html><head><meta charset="x-mine"></head><body><p>Zo\xeb</p></body></html>');
  expect(await readBytes("a.html", page)).toMatchObject({
    ok: true,
    stories: [{ copy: { body: "Zoë" } }],
  });
});

test.each([
  ["", /empty/u],
  [" \n\t\n", /empty/u],
  ["\x89PNG\r\n\x1a\n", /PNG image/u],
  ["\xff\xd8\xff\xe0", /JPEG image/u],
  ["\x01eca 4 i", /wire message/u],
  ["text with a \0 in it", /not a text file/u],
  [
    "\x02\x03\x04\x05\x06\x07\x0e\x0f\x10\x11\x12\x13\x14\x15\x16\x17\x18\x19 text",
    /not a text file/u,
  ],
  ["The harbour clos\xc3\xa9 and Zo\xc3", /cut off/u],
  ['{"headline": "Harbour"}', /JSON/u],
  ['<?xml version="1.0"?><nitf><body/></nitf>', /no text of its own/u],
  ["<rss version='2.0'></rss>", /feed/u],
])("%j is quarantined with the mend", async (bytes, reason) => {
  const said = await reasonOf(readBytes("a.txt", latin(bytes)));
  expect(said).toMatch(reason);
  expect(said).toMatch(/; |: .*\.$/u);
});

test("a huge file is named, and not read", async () => {
  expect(await reasonOf(readBytes("a.txt", new Uint8Array(9 * 1024 * 1024).fill(0x61)))).toMatch(
    /9 MB, at most 8/u,
  );
});

test("line ends of every kind are one", async () => {
  expect(await readText("a.txt", "One.\r\rTwo.\r\n\r\nThree.\u2029\u2029Four.\f5")).toMatchObject({
    ok: true,
    stories: [{ copy: { body: "One.\n\nTwo.\n\nThree.\n\nFour.\n\n5" } }],
  });
});
