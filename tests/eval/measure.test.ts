import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Brief, WriteBrief } from "#core/brief/brief.ts";
import type { Quote } from "#core/speech/quote.ts";
import { faultsOf } from "./check.ts";
import { GoldArticle } from "./gold.ts";
import { markdownOf, NoPlaceError, replaceBlock } from "./into.ts";
import { locate } from "./locate.ts";
import { measureGold } from "./measure-gold.ts";
import { measureQuoted, measureSummarised, readOutside } from "./outside.ts";
import { goldFigures, worstCases } from "./report.ts";

const BODY =
  "The bridge may reopen, the council said. “It held for one night,” said Mira Solen, the engineer. Photo: Ned Quist";

function articleOf(labels: object) {
  const article = { styles: ["wire"], title: "Bridge", body: BODY, quotes: [], ...labels };
  return { ...GoldArticle.parse({ facts: [["reopen"]], ...article }), name: "bridge" };
}

const ARTICLE = articleOf({
  quotes: [{ text: "It held [...] night,", who: "Mira Solen", role: "the engineer", cue: "said" }],
  claims: [{ has: "reopen", owner: "council", hedge: "may" }],
  furniture: ["Ned Quist"],
});

function quoteOf(name: string | null, fields: Partial<Quote> = {}): Quote {
  const [start, end] = [BODY.indexOf("It held"), BODY.indexOf(",” said")];
  const at = { start: BODY.indexOf("Mira"), end: BODY.indexOf("Mira") + 10 };
  const speaker = name === null ? null : { name, role: "the engineer", ...at };
  return {
    text: BODY.slice(start, end),
    start,
    end,
    cue: "said",
    hedge: null,
    through: null,
    speaker,
    ...fields,
  };
}

const GOOD: Brief = {
  ...{
    id: "bridge",
    headline: "Bridge",
    body: BODY,
    dateline: null,
    language: "en",
    kind: "report",
    speakersRead: true,
  },
  facts: [
    { text: "The bridge may reopen.", start: 0, end: 40, attribution: "the council", hedge: "may" },
  ],
  quotes: [quoteOf("Mira Solen")],
};

const writing =
  (brief: Partial<Brief>): WriteBrief =>
  () => ({ ...GOOD, ...brief });

describe("the gold set's score", () => {
  test("finds no fault with a brief that is as labelled", () => {
    const score = measureGold(ARTICLE, writing({}));
    expect(faultsOf("bridge", score.checks)).toEqual([]);
    const figures = new Map(goldFigures([score], 1).map(({ label, value }) => [label, value]));
    expect(figures.get("speakers: attributed F1")).toBe(100);
    expect(figures.get("speakers: wrong name, of all quotes")).toBe(0);
    expect(figures.get("claims: hedge kept")).toBe(100);
  });

  const [fact] = GOOD.facts;
  test.each<[string, Partial<Brief>]>([
    ["wrong speaker", { quotes: [quoteOf("Joss Harrow")] }],
    ["speaker only described", { quotes: [quoteOf("the engineer")] }],
    ["no speaker", { quotes: [quoteOf(null)] }],
    ["name not in full", { quotes: [quoteOf("Solen")] }],
    ["wrong cue", { quotes: [quoteOf("Mira Solen", { cue: "told" })] }],
    ["missed quote", { quotes: [] }],
    ["first fact untold", { facts: [] }],
    ["lede not first", { facts: fact ? [{ ...fact, text: "The council said." }, fact] : [] }],
    ["owner lost", { facts: fact ? [{ ...fact, attribution: null }] : [] }],
    ["furniture", { headline: "Ned Quist" }],
    ["headline", { headline: "A bridge" }],
    ["not verbatim", { facts: fact ? [{ ...fact, text: "The old bridge may reopen." }] : [] }],
  ])("finds the fault: %s", (kind, brief) => {
    const { checks } = measureGold(ARTICLE, writing(brief));
    expect(faultsOf("bridge", checks).map((fault) => fault.kind)).toContain(kind);
  });

  test("a name where the article settles none is a wrong name", () => {
    const unsettled = articleOf({ quotes: [{ text: "It held for one night,", who: null }] });
    const { checks } = measureGold(unsettled, writing({}));
    expect(faultsOf("bridge", checks).map(({ kind }) => kind)).toEqual(["wrong speaker"]);
    const silent = measureGold(unsettled, writing({ quotes: [quoteOf(null)] }));
    expect(faultsOf("bridge", silent.checks)).toEqual([]);
  });

  test("a claim of what the article says itself is invented", () => {
    const plain = articleOf({ ownVoice: ["may reopen"] });
    const { checks } = measureGold(plain, writing({ quotes: [] }));
    expect(faultsOf("bridge", checks).map(({ kind }) => kind)).toEqual(["owner invented"]);
  });

  test("the worst cases are counted by kind", () => {
    const fault = { article: "bridge", kind: "headline", expected: "a", got: "b" } as const;
    expect(worstCases([fault, fault], 1)).toBe(
      "2 × headline\n\nheadline · bridge\n  expected  a\n  got       b",
    );
    expect(worstCases([], 5)).toBe("no faults");
  });
});

describe("an outside set", () => {
  const start = BODY.indexOf("“It held");
  const label = { start, end: BODY.indexOf("” said") + 1, type: "direct", speaker: "she" };
  const article = { id: "bridge", text: BODY, quotes: [{ ...label, speakerResolved: "Solen" }] };

  test("is scored where its quotes stand in its own text", () => {
    // Reading takes white space away, so that the offsets of the brief are not those of the set.
    const spaced = { ...article, text: `   ${BODY}` };
    const moved = {
      ...label,
      start: label.start + 3,
      end: label.end + 3,
      speakerResolved: "Solen",
    };
    const { spans } = measureQuoted({ ...spaced, quotes: [moved] }, writing({}), ["direct"]);
    expect(spans).toMatchObject({ labelled: 1, covered: 1, namedRight: 1, sound: 1 });
  });

  test("leaves labels of other types open", () => {
    const { spans } = measureQuoted(article, writing({}), ["indirect"]);
    expect(spans).toMatchObject({ labelled: 0, found: 0 });
  });

  test("a pronoun settles no speaker", () => {
    const unsettled = { ...article, quotes: [label] };
    expect(measureQuoted(unsettled, writing({}), ["direct"]).spans.named).toBe(0);
  });

  test("the first facts are its summary", () => {
    const summarised = { id: "bridge", text: BODY, reference: ["The bridge may reopen."] };
    expect(measureSummarised(summarised, writing({}), 1).one).toBe(100);
    expect(measureSummarised(summarised, writing({}), 0).one).toBe(0);
  });

  test.each([
    ["quotes", { quotes: [] }],
    ["summaries", { reference: ["It held."] }],
  ])("of %s is known by its first line", (kind, fields) => {
    const folder = mkdtempSync(join(tmpdir(), "copydesk-eval-"));
    const file = join(folder, "set.jsonl");
    writeFileSync(file, `${JSON.stringify({ id: "a", text: "It held.", ...fields })}\n\n`);
    const set = readOutside(file);
    rmSync(folder, { recursive: true });
    expect([set.kind, set.articles.length]).toEqual([kind, 1]);
  });
});

test.each([
  ["held for one", 1, "held for one"],
  ["held [...] night", 1, "held for one night"],
  ["the", 2, "the"],
  ["fell", 1, null],
  ["night [...] held", 1, null],
])("the label %s, occurrence %i, is %s", (words, nth, found) => {
  const range = locate(BODY, words, nth);
  expect(range === null ? null : BODY.slice(range.start, range.end)).toBe(found);
});

describe("figures in a document", () => {
  const figure = { label: "quotes: F1", unit: "%", value: 98.65 } as const;

  test("stand as a table with a column for each set", () => {
    const table = markdownOf([
      { set: "gold", figures: [figure] },
      { set: "other", figures: [{ ...figure, label: "ROUGE-1" }] },
    ]);
    expect(table.split("\n")).toEqual([
      ...["| | gold | other |", "|---|---:|---:|"],
      ...["| quotes: F1 | 98.7 % |  |", "| ROUGE-1 |  | 98.7 % |"],
    ]);
  });

  test("replace what stood between their marks, and nothing else", () => {
    const document = "Before\n<!-- x -->\nold\n<!-- /x -->\nafter";
    const once = replaceBlock(document, "x", "new");
    expect(once).toBe("Before\n<!-- x -->\n\nnew\n\n<!-- /x -->\nafter");
    expect(replaceBlock(once, "x", "new")).toBe(once);
    expect(() => replaceBlock(document, "y", "new")).toThrow(NoPlaceError);
  });
});
