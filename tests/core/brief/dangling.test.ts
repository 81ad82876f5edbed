import { expect, test } from "vitest";
import { dangles } from "#core/brief/dangling.ts";

test.each([
  ["Tributes flooded his page from friends and shipmates."],
  ["In a statement, his office promised each family of the dead a pension for life."],
  ["Counsel to the inquiry, Ida Moe, asked him why the ship had been so fast."],
  ["Ida Moe told him that the bridge was closed."],
  ["Tomas Reyl said that he would leave the decision to her."],
  ["The finance ministry is said to be opposed to it."],
  ["The students say that they had paid for it when they came."],
])("someone or something stands elsewhere than in: %s", (text) =>
  expect(dangles(text, false)).toBe(true));

test.each([
  ["Ida Moe opened her office in May."],
  ["In his first speech, President Tomas Reyl promised a pension for life."],
  ["In his first speech, the king promised a pension for life."],
  ["Ida Moe met Tomas Reyl and told him that the bridge was closed."],
  ["Ida Moe, who taught Tomas Reyl, told him that the bridge was closed."],
  ["Ida Moe told Tomas Reyl that he would have to leave the decision to her."],
  ["The ministry bought the old bridge and paid for it."],
  ["The council made it clear that the bridge was closed."],
  ["The ferry turned round when it had left the harbour."],
])("nobody is missing from: %s", (text) => expect(dangles(text, false)).toBe(false));
