import { describe, expect, test } from "vitest";
import { type SearchFound, searchAnswer } from "#core/reply/search-answer.ts";
import { ANYTHING } from "#core/reply/sought.ts";
import { asked } from "#tests/asked.ts";
import { textOf } from "#tests/message-text.ts";
import { sampleFiled } from "#tests/samples.ts";

const BRIDGE = sampleFiled({
  ...{ id: "a1", title: "Span reopens", source: "Tarn Wire" },
  ...{ body: "Nobody waited. The harbour bridge is open.", published: Date.UTC(2026, 4, 8, 6, 20) },
});
const FERRY = sampleFiled({
  id: "a2",
  title: "Bridge shut",
  body: "A ferry runs.",
  source: null,
  dateline: null,
  published: Date.UTC(2026, 4, 7),
});

const MAY = Date.UTC(2026, 4, 9);

function found(
  changes: Partial<Omit<SearchFound, "page">> = {},
  page: { readonly number?: number; readonly more?: boolean } = {},
): SearchFound {
  return {
    ...{ about: "“bridge”", timeZone: "UTC", now: MAY, sought: { ...ANYTHING, words: ["bridge"] } },
    page: { command: "search", options: { words: "bridge" }, number: 1, more: false, ...page },
    ...{ asked: asked(), size: 10, total: 2, posted: new Map() },
    ...changes,
  };
}

describe("an answer to a search", () => {
  test("has of each article the sentence that matched, the source and the date", () => {
    const text = textOf(searchAnswer([BRIDGE, FERRY], found()));
    expect(text).toContain("The harbour bridge is open.\nTarn Wire · 8 May, 06:20\n");
    // Nothing of it stands in the text.
    expect(text).toContain("Bridge shut\n7 May\n");
    expect(text).not.toContain("Nobody waited");
  });

  test("says the year of what is of another one", () => {
    const text = textOf(searchAnswer([BRIDGE, FERRY], found({ now: Date.UTC(2027, 0, 2) })));
    expect(text).toContain("Tarn Wire · 8 May 2026, 06:20\n");
    expect(text).toContain("Bridge shut\n7 May 2026\n");
  });

  test("sets what was found strong", () => {
    const { sections } = searchAnswer([BRIDGE], found());
    const spans = sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === "paragraph" ? block.spans : [])),
    );
    expect(spans).toContainEqual({ text: "bridge", style: "strong" });
  });

  test("shows no id, and opens the sheet of each by one menu, of a single one by a button", () => {
    const { sections } = searchAnswer([BRIDGE, FERRY], found());
    const blocks = sections.flatMap((own) => own.blocks);
    expect(blocks.filter(({ kind }) => kind === "menu")).toHaveLength(1);
    // Of the articles themselves there is none: one row keeps the asker posted.
    const rows = blocks.filter((own) => own.kind === "buttons");
    expect(rows.flatMap(({ buttons }) => buttons.map(({ label }) => label))).toEqual([
      ...["Keep me posted", "As it happens"],
    ]);
    expect(textOf(searchAnswer([BRIDGE, FERRY], found()))).toContain("[Bridge shut → brief a2]");
    expect(textOf(searchAnswer([BRIDGE], found()))).toContain("[More → brief a1]");
    expect(textOf(searchAnswer([BRIDGE], found())).replace("brief a1", "")).not.toContain("a1");
  });

  test("leads to the post in which an article stands", () => {
    const url = "https://chat.example/p1";
    const posted = new Map([["a1", { channel: "front-page", url }]]);
    const { sections } = searchAnswer([BRIDGE], found({ posted }));
    const notes = sections.flatMap(({ blocks }) => blocks.filter(({ kind }) => kind === "note"));
    expect(JSON.stringify(notes)).toContain(JSON.stringify({ text: "in front-page", href: url }));
  });

  test.each([
    [2, {}, "2 articles"],
    [1, {}, "1 article"],
    [43, { more: true }, "1 to 10 of 43"],
    [43, { number: 2, more: true }, "11 to 20 of 43"],
    [43, { number: 5 }, "41 to 43 of 43"],
    [1_001, { number: 3, more: true }, "21 to 30 of more than 1000"],
  ] as const)("of %j articles tells on page %j: %s", (total, page, expected) => {
    const answer = searchAnswer([BRIDGE], found({ total }, page));
    expect(textOf(answer)).toContain(`\n${expected}\n`);
    expect(answer.summary).toContain(`: ${expected}`);
  });

  test("pages, and says where there is nothing", () => {
    const text = textOf(searchAnswer([BRIDGE], found({ total: 30 }, { number: 2, more: true })));
    expect(text).toContain("[Previous page → search bridge] [Next page → search bridge page:3]");
    expect(textOf(searchAnswer([], found()))).toContain("Nothing found for “bridge”");
    expect(textOf(searchAnswer([], found({}, { number: 4 })))).toContain("There is no page 4");
  });
});
