import { expect, test } from "vitest";
import type { Edition } from "#core/digest/edition.ts";
import { provenanceBlock } from "#core/message/brief.ts";
import { composeEdition } from "#core/message/edition.ts";
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
      "Front page · Friday 8 May, 08:00",
      "2 articles · 1 min read",
      "",
      "Bridge reopens",
      "Fact 1.",
      "Fact 2.",
      "Fact 3.",
      "“It held” Mira Solen, engineer",
      "Tarn Wire · local · received 8 May, 07:00 · a1",
      "[Details → brief a1] [Quotes (1) → quotes a1]",
      "",
      "Updated · Ferry stays",
      "The bridge reopened on Friday.",
      "received 8 May, 07:00 · revision 2 · a2",
      "[Details → brief a2] [Quotes (1) → quotes a2]",
      "",
      "3 more articles wait for the next edition",
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
  expect(note("Tarn Wire staff")).toBe("Tarn Wire · received 8 May, 06:00 · a1\n");
  expect(note("Ines Brandvold")).toBe("Tarn Wire · Ines Brandvold · received 8 May, 06:00 · a1\n");
});

test.each([
  ["2026-05-08T14:30Z", "8 May, 10:30"],
  // The copy gives no time, and the clocks of New York must not make another day of it.
  ["2026-05-08", "8 May"],
])("copy of %s is dated %s", (published, dated) => {
  const filed = sampleFiled({ published: Date.parse(published) });
  const block = provenanceBlock(filed, "America/New_York");
  expect(textOf({ summary: "", sections: [{ blocks: [block] }] })).toBe(`${dated} · a1\n`);
});

test("its summary names the edition and its first headline", () => {
  expect(composeEdition(edition).summary).toBe("Front page · Friday 8 May, 08:00: Bridge reopens");
});
