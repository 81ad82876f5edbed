import { expect, test } from "vitest";
import type { Article } from "#core/article/article.ts";
import { type Audience, isFor, mayRead, readInternal, refusalOf } from "#core/article/audience.ts";
import { copyOf } from "#core/article/copy.ts";
import { makeArticle } from "#core/article/make.ts";
import { sampleArticle } from "#tests/samples.ts";

const SECTIONS = ["legal", " Planning "];
const TERMS = "Its terms of use keep it off public channels: “No resale”";
const MARKED = "It is marked internal, and the channel is not";

// Read by the outside world, by the newsroom's people, by its desk.
test.each<readonly [Partial<Article>, string | null, string | null]>([
  [{}, null, null],
  [{ usageTerms: "Free for all use" }, null, null],
  [{ usageTerms: "No resale" }, TERMS, null],
  [{ editorNote: "No resale" }, TERMS, null],
  [{ internal: true }, MARKED, MARKED],
  // What is stricter counts.
  [{ internal: true, usageTerms: "No resale" }, MARKED, MARKED],
  [{ section: "sport" }, null, null],
  [{ section: "legal affairs" }, null, null],
  ...["Legal", "LEGAL ", "planning", "Desk/legal", "news, planning", "le\u200bgal"].map(
    (section) => {
      const says = `Its section, ${section}, is for internal channels alone`;
      return [{ section }, says, says] as const;
    },
  ),
])("copy that says %j is refused outside for %j, and within for %j", (says, outside, within) => {
  const article = sampleArticle({ section: null, ...says });
  const by = (audience: Audience) => refusalOf(article, { audience, internalSections: SECTIONS });
  expect([by("public"), by(null), by("internal")]).toEqual([outside, within, null]);
});

test("an article may be shown wherever no reason is given why not", () => {
  for (const internal of [undefined, true] as const) {
    const article = sampleArticle({ ...(internal && { internal }), section: "legal" });
    for (const audience of ["public", null, "internal"] as const) {
      const readers = { audience, internalSections: SECTIONS };
      expect(mayRead(article, readers)).toBe(refusalOf(article, readers) === null);
    }
  }
});

test("what is for one audience is for every narrower one, and for no wider", () => {
  const widths: readonly Audience[] = ["public", null, "internal"];
  const pairs = widths.flatMap((one, at) => widths.map((other, to) => [one, other, at <= to]));
  for (const [one, other, may] of pairs)
    expect(isFor(one as Audience, other as Audience)).toBe(may);
});

test.each([
  [undefined, false],
  ["", false],
  ["no", false],
  ["False", false],
  ["0", false],
  ["yes", true],
  ["true", true],
  // Whatever else a desk writes there, it means something by it.
  ["until the board has met", true],
])("a marking that says %j marks: %j", (stated, marks) => {
  expect(readInternal(stated)).toBe(marks);
  const copy = copyOf("text", ["The tide turned."], {
    ...(stated !== undefined && { internal: stated }),
  });
  const meta = { id: "a", revision: 1, path: "a.txt", contentHash: "0", takenIn: 0 };
  expect("internal" in makeArticle(copy, meta)).toBe(marks);
});

test("what marks copy on a line of its own counts for its article as a field does", () => {
  const meta = { id: "a1", revision: 1, path: "a.txt", contentHash: "", takenIn: 0 };
  const read = (body: string) => makeArticle(copyOf("text", [body], {}), meta);
  expect(read("The board met.\n\nINTERNAL").internal).toBe(true);
  expect(read("The board met.\n\nSubscribers only").usageTerms).toBe("Subscribers only");
  expect(read("The board met.")).toMatchObject({ usageTerms: null });
  expect(read("The board met.").internal).toBeUndefined();
});
