import fc from "fast-check";
import { expect, test } from "vitest";
import type { Article } from "#core/article/article.ts";
import type { Copy } from "#core/article/copy.ts";
import { isRevisionOf, revisionKeys, soughtKeys } from "#core/article/identity.ts";
import { articleOf, STORY } from "./sample.ts";

const OTHER_STORY = [
  "OSLO, May 7 (Harbour News) – Ferry fares will rise in autumn, the council decided after a debate that lasted all night.",
  "Commuters had protested against the plan outside the town hall since Monday morning.",
];
const GUID = "urn:newsml:harbour.example:20250507:pier";
const SLUG = { slug: "OSLO-PIER-COLLAPSE", source: "Harbour News", date: "2025-05-07T09:00Z" };

type Made = [stated: Partial<Copy>, paragraphs?: readonly string[], path?: string];

function verdict(stored: Made, incoming: Made): string {
  const [one, other] = [articleOf(...stored), articleOf(...incoming)];
  const { kind } = isRevisionOf(one, other);
  const found = soughtKeys(other).some((key) => revisionKeys(one).includes(key));
  // A store finds what the rules join, but for a path, which it knows without a key.
  if (kind !== "other" && one.path !== other.path) expect(found).toBe(true);
  return kind;
}

const HERE = "a.xml";
const THERE = "b.xml";

test.each<[string, Made, Made, string]>([
  [
    "the headline of a correction",
    [{ title: "Pier in Oslo falls into the sea" }, STORY, HERE],
    [{ title: "CORRECTION: Pier in Oslo falls into the sea" }, STORY, THERE],
    "revision",
  ],
  [
    "the headline of a correction that says so in a note",
    [{ title: "Pier in Oslo falls into the sea" }, STORY, HERE],
    [{ title: "Pier in Oslo falls into the sea", status: "(Corrects the day)" }, STORY, THERE],
    "revision",
  ],
  [
    "one headline, and no word of a correction",
    [{ title: "Pier in Oslo falls into the sea" }, STORY, HERE],
    [{ title: "Pier in Oslo falls into the sea" }, STORY, THERE],
    "other",
  ],
  [
    "the headline of a correction that comes late, and is dated before what is here",
    [{ title: "Pier in Oslo falls into the sea", date: "2025-05-07T09:00Z" }, STORY, HERE],
    [
      { title: "CORRECTION: Pier in Oslo falls into the sea", date: "2025-05-07T08:00Z" },
      ...([STORY, THERE] as const),
    ],
    "older",
  ],
  [
    "the headline of a correction of another text",
    [{ title: "Pier in Oslo falls into the sea" }, STORY, HERE],
    [{ title: "CORRECTION: Pier in Oslo falls into the sea" }, OTHER_STORY, THERE],
    "other",
  ],
  [
    "the headline of another provider's correction",
    [{ title: "Pier in Oslo falls into the sea", source: "Harbour News" }, STORY, HERE],
    [{ title: "CORRECTION: Pier in Oslo falls into the sea", source: "Fjord Wire" }, STORY, THERE],
    "other",
  ],
  [
    "a headline of few words, which heads many",
    [{ title: "Pier falls" }, STORY, HERE],
    [{ title: "CORRECTION: Pier falls" }, STORY, THERE],
    "other",
  ],
  [
    "the headline of a correction two months later",
    [{ title: "Pier in Oslo falls into the sea", date: "2025-05-07T09:00Z" }, STORY, HERE],
    [
      { title: "CORRECTION: Pier in Oslo falls into the sea", date: "2025-07-07T09:00Z" },
      STORY,
      THERE,
    ],
    "other",
  ],
  [
    "a headline that a kill names in quotation marks",
    [{ title: "Pier in Oslo falls into the sea" }, STORY, HERE],
    [
      { status: "KILL", editorNote: "Please kill the story “Pier in Oslo falls into the sea”." },
      [],
      THERE,
    ],
    "revision",
  ],
  [
    "a headline that a text quotes, and orders nothing",
    [{ title: "Pier in Oslo falls into the sea" }, STORY, HERE],
    [{ editorNote: "As in “Pier in Oslo falls into the sea”." }, OTHER_STORY, THERE],
    "other",
  ],
  ["one guid", [{ guid: GUID }, STORY, HERE], [{ guid: GUID }, STORY, THERE], "revision"],
  [
    "one guid and another text under the same headline",
    [{ guid: GUID, source: "Harbour News" }, STORY, HERE],
    [{ guid: GUID, source: "HARBOUR NEWS" }, OTHER_STORY, THERE],
    "other",
  ],
  [
    "one guid of two providers",
    [{ guid: GUID, source: "Harbour News" }, STORY, HERE],
    [{ guid: GUID, source: "Fjord Wire" }, STORY, THERE],
    "other",
  ],
  [
    "a number of one provider",
    [{ guid: "12345", source: "Harbour News" }, STORY, HERE],
    [{ guid: "12345", source: "Harbour News" }, STORY.slice(1), THERE],
    "revision",
  ],
  [
    "a number of nobody known",
    [{ guid: "12345" }, STORY, HERE],
    [{ guid: "12345", title: "Ferry fares rise" }, OTHER_STORY, THERE],
    "other",
  ],
  [
    "a number of nobody known, and one story",
    [{ guid: "12345" }, STORY, HERE],
    [{ guid: "12345" }, STORY.slice(0, 2), THERE],
    "revision",
  ],
  [
    "a guid that ends in its version",
    [{ guid: `${GUID}:1`, version: "1" }, STORY, HERE],
    [{ guid: `${GUID}:2`, version: "2" }, STORY, THERE],
    "revision",
  ],
  [
    "guids that end in a number",
    [{ guid: "urn:newsml:harbour.example:20250507:1", version: "1" }, STORY, HERE],
    [{ guid: "urn:newsml:harbour.example:20250507:2", version: "1" }, OTHER_STORY, THERE],
    "other",
  ],
  [
    "a lower version that came late",
    [{ guid: GUID, version: "3" }, STORY, HERE],
    [{ guid: GUID, version: "2" }, STORY, THERE],
    "older",
  ],
  [
    "a higher version, dated earlier",
    [{ guid: GUID, version: "2", date: "2025-05-07T12:00Z" }, STORY, HERE],
    [{ guid: GUID, version: "10", date: "2025-05-07T09:00Z" }, STORY, THERE],
    "revision",
  ],
  [
    "a version that is no count, dated later",
    [{ guid: GUID, version: "1618095828", date: "2025-05-07T09:00Z" }, STORY, HERE],
    [{ guid: GUID, version: "978556838", date: "2025-05-07T12:00Z" }, STORY, THERE],
    "revision",
  ],
  [
    "a version that is no count, undated",
    [{ guid: GUID, version: "1618095828" }, STORY, HERE],
    [{ guid: GUID, version: "978556838" }, STORY, THERE],
    "older",
  ],
  [
    "an earlier date that came late",
    [{ guid: GUID, date: "2025-05-07T12:00Z" }, STORY, HERE],
    [{ guid: GUID, date: "2025-05-07T09:00Z" }, STORY, THERE],
    "older",
  ],
  [
    "a date without a time on the same day",
    [{ guid: GUID, date: "2025-05-07T12:00Z" }, STORY, HERE],
    [{ guid: GUID, date: "2025-05-07" }, STORY, THERE],
    "revision",
  ],
  [
    "an older copy of what was killed",
    [{ guid: GUID, status: "canceled" }, STORY, HERE],
    [{ guid: GUID }, STORY, THERE],
    "older",
  ],
  [
    "a killed story's own file, usable again",
    [{ guid: GUID, status: "canceled" }, STORY, HERE],
    [{ guid: GUID }, STORY, HERE],
    "revision",
  ],
  [
    "a new version of what was killed",
    [{ guid: GUID, status: "canceled", version: "2" }, STORY, HERE],
    [{ guid: GUID, version: "3" }, STORY, THERE],
    "revision",
  ],
  ["one path", [{}, STORY, HERE], [{}, STORY.slice(1), HERE], "revision"],
  [
    "one path, dated earlier by its editor",
    [{ date: "2025-05-07T12:00Z" }, STORY, HERE],
    [{ date: "2025-05-07T09:00Z" }, STORY, HERE],
    "revision",
  ],
  [
    "one path, and a lower version",
    [{ version: "3" }, STORY, HERE],
    [{ version: "2" }, STORY, HERE],
    "older",
  ],
  [
    "one path that holds another article now",
    [{ guid: GUID }, STORY, HERE],
    [{ guid: `${GUID}-ferry` }, OTHER_STORY, HERE],
    "other",
  ],
  ["another path", [{}, STORY, HERE], [{}, STORY, THERE], "other"],
  [
    "a slug that names one story",
    [SLUG, STORY, HERE],
    [SLUG, STORY.slice(0, 2), THERE],
    "revision",
  ],
  [
    "a slug with the steps of a story",
    [{ ...SLUG, slug: "BC-Oslo-Pier-Collapse" }, STORY, HERE],
    [{ ...SLUG, slug: "BC-Oslo-Pier-Collapse, 1st Ld-Writethru" }, STORY, THERE],
    "revision",
  ],
  [
    "a slug after midnight",
    [{ ...SLUG, date: "2025-05-07T22:00Z" }, STORY, HERE],
    [{ ...SLUG, date: "2025-05-08T01:00Z" }, STORY, THERE],
    "revision",
  ],
  [
    "a slug with another story",
    [SLUG, STORY, HERE],
    [{ ...SLUG, title: "Fares" }, OTHER_STORY, THERE],
    "other",
  ],
  [
    "a slug with another story in the same words",
    [SLUG, STORY, HERE],
    [
      { ...SLUG, title: "Harbour master speaks" },
      [
        "OSLO, May 7 (Harbour News) – The harbour master, Ann Field, spoke of the pier that collapsed in Oslo.",
        "Field said in a statement that people were injured, according to police, because repairs were late.",
      ],
      THERE,
    ],
    "other",
  ],
  [
    "a slug with another headline over the same sentences",
    [SLUG, STORY, HERE],
    [
      { ...SLUG, title: "Field blames town" },
      [...STORY]
        .reverse()
        .concat(OTHER_STORY[1] ?? "")
        .map((text, index) => (index === 0 ? `OSLO, May 7 (Harbour News) – ${text}` : text)),
      THERE,
    ],
    "revision",
  ],
  [
    "a slug of another day",
    [SLUG, STORY, HERE],
    [{ ...SLUG, date: "2025-05-08T09:00Z" }, STORY, THERE],
    "other",
  ],
  [
    "a slug of another provider",
    [SLUG, STORY, HERE],
    [{ ...SLUG, source: "Fjord Wire" }, STORY, THERE],
    "other",
  ],
  [
    "a slug from another place",
    [SLUG, STORY, HERE],
    [SLUG, STORY.map((text) => text.replace("OSLO,", "BERGEN,")), THERE],
    "other",
  ],
  [
    "a slug with another guid",
    [{ ...SLUG, guid: GUID }, STORY, HERE],
    [{ ...SLUG, guid: `${GUID}-2` }, STORY, THERE],
    "other",
  ],
  ...[
    "BRIEF",
    "SPORT-SUMMARY",
    "GLOBAL-OIL",
    "MARKETS-STOCKS",
    "US-Finance-Fed",
    "NEWS-DIGEST-MAY-7",
  ].map((slug): [string, Made, Made, string] => [
    `the everyday slug ${slug}`,
    [{ ...SLUG, slug }, STORY, HERE],
    [{ ...SLUG, slug }, STORY, THERE],
    "other",
  ]),
  [
    "a kill that carries the slug alone",
    [{ ...SLUG, guid: GUID }, STORY, HERE],
    [
      {
        ...SLUG,
        guid: `${GUID}-kill`,
        title: "KILL: Oslo pier",
        slug: "BC-KILL--Oslo-Pier-Collapse",
      },
      ["The story is withdrawn. No substitute will follow."],
      THERE,
    ],
    "revision",
  ],
  [
    "a kill of a later day",
    [SLUG, STORY, HERE],
    [{ ...SLUG, title: "KILL: Oslo pier", date: "2025-06-09T09:00Z" }, ["Killed."], THERE],
    "revision",
  ],
  [
    "a kill of an earlier day",
    [SLUG, STORY, HERE],
    [{ ...SLUG, title: "KILL: Oslo pier", date: "2025-05-05T09:00Z" }, ["Killed."], THERE],
    "other",
  ],
  [
    "a note to withhold, of another day",
    [SLUG, STORY, HERE],
    [{ ...SLUG, status: "withheld", date: "2025-05-09T09:00Z" }, ["Hold it."], THERE],
    "other",
  ],
  [
    "a kill with another provider's slug",
    [SLUG, STORY, HERE],
    [{ ...SLUG, source: "Fjord Wire", status: "canceled" }, [], THERE],
    "other",
  ],
  [
    "a kill that names nobody's slug, without text",
    [SLUG, STORY, HERE],
    [{ title: null, slug: SLUG.slug, status: "canceled" }, [], THERE],
    "revision",
  ],
  [
    "a kill with the guid alone",
    [{ guid: "12345", source: "Harbour News" }, STORY, HERE],
    [{ title: null, guid: "12345", status: "canceled" }, [], THERE],
    "revision",
  ],
  [
    "a kill with another provider's guid",
    [{ guid: "12345", source: "Harbour News" }, STORY, HERE],
    [{ title: null, guid: "12345", source: "Fjord Wire", status: "canceled" }, [], THERE],
    "other",
  ],
  [
    "a kill in the file of its story, with a guid of its own",
    [{ guid: GUID }, STORY, HERE],
    [{ title: null, guid: `${GUID}-kill`, status: "canceled" }, [], HERE],
    "revision",
  ],
  [
    "a story that comes behind the kill of its slug",
    [{ title: null, slug: SLUG.slug, status: "canceled" }, [], HERE],
    [{ ...SLUG, date: "2025-05-01T09:00Z" }, STORY, THERE],
    "older",
  ],
  [
    "an embargo with the guid, over another text",
    [{ guid: GUID }, STORY, HERE],
    [{ guid: GUID, title: "Ferry fares rise", embargo: "2027-01-01T00:00Z" }, OTHER_STORY, THERE],
    "revision",
  ],
  [
    "two notes of a status page",
    [
      { guid: GUID, title: "Sign-in is slow in the north" },
      ["We are investigating reports of slow responses. Affected customers were informed."],
      HERE,
    ],
    [
      { guid: GUID, title: "Payments fail in the south" },
      ["We are investigating reports of failed transfers. Affected merchants were informed."],
      HERE,
    ],
    "other",
  ],
  [
    "a note of a status page that goes on",
    [
      { guid: GUID, title: "Sign-in is slow in the north" },
      ["We are investigating reports of slow responses."],
      HERE,
    ],
    [
      { guid: GUID, title: "Resolved: sign-in is slow in the north" },
      ["Responses are quick again. We are investigating reports of slow responses no more."],
      HERE,
    ],
    "revision",
  ],
  [
    "a text that sets no space, and grew",
    [{ guid: GUID, title: "海边码头倒塌" }, ["海边的码头星期三倒塌，三人受伤。"], HERE],
    [{ guid: GUID, title: "海边码头倒塌" }, ["海边的码头星期三下午倒塌，五人受伤。"], HERE],
    "revision",
  ],
  [
    "an earlier version by the slug alone, without a dateline",
    [
      { ...SLUG, date: null, version: "4", title: "Pier kills 23 in Oslo" },
      ["The pier killed 23 people in Oslo, police said."],
      HERE,
    ],
    [
      { ...SLUG, date: null, version: "2", title: "Pier kills 17 in Oslo" },
      ["The pier killed 17 people in Oslo, police said."],
      THERE,
    ],
    "older",
  ],
  [
    "a slug without a date, of copy that is dated oddly",
    [{ ...SLUG, date: "2019-01-01T09:00Z", version: "4" }, STORY, HERE],
    [{ ...SLUG, date: null, version: "2" }, STORY, THERE],
    "older",
  ],
])("%s: %j and %j", (_, stored, incoming, expected) => {
  expect(verdict(stored, incoming)).toBe(expected);
});

test("the surest key comes first", () => {
  expect(revisionKeys(articleOf({ ...SLUG, guid: GUID }))).toEqual([
    `guid|${GUID}`,
    "slug|harbour news|oslo-pier-collapse|20215",
    "slug|harbour news|oslo-pier-collapse|20214",
    "name|oslo-pier-collapse",
    "headline|pier collapses in oslo harbour",
  ]);
});

function lastStanding(arrivals: readonly Article[]): Article | undefined {
  return arrivals.reduce((current, next) =>
    isRevisionOf(current, next).kind === "revision" ? next : current,
  );
}

test("the order of arrival does not change which revision is current", () => {
  const status = fc.constantFrom("usable", "canceled", "withheld");
  const revisions = fc.uniqueArray(fc.record({ step: fc.integer({ min: 1, max: 50 }), status }), {
    minLength: 1,
    maxLength: 6,
    selector: ({ step }) => step,
  });
  const orders = fc.tuple(revisions, fc.boolean()).chain(([made, byVersion]) => {
    const articles = made.map(({ step, status: stated }) => {
      const date = new Date(Date.UTC(2025, 4, 7, 1, step)).toISOString();
      const tells = byVersion ? { version: String(step) } : { date };
      return articleOf({ guid: GUID, status: stated, ...tells }, STORY, `${step}.xml`);
    });
    const shuffled = fc.shuffledSubarray(articles, { minLength: articles.length });
    return fc.tuple(fc.constant(articles), shuffled);
  });
  fc.assert(
    fc.property(orders, ([made, shuffled]) => {
      expect(lastStanding(shuffled)?.path).toBe(lastStanding(made)?.path);
    }),
  );
});

test("a kill that counts nothing stands, whether it comes before its story or behind it", () => {
  const story = articleOf({ guid: GUID }, STORY, HERE);
  const kill = articleOf({ guid: GUID, status: "canceled" }, ["Killed."], THERE);
  expect(lastStanding([story, kill])?.status).toBe("killed");
  expect(lastStanding([kill, story])?.status).toBe("killed");
});

test("any two articles can be told", () => {
  const text = fc.option(fc.string({ unit: "binary" }), { nil: null });
  const stated = fc.record({ guid: text, slug: text, source: text, version: text, date: text });
  fc.assert(
    fc.property(stated, stated, (one, other) => {
      const [stored, incoming] = [articleOf(one, STORY, HERE), articleOf(other, STORY, THERE)];
      expect(isRevisionOf(stored, incoming).rule).not.toBe("");
      expect(revisionKeys(incoming).length).toBeLessThanOrEqual(7);
    }),
  );
});
