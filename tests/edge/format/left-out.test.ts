import { expect, test } from "vitest";
import { leftOut } from "#edge/format/left-out.ts";

const FIRST = "The ferry stops in June, the council said.";
const SECOND = "It is old, and nobody has the money.";

test.each<[string, readonly string[], readonly string[], Readonly<Record<string, string>>]>([
  ["nothing", [FIRST, SECOND], [FIRST, SECOND], {}],
  [
    "lines on each side",
    ["one", FIRST, "two", SECOND, "three"],
    [FIRST, SECOND],
    { above: "one", among: "two", below: "three" },
  ],
  ["no rules and blanks", ["", "***", FIRST, " ", SECOND], [FIRST, SECOND], {}],
  ["nothing of wrapped lines", ["The ferry stops in", "June, the coun-", "cil said."], [FIRST], {}],
  [
    "a line that repeats the story behind it",
    [FIRST, SECOND, "Ends", FIRST],
    [FIRST, SECOND],
    { below: `Ends\n${FIRST}` },
  ],
  [
    "a line after which the story goes on",
    [FIRST, "MORE", `More ${SECOND}`, SECOND],
    [FIRST, `More ${SECOND}`, SECOND],
    { among: `More ${SECOND}` },
  ], // once too often, never lost
  ["all, where there is no story", ["one", "two"], [], { above: "one\ntwo" }],
])("of a text %s is left out", (_, lines, story, expected) => {
  const found = leftOut(lines, story).map(({ place, text }) => [
    place.replace(" the story", ""),
    text,
  ]);
  expect(Object.fromEntries(found)).toEqual(expected);
});

test("what is read elsewhere is not left out", () => {
  expect(leftOut(["Ferry stops!", FIRST], [FIRST], ["Ferry stops", null])).toEqual([]);
});

test("many lines that stand nowhere take time in proportion", () => {
  const story = Array.from({ length: 20_000 }, (_, at) => `${FIRST} ${at}`);
  const lines = story.flatMap((line, at) => [`Nobody said this of the ferry ${at}`, line]);
  const began = process.cpuUsage();
  expect(leftOut(lines, story).length).toBeGreaterThan(0);
  expect(process.cpuUsage(began).user).toBeLessThan(3_000_000);
});
