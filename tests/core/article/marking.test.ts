import { describe, expect, test } from "vitest";
import { type Aside, copyOf } from "#core/article/copy.ts";
import { markOf, readMarking } from "#core/article/marking.ts";

describe("a line that says for whom its copy is, and nothing else", () => {
  test.each([
    "INTERNAL",
    "*** INTERNAL ***",
    "[internal: yes]",
    "Internal only",
    "Internal – desk only",
    "Internal: newsroom only",
    "Distribution: internal",
    "For internal circulation",
    "Newsroom only",
    "For the desk only",
    "Editors’ eyes only",
    "Nur für den internen Gebrauch",
    "Usage interne uniquement",
    "Uso interno",
  ])("%s: the desk alone", (line) => {
    expect(markOf(line)).toBe("internal");
  });

  test.each([
    "Subscribers only",
    "Usage terms: subscribers only",
    "For internal use only",
    "Not for use in Norway",
    "Strictly confidential",
    "CONFIDENTIAL – not for release",
  ])("%s: not the public", (line) => {
    expect(markOf(line)).toBe("terms");
  });

  test.each([
    "Internal: no",
    "Internal: what the board knew",
    "Internal affairs minister quits",
    "Internal medicine",
    "Internal memo shows that the board knew",
    "The memo was for internal use only, he said.",
    "Staff",
    "Newsroom",
    "Confidential papers were found in a skip",
    "Not for use was the word of the day.",
    "",
  ])("near miss: %s", (line) => {
    expect(markOf(line)).toBeNull();
  });
});

const BODY = "The board met on Friday.\n\nIt agreed a plan.";

function marking(stated: Parameters<typeof copyOf>[2], body = BODY) {
  return readMarking(copyOf("text", [body], { title: "A plan for the quay", ...stated }));
}

function aside(place: string, field: string | null, text: string): { asides: readonly Aside[] } {
  return { asides: [{ place, field, text }] };
}

test.each([
  ["in the story", {}, `${BODY}\n\ninternal: yes`],
  ["on a line of a paragraph", {}, `The board met.\nINTERNAL\nIt agreed.`],
  ["at the end of a headline", { title: "A plan for the quay (internal only)" }, BODY],
  ["behind a comma of it", { title: "A plan for the quay, internal: yes" }, BODY],
  ["before a headline", { title: "INTERNAL: A plan for the quay" }, BODY],
  ["in brackets before it", { title: "[internal] A plan for the quay" }, BODY],
  ["in a page header", aside("the page header", null, "Harbour News\nINTERNAL"), BODY],
  ["in a subject", aside("the subject of the mail", null, "INTERNAL – a plan"), BODY],
  ["in a name", aside("the file name", null, "INTERNAL plan"), BODY],
  ["in a folder's name", aside("the folder name", null, "internal"), BODY],
  ["in a field", aside("the front matter", "audience", "internal"), BODY],
  ["in a field that is set", aside("the fields of the item", "internal", "true"), BODY],
])("copy is for the desk alone by what stands %s", (_where, stated, body) => {
  expect(marking(stated, body).internal).toBe(true);
});

test.each([
  ["in a field", aside("the header of the mail", "Sensitivity", "Company-Confidential")],
  ["at the end of a headline", { title: "A plan for the quay – subscribers only" }],
])("copy is not for the public by what stands %s", (_where, stated) => {
  expect(marking(stated)).toMatchObject({ internal: false, terms: expect.any(String) });
});

test.each([
  ["a headline", { title: "Internal: what the board knew" }],
  ["a headline with brackets", { title: "Board meets (and agrees)" }],
  ["a field for everyone", aside("the front matter", "audience", "everyone")],
  ["a field of another name", aside("the front matter", "mood", "internal")],
  ["a name", aside("the file name", null, "internal affairs minister")],
])("near miss: %s marks nothing", (_what, stated) => {
  expect(marking(stated)).toEqual({ internal: false, terms: null });
});
