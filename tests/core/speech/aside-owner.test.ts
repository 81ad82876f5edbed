import { expect, test } from "vitest";
import { ownersBeside } from "#core/brief/proof-words.ts";
import { readQuotes } from "./read-quotes.ts";

const owner = (body: string) => readQuotes(body).claims.at(-1)?.owner ?? null;

test.each([
  [
    "the court whose aside the comma closes",
    "Ada Roe spoke on Friday. The Tarn Court, in a long decision dated July 3, said Roe, Poe, and the others broke the law of the port.",
    "Tarn Court",
  ],
  [
    "whoever stands behind the verb and its comma",
    "Ada Roe spoke on Friday. The wall had held for two days, said Ada Roe, the harbour master.",
    "Ada Roe",
  ],
  [
    "nobody that was only told of it",
    "Half of them were nurses, the president of the league, Tilde Pech, told Harbour News.",
    "Tilde Pech",
  ],
])("a claim belongs to %s", (_, body, name) => {
  expect(owner(body)).toBe(name);
});

test.each([
  ["The court, in a ruling, said Roe, Poe, and the others broke the law.", []],
  ["The wall held, said Roe, and it was dry.", ["Roe"]],
])("the gate finds who speaks in: %s", (sentence, names) => {
  expect(ownersBeside(sentence)).toEqual(names);
});
