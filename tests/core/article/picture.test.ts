import { expect, test } from "vitest";
import { copyOf, pictureOf, type StatedPicture } from "#core/article/copy.ts";
import { isSamePicture, type Picture } from "#core/article/picture.ts";
import { readPicture } from "#core/article/read-picture.ts";
import { articleOf, STORY, TAKEN_IN } from "./sample.ts";

const URL = "https://pictures.example/pier.jpg";
const PIER = {
  alt: "The fallen pier",
  caption: "The pier in Oslo harbour after it fell on Wednesday.",
  credit: "Ana Field/Harbour News",
};

function pictureIn(stated: Partial<StatedPicture>, sizes = [size(URL, null)]): Picture | null {
  const pictures = [pictureOf(sizes, { ...PIER, ...stated })];
  return readPicture(copyOf("ninjs", STORY, { pictures }), TAKEN_IN);
}

function size(url: string, width: number | null, type: string | null = null) {
  return { url, width, type };
}

test("an article has the picture that its copy may be shown with, in the copy's words", () => {
  const { picture } = articleOf({ pictures: [pictureOf([size(URL, 600)], PIER)] });
  expect(picture).toEqual({ url: URL, alt: "The fallen pier", credit: "Ana Field/Harbour News" });
  expect("picture" in articleOf({})).toBe(false);
});

test.each<[string, Partial<StatedPicture>, string | null]>([
  ["its credit line", {}, "Ana Field/Harbour News"],
  [
    "its photographer, where it has no such line",
    { credit: " ", byline: "Ana\n Field" },
    "Ana Field",
  ],
  [
    "its owner, where nobody is named",
    { credit: null, copyright: "© Harbour News" },
    "© Harbour News",
  ],
  ["nobody", { credit: null }, null],
  ["an address", { credit: "https://harbour.example/ana" }, null],
  ["a number", { credit: "2025" }, null],
  ["more than a line", { credit: "Ana Field ".repeat(21) }, null],
])("a picture is credited by %s", (_by, stated, credit) => {
  expect(pictureIn(stated)?.credit ?? null).toBe(credit);
});

test.each<[string, Partial<StatedPicture>]>([
  ["restricted", { usageTerms: "Not for online use" }],
  ["NO ARCHIVE", { usageTerms: "NO ARCHIVE" }],
  ["with terms nobody here understands", { usageTerms: "Siehe Vertrag" }],
  ["restricted by its copyright line", { copyright: "© Harbour News. Not for publication" }],
  ["restricted by its note", { editorNote: "EDS: no online use" }],
  ["restricted by its caption", { caption: "The pier. NO RESALE, NOT FOR ONLINE USE" }],
  ["with an end to its use", { expires: "2025-06-01T00:00Z" }],
  ["under embargo", { embargo: "2025-05-08T00:01Z" }],
  ["embargoed by its note", { editorNote: "EMBARGOED UNTIL 9 MAY" }],
  ["embargoed by its caption", { caption: "EMBARGOED UNTIL 0001 GMT 9 MAY. The pier." }],
  ["withdrawn", { status: "canceled" }],
  ["withheld", { status: "stat:withheld" }],
  ["withdrawn by its note", { editorNote: "PICTURE KILL: do not use" }],
  ["of a status that nobody knows", { status: "stat:frozen" }],
])("a picture %s is not shown", (_what, stated) => {
  expect(pictureIn(stated)).toBeNull();
});

test.each<[string, Partial<StatedPicture>]>([
  ["free terms", { usageTerms: "No restrictions. Mandatory credit." }],
  ["a copyright line", { copyright: "© 2025 Harbour News. All rights reserved." }],
  ["a status of usable", { status: "stat:usable" }],
  ["a note that restricts nothing", { editorNote: "Adds caption" }],
  [
    "news in its caption",
    { caption: "The harbour, where 12 people were killed, is closed until Friday." },
  ],
  [
    "news of an embargo",
    { caption: "Tankers wait off Oslo on Wednesday as the oil embargo begins." },
  ],
  ["news of a kill", { caption: "A ranger stands by the bear that killed a hiker, in May 2025." }],
  ["news of who withholds", { caption: "Ann Field, who withheld the report, speaks in Oslo." }],
])("a picture with %s is shown", (_what, stated) => {
  expect(pictureIn(stated)?.url).toBe(URL);
});

test.each([
  ["its terms", { usageTerms: "Internal only" }],
  ["its note", { editorNote: "EDS: not for online use" }],
])("copy that %s restrict has no picture", (_by, terms) => {
  const pictures = [pictureOf([size(URL, null)], PIER)];
  expect(articleOf({ pictures, ...terms }).picture).toBeUndefined();
});

test("of several pictures the first that may be shown is chosen", () => {
  const restricted = pictureOf([size(URL, 600)], { ...PIER, usageTerms: "No resale" });
  const free = pictureOf([size("https://pictures.example/2.jpg", 600)], PIER);
  const third = pictureOf([size("https://pictures.example/3.jpg", 600)], PIER);
  const copy = copyOf("ninjs", STORY, { pictures: [restricted, free, third] });
  expect(readPicture(copy, TAKEN_IN)?.url).toBe("https://pictures.example/2.jpg");
});

test.each<[string, readonly (readonly [string, number | null])[], string]>([
  [
    "widest that a thumbnail needs",
    [
      ["a", 4724],
      ["b", 1024],
      ["c", 256],
    ],
    "b",
  ],
  [
    "first of two that are as wide",
    [
      ["a", 600],
      ["b", 600],
    ],
    "a",
  ],
  [
    "one whose width nobody says, where all are too wide or too narrow",
    [
      ["a", 4724],
      ["b", null],
      ["c", 120],
    ],
    "b",
  ],
  [
    "narrowest of those that are too wide",
    [
      ["a", 4724],
      ["b", 2048],
      ["c", 120],
    ],
    "b",
  ],
  [
    "widest of those that are too narrow",
    [
      ["a", 80],
      ["b", 120],
    ],
    "b",
  ],
])("the %s is shown", (_which, sizes, chosen) => {
  const all = sizes.map(([name, width]) => size(`https://p.example/${name}.jpg`, width));
  expect(pictureIn({}, all)?.url).toBe(`https://p.example/${chosen}.jpg`);
});

test.each<[string, string, string | null]>([
  ["plain http", "http://pictures.example/a", null],
  ["with a type", "https://pictures.example/a", "image/jpeg"],
  ["with a query", "https://pictures.example/a.png?w=600", null],
])("a picture's address may be %s", (_what, url, type) => {
  expect(pictureIn({}, [size(url, null, type)])?.url).toBe(url);
});

test.each<[string, string, string | null]>([
  ["relative", "/a.jpg", null],
  ["data", "data:image/png;base64,AAAA", null],
  ["a script", "javascript:alert(1)", null],
  ["with a password", "https://ana:pw@pictures.example/a.jpg", null],
  ["in a network of one's own", "http://cms/a.jpg", null],
  ["a number", "http://10.0.0.4/a.jpg", null],
  ["local", "http://cms.local/a.jpg", null],
  ["longer than platforms take", `https://pictures.example/${"a".repeat(2000)}`, null],
  ["no picture", "https://pictures.example/a", "video/mp4"],
  ["a picture that not every platform shows", "https://pictures.example/a.webp", null],
  ["one for sale", "https://pictures.example/a_WatermarkPreview.jpg", null],
])("a picture's address is not %s", (_what, url, type) => {
  expect(pictureIn({}, [size(url, null, type)])).toBeNull();
});

test("what it shows is cut at a word, and may be left unsaid", () => {
  expect(pictureIn({ alt: null })?.alt).toBe(PIER.caption);
  expect(pictureIn({ alt: null, caption: " " })?.alt).toBeNull();
  const long = pictureIn({ alt: "pier ".repeat(400) })?.alt ?? "";
  expect(long.length).toBeLessThanOrEqual(1_000);
  expect(long).toMatch(/pier…$/);
});

test.each<[string, Partial<Picture> | null, boolean]>([
  ["the same", {}, true],
  ["signed anew", { url: `${URL}?Expires=2#top` }, true],
  ["set otherwise", { credit: "Ana  Field/Harbour News" }, true],
  ["another", { url: "https://pictures.example/other.jpg" }, false],
  ["credited otherwise", { credit: "Ben Roe/Harbour News" }, false],
  ["described otherwise", { alt: "Another pier" }, false],
  ["gone", null, false],
])("a picture that is %s", (_what, fields, same) => {
  const one = { url: URL, alt: "The pier", credit: "Ana Field/Harbour News" };
  expect(isSamePicture(one, fields === null ? undefined : { ...one, ...fields })).toBe(same);
});
