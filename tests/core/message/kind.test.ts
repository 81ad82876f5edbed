import { expect, test } from "vitest";
import type { Edition } from "#core/digest/edition.ts";
import { headlineBlock } from "#core/message/brief.ts";
import { composeEdition } from "#core/message/edition.ts";
import { withKind } from "#core/message/kind.ts";
import type { TextKind } from "#core/text/kind.ts";
import { textOf } from "#tests/message-text.ts";
import { sampleFiled } from "#tests/samples.ts";

test.each([
  ["", "opinion", "Opinion"],
  ["Sport · Update", "live", "Sport · Update · Live"],
  ["", "release", "Press release"],
  ["Politics", "report", "Politics"], // a report looks as it always did
  ["Opinion", "opinion", "Opinion"], // the section says it already
  ["Opinions · Update", "opinion", "Opinions · Update"],
  ["Update", undefined, "Update"], // a brief that was stored before kinds were told
] as const)("marks %j of kind %s read %j", (marks, kind, expected) =>
  expect(withKind(marks, kind)).toBe(expected));

test.each([
  ["Opinion: The ferry must stay", "opinion", ""],
  ["Opinion polls are wrong", "opinion", "Opinion"],
  ["Storm on the coast – live", "live", ""],
  ["Where the boatmen live", "live", "Live"],
  ["Transcript of the briefing", "transcript", ""],
] as const)("a headline that says its kind needs no mark: %s", (headline, kind, expected) =>
  expect(withKind("", kind, headline)).toBe(expected));

test.each([
  ["opinion", "Opinion · Bridge reopens"],
  ["report", "Bridge reopens"],
] as const)("a brief of kind %s is headed %j", (kind: TextKind, expected) => {
  const block = headlineBlock(sampleFiled({}, { kind }));
  expect(block.kind === "headline" ? block.spans.map(({ text }) => text).join("") : "").toBe(
    expected,
  );
});

test("an edition names the kind before the headline, behind the section", () => {
  const edition: Edition = {
    ...{ subscription: "front-page@preview:front-page", channel: "front-page" },
    ...{ slot: Date.UTC(2026, 4, 8, 7), timeZone: "UTC", waiting: 0 },
    items: [{ filed: sampleFiled({ section: "coast" }, { kind: "live" }), update: false }],
  };
  expect(textOf(composeEdition(edition))).toContain("Coast · Live · Bridge reopens");
});
