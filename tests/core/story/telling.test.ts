import fc from "fast-check";
import { expect, test } from "vitest";
import type { Filing } from "#core/change/filing.ts";
import { sayOthers, tellStory } from "#core/story/telling.ts";
import { sampleArticle, sampleBrief } from "#tests/samples.ts";

interface Given {
  readonly id: string;
  readonly source?: string | null;
  readonly urgency?: 1 | 3 | 5;
  readonly at?: number;
  readonly length?: number;
  readonly url?: string;
}

function report({ id, source = "Tarn Wire", urgency, at = 0, length = 400, url }: Given): Filing {
  const body = "x".repeat(length);
  const article = sampleArticle({
    ...{ id, source, published: at, body, urgency: urgency ?? null, sourceUrl: url ?? null },
  });
  return { article, brief: { ...sampleBrief(article), body } };
}

const leadOf = (...given: readonly Given[]) => tellStory(given.map(report))?.lead.article.id;

test("the most urgent report leads, then the latest, then the one whose id comes first", () => {
  expect(leadOf({ id: "a" }, { id: "b", urgency: 3 })).toBe("b");
  expect(leadOf({ id: "a" }, { id: "b", at: 1 })).toBe("b");
  expect(leadOf({ id: "b" }, { id: "a" })).toBe("a");
});

test("a flash does not lead where the story is told in full", () => {
  expect(leadOf({ id: "flash", urgency: 1, length: 90 }, { id: "full", urgency: 3 })).toBe("full");
  expect(leadOf({ id: "flash", urgency: 1, length: 90 })).toBe("flash");
});

test("nobody tells a story without reports", () => {
  expect(tellStory([])).toBeNull();
});

test.each([
  ["nobody else", [{ id: "a" }], ""],
  [
    "one source beside it",
    [
      { id: "a", at: 1 },
      { id: "b", source: "AFP" },
    ],
    "also: AFP",
  ],
  [
    "sources with several reports",
    [
      { id: "a", at: 9 },
      ...["b", "c"].map((id) => ({ id, source: "AFP" })),
      { id: "d", source: "Reuters" },
    ],
    "also: AFP, Reuters (3 reports)",
  ],
  [
    "a report of nobody",
    [
      { id: "a", at: 1 },
      { id: "b", source: null },
    ],
    "",
  ],
] as const)("others: %s", (_, given, said) => {
  const telling = tellStory(given.map(report));
  const pieces = telling === null ? [] : sayOthers(telling);
  expect(pieces.map(({ text }) => text).join("")).toBe(said);
});

test("a source is named with the address of its report that ranks first, where its copy has one", () => {
  const telling = tellStory([
    report({ id: "lead", at: 9 }),
    report({ id: "old", source: "AFP", at: 1, url: "https://afp.example/old" }),
    report({ id: "new", source: "AFP", at: 2, url: "https://afp.example/new" }),
    report({ id: "mute", source: "Reuters" }),
  ]);
  if (telling === null) return expect.unreachable();
  expect(sayOthers(telling).filter(({ href }) => href !== null)).toEqual([
    { text: "AFP", href: "https://afp.example/new" },
  ]);
});

test("near-identical copy is not counted, and leads only where its original is not there", () => {
  const [one, copy] = [report({ id: "one" }), report({ id: "copy", source: "AFP", at: 5 })];
  const copies = new Map([["copy", "one"]]);
  expect(tellStory([one, copy], copies)).toMatchObject({ lead: one, reports: 1, others: [] });
  expect(tellStory([copy], copies)?.lead).toBe(copy);
});

test("of what a source files again only the last is counted, and it may lead", () => {
  const [first, again] = [report({ id: "first" }), report({ id: "again", at: 5 })];
  const copies = new Map([["again", "first"]]);
  expect(tellStory([first, again], copies)).toMatchObject({ lead: again, reports: 1 });
});

test("of its own text, filed thrice without a source, the newsroom tells what came in last", () => {
  const versions = ["one", "two", "three"].map((id, at) =>
    report({ id, source: null, length: 400 + at }),
  );
  const reports = versions.map(({ article, ...rest }, at) => ({
    ...{ ...rest, article: { ...article, dateline: null, takenIn: at } },
  }));
  const copies = new Map([
    ["two", "one"],
    ["three", "one"],
  ]);
  expect(tellStory(reports, copies)).toMatchObject({ lead: reports[2], reports: 1 });
});

test("the order of the reports changes nothing", () => {
  const reports = ["a", "b", "c", "d"].map((id, at) => report({ id, at: at % 2, source: id }));
  fc.assert(
    fc.property(fc.shuffledSubarray(reports, { minLength: 4 }), (order) => {
      expect(tellStory(order)).toEqual(tellStory(reports));
    }),
  );
});
