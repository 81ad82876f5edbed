import { expect, test } from "vitest";
import type { Copy } from "#core/article/copy.ts";
import { makeArticle } from "#core/article/make.ts";

const META = {
  id: "h4rb0ur",
  revision: 2,
  path: "news/harbour.md",
  contentHash: "00ff",
  takenIn: Date.UTC(2025, 4, 7),
};
const COPY: Copy = {
  format: "markdown",
  title: " Harbour closes ",
  body: "OSLO, May 7 (Harbour News) – The harbour closed on Wednesday.",
  byline: "Ann Field",
  date: "2025-05-07T08:00Z",
  section: " ",
  tags: ["Harbour", " harbour", "Oslo", ""],
  slug: "HARBOUR-CLOSES",
  urgency: "urgent",
  embargo: null,
  sourceUrl: "javascript:alert(1)",
  source: "Harbour News",
};

test("an article has the fields of its copy, read", () => {
  expect(makeArticle(COPY, META)).toEqual({
    ...META,
    format: "markdown",
    title: "Harbour closes",
    body: COPY.body,
    dateline: { place: "OSLO", date: "May 7", agency: "Harbour News" },
    byline: "Ann Field",
    published: Date.UTC(2025, 4, 7, 8),
    section: null,
    tags: ["Harbour", "Oslo"],
    slug: "HARBOUR-CLOSES",
    urgency: 3,
    embargo: null,
    sourceUrl: null,
    source: "Harbour News",
  });
});

test.each([
  [{ embargo: "2025-05-09T00:01Z" }, Date.UTC(2025, 4, 9, 0, 1)],
  [{ title: "EMBARGOED UNTIL 0001 GMT, May 9: Harbour closes" }, null],
  [{ body: "EMBARGOED UNTIL 0001 GMT, May 9\n\nThe harbour closed." }, Date.UTC(2025, 4, 9, 0, 1)],
])("an embargo is found in field, headline and body: %j", (changed, instant) => {
  const { embargo } = makeArticle({ ...COPY, ...changed }, META);
  expect(embargo).toMatchObject(
    instant === null ? { kind: "unreadable" } : { kind: "until", instant },
  );
});
