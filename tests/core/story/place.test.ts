import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { linkArticle, weighAnew } from "#core/story/place.ts";
import { Shelf } from "#core/story/shelf.ts";
import { signatureOf } from "#core/story/signature.ts";
import { WINDOW } from "#core/story/window.ts";
import { bCubed } from "#tests/eval/stories/clusters.ts";
import { readGoldEvents } from "#tests/eval/stories/gold.ts";
import { filingOf, type Report } from "./filing.ts";

const FLOOD: Report = {
  id: "flood",
  source: "Alliance News",
  title: "Flash flood kills 12 in Sarn valley",
  body: "KELMAR – A flash flood swept through the Sarn valley before dawn on Monday, killing at least 12 people and washing away two bridges, officials said.\n\nMost of the dead lived in the village of Tevik. Rescuers in boats were looking for 20 people, the governor, Halim Dorro, said.",
};
const SAME: Report = {
  id: "same",
  source: "Example Wire",
  at: "2026-05-04T07:10:00Z",
  title: "Dozen dead as river floods Sarn valley",
  body: "TEVIK – Villagers of the Sarn valley searched the mud for relatives after a flood killed 12 people and carried two bridges off.\n\nThe governor, Halim Dorro, promised tents to the people of Tevik.",
};
const OTHER: Report = {
  id: "other",
  source: "Example Wire",
  at: "2026-05-04T09:00:00Z",
  title: "Storm tide floods Velden port",
  body: "VELDEN – A storm tide flooded the port of Velden on Monday and killed 12 people, officials said.\n\nThe mayor, Ines Brandt, said the pumps had failed.",
};

function place(...reports: readonly Report[]) {
  const shelf = new Shelf();
  return reports.map((report) => shelf.add(signatureOf(filingOf(report))));
}

test("reports on one event are one story, and another flood is another", () => {
  const [flood, same, other] = place(FLOOD, SAME, OTHER);
  expect(flood).toMatchObject({ story: "flood", isNew: true, rule: "nothing alike" });
  expect(same).toMatchObject({ story: "flood", isNew: false, rule: "alike", duplicate: null });
  expect(same?.shared).toContain("sarn");
  expect(other).toMatchObject({ story: "other", isNew: true });
});

test("a column on an event neither tells it nor stands behind its report, and two columns are two", () => {
  const column = (id: string, name: string): Report => ({
    ...{ id, source: "Example Wire", at: "2026-05-04T09:00:00Z" },
    title: `OPINION: The flood of the Sarn valley is our own fault, by ${name}`,
    body: "I have lived in the Sarn valley for thirty years, and I have never been so ashamed of us. A flood has killed 12 people in Tevik, and we all knew that it would come.\n\nWe built on the bank. We laughed at Halim Dorro, the governor, when he asked for a dam. We should never forgive ourselves.",
  });
  const filed = [FLOOD, column("view", "Ann Field"), SAME].map(filingOf);
  expect(filed.map(({ brief }) => brief.kind)).toEqual(["report", "opinion", "report"]);
  const again = {
    ...column("again", "Ida Moe"),
    body: "I have lived in the Sarn valley for forty years. A flood has killed 12 people in Tevik, and we should be ashamed: we all knew, and we laughed at Halim Dorro, the governor, when he asked us for a dam.\n\nI will never forgive us for Tevik. We built on the bank of the Sarn, and we should never have done it.",
  };
  expect(place(FLOOD, column("view", "Ann Field"), again, SAME).map(({ story }) => story)).toEqual([
    ...["flood", "view", "again", "flood"],
  ]);
});

test("the same text is told to be a copy, from another source and from the same one with more of it", () => {
  const text = { ...FLOOD, at: "2026-05-04T08:00:00Z" };
  const more = { ...text, body: `${FLOOD.body}\n\nThe army is on its way to the valley.` };
  expect(place(FLOOD, { ...text, id: "copy", source: "Evening Post" })[1]).toMatchObject({
    ...{ story: "flood", rule: "same text", duplicate: { of: "flood" } },
  });
  expect(place(FLOOD, { ...more, id: "more" })[1]).toMatchObject({
    duplicate: { of: "flood" },
  });
});

test("reports that a source numbers are a series and no story, in however like words", () => {
  const numbered = (id: string, number: number): Report => ({
    ...{ id, source: "Tarn Wire", title: `Harbour report ${number} is filed` },
    body: `TARNMOUTH – The harbour filed report ${number} on Friday, and nobody was surprised by it at all.\n\n“It is number ${number},” said Mira Solen, the harbour master of Tarnmouth.`,
  });
  const placed = place(numbered("a", 17), numbered("b", 18), numbered("c", 1117));
  expect(placed.map(({ story }) => story)).toEqual(["a", "b", "c"]);
});

test.each([
  ["Flood toll in Sarn valley rises to 14", "Flood toll in Sarn valley rises to 19"],
  ["UPDATE 1-Flood in Sarn valley", "UPDATE 2-Flood in Sarn valley"],
])("what counts the dead or the takes numbers no series: %s, %s", (one, other) => {
  const [, later] = place(
    { ...FLOOD, title: one, body: FLOOD.body.replace("12", "14") },
    { ...FLOOD, id: "later", title: other, body: FLOOD.body.replace("12", "19") },
  );
  expect(later?.story).toBe("flood");
});

test("a story that nobody has filed on for longer than the window is over", () => {
  const late = new Date(Date.parse("2026-05-04T06:00:00Z") + WINDOW + 1).toISOString();
  expect(place(FLOOD, { ...SAME, at: late })[1]).toMatchObject({ isNew: true });
});

test("a round-up stands alone, and a look back is no part of today's story", () => {
  const roundUp = { ...SAME, id: "round", title: "News in brief" };
  const lookBack = {
    ...SAME,
    id: "back",
    title: "Ten years after the flood, Tevik remembers",
    body: "TEVIK – The people of Tevik in the Sarn valley laid flowers for the dead of a flood that carried two bridges off.\n\nThe governor, Halim Dorro, spoke of the villagers who searched the mud for relatives.",
  };
  const [, round, back] = place(FLOOD, roundUp, lookBack);
  expect(round).toMatchObject({ story: "round", rule: "round-up" });
  expect(back).toMatchObject({ story: "back", isNew: true });
});

test("the order in which a store gives its candidates changes nothing", () => {
  const signature = signatureOf(filingOf(SAME));
  const stored = [FLOOD, OTHER, { ...FLOOD, id: "twin", source: "Evening Post" }].map((report) =>
    signatureOf(filingOf(report)),
  );
  const commonness = { stored: 3, of: () => 1 };
  const expected = linkArticle(signature, stored, commonness);
  fc.assert(
    fc.property(fc.shuffledSubarray(stored, { minLength: 3 }), (order) => {
      expect(linkArticle(signature, order, commonness)).toEqual(expected);
    }),
  );
});

test.each([
  ["report", 1],
  ["round-up", 0],
  ["view", 0],
] as const)("two of kind %s that are alike hang together: %d", (kind, expected) => {
  const [flood, same] = [FLOOD, SAME].map((report) => signatureOf(filingOf(report)));
  if (flood === undefined || same === undefined) throw new TypeError("no signatures");
  const commonness = { stored: 1, of: () => 0 };
  const { links } = linkArticle({ ...same, kind }, [{ ...flood, kind }], commonness);
  expect(links).toHaveLength(expected);
});

describe("what a pair is worth goes by how common its words are now", () => {
  const [flood, same] = [FLOOD, SAME].map((report) => signatureOf(filingOf(report)));
  if (flood === undefined || same === undefined) throw new TypeError("no signatures");
  const common = { stored: 400, of: () => 300 };
  const { links } = linkArticle(same, [flood], { stored: 1, of: () => 0 });

  test("words that have become common tell less", () => {
    const [before] = links;
    const [now] = weighAnew(links, [flood, same], common);
    expect(now).toMatchObject({ one: "same", other: "flood" });
    expect(now?.score ?? 9).toBeLessThan((before?.score ?? 0) - 1);
  });

  test("a report that can't be compared any more keeps what was found", () => {
    expect(weighAnew(links, [same], common)).toEqual(links);
  });
});

describe("two reports that were joined while their words were rare", () => {
  const bus: Report = {
    id: "bus",
    source: "Alliance News",
    title: "Bus slides off road near Harrowdale",
    body: "A bus slid off an icy road near Harrowdale on Monday and hit a wall, police said. Two passengers were hurt.\n\nThe road was closed until noon.",
  };
  const lorry: Report = {
    ...{ id: "lorry", source: "Evening Post", at: "2026-05-04T07:00:00Z" },
    title: "Lorry slides off road near Harrowdale",
    body: "A lorry slid off a road near Harrowdale on Monday. Its driver was hurt, and police told others to stay at home.",
  };
  const later: Report = {
    ...{ id: "later", source: "Valley Tribune", at: "2026-05-04T20:00:00Z" },
    title: "Passengers tell of bus crash near Harrowdale",
    body: "Passengers of a bus that slid off an icy road near Harrowdale and hit a wall on Monday have told of the crash. Two of them were hurt.\n\nPolice closed the road.",
  };
  // Too old to be compared with any of them.
  const others = Array.from(
    { length: 100 },
    (_, at): Report => ({
      ...{ id: `other ${at}`, source: `Paper ${at}`, at: "2026-04-14T12:00:00Z" },
      title: `Sale ${at}`,
      body: "A lorry with wine slid off a road near Harrowdale, its driver was hurt, and police told others to stay at home.",
    }),
  );
  const storiesAfter = (...reports: readonly Report[]) => {
    const shelf = new Shelf();
    for (const report of reports) shelf.add(signatureOf(filingOf(report)));
    return [bus, lorry, later].map(({ id }) => shelf.storyOf(id));
  };

  test("stand together while nothing else hangs together with them", () => {
    expect(storiesAfter(bus, lorry, ...others)).toEqual(["bus", "bus", "later"]);
  });

  test("part when a third comes that is of one of them, as if the words had been common from the start", () => {
    const parted = ["bus", "lorry", "bus"];
    expect(storiesAfter(bus, lorry, ...others, later)).toEqual(parted);
    expect(storiesAfter(...others, bus, lorry, later)).toEqual(parted);
    expect(storiesAfter(bus, lorry, later)).toEqual(["bus", "bus", "bus"]);
  });
});

test("no text makes it throw", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (title, body) => {
      const [placement] = place({ id: "any", title, body });
      expect(placement?.story).toBe("any");
    }),
  );
});

test("in whatever order the reports arrive, the groups are worth what they are in their own", () => {
  const labelled = readGoldEvents().flatMap(({ event, articles }) =>
    articles.map((report) => ({ report, group: report.group ?? event })),
  );
  const gold = new Map(labelled.map(({ report, group }) => [report.id, group]));
  const signatures = labelled.map(({ report }) => signatureOf(filingOf(report)));
  fc.assert(
    fc.property(fc.shuffledSubarray(signatures, { minLength: signatures.length }), (order) => {
      const shelf = new Shelf();
      for (const signature of order) shelf.add(signature);
      const found = new Map([...gold.keys()].map((id) => [id, shelf.storyOf(id)]));
      const { precision, f1 } = bCubed(gold, found);
      expect(precision).toBeGreaterThanOrEqual(LEAST);
      expect(f1).toBeGreaterThanOrEqual(LEAST);
    }),
    { numRuns: 12, seed: 20260508 },
  );
});

/** How common words are changes with what has come, and so do scores, a little. */
const LEAST = 0.95;
