import { expect, test } from "vitest";
import { type Bounds, isToldAgain, printedOf, tellingOf } from "#core/brief/told.ts";
import { findWords } from "#core/text/words.ts";

const FACT: Bounds = {
  repeats: 0.65,
  told: 0.8,
  toldAgain: 0.63,
  row: 4,
  rowShare: 0.4,
  longRow: 6,
};
const QUOTE: Bounds = {
  repeats: 0.6,
  told: 0.8,
  toldAgain: 0.6,
  row: 3.5,
  rowShare: 0.25,
  longRow: 6,
};

const telling = (text: string) => tellingOf(text, findWords(text));

function isTold(text: string, printed: readonly string[], bounds: Bounds, headline = "") {
  const beside = printedOf(printed.map(telling), telling(headline).keys);
  return isToldAgain(telling(text), beside, bounds);
}

const CLOSED =
  "The council closed the old ferry terminal at Tarn on Monday after divers had found rust in two pillars.";

test.each([
  // The same is done to the same, in a row of words, however much else stands around it.
  ["Engineers said the council had closed the old ferry terminal for safety reasons.", true],
  // Nothing is done in the words that both have.
  ["Shops lose their guests without the rusty old ferry terminal and its cheap car park.", false],
  ["The old ferry terminal at Tarn, divers say, is what most people in town remember.", false],
  // Other words part them.
  [
    "The council of Halse, which has closed schools and clinics, sold an old truck, a ferry and a bus terminal.",
    false,
  ],
  // The same words in another order tell something else.
  ["The terminal's ferry firm wants the old council to be closed by a court in Halse.", false],
  // The same is done to the same again, and to how many is new.
  [
    "Engineers said the council had closed the old ferry terminal for safety reasons, for 40 days.",
    false,
  ],
  // A date is no such figure.
  [
    "Engineers said the council had closed the old ferry terminal for safety reasons on May 4.",
    true,
  ],
  // Names count little: whom a story is about stands in all its sentences.
  ["Ida Moe Olin Reyl Kove closed the case that shops had brought against Lund.", false],
])("as a fact, %s is told by what is printed: %s", (text, told) => {
  expect(isTold(text, [CLOSED, "Mayor Ida Moe Olin Reyl Kove sued shops."], FACT)).toBe(told);
});

test.each([
  ["the old ferry terminal of Tarn and find a new home for the rusty cranes", true],
  ["a bakery, a mill, two barns and a school with rusty old cranes", false],
])("a long sentence with %s is told before: %s", (end, told) => {
  const long = `Sailors on the northern quay wrote on Friday, beside a list of wishes and a drawing of gulls, in red ink on the back of a tide table from the harbour office, with greetings to pilots, nurses, teachers, bakers and divers of Lund, that the mayor should sell ${end}.`;
  const printed = ["The mayor will sell the old ferry terminal and find a home for rusty cranes."];
  expect(isTold(long, printed, FACT)).toBe(told);
  expect(isTold(`${long.slice(0, -1)}, for 40 crowns.`, printed, FACT)).toBe(false);
});

test("words that tell the same count as the same", () => {
  const printed = ["Two newborns died for want of oxygen at a clinic in Halse on Sunday."];
  const other = (text: string) => isTold(text, printed, FACT);
  expect(other("The babies were killed by a lack of oxygen at the clinic, the report said.")).toBe(
    true,
  );
  expect(other("The babies were saved by a store of oxygen at the clinic, the report said.")).toBe(
    false,
  );
});

test.each([
  // It says in its own voice what a fact has told.
  ["We had to close the old terminal because nobody else would", true],
  // A compound that both have is what they speak of.
  ["The ferry terminal café has been the heart of our town for all my life", false],
  ["My children will never forget the summer that they spent on those boats", false],
])("as a quote, %s is told by what is printed: %s", (text, told) => {
  expect(isTold(text, [CLOSED], QUOTE)).toBe(told);
});

test("a quote is told by headline and facts together", () => {
  const quote = "Boats for the islands leave from the northern quay until the terminal opens";
  const facts = ["The quay is full of boats.", "Captains leave in May.", "Ferries serve islands."];
  expect(isTold(quote, facts, QUOTE, "Northern terminal shut until it opens anew")).toBe(true);
  expect(isTold(quote, facts, QUOTE, "Pier shut")).toBe(false);
  expect(isTold(quote, [], QUOTE, quote)).toBe(false);
});
