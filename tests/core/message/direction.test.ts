import fc from "fast-check";
import { expect, test } from "vitest";
import { provenanceBlock } from "#core/message/brief.ts";
import { amid, closedDirection } from "#core/message/direction.ts";
import { storySection } from "#core/reply/story-answer.ts";
import { sampleFiled } from "../../samples.ts";

test.each([
  ["\u202eabc", "\u202eabc\u202c"],
  ["\u2067abc", "\u2067abc\u2069"],
  ["\u202ea\u2066b", "\u202ea\u2066b\u2069\u202c"],
  ["\u2066a\u202eb", "\u2066a\u202eb\u202c\u2069"],
  ["\u202eone\ntwo", "\u202eone\u202c\ntwo"], // each line begins anew
  ["\u202ea\u2066b\u202c", "\u202ea\u2066b\u202c\u2069\u202c"], // no embedding's end leaves an isolate
  ["\u2066a\u202eb\u2069", "\u2066a\u202eb\u2069"], // an isolate's end ends what is inside it
  ["\u202babc\u202c", "\u202babc\u202c"], // closed already
  ["abc\u202c\u2069", "abc\u202c\u2069"], // closes nothing
  ["مرحبا abc", "مرحبا abc"], // no control
])("the direction of %j is closed: %j", (text, closed) => {
  expect(closedDirection(text)).toBe(closed);
});

const controlled = fc
  .array(fc.constantFrom(..."ab\n\u202a\u202b\u202d\u202e\u202c\u2066\u2067\u2068\u2069"))
  .map((characters) => characters.join(""));

test("a closed text needs no more, and holds the text's own characters", () => {
  fc.assert(
    fc.property(controlled, (text) => {
      const closed = closedDirection(text);
      expect(closedDirection(closed)).toBe(closed);
      closed.split("\n").forEach((line, index) => {
        const before = text.split("\n")[index] ?? "";
        expect(line.startsWith(before)).toBe(true);
        expect(line.slice(before.length)).toMatch(/^[\u202c\u2069]*$/);
      });
    }),
  );
});

test.each([
  ["وكالة الميناء", "\u2068وكالة الميناء\u2069"],
  ["Halden – הגשר", "\u2068Halden – הגשר\u2069"],
  ["Tarn Wire", "Tarn Wire"],
])("words of copy in a line of ours, %j, are held together where they run from the right", (text, held) => {
  expect(amid(text)).toBe(held);
});

test("a date behind an Arabic source stays behind it, also below a headline that runs from the left", () => {
  const filed = sampleFiled({ source: "وكالة", published: Date.UTC(2026, 4, 8, 6) });
  expect(JSON.stringify(provenanceBlock(filed, "UTC"))).toContain("\u2068وكالة\u2069 · ");
  const story = {
    ...{ placement: { rule: "alike", isNew: false, shared: [], duplicate: null }, others: [filed] },
    disagreements: [],
  };
  expect(JSON.stringify(storySection(story as never, "UTC"))).toContain("\u2068وكالة\u2069 · ");
});
