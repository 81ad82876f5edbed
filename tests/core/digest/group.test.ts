import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Filed } from "#core/digest/edition.ts";
import { type Candidate, groupByStory, readWhole } from "#core/digest/group.ts";
import { type Selection, selectAtOnce, selectFirst, selectItems } from "#core/digest/select.ts";
import { PLAIN_TERMS } from "#core/digest/subscription.ts";
import { parseTopic } from "#core/digest/topic-parse.ts";
import { filingOf } from "#tests/core/story/filing.ts";

const HOUR = 3_600_000;
const SIX = Date.parse("2026-05-08T06:00:00Z");
const NOW = SIX + 5 * HOUR;

interface Given extends Partial<Candidate> {
  readonly source?: string;
  readonly hours?: number;
  readonly dead?: number;
  readonly urgency?: 1 | 2 | 5;
  readonly more?: string;
}

function report(id: string, given: Given = {}): Filed {
  const { source = `Wire ${id}`, hours = 0, dead = 12, urgency, more = "" } = given;
  const at = new Date(SIX + hours * HOUR).toISOString();
  const body = `VELSK – A ferry sank on Friday and ${dead} people were killed, police said.${more}`;
  const filed = filingOf({ id, source, at, title: `Ferry sinks (${id})`, body });
  return { ...filed, article: { ...filed.article, urgency: urgency ?? null } };
}

function candidate(id: string, given: Given = {}): Candidate {
  const { carried = null, story = "ferry", copyOf, known } = given;
  return {
    ...{ filed: report(id, given), carried, story },
    ...(copyOf !== undefined && { copyOf }),
    ...(known !== undefined && { known }),
  };
}

const idsOf = ({ items }: Selection) => items.map(({ filed }) => filed.article.id);
const toldOf = ({ told }: Selection) => told.map(({ article, by }) => `${article.id} by ${by}`);
const saidOf = ({ items }: Selection) =>
  items.map(({ story }) => story?.changes.map(({ change }) => change.kind));

describe("what is read whole before it is told", () => {
  const idsRead = (all: readonly Candidate[], wanted = PLAIN_TERMS) =>
    readWhole(all, wanted).map(({ article }) => article.id);

  test("is each report of a story that has several, or of which the place knows one", () => {
    const alone = candidate("alone", { story: "other" });
    expect(idsRead([candidate("a"), alone, candidate("b")])).toEqual(["a", "b"]);
    const known = [report("before")];
    expect(idsRead([alone, candidate("again", { known })])).toEqual(["before", "again"]);
    expect(idsRead([alone])).toEqual([]);
  });

  test("is nothing that the place refuses", () => {
    const muted = { ...PLAIN_TERMS, mute: [{ text: "strait", prefix: false }] };
    const strait = candidate("strait", { more: " It lay in the strait." });
    expect(idsRead([candidate("a"), strait], muted)).toEqual(["a"]);
  });
});

describe("reports of one story", () => {
  test("are one item, told by the latest, that names the others", () => {
    const selection = selectItems(
      [candidate("a"), candidate("b", { hours: 1 }), candidate("other", { story: "other" })],
      PLAIN_TERMS,
      NOW,
    );
    expect(idsOf(selection)).toEqual(["b", "other"]);
    expect(selection.items[0]).toMatchObject({
      ...{
        update: false,
        story: {
          mark: "new",
          others: [{ text: "also: " }, { text: "Wire a", href: null }],
          changes: [],
        },
      },
    });
    expect(selection.items[1]?.story).toBeUndefined();
    expect(toldOf(selection)).toEqual(["a by b"]);
    expect(selection.choices.find(({ kind }) => kind === "told")?.rule).toBe(
      "Its story is told by b",
    );
  });

  test("count as one where an edition has no more room, and wait together", () => {
    const all = [candidate("a"), candidate("b"), candidate("c", { story: "other", urgency: 1 })];
    const selection = selectItems(all, { ...PLAIN_TERMS, most: 1 }, NOW);
    expect(idsOf(selection)).toEqual(["c"]);
    expect(selection).toMatchObject({ waiting: 2, told: [] });
  });

  test("show where their sources differ", () => {
    const selection = selectItems(
      [candidate("a", { dead: 31 }), candidate("b", { dead: 26, more: " It was dark." })],
      PLAIN_TERMS,
      NOW,
    );
    expect(selection.items[0]?.story?.disagreements).toMatchObject([{ label: "killed" }]);
    expect(selection.items[0]?.story?.beside).toEqual([{ id: "b", revision: 1 }]);
  });

  test("of several sources are more important than one of its hour", () => {
    const all = [
      candidate("single", { story: "single", hours: 1 }),
      ...["a", "b", "c", "d"].map((id) => candidate(id, { hours: 0.9 })),
    ];
    expect(selectItems(all, PLAIN_TERMS, NOW).items[0]?.filed.article.id).toBe("a");
  });
});

describe("a story that the place has carried", () => {
  const known = [report("known", { source: "Tarn Wire" })];

  test("is an update that says what is new", () => {
    const after = candidate("after", { known, hours: 4, dead: 15, source: "Tarn Wire" });
    const selection = selectItems([after], PLAIN_TERMS, NOW);
    expect(selection.items[0]).toMatchObject({ update: true, story: { mark: "update" } });
    expect(saidOf(selection)).toEqual([["figure"]]);
  });

  test("is told by a report without news as well, since the rules may have missed it", () => {
    const after = candidate("after", { known, hours: 4, source: "Tarn Wire" });
    const selection = selectItems([after], PLAIN_TERMS, NOW);
    expect(idsOf(selection)).toEqual(["after"]);
    expect(selection.items[0]?.story?.mark).toBe("known");
  });

  test("is told by no copy of what was carried: that is told already", () => {
    const copy = candidate("copy", { known, copyOf: "known" });
    const alone = selectItems([copy], PLAIN_TERMS, NOW);
    expect(idsOf(alone)).toEqual([]);
    expect(toldOf(alone)).toEqual(["copy by known"]);
    expect(alone.choices).toMatchObject([{ kind: "told", rule: "It has the text of known" }]);
  });

  test("is told by a copy that has another figure: it is the source's next version", () => {
    const again = candidate("again", {
      ...{ known, copyOf: "known", hours: 4, dead: 15, source: "Tarn Wire" },
    });
    const selection = selectItems([again], PLAIN_TERMS, NOW);
    expect(idsOf(selection)).toEqual(["again"]);
    expect(saidOf(selection)).toEqual([["figure"]]);
  });

  test("is a correction where the carried report is corrected", () => {
    const { filed } = candidate("known", { dead: 15, hours: 1, source: "Tarn Wire" });
    const change = { kind: "correction", details: [], note: null } as const;
    const corrected = { ...filed, article: { ...filed.article, revision: 2, change } };
    const selection = selectItems(
      [{ filed: corrected, carried: 1, story: "ferry", known }],
      PLAIN_TERMS,
      NOW,
    );
    expect(selection.items[0]?.story?.mark).toBe("correction");
  });

  test("goes out at once only for what readers do not know", () => {
    const wanted = { ...PLAIN_TERMS, atOnce: 2 as const };
    const given = { known, hours: 4, urgency: 2 as const, source: "Tarn Wire" };
    const moved = selectAtOnce([candidate("moved", { ...given, dead: 15 })], wanted, NOW);
    expect(idsOf(moved)).toEqual(["moved"]);
    expect(idsOf(selectAtOnce([candidate("same", given)], wanted, NOW))).toEqual([]);
  });
});

describe("a report that may be news, though no line is sure", () => {
  const words =
    "pianos ladders candles barrels orchards violins kettles anchors hedges meadows mirrors carpets bottles feathers saddles lanterns bridges timetables unions contracts auditors clerks brakes".split(
      " ",
    );
  const lede = "The council of Tarn sells its trams to a firm of Lund, the mayor said on Friday.";
  const report = (id: string, hours: number, more: string) => {
    const at = new Date(SIX + hours * 3_600_000).toISOString();
    const body = `${lede}\n\n${more}`;
    const filed = filingOf({ id, source: "Tarn Wire", at, title: "Tarn sells trams", body });
    return { ...filed, article: { ...filed.article, urgency: 2 as const } };
  };
  const before = report("before", 0, "It has nine of them.");
  const asked = `Who knows of ${words.join(", of ")}, of rails, of depots, of porters, of tickets, of wheels?`;
  const second = (more: string): Candidate => ({
    ...{ filed: report("after", 3, `${more}\n\n${asked}`), carried: null, story: "s" },
    known: [before],
  });
  const news = "Inspectors have closed four mills.";

  test("goes out at once without a claim, and one that tells nothing more does not", () => {
    const wanted = { ...PLAIN_TERMS, atOnce: 2 as const };
    const { items } = selectAtOnce([second(news)], wanted, NOW);
    expect(items.map(({ filed, story }) => [filed.article.id, story?.changes ?? []])).toEqual([
      ["after", []],
    ]);
    expect(selectAtOnce([second("")], wanted, NOW).items).toEqual([]);
  });

  test("is no copy of what was carried, however much of it is", () => {
    const ids = (more: string) =>
      selectItems([{ ...second(more), copyOf: "before" }], PLAIN_TERMS, NOW).items.length;
    expect([ids(news), ids("")]).toEqual([1, 0]);
  });
});

test("a first edition takes the newest stories, each once", () => {
  const all = [
    candidate("a"),
    candidate("b", { hours: 1 }),
    candidate("c", { story: "c", hours: 2 }),
    candidate("d", { story: "d", hours: -1 }),
  ];
  const first = selectFirst(all, { ...PLAIN_TERMS, baseline: 2 }, NOW);
  expect(new Set(idsOf(first))).toEqual(new Set(["b", "c"]));
  expect(toldOf(first)).toEqual(["a by b"]);
});

test("a story in whose headline the channel's topic stands comes before one that only mentions it", () => {
  const reading = parseTopic("ferry");
  const topics = reading.ok ? reading.topic : null;
  const title = (id: string, headline: string, body: string): Candidate => ({
    filed: filingOf({ id, at: new Date(SIX).toISOString(), title: headline, body }),
    carried: null,
  });
  const far = `${"The council met and spoke of bridges. ".repeat(20)}The ferry ran.`;
  const all = [title("far", "Council meets", far), title("near", "Ferry stops", "It stopped.")];
  expect(groupByStory(all, topics, NOW).groups.map(({ lead }) => lead.filed.article.id)).toEqual([
    ...["near", "far"],
  ]);
});

test("every candidate becomes one thing, and no order of them changes what", () => {
  const known = [report("known")];
  const all = [
    ...["a", "b", "c"].map((id, hours) => candidate(id, { hours })),
    candidate("copy", { story: "k", known, copyOf: "known" }),
    candidate("later", { story: "k", known, hours: 3, dead: 20 }),
    candidate("single", { story: "single" }),
  ];
  const expected = selectItems(all, { ...PLAIN_TERMS, most: 2 }, NOW);
  fc.assert(
    fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (order) => {
      const selection = selectItems(order, { ...PLAIN_TERMS, most: 2 }, NOW);
      expect(idsOf(selection)).toEqual(idsOf(expected));
      expect(new Set(toldOf(selection))).toEqual(new Set(toldOf(expected)));
      expect(selection.choices.map(({ filed }) => filed.article.id).toSorted()).toEqual(
        all.map(({ filed }) => filed.article.id).toSorted(),
      );
      const { items, told, waiting } = selection;
      expect(items.length + told.length + waiting).toBe(all.length);
    }),
  );
});
