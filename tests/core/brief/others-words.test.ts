import { expect, test } from "vitest";
import { findOthersWords } from "#core/brief/others-words.ts";

function of(...texts: readonly string[]): readonly number[] {
  let start = 0;
  const passages = texts.map((text) => {
    const passage = { kind: "prose" as const, start, end: start + text.length };
    start = passage.end + 2;
    return passage;
  });
  return [...findOthersWords({ body: texts.join("\n\n"), passages })];
}

const ASKED = "When did you first see the pier?";
const ASKED_AGAIN = "And what does your crew say?";

test.each([
  ["labelled turns", ["Intro.", "Q: Is it sound?", "A: Two pillars are."], [1, 2]],
  ["a single label", ["Intro.", "Q: Is it sound?", "Two pillars are."], []],
  [
    "answers to you",
    ["Intro.", ASKED, "We saw it in May.", ASKED_AGAIN, "It is my home."],
    [1, 2, 3, 4],
  ],
  ["an explainer", ["Intro.", "What is rust?", "Rust eats iron.", "Is it safe?", "It is not."], []],
  ["advice", ["Intro.", ASKED, "Iron rusts.", ASKED_AGAIN, "Crews paint it."], []],
  ["another paper", ["The Tarn Post looked back at forty years of the pier:", "It rusts."], [1]],
  ["a claim in full", ["Moe said these are the facts in a letter to them:", "It rusts."], [1]],
  ["a list", ["Here is what the council of Tarn decided:", "Boats wait."], []],
  ["a list at its end", ["The council of Tarn took the following steps:", "Boats wait."], []],
  ["a label", ["Tarn, Monday:", "Boats wait."], []],
  ["marked speech", ["Ida Moe wrote to the council of Tarn:", "“It rusts.”"], []],
] as const)("others' words in %s", (_, texts, found) => expect(of(...texts)).toEqual(found));
