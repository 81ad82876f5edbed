import fc from "fast-check";
import { expect, test } from "vitest";
import { type Copy, copyOf } from "#core/article/copy.ts";
import { makeArticle } from "#core/article/make.ts";

const BODY = "OSLO, May 7 (Harbour News) – The harbour closed on Wednesday.";
const META = {
  id: "h4rb0ur",
  revision: 2,
  path: "news/harbour.md",
  contentHash: "00ff",
  takenIn: Date.UTC(2025, 4, 7, 9),
};
const COPY: Copy = copyOf("markdown", [BODY], {
  title: " Harbour closes ",
  byline: "Ann Field",
  date: "2025-05-07T08:00Z",
  section: " ",
  tags: ["Harbour", " harbour", "Oslo", ""],
  slug: "HARBOUR-CLOSES",
  urgency: "urgent",
  embargo: null,
  sourceUrl: "javascript:alert(1)",
  source: "Harbour News",
});

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
    ...{ subheadline: null, located: null, subjects: [], places: [], people: [] },
    ...{ status: "usable", announced: null, change: null, guid: null, version: null },
    ...{ editorNote: null, usageTerms: null, copyright: null, language: null },
  });
});

test.each([
  [{ embargo: "2025-05-09T00:01Z" }, Date.UTC(2025, 4, 9, 0, 1)],
  [{ title: "EMBARGOED UNTIL 0001 GMT, May 9: Harbour closes" }, Date.UTC(2025, 4, 9, 0, 1)],
  [{ title: "EMBARGOED UNTIL DELIVERY: Harbour closes" }, null],
  [{ body: "EMBARGOED UNTIL 0001 GMT, May 9\n\nThe harbour closed." }, Date.UTC(2025, 4, 9, 0, 1)],
])("an embargo is found in field, headline and body: %j", (changed, instant) => {
  const { embargo } = makeArticle({ ...COPY, ...changed }, META);
  expect(embargo).toMatchObject(
    instant === null ? { kind: "unreadable" } : { kind: "until", instant },
  );
});

test.each([
  [{ status: "stat:canceled" }, "killed", "kill"],
  [{ title: "KILL: Harbour closes" }, "killed", "kill"],
  [{ title: "ADVISORY: withhold" }, "withheld", "advisory"],
  [{ title: "CORRECTION: Harbour closes" }, "usable", "correction"],
  [{ editorNote: "EDS: Please disregard" }, "killed", "kill"],
  [{}, "usable", undefined],
])("what may be done with copy that states %j is read: %s", (changed, status, kind) => {
  const article = makeArticle({ ...COPY, ...changed }, META);
  expect([article.status, article.announced?.kind]).toEqual([status, kind]);
});

test.each([
  [{ version: "2" }, 2],
  [{ version: "urn:newsml:harbour.example:20250507:pier:3" }, 3],
  [{ version: "1st Ld" }, 1],
  [{ title: "UPDATE 2-Harbour closes" }, 2],
  [{ version: "4", title: "UPDATE 2-Harbour closes" }, 4],
  [{ version: "final" }, null],
  [{}, null],
])("the version of copy that states %j is %s", (changed, version) => {
  expect(makeArticle({ ...COPY, ...changed }, META).version).toBe(version);
});

test.each([
  ["OSLO, May 7", { place: "OSLO", date: "May 7", agency: null }],
  ["Oslo, Norway", { place: "Oslo, Norway", date: null, agency: null }],
  ["OSLO, May 7 (Harbour News) -", { place: "OSLO", date: "May 7", agency: "Harbour News" }],
  ["Oslo (Harbour News)", { place: "Oslo", date: null, agency: "Harbour News" }],
  ["May 7", null],
  ["2025-05-07", null],
  [" ", null],
])("a dateline in a field of its own, %j, counts where the story has none", (dateline, expected) => {
  const copy = { ...COPY, body: "The harbour closed on Wednesday.", dateline };
  expect(makeArticle(copy, META).dateline).toEqual(expected);
  expect(makeArticle({ ...COPY, dateline: "BERGEN" }, META).dateline?.place).toBe("OSLO");
});

test.each([
  [{ status: "embargoed" }, { kind: "unreadable", text: "embargoed" }],
  [{ status: "embargoed", embargo: "2025-05-09T00:01Z" }, { kind: "until" }],
  [{ status: "embargoed", editorNote: "Embargoed until 0001 GMT, May 9" }, { kind: "until" }],
  [{ status: "Embargoed to 0001 GMT Friday May 9" }, { kind: "until" }],
  [{ editorNote: "STRICTLY EMBARGOED" }, { kind: "unreadable" }],
])("an embargo in status and note is found: %j", (changed, expected) => {
  expect(makeArticle({ ...COPY, ...changed }, META).embargo).toMatchObject(expected);
});

test("any copy makes an article", () => {
  const text = fc.option(fc.string({ unit: "binary" }), { nil: null });
  const fields = fc.record({
    ...{ title: text, status: text, version: text, dateline: text, embargo: text, date: text },
    ...{ editorNote: text, usageTerms: text, guid: text, slug: text, source: text },
  });
  fc.assert(
    fc.property(fields, fc.string({ unit: "binary" }), (stated, body) => {
      expect(makeArticle({ ...COPY, ...stated, body }, META).body).toBe(body);
    }),
  );
});

test.each([
  ["2026-05-08T05:00:00Z; UNTIL 0001 GMT, May 9, 2026", null, "2026-05-09T00:01Z"],
  ["2026-05-08T05:00:00Z", "Embargoed until 0001 GMT, May 12, 2026", "2026-05-12T00:01Z"],
  // The same moment without its zone holds nothing longer than the field.
  ["2026-05-09T00:01Z", "Embargoed until 0001, May 9, 2026", "2026-05-09T00:01Z"],
  ["2026-05-09T00:01Z", "With pictures.", "2026-05-09T00:01Z"],
])("an embargo of %j with the note %j ends at %s", (embargo, editorNote, until) => {
  const meta = { ...META, takenIn: Date.parse("2026-05-08T04:00Z") };
  expect(makeArticle({ ...COPY, embargo, editorNote }, meta).embargo).toMatchObject({
    instant: Date.parse(until),
  });
});

test("no soft hyphen parts a word of the story, and offsets count without them", () => {
  const [title, body] = [
    "Har\u00adbour shut",
    "OSLO (AP) — The har\u00adbour is shut, well-known as it is.",
  ];
  const article = makeArticle({ ...COPY, title, body }, META);
  expect(article.title).toBe("Harbour shut");
  expect(article.body).toBe("OSLO (AP) — The harbour is shut, well-known as it is.");
});
