import { expect, test } from "vitest";
import { standingAlone } from "#core/brief/standing-alone.ts";

const LEDE = "Captain Ida Moe was held in Velsk on Friday over a ferry that sank.";
const READ = { lines: [LEDE], texts: ["The ferry of Tomas Reyl sank off Velsk with 20 people."] };

function isAlone(sentence: string, before = "Divers found a hatch open."): boolean {
  const body = `${LEDE} ${before} ${sentence}`;
  const draft = { title: "Ferry sinks", source: null, body, dateline: null, language: "en" };
  return standingAlone(draft, READ).has(body.length - sentence.length);
}

test.each([
  ["Inspectors searched the ferry in a dock at Halse.", true],
  ["Inspectors took the hatch to a dock at Halse.", false],
  ["She told inspectors that a dock at Halse had cleared it.", false],
  // Whoever has read of Tomas Reyl knows who Reyl is; "Tomas" is half a name.
  ["Tomas Reyl met inspectors in a dock at Halse.", true],
  ["Inspectors searched a dock that Reyl has at Halse.", true],
  ["Inspectors searched a dock that Tomas has at Halse.", false],
])("%j is understood alone: %s", (sentence, expected) => {
  expect(isAlone(sentence, "Divers of Tomas Reyl found a hatch open.")).toBe(expected);
});

test("a surname whose bearer readers have not met is half a name", () => {
  expect(isAlone("Inspectors searched a dock that Brandt has at Halse.", "Lena Brandt came.")).toBe(
    false,
  );
});

test.each([
  ["The teenager is charged with stealing ropes at Halse.", false],
  ["The charges include the theft of ropes at Halse.", false],
  ["The captain is charged with stealing ropes at Halse.", true],
])("somebody whom the lines have not named needs another sentence: %j", (sentence, expected) => {
  const body = `${LEDE}\n\nA teenager and a captain fled.\n\n${sentence}`;
  const draft = { title: "Ferry sinks", source: null, body, dateline: null, language: "en" };
  expect(standingAlone(draft, READ).has(body.length - sentence.length)).toBe(expected);
});
