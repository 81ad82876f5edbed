import { expect, test } from "vitest";
import { WEIGHTS } from "#core/speech/attach-weights.ts";
import { chanceOf, learnt } from "#core/text/chance.ts";
import { whoSaid } from "./read-quotes.ts";

const speakers = (body: string) => whoSaid(body).map(([, name]) => name);

test.each([
  ["the subject behind", "“We wait,” Ann Roe said.", "Ann Roe"],
  ["a lone surname behind its verb", "“We wait,” said Skerry, who kept the keys.", "Skerry"],
  ["an institution", "“No decision has been taken,” Halden Bank said.", "Halden Bank"],
  ["one of several", "“We were told to smile,” said one of the ushers.", "one of the ushers"],
  [
    "a signature",
    "“A town that loses its baker loses its mornings.” — Mireille Costa",
    "Mireille Costa",
  ],
  ["people without an article", "“It is too cold for that,” insiders said.", "insiders"],
])("keeps %s", (_, body, name) => expect(speakers(body)).toEqual([name]));

test.each([
  ["a voice", "Ann Roe took his arm. In a low voice said, “Remember what we agreed.”"],
  ["an adjective", "“It is early in the year,” cautious said."],
])("never names %s", (_, body) => expect(speakers(body)).toEqual([null]));

test("never looks for a verb of speech inside quotation marks", () => {
  const body =
    "Chief executive Enver Sloan told Radio Wold any change “must be well thought out”: “Moves to cut the queue are welcome.”";
  expect(speakers(body).at(-1)).not.toBe("well");
});

test("weighs nothing for a clue that training never saw", () => {
  expect(chanceOf(["no such clue", ["no such", "clue"]], learnt(WEIGHTS))).toBe(0.5);
});

test("adds up what it was taught", () => {
  const weightOf = learnt({ a: 2, b: -2, "tie of two": 2 });
  expect(chanceOf(["a", "b"], weightOf)).toBe(0.5);
  expect(chanceOf(["a"], weightOf)).toBeGreaterThan(0.8);
  const halves = [["tie", "of two"] as const, ["tie of", "two"] as const, "tie of two"];
  for (const clue of halves) expect(chanceOf(["b", clue], weightOf)).toBe(0.5);
  expect(chanceOf(["b", ["tie", "two"]], weightOf)).toBeLessThan(0.2);
});

test("stays small enough to read", () => {
  const size = JSON.stringify(WEIGHTS).length;
  expect(size).toBeLessThan(30_000);
});
