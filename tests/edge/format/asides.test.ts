import { expect, test } from "vitest";
import { type Aside, LONGEST_ASIDE } from "#core/article/copy.ts";
import { asideOf, chosenAsides, fieldAside, fieldAsides, nameAside } from "#edge/format/aside.ts";
import { copyOf, readText } from "./helpers.ts";

const LEDE = "PORT ELLIS, May 8 (Port News) – The ferry stops in June, the council said on Monday.";
const SECOND = "“It costs too much,” the mayor, Ada Quill, told the council.";
const BODY = `${LEDE}\n\n${SECOND}`;
const NOTICE = "Nothing of this before Monday at six";
const HEAD = "Ferry stops in June";

const aside = (place: Aside["place"], text: string, field: string | null = null): Aside => ({
  place,
  field,
  text,
});

test.each<[string, string, string, Aside]>([
  [
    "a header line",
    "a.txt",
    `Slug: HOLD-FERRY\n${HEAD}\n\n${BODY}`,
    aside("above the story", "Slug: HOLD-FERRY"),
  ],
  [
    "a line that stands on the headline",
    "a.txt",
    `Press release from The Ferry Trust\n${HEAD}\n\n${BODY}`,
    aside("above the story", "Press release from The Ferry Trust"),
  ],
  [
    "what stands behind the end mark",
    "a.txt",
    `${HEAD}\n\n${BODY}\n\n-ENDS-\n\nNotes to editors\n${NOTICE}`,
    aside("below the story", `-ENDS-\nNotes to editors\n${NOTICE}`),
  ],
  [
    "notes without an end mark",
    "a.txt",
    `${HEAD}\n\n${BODY} ${SECOND} ${SECOND}\n\nNOTES TO EDITORS:\n\n${NOTICE}`,
    aside("below the story", `NOTES TO EDITORS:\n${NOTICE}`),
  ],
  [
    "a page turn",
    "a.txt",
    `${HEAD}\n\n${LEDE}\n\nMORE\n\n${SECOND}`,
    aside("among the story", "MORE"),
  ],
  [
    "the file's name",
    "news/HOLD_until-monday.txt",
    BODY,
    aside("the file name", "HOLD until monday"),
  ],
  ["a folder's name", "embargo-tuesday/a.txt", BODY, aside("the folder name", "embargo tuesday")],
  [
    "a folder in a folder",
    "news/nicht-vor-montag/a.txt",
    BODY,
    aside("the folder name", "nicht vor montag"),
  ],
  ["a comment in Markdown", "a.md", `${BODY}\n\n[//]: # (${NOTICE})`, aside("a comment", NOTICE)],
  [
    "a comment of HTML in Markdown",
    "a.md",
    `<!-- ${NOTICE} -->\n\n${BODY}`,
    aside("a comment", NOTICE),
  ],
  ["what Markdown strikes out", "a.md", `${BODY} ~~${NOTICE}~~`, aside("struck-out text", NOTICE)],
])("%s is carried", async (_, path, text, expected) => {
  const { asides, body } = await copyOf(path, text);
  expect(asides).toContainEqual(expected);
  expect(body).not.toContain(NOTICE);
});

test.each([
  ["news/ferry-stops.txt"], // says nothing of release: the same text under two names is one
  ["sport/ferry2.txt"],
])("the name %s is not carried", async (path) => {
  const { asides } = await copyOf(path, BODY);
  expect(asides.filter(({ place }) => place.endsWith("name"))).toEqual([]);
});

test("a story without anything beside it carries nothing", async () => {
  expect(await copyOf("ferry.txt", `${HEAD}\n\n${BODY}`)).toMatchObject({
    ...{ title: HEAD, body: BODY },
    asides: [],
  });
});

test.each([
  [
    "yaml",
    `---\ntitle: ${HEAD}\ndraft: true\nrelease:\n  not_before: 2027-01-05\nlist: [one, two]\n---\n${BODY}`,
  ],
  [
    "toml",
    `+++\ntitle = "${HEAD}"\ndraft = true\nlist = ["one", "two"]\n[release]\nnot_before = 2027-01-05\n+++\n${BODY}`,
  ],
  [
    "json",
    `{"title": "${HEAD}", "draft": true, "list": ["one", "two"],\n "release": {"not_before": "2027-01-05"}}\n\n${BODY}`,
  ],
])("every field of front matter in %s is carried", async (_, text) => {
  const { asides, title, body, format } = await copyOf("a.md", text);
  expect({ title, body, format }).toEqual({ title: HEAD, body: BODY, format: "markdown" });
  for (const [field, value] of [
    ["draft", "true"],
    ["release.not_before", "2027-01-05"],
    ["list", "one"],
    ["list", "two"],
  ] as const)
    expect(asides).toContainEqual(aside("the front matter", value, field));
});

test("a date and a number of TOML are fields as in YAML", async () => {
  const text = `+++\ntitle = "${HEAD}"\ndate = 2026-05-08T07:00:00Z\nurgency = 3\nversion = 2\n+++\n${BODY}`;
  expect(await copyOf("a.md", text)).toMatchObject({
    ...{ date: "2026-05-08T07:00:00.000Z", urgency: "3", version: "2" },
  });
});

test.each([
  ["---\ntitle: Ferry # not before Monday\n---\n"],
  ["+++\n# not before Monday\ntitle = 'Ferry'\n+++\n"],
])("a remark in %j is carried", async (matter) => {
  const { asides } = await copyOf("a.md", matter + BODY);
  expect(asides).toContainEqual(aside("a comment", "not before Monday"));
});

test.each([
  ["+++\ntitle = 'Ferry\n+++\nThe ferry.", /broken in line/u],
  ["+++\ntitle = 'Ferry'\nThe ferry.", /no end/u],
  ['{"title": Ferry}\n\nThe ferry.', /broken/u],
])("the front matter %j is told", async (text, reason) => {
  expect(await readText("a.md", text)).toMatchObject({
    ok: false,
    reason: expect.stringMatching(reason),
  });
});

test.each([
  ["+++\n\nThe ferry stops.\n\n+++\n\nIt is old.", "a.txt"], // rules
  ["{“Yes,” she said.} The ferry stops.", "a.txt"],
])("%j is no front matter", async (text, path) => {
  expect((await copyOf(path, text)).format).toBe("text");
});

test.each([
  ["publish", true],
  ["X-Sperrfrist", "none"],
  ["width", "600"],
  ["image", "https://harbour.example/a.jpg"],
  ["checksum", "8f434346648f6b96df89dda901c5176b10a6d83961dd3c1ac88b59b2dc327aa4"],
  ["note", { text: "no scalar" }],
  ["blank", "  "],
])("the field %j of %j is carried where it says something", (name, value) => {
  const carried = ["publish", "X-Sperrfrist"].includes(name);
  expect(fieldAside("the front matter", name, value)).toHaveLength(carried ? 1 : 0);
});

test("a long value is carried only where it may speak of release", () => {
  const plain = "Grain by rail. ".repeat(100);
  expect(fieldAside("the front matter", "summary", plain)).toEqual([]);
  expect(fieldAside("the front matter", "summary", `${plain} Sperrfrist!`)).toHaveLength(1);
  expect(fieldAside("the front matter", "hold", plain)).toHaveLength(1);
});

test("no word is lost where a text is longer than an aside", () => {
  const text = "ferry ".repeat(3000).trim();
  const pieces = asideOf("a note", text);
  expect(pieces.map((piece) => piece.text).join(" ")).toBe(text);
  for (const piece of pieces) expect(piece.text.length).toBeLessThanOrEqual(LONGEST_ASIDE);
});

test("white space is one space, line ends are kept", () => {
  expect(asideOf("a note", " one\t two\r\n\r\n\u00a0three ")).toEqual([
    aside("a note", "one two\nthree"),
  ]);
});

test("of too many asides those that may speak of release are kept, whatever their order", () => {
  const dull = Array.from({ length: 900 }, (_, index) => aside("a note", `ferry ${index}`));
  const telling = ["E M B A R G O", "не публиковать", "ｅｍｂａｒｇｏ", "sper\u00adrfrist", "解禁"];
  const chosen = chosenAsides([...dull, ...telling.map((text) => aside("a note", text))]);
  expect(chosen).toHaveLength(200);
  for (const text of telling) expect(chosen).toContainEqual(aside("a note", text));
  const many = Array.from({ length: 900 }, (_, index) => aside("a note", `hold ${index}`));
  expect(chosenAsides([...many, ...many])).toHaveLength(900);
});

test("names are carried as words, without their extension, and with their dates whole", () => {
  expect(nameAside("the file name", "draft_not-before_2027-01-05.docx")).toEqual([
    aside("the file name", "draft not before 2027-01-05"),
  ]);
});

test("fields of any depth and width take time in proportion", () => {
  let nested: unknown = "deep";
  for (let depth = 0; depth < 50_000; depth += 1) nested = { a: nested };
  expect(fieldAsides("the front matter", nested)).toEqual([]);
  const wide = Object.fromEntries(Array.from({ length: 50_000 }, (_, at) => [`hold${at}`, "yes"]));
  expect(fieldAsides("the front matter", wide)).toHaveLength(50_000);
});
