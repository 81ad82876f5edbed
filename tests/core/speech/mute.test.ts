import { expect, test } from "vitest";
import { readQuotes, whoSaid } from "./read-quotes.ts";

const whoseEach = (body: string) => whoSaid(body).map(([, name]) => name);

test.each([
  [
    "a notice that was sent round",
    "The coastguard was told at nine. “Fire is out, and nobody was hurt on the ferry,” the notification said.",
    [null],
  ],
  [
    "an order, which a court gives in words",
    "The court ruled at nine. “The ferry must be sold before the spring,” the order said.",
    ["the order"],
  ],
  [
    "a feast that the minister spoke of",
    "Ferries are free on Harbour Day. “While some of us row on Harbour Day, the rest of the town will dance,” the mayor said.",
    ["the mayor"],
  ],
  [
    "the club whose fan speaks",
    "Jubilant Tarn Rovers fans sang all night. “There is no more curse, and the goat is gone,” said Rovers fan Bo Lindqvist, 24, at the gate.",
    ["Bo Lindqvist"],
  ],
  [
    "what a man starred in",
    "Ida Holm is married to actor Pelle Brandt. The Harbour Lights star has always spoken well of her.\n\n“I found a great woman in Ida, and I would not find another,” he declared.",
    [null],
  ],
  [
    "a paper, where its writer is named",
    "Runa Malo filed a complaint on Monday. “I hope that the court will look at every page of this,” Malo’s statement read.\n\n“The sums that were paid are still not accounted for,” it added.",
    ["Runa Malo", null],
  ],
  [
    "an agency that quotes a ruler",
    "Leader Han Sol Ri opened the congress of the party on Friday.\n\n“We must solve the question of energy and put our mills right,” state media quoted Ri as saying.",
    ["Han Sol Ri"],
  ],
  [
    "an agency's own words",
    "Leader Han Sol Ri opened the congress of the party on Friday.\n\n“He was met by cheers that went on for an hour,” the Tarn Wire said.",
    ["Tarn Wire"],
  ],
])("no words are given to %s", (_, body, speakers) => expect(whoseEach(body)).toEqual(speakers));

test.each([
  [
    "not one whom it tells of",
    "Ana Moll pleaded guilty. Her lawyer, Olaf Izar, spoke to reporters.\n\nHad Piet Moll not been told of the plot before the raid, he added, “we would be going to trial this year.”",
    [null],
  ],
  [
    "one who does what the sentence opens with",
    "Piet Moll went home. When Piet Moll came to the door, he said, “we would be going to trial this year.”",
    ["Piet Moll"],
  ],
])("a tag's pronoun means %s", (_, body, speakers) => expect(whoseEach(body)).toEqual(speakers));

test("no claim is the details'", () => {
  const { claims } = readQuotes("According to the details, the men had hired the ferry for a day.");
  expect(claims.map(({ owner }) => owner)).toEqual([null]);
});
