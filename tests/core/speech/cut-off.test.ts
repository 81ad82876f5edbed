import { expect, test } from "vitest";
import { readQuotes, whoSaid } from "./read-quotes.ts";

const said = (body: string) => whoSaid(body).map(([text]) => text);

test.each([
  ["Ann Roe said she kept a second boat because she “thought it would be easier than one.”", []],
  [
    "Ann Roe said that “one boat would be easier than two.”",
    ["one boat would be easier than two."],
  ],
  ["The plan “will need a boat that does not exist today,” Ann Roe said.", []],
  ["“The plan will need a boat that does not exist today,” Ann Roe said.", 1],
  ["Ann Roe said it was taken under a law that “does not let the port sell any boat.”", []],
  ["Roe was known for telling others “she was in charge of the port.”", []],
  ["Roe said that she believed sailors “already are the poorest of all.”", []],
  ["Roe said that “already we are the poorest of all.”", 1],
  ["All of it, Ann Roe said, “is kept in a safe that nobody can open.”", []],
  ["Roe said she “kept it in a safe. Nobody else has ever had the key to it.”", 1],
  ["“It is safe,” Ann Roe said, “and is kept where nobody can open it.”", 2],
  ["Ann Roe said that “we will be there,” and left.", ["we will be there"]],
  ["The rule, Ann Roe said, was “the boat you leave is the boat you lose.”", 1],
  ["The crowd chanted “give us back our boats” all night.", ["give us back our boats"]],
  ["The host quipped, “isn't that against the rules?”", ["isn't that against the rules?"]],
])("leaves a piece of the writer's sentence in it: %s", (body, words) =>
  typeof words === "number"
    ? expect(said(body)).toHaveLength(words)
    : expect(said(body)).toEqual(words));

test("takes the speaker of what goes on from a piece that is left out", () => {
  const body =
    "The port “will need a boat that does not exist today,” Ann Roe said. “We are building it.”";
  expect(whoSaid(body)).toEqual([["We are building it.", "Ann Roe"]]);
});

test("reads the sentence of a piece that is left out as a claim", () => {
  const body = "Ann Roe said that the boat “will need a harbour that does not exist.”";
  expect(readQuotes(body).claims.map(({ owner }) => owner)).toEqual(["Ann Roe"]);
});
