import { expect, test } from "vitest";
import type { Edition } from "#core/digest/edition.ts";
import { briefSections, provenanceBlock } from "#core/message/brief.ts";
import { composeEdition } from "#core/message/edition.ts";
import { parseLine } from "#core/reply/parse.ts";
import { asked } from "#tests/asked.ts";
import { textOf } from "#tests/message-text.ts";
import { sampleFact, sampleFiled, sampleQuote } from "#tests/samples.ts";

const edition: Edition = {
  subscription: "front-page@preview:front-page",
  channel: "front-page",
  slot: Date.UTC(2026, 4, 8, 7),
  timeZone: "Europe/London",
  items: [
    {
      filed: sampleFiled(
        { id: "a1", title: "Bridge reopens", source: "Tarn Wire", section: "local" },
        { facts: [1, 2, 3, 4].map((n) => sampleFact({ text: `Fact ${n}.` })) },
      ),
      update: false,
    },
    {
      filed: sampleFiled(
        { id: "a2", title: "Ferry stays", revision: 2 },
        { quotes: [sampleQuote({ text: "Nobody knows", speaker: null })] },
      ),
      update: true,
    },
  ],
  waiting: 3,
};

test("an edition has its name and day in its own time zone, its briefs in order, and what waits", () => {
  expect(textOf(composeEdition(edition))).toBe(
    [
      "Front page",
      "Friday 8 May, 08:00 · 2 articles · 1 min read",
      "",
      "Local · New · Bridge reopens",
      "Fact 1.",
      "Fact 2.",
      "Fact 3.",
      "Fact 4.",
      "“It held” Mira Solen, engineer",
      "Tarn Wire · received 8 May, 07:00",
      "[More → brief a1]",
      "",
      "Update · Ferry stays",
      "The bridge reopened on Friday.",
      "received 8 May, 07:00 · revision 2",
      "[More → brief a2]",
      "",
      "3 more articles wait for the next edition",
      "[All headlines → digest now channel:front-page layout:headlines] [Search → search]",
      "",
    ].join("\n"),
  );
});

test("a byline that only repeats the source is left out", () => {
  const note = (byline: string) =>
    textOf({
      summary: "",
      sections: [
        { blocks: [provenanceBlock(sampleFiled({ source: "Tarn Wire", byline }), "UTC")] },
      ],
    });
  expect(note("Tarn Wire staff")).toBe("Tarn Wire · received 8 May, 06:00\n");
  expect(note("Ines Brandvold")).toBe("Tarn Wire · Ines Brandvold · received 8 May, 06:00\n");
});

test.each([
  ["2026-05-08T14:30Z", "8 May, 10:30"],
  // The copy gives no time, and the clocks of New York must not make another day of it.
  ["2026-05-08", "8 May"],
])("copy of %s is dated %s", (published, dated) => {
  const filed = sampleFiled({ published: Date.parse(published) });
  const block = provenanceBlock(filed, "America/New_York");
  expect(textOf({ summary: "", sections: [{ blocks: [block] }] })).toBe(`${dated}\n`);
});

test("its summary names the edition and its first headline", () => {
  expect(composeEdition(edition).summary).toBe("Front page · Friday 8 May, 08:00: Bridge reopens");
});

const NOTED: Edition = {
  ...edition,
  items: [{ filed: sampleFiled({ editorNote: "With pictures." }), update: false }],
};

test.each([
  ["internal", true],
  ["public", false],
  [null, false],
] as const)("an editor's note shows in a channel marked %s: %s", (audience, shown) => {
  const message = composeEdition(NOTED, { layout: "full", audience, tally: null });
  expect(textOf(message).includes("With pictures.")).toBe(shown);
});

test.each([
  "full",
  "compact",
  "headlines",
] as const)("copy marked for the desk alone says so in layout %s", (layout) => {
  const own = sampleFiled({ id: "a1", title: "Plans", internal: true });
  const other = sampleFiled({ id: "a2", title: "Not for publication, says minister" });
  const items = [own, other].map((filed) => ({ filed, update: false }));
  const face = { layout, audience: "internal", tally: null } as const;
  const text = textOf(composeEdition({ ...edition, items }, face));
  expect(text.split("Internal: not for publication")).toHaveLength(2);
  expect(text.indexOf("Internal: not")).toBeLessThan(text.lastIndexOf("says minister"));
});

test("a whole brief of copy marked for the desk alone says so", () => {
  const said = (internal: boolean) =>
    JSON.stringify(briefSections(sampleFiled(internal ? { internal } : {}), "UTC"));
  expect(said(true)).toContain("Internal: not for publication");
  expect(said(false)).not.toContain("Internal:");
});

test("an edition closes with what became of the files that came in, without those that are held", () => {
  const tally = { merged: 3, filtered: 1, quarantined: 1 };
  const text = textOf(composeEdition(edition, { layout: "full", audience: null, tally }));
  expect(text).toContain(
    "10 files: 2 here, 3 waiting, 3 merged, 1 filtered, 1 held back by an error",
  );
});

test.each([
  ["full", true, true],
  ["compact", true, false],
  ["headlines", false, false],
] as const)("layout %s shows a fact %s and a quote %s", (layout, fact, quote) => {
  const text = textOf(composeEdition(edition, { layout, audience: null, tally: null }));
  expect(text).toContain("Bridge reopens");
  expect(text.includes("Fact 1.")).toBe(fact);
  expect(text.includes("It held")).toBe(quote);
});

test("a late edition says how late, one at once says so, and a named one has its name", () => {
  const face = { layout: "full", audience: null, tally: null } as const;
  const late = composeEdition({ ...edition, late: 80 * 60_000, name: "Morning" }, face);
  expect(textOf(late)).toContain("1 h 20 min late");
  expect(late.summary).toContain("Morning");
  const items = [{ filed: sampleFiled({ urgency: 3 }), update: false }];
  const urgent = composeEdition({ ...edition, items, kind: "at-once" }, face);
  expect(urgent.summary).toContain("Urgent");
});

test("a list of headlines has one rule above it, and no writers and places below them", () => {
  const filed = sampleFiled({
    ...{ id: "a1", title: "Bridge reopens", source: "Tarn Wire", byline: "Ines Brandvold" },
    dateline: { place: "ELLERY", date: null, agency: null },
  });
  const items = [filed, filed].map((one) => ({ filed: one, update: false }));
  const face = { layout: "headlines", audience: null, tally: null } as const;
  expect(textOf(composeEdition({ ...edition, items, waiting: 0 }, face))).toBe(
    [
      "Front page",
      "Friday 8 May, 08:00 · 2 articles · 1 min read",
      "",
      "Bridge reopens",
      "Tarn Wire · received 8 May, 07:00",
      "Bridge reopens",
      "Tarn Wire · received 8 May, 07:00",
      "",
      "[All headlines → digest now channel:front-page layout:headlines] [Search → search]",
      "",
    ].join("\n"),
  );
});

test.each([
  ["a digest", {}, {}, 1],
  ["what goes out at once", { kind: "at-once" }, {}, 0],
  ["an answer to one asker", {}, { isAnswer: true }, 0],
] as const)("%s has so many rows of buttons of its own: %#", (_, fields, face, rows) => {
  const plain = { layout: "full", audience: null, tally: null } as const;
  const { sections } = composeEdition({ ...edition, ...fields }, { ...plain, ...face });
  const rowsOf = (own: boolean) =>
    sections
      .filter(({ about }) => (about === undefined) === own)
      .flatMap(({ blocks }) => blocks.flatMap((one) => (one.kind === "buttons" ? [one] : [])));
  expect(rowsOf(true)).toHaveLength(rows);
  // And each item one button, whose name tells a screen reader which item it is.
  expect(rowsOf(false).map(({ buttons }) => buttons)).toEqual([
    [{ kind: "ask", label: "More", ask: "brief a1", spoken: "More: Bridge reopens" }],
    [{ kind: "ask", label: "More", ask: "brief a2", spoken: "More: Ferry stays" }],
  ]);
});

test("the row's questions can be asked, with the longest name that a channel may have", () => {
  const message = composeEdition({ ...edition, channel: "n".repeat(40) });
  const asks = message.sections
    .flatMap(({ blocks }) => blocks.flatMap((one) => (one.kind === "buttons" ? one.buttons : [])))
    .flatMap((button) => (button.kind === "ask" ? [button.ask] : []));
  for (const ask of asks) {
    expect(ask.length).toBeLessThanOrEqual(90);
    expect(parseLine(ask, asked())).not.toHaveProperty("typed");
  }
  expect(parseLine(asks.at(-2) ?? "", asked())).toMatchObject({
    command: "digest",
    options: { edition: "now", channel: "n".repeat(40), layout: "headlines" },
  });
});

test.each([
  [[3, 1], "Flash"],
  [[2], "Bulletin"],
  [[3], "Urgent"],
] as const)("an edition at once of urgencies %j is called %s", (urgencies, rank) => {
  const items = urgencies.map((urgency) => ({ filed: sampleFiled({ urgency }), update: false }));
  const { summary } = composeEdition({ ...edition, items, kind: "at-once" });
  expect(summary).toContain(`Front page · ${rank} · Friday`);
});

// An alert sends whatever happens at once.
test.each([
  [[null], "Alert: flood", "Alert: flood · Friday"],
  [[4, 8], undefined, "Front page · Friday"],
] as const)("an edition at once of urgencies %j bears no rank, and its own title", (urgencies, title, head) => {
  const items = urgencies.map((urgency) => ({ filed: sampleFiled({ urgency }), update: false }));
  const titled = title === undefined ? {} : { title };
  expect(composeEdition({ ...edition, ...titled, items, kind: "at-once" }).summary).toContain(head);
});

test("an Urdu article is read from the right, marks and small print too", () => {
  const fields = { id: "u1", title: "پل Nordlake بند", section: "local", source: "Tarn Wire" };
  const items = [{ filed: sampleFiled(fields), update: false }];
  const text = textOf(composeEdition({ ...edition, items, waiting: 0 }));
  expect(text).toContain("\u200fLocal · \u202bپل Nordlake بند\u202c\n");
  expect(text).toContain("\u200f\u2068Tarn Wire\u2069 · received \u20688 May, 07:00\u2069\n");
});
