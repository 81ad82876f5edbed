import fc from "fast-check";
import { expect, test } from "vitest";
import { ANYTHING, type Sought } from "#core/reply/sought.ts";
import type { Store } from "#edge/store/store.ts";
import { sampleQuote } from "#tests/samples.ts";
import { article, briefOf, file, ids, MINUTE, NOON, type Place } from "./samples.ts";
import { withStore } from "./with-store.ts";

const FLOOD = article("flood", {
  title: "Flood closes the harbour bridge",
  body: "The river rose by 2.5 metres. “We are ready,” said Mira Solen. NOT AND OR NEAR rowid.",
  byline: "Ana Őry",
  published: NOON - 2 * MINUTE,
  tags: ["weather"],
  dateline: { place: "TARNMOUTH", date: null, agency: "Tarn Wire" },
  places: ["Republic of the Isles beyond the Northern Sea"],
  located: "Old Quay",
  source: "The Sandholm Evening Post and Weekly Harbour Gazette",
});

const FERRY = article("ferry", {
  title: "Ferry runs again",
  body: "The bridge over the harbour stays shut after the flood.",
  published: NOON - MINUTE,
  dateline: null,
});

/** Files both of the articles above; only the first has speakers. */
async function fileBoth(store: Store): Promise<void> {
  const speakers = ["Mira Solen", "Jon María de la Cruz Ortega y Vega Quintero", "Per Aldis"].map(
    (name) => sampleQuote({ speaker: { name, role: null, start: 0, end: 1 } }),
  );
  await store.archive.file(FLOOD, { ...briefOf(FLOOD), quotes: speakers }, []);
  await store.archive.file(FERRY, { ...briefOf(FERRY), quotes: [] }, []);
}

/** What is sought, and which of the two articles meet it, the newest first. */
const SOUGHT: readonly (readonly [string, Partial<Sought>, readonly string[]])[] = [
  ["anything", {}, ["ferry", "flood"]],
  ["a word", { words: ["flood"] }, ["ferry", "flood"]],
  ["a word of the byline", { words: ["ory"] }, ["flood"]],
  ["a word of a tag", { words: ["weather"] }, ["flood"]],
  ["words that stand in different articles", { words: ["metres", "shut"] }, []],
  ["a phrase", { words: ["harbour bridge"] }, ["flood"]],
  ["a phrase with a mark in it", { words: ["2.5"] }, ["flood"]],
  ["the phrase the other way round", { words: ["bridge harbour"] }, []],
  ["the plural of a word", { words: ["floods"] }, ["ferry", "flood"]],
  ["the singular of a word", { words: ["metre"] }, ["flood"]],
  ["another form of a verb", { words: ["closed"] }, []], // "close" is an adjective, too
  ["a past of what stands as a noun", { words: ["flooded"] }, ["ferry", "flood"]],
  ["the form of a word that is meant as it stands", { words: ["floods"], exact: ["floods"] }, []],
  ["a word that is meant as it stands", { words: ["flood"], exact: ["flood"] }, ["ferry", "flood"]],
  ["a phrase of other forms", { words: ["harbours bridge"] }, []],
  ["a word and the form of another", { words: ["metre", "bridges"] }, ["flood"]],
  ["a word’s owner", { words: ["flood’s"] }, ["ferry", "flood"]],
  [
    "without a form of what stands there",
    { words: ["flood"], without: ["metre"] },
    ["ferry", "flood"],
  ],
  ["a form of a source's word", { from: "evenings post" }, []],
  ["a form of a speaker's name", { speaker: "solens" }, []],
  ["a form of a place's name", { place: "tarnmouths" }, []],
  ["words of a phrase that stand apart", { words: ["harbour", "bridge"] }, ["ferry", "flood"]],
  ["a word and a mark", { words: ["flood", "—"] }, ["ferry", "flood"]],
  ["a mark alone", { words: ["—"] }, []],
  ["without a word", { without: ["shut"] }, ["flood"]],
  ["without a phrase", { without: ["harbour bridge"] }, ["ferry"]],
  ["without either of two", { without: ["shut", "metres"] }, []],
  ["without a mark", { without: ["—"] }, ["ferry", "flood"]],
  ["a word without another", { words: ["flood"], without: ["metres"] }, ["ferry"]],
  ["a word without itself", { words: ["flood"], without: ["flood"] }, []],
  ["without a speaker's name that no text has", { without: ["aldis"] }, ["ferry", "flood"]],
  ["from a source", { from: "evening post" }, ["flood"]],
  [
    "from a source by its whole name",
    { from: "The Sandholm Evening Post and Weekly Harbour Gazette" },
    ["flood"],
  ],
  ["from the agency of the dateline", { from: "tarn wire" }, ["flood"]],
  ["from a byline", { from: "ana" }, ["flood"]],
  ["from words of two names", { from: "evening wire" }, []],
  ["from what is only in the text", { from: "river" }, []],
  ["from a mark", { from: "—" }, []],
  ["a speaker", { speaker: "SOLEN" }, ["flood"]],
  ["a speaker by both names, in any order", { speaker: "solen mira" }, ["flood"]],
  ["a speaker by two of many names", { speaker: "jon cruz" }, ["flood"]],
  [
    "a speaker by a long name",
    { speaker: "Jon Maria de la Cruz Ortega y Vega Quintero" },
    ["flood"],
  ],
  ["a speaker by words of two people", { speaker: "mira aldis" }, []],
  ["a speaker by part of a word", { speaker: "sol" }, []],
  ["a speaker who is only mentioned", { speaker: "ory" }, []],
  ["a speaker and a mark", { speaker: "—" }, []],
  ["a place of the dateline", { place: "tarnmouth" }, ["flood"]],
  ["where it is located", { place: "old quay" }, ["flood"]],
  ["a place by a long name", { place: "Republic of the Isles beyond the Northern Sea" }, ["flood"]],
  ["a place that is only in the text", { place: "harbour" }, []],
  ["since its very moment", { since: NOON - MINUTE }, ["ferry"]],
  ["since a moment after", { since: NOON - MINUTE + 1 }, []],
  ["since long ago", { since: -1e15 }, ["ferry", "flood"]],
  ["since a time to come", { since: 1e17 }, []],
  ["since what is no date", { since: Number.NaN }, []],
  ["a word since a moment", { words: ["flood"], since: NOON - MINUTE }, ["ferry"]],
  ["without a word since a moment", { without: ["metres"], since: NOON - MINUTE }, ["ferry"]],
  ["until its very moment", { until: NOON - MINUTE }, ["flood"]],
  ["until a moment after", { until: NOON - MINUTE + 1 }, ["ferry", "flood"]],
  ["until long ago", { until: -1e15 }, []],
  ["until a time to come", { until: 1e17 }, ["ferry", "flood"]],
  ["between two moments", { since: NOON - 2 * MINUTE, until: NOON - MINUTE }, ["flood"]],
  ["between a moment and itself", { since: NOON - MINUTE, until: NOON - MINUTE }, []],
  ["between moments in the wrong order", { since: NOON, until: NOON - 9 * MINUTE }, []],
  ["a word until a moment", { words: ["flood"], until: NOON - MINUTE }, ["flood"]],
  ["without a word until a moment", { without: ["metres"], until: NOON - MINUTE }, []],
  ["where someone is quoted", { quoted: true }, ["flood"]],
  ["a word where someone is quoted", { words: ["flood"], quoted: true }, ["flood"]],
  [
    "all of it",
    {
      ...{ words: ["flood", "harbour bridge"], without: ["shut"], from: "post", speaker: "solen" },
      ...{ place: "tarnmouth", since: NOON - 9 * MINUTE, until: NOON, quoted: true },
    },
    ["flood"],
  ],
  ["all of it but the place", { words: ["flood"], speaker: "solen", place: "sandholm" }, []],
  ["operators", { words: ["NOT", "AND", "OR", "NEAR"] }, ["flood"]],
  ["a column", { words: ["headline:flood"] }, []],
  ["a choice", { words: ["metres OR shut"] }, []],
  ["a beginning", { words: ["flo*"] }, []],
];

const TEXT = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.string({ unit: "binary" }),
  fc.constantFrom('"', "'", "*", "^", "NEAR(a b, 2)", ")", " OR ", "NOT", "-a", "{body} :", "a:b"),
);
const MISCHIEF: fc.Arbitrary<Sought> = fc.record({
  words: fc.array(TEXT, { maxLength: 4 }),
  exact: fc.array(TEXT, { maxLength: 1 }),
  without: fc.array(TEXT, { maxLength: 4 }),
  from: fc.option(TEXT),
  speaker: fc.option(TEXT),
  place: fc.option(TEXT),
  topic: fc.option(TEXT),
  since: fc.option(fc.oneof(fc.double(), fc.integer())),
  until: fc.option(fc.oneof(fc.double(), fc.integer())),
  quoted: fc.boolean(),
});

export function findContract(newPlace: () => Promise<Place>): void {
  test("what is sought is found, in each order", () =>
    withStore(newPlace, async (store) => {
      await fileBoth(store);
      for (const [name, sought, found] of SOUGHT) {
        const look = async (order: "best" | "newest" | "oldest") =>
          ids(
            await store.archive.find({ ...ANYTHING, ...sought }, order, NOON, {
              ...{ skip: 0, limit: 9 },
            }),
          );
        expect(await look("newest"), name).toEqual(found);
        expect(await look("oldest"), name).toEqual(found.toReversed());
        expect((await look("best")).toSorted(), name).toEqual(found.toSorted());
        const count = (most: number) => store.archive.count({ ...ANYTHING, ...sought }, NOON, most);
        expect(await count(9), name).toBe(found.length);
        expect(await count(1), name).toBe(Math.min(found.length, 1));
      }
    }));

  test("the best says most of the words, and of equals the newest comes first", () =>
    withStore(newPlace, async ({ archive, ...store }) => {
      const text = { title: "Tide", body: "The harbour is full today." };
      await file({ archive, ...store }, article("old", { ...text, published: NOON - 2 }));
      await file({ archive, ...store }, article("new", { ...text, published: NOON - 1 }));
      const head = { title: "Harbour", body: "The tide is full today.", published: NOON - 3 };
      await file({ archive, ...store }, article("head", head));
      const sought = { ...ANYTHING, words: ["harbour"] };
      const found = await archive.find(sought, "best", NOON, { skip: 0, limit: 9 });
      expect(ids(found)).toEqual(["head", "new", "old"]);
    }));

  test("a form counts as the word itself does, and the headline first", () =>
    withStore(newPlace, async (store) => {
      const file_ = (id: string, title: string, body: string) =>
        file(store, article(id, { title, body, published: NOON - 3 }));
      await file_("head", "Landslides kill 15", "Rain had fallen for days on the hills.");
      await file_("body", "Rain falls on the hills", "A landslide was feared for days by all.");
      for (const word of ["landslide", "landslides"]) {
        const sought = { ...ANYTHING, words: [word, "rain"] };
        const found = await store.archive.find(sought, "best", NOON, { skip: 0, limit: 9 });
        expect(ids(found)).toHaveLength(2);
      }
      const killed = { ...ANYTHING, words: ["landslide", "killed"] };
      const found = await store.archive.find(killed, "best", NOON, { skip: 0, limit: 9 });
      expect(ids(found)).toEqual(["head"]);
      const both = { ...ANYTHING, words: ["landslides"] };
      expect(ids(await store.archive.find(both, "best", NOON, { skip: 0, limit: 9 }))).toEqual([
        ...["head", "body"],
      ]);
    }));

  test.each(["best", "newest", "oldest"] as const)("the pages of the %s have each once", (order) =>
    withStore(newPlace, async (store) => {
      const all = Array.from({ length: 7 }, (_, index) => `a${index}`);
      for (const [index, id] of all.entries()) {
        await file(store, article(id, { title: `Tide ${id}`, published: NOON + index }));
      }
      for (const words of [[], ["tide"]]) {
        const sought = { ...ANYTHING, words };
        const found: string[] = [];
        for (let skip = 0; skip < 9; skip += 3) {
          found.push(...ids(await store.archive.find(sought, order, NOON, { skip, limit: 3 })));
        }
        const whole = ids(await store.archive.find(sought, order, NOON, { skip: 0, limit: 99 }));
        expect(found).toEqual(whole);
        expect(found.toSorted()).toEqual(all);
      }
    }));

  test("only the latest revision is found, by its words, speakers and places", () =>
    withStore(newPlace, async ({ archive }) => {
      const first = article("a", { title: "Early tide", source: "Old Wire" });
      const place = { place: "NEWPORT", date: null, agency: null };
      const second = article("a", { revision: 2, title: "Late tide", dateline: place });
      const quote = sampleQuote();
      await archive.file(first, { ...briefOf(first), quotes: [quote] }, []);
      await archive.file(second, { ...briefOf(second), quotes: [] }, []);
      const found = async (sought: Partial<Sought>) =>
        ids(await archive.find({ ...ANYTHING, ...sought }, "newest", NOON, { skip: 0, limit: 9 }));
      expect(await found({ words: ["late"] })).toEqual(["a"]);
      expect(await found({ place: "newport" })).toEqual(["a"]);
      expect(await found({ words: ["early"] })).toEqual([]);
      expect(await found({ place: "sandholm" })).toEqual([]);
      expect(await found({ from: "old wire" })).toEqual([]);
      expect(await found({ speaker: "solen" })).toEqual([]);
      expect(await found({ quoted: true })).toEqual([]);
    }));

  test("a revision that only restates its date is found as before", () =>
    withStore(newPlace, async ({ archive }) => {
      await archive.file(FLOOD, briefOf(FLOOD), []);
      await archive.restate({ ...FLOOD, version: 2 }, [], NOON);
      const sought = { ...ANYTHING, words: ["flood"], place: "tarnmouth" };
      const [found] = await archive.find(sought, "best", NOON, { skip: 0, limit: 9 });
      expect(found?.article).toEqual({ ...FLOOD, version: 2 });
    }));

  test("no text is more than words to look for", () =>
    withStore(newPlace, async (store) => {
      await fileBoth(store);
      await fc.assert(
        fc.asyncProperty(
          MISCHIEF,
          fc.constantFrom("best" as const, "newest" as const, "oldest" as const),
          async (sought, order) => {
            await store.archive.find(sought, order, NOON, { skip: 0, limit: 3 });
          },
        ),
        { numRuns: 400 },
      );
      expect(ids(await store.archive.latest(NOON, 9))).toEqual(["ferry", "flood"]);
    }));

  test("texts of thousands of words are looked for like any other", () =>
    withStore(newPlace, async (store) => {
      await fileBoth(store);
      const many = Array.from({ length: 2_000 }, (_, index) => `w${index}`);
      const long = many.join(" ");
      const look = (sought: Partial<Sought>) =>
        store.archive.find({ ...ANYTHING, ...sought }, "best", NOON, { skip: 0, limit: 9 });
      expect(await look({ words: many })).toEqual([]);
      expect(await look({ words: [long] })).toEqual([]);
      const inflected = Array.from({ length: 400 }, (_, at) => {
        return `kill${[...at.toString(9)].map((digit) => "abcdefghi"[Number(digit)]).join("")}s`;
      });
      expect(await look({ words: inflected })).toEqual([]);
      expect(await look({ speaker: long })).toEqual([]);
      expect(await look({ from: long, place: long })).toEqual([]);
      expect(ids(await look({ words: ["ferry"], without: many }))).toEqual(["ferry"]);
      expect(ids(await look({ without: [...many, "ferry"] }))).toEqual(["flood"]);
    }));
}
