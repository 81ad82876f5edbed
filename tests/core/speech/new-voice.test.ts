import { expect, test } from "vitest";
import { readQuotes, whoSaid } from "./read-quotes.ts";

const names = (body: string) => whoSaid(body).map(([, name]) => name);

const PAGE =
  "Ida Marrow keeps the page.\n\nOn the page, Ida Marrow wrote: “On Monday the boat turned over and the boy went under the ice.\n\n“We thank all who came to the harbour that night.”";

test.each([
  [
    "an update that reads over paragraphs, which the one before it did not write",
    `${PAGE}\n\nLater, the boy's family put out an update last week, which reads: “Firstly, we are overwhelmed by all that you sent.\n\n“The boy is awake, and he is walking a few steps at a time.\n\n“We will tell you more in a few weeks.”`,
    ["Ida Marrow", "Ida Marrow", null, null, null],
  ],
  [
    "one paragraph more of the one who began",
    `${PAGE.slice(0, -1)}\n\n“The boy is awake, and he is walking a few steps at a time.”`,
    ["Ida Marrow", "Ida Marrow", "Ida Marrow"],
  ],
  [
    "an update of one paragraph that a paper's page reads",
    `${PAGE}\n\nA notice hangs on the page, which reads: “Firstly, we are overwhelmed by all that you sent.”`,
    ["Ida Marrow", "Ida Marrow"],
  ],
  [
    "what goes on with words in marks that are nobody's",
    `${PAGE}\n\nThe notes hold “lists of boats\n\n“The boy is awake, and he is walking a few steps at a time.”`,
    ["Ida Marrow", "Ida Marrow", null],
  ],
  [
    "whom a sentence without a subject was told to",
    "In sentencing Rhys Calder, who admitted the theft, told him that the wharf was no place for thieves.\n\nHe added: “You made a bad choice when you took the boat, and you knew it.”",
    [null],
  ],
  [
    "whom a court told so",
    "Rhys Calder was jailed for two years.\n\nThe Harbour Court told Calder that the wharf was no place for thieves.\n\nHe added: “You made a bad choice when you took the boat, and you knew it.”",
    [null],
  ],
  [
    "who told a court so",
    "Rhys Calder was jailed for two years.\n\nOn being jailed, Calder told the Harbour Court that the boat was old.\n\nHe added: “I made a bad choice when I took the boat, and I knew it.”",
    ["Rhys Calder"],
  ],
  [
    "who told another man so",
    "Rhys Calder told Otto Penn that the boat was old.\n\nHe added: “I made a bad choice when I took the boat, and I knew it.”",
    ["Rhys Calder"],
  ],
  [
    "who was told and answers",
    "Rhys Calder was jailed for two years.\n\nThe Harbour Court told Calder that the wharf was no place for thieves.\n\nHe said: “I made a bad choice when I took the boat, and I knew it.”",
    ["Rhys Calder"],
  ],
  [
    "a body in letters, which adds to its words",
    "“The harbour stays shut until the ice is gone,” the DCI said.\n\n“It also shows how well the harbours work together,” it added.",
    ["the DCI", "the DCI"],
  ],
  [
    "it no longer where another body stands between",
    "“The harbour stays shut until the ice is gone,” the DCI told Orva Radio.\n\n“It also shows how well the harbours work together,” it added.",
    ["the DCI", null],
  ],
  [
    "no clerk whom nobody calls it",
    "“The harbour stays shut until the ice is gone,” the clerk said.\n\n“It also shows how well the harbours work together,” it added.",
    ["the clerk", null],
  ],
])("names %s", (_, body, expected) => {
  expect(names(body)).toEqual(expected);
});

test.each([
  ["DCI Headquarters", "DCI", "the DCI"],
  ["DCI Barracks", "DCI", "the DCI"],
  ["PM Office", "PM", null],
])("takes the %s in a caption for a place", (place, letters, who) => {
  const body = `Guests saw the ${place} on Thursday.\n\n“The harbour stays shut until the ice is gone,” the ${letters} said.\n\nAccording to the ${letters}, the boats are safe.`;
  const [claim] = readQuotes(body).claims;
  expect([...names(body), claim?.owner]).toEqual([who, who]);
});

test("lets no building speak", () => {
  const body = "“The harbour stays shut until the ice is gone,” DCI Barracks said.";
  expect(names(body)).toEqual([null]);
});

test("still names the one whose rank stands in letters", () => {
  const body = "“The harbour stays shut until the ice is gone,” DCI House said.";
  expect(names(body)).toEqual(["House"]);
});
