import { expect, test } from "vitest";
import { type Packed, zipOf } from "./fixture/zip.ts";
import { readBytes, reasonOf, storiesOf } from "./helpers.ts";

const STORY = "Ferry stops at Port Ellis\n\nThe ferry stops in June, the council said on Monday.";
const MEGABYTE = 1024 * 1024;
const story = (name: string): Packed => ({ name, content: STORY });

test("every file of an archive is a story of its own, named by its path", async () => {
  const archive = zipOf([
    story("ferry.txt"),
    { name: "sport/", content: "", stored: true },
    { name: "sport/cup.md", content: "# Cup goes north\n\nNorth won the cup.", stored: true },
  ]);
  expect(await storiesOf("news.zip", archive)).toMatchObject(
    new Map([
      ["ferry.txt", { ok: true, copy: { title: "Ferry stops at Port Ellis" } }],
      ["sport/cup.md", { ok: true, copy: { format: "markdown", body: "North won the cup." } }],
    ]),
  );
});

test("an archive in an archive is opened too", async () => {
  const inner = zipOf([story("ferry.txt")]);
  const stories = await storiesOf("a.zip", zipOf([{ name: "week/inner.zip", content: inner }]));
  expect([...stories.keys()]).toEqual(["week/inner.zip#ferry.txt"]);
});

test("archives in archives are opened only so deep", async () => {
  let archive = zipOf([story("ferry.txt")]);
  for (let depth = 0; depth < 6; depth += 1)
    archive = zipOf([{ name: "in.zip", content: archive }]);
  const [[, deepest] = []] = [...(await storiesOf("a.zip", archive))];
  expect(deepest).toMatchObject({ ok: false, reason: expect.stringMatching(/too deep/u) });
});

test("what programs put in for themselves is passed over without a word", async () => {
  const archive = zipOf([
    story("ferry.txt"),
    ...["__MACOSX/._ferry.txt", ".DS_Store", "week/.hidden", "~$ferry.docx", "Thumbs.db"].map(
      story,
    ),
  ]);
  expect([...(await storiesOf("a.zip", archive)).keys()]).toEqual(["ferry.txt"]);
});

test.each<[Packed, RegExp]>([
  [story("../ferry.txt"), /points out/u],
  [story("a/../../ferry.txt"), /points out/u],
  [story("/etc/ferry.txt"), /points out/u],
  [story("C:/ferry.txt"), /points out/u],
  [story("a\\..\\ferry.txt"), /points out/u],
  [story("ferry\0.txt"), /points out/u],
  [{ ...story("ferry.txt"), mode: 0o120777 }, /link/u],
  [{ ...story("ferry.txt"), locked: true }, /password/u],
  [{ ...story("ferry.txt"), declares: 20 }, /cannot be unpacked/u],
  [{ ...story("ferry.txt"), declares: 2000 }, /cannot be unpacked/u],
  [{ ...story("ferry.txt"), checksum: 7 }, /damaged/u],
  [{ name: "photo.jpg", content: Uint8Array.of(0xff, 0xd8, 0xff, 0xe0) }, /JPEG image/u],
  [{ name: "empty.txt", content: "" }, /empty/u],
  [{ name: "zeros.txt", content: Buffer.alloc(4 * MEGABYTE) }, /two hundred times/u],
])("%j is refused, and the story beside it is read", async (refused, reason) => {
  const stories = [...(await storiesOf("a.zip", zipOf([refused, story("b.txt")]))).values()];
  expect(stories).toMatchObject([
    { ok: false, reason: expect.stringMatching(reason) },
    { part: "b.txt", ok: true },
  ]);
});

test("a name with dots in it is no path trick", async () => {
  const names = ["week..2/ferry..final.txt", "a ... b.txt"];
  const stories = await storiesOf("a.zip", zipOf(names.map(story)));
  expect([...stories.values()].map(({ ok }) => ok)).toEqual([true, true]);
});

test("two files of one name are one doubt", async () => {
  const archive = zipOf([
    story("a.txt"),
    { name: "a.txt", content: "Another story." },
    story("b.txt"),
  ]);
  expect([...(await storiesOf("a.zip", archive)).values()]).toMatchObject([
    { part: "a.txt", ok: false, reason: expect.stringMatching(/two files/u) },
    { part: "b.txt", ok: true },
  ]);
});

test.each<[string, () => Uint8Array, RegExp]>([
  ["nothing", () => zipOf([]), /no story/u],
  ["only what is passed over", () => zipOf([story(".DS_Store")]), /no story/u],
  ["no directory", () => zipOf([story("a.txt")]).subarray(0, -30), /cut off/u],
  ["half of itself", () => zipOf([story("a.txt")]).subarray(0, 60), /cut off/u],
  [
    "too many files",
    () => zipOf(Array.from({ length: 5001 }, (_, at) => story(`${at}`))),
    /5,000/u,
  ],
  [
    "more than 64 MB",
    () => zipOf([{ name: "a.txt", content: "a", declares: 65 * MEGABYTE }]),
    /more than 64 MB/u,
  ],
  ["a workbook", () => zipOf(["[Content_Types].xml", "xl/workbook.xml"].map(story)), /Excel/u],
  [
    "slides",
    () => zipOf(["[Content_Types].xml", "ppt/presentation.xml"].map(story)),
    /PowerPoint/u,
  ],
  [
    "an e-book",
    () => zipOf([{ name: "mimetype", content: "application/epub+zip", stored: true }]),
    /e-book/u,
  ],
])("an archive with %s is quarantined", async (_, archive, reason) => {
  expect(await reasonOf(readBytes("a.zip", archive()))).toMatch(reason);
});

test("what an archive holds in all is counted through every depth", async () => {
  const noise = Buffer.alloc(7 * MEGABYTE, "A ferry stops here. ");
  const inner = zipOf([{ name: "a.bin", content: noise, stored: true }]);
  const archive = zipOf(
    Array.from({ length: 8 }, (_, at) => ({ name: `${at}.zip`, content: inner, stored: true })),
  );
  const stories = [...(await storiesOf("a.zip", archive)).values()];
  expect(stories.at(-1)).toMatchObject({ ok: false, reason: expect.stringMatching(/64 MB/u) });
});
