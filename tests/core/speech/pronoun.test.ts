import { expect, test } from "vitest";
import { genderOfName } from "#core/speech/given-name.ts";
import { readQuotes, whoSaid } from "./read-quotes.ts";

const last = (body: string) => whoSaid(body).at(-1)?.[1] ?? null;

test.each([
  [
    "the only one of the paragraph",
    "Mel Arden rose late. “We sail at six,” she said.",
    "Mel Arden",
  ],
  [
    "the one whom the nearest sentence is about",
    "Sol Marsh said the plan by Lee Tarn was sound.\n\n“It floats,” he said.",
    "Sol Marsh",
  ],
  [
    "the one whom the article shows to be a woman",
    "Sol Marsh and his wife, Pat Marsh, were found. “It was cold,” she said.",
    "Pat Marsh",
  ],
  [
    "the one whose words the sentence before gave, whoever else it speaks of",
    "Sol Marsh met Lee Tarn. Ash Dorsey, a grower from Holm, said the plan was odd for a man of Lee Tarn's wealth.\n\n“It is a lot of boat,” he said.",
    "Ash Dorsey",
  ],
  [
    "the one who goes on, though a pronoun opened his sentence",
    "Sol Marsh left early. In his own yard, Ash Dorsey said the plan was odd.\n\n“It is a lot of boat,” he said.",
    "Ash Dorsey",
  ],
  [
    "the only one whose given name fits",
    "Of Johnny Kell, with whom she sails, Gwyneth Orm spoke last. “He rows well,” she said.",
    "Gwyneth Orm",
  ],
  [
    "the one who asks, not the one who is asked",
    "Lee Tarn runs the inn.\n\nAsh Dorsey, a warden, said the inn was dear.\n\n“How long will it take?” he asked Tarn.",
    "Ash Dorsey",
  ],
  [
    "no people who are many",
    "Sol Marsh, head of research, said it was a buyer's market. Midcaps and smallcaps fell.\n\n“It is a buyer's market,” he said.",
    "Sol Marsh",
  ],
  [
    "the coach, and not the team that he is of",
    "Rovers, who had Sol Marsh sent off, had led.\n\nThe Rovers coach, Lee Tarn, would not discuss the red card. “You saw it,” he said.",
    "Lee Tarn",
  ],
  [
    "the lawyer, and not the one whose lawyer he is",
    "Sol Carter sued the wharf on Monday. Sol Carter, a sailor, left the court early.\n\nThe Carter lawyer, Lee Tarn, would not discuss the sum. “It is fair,” he said.",
    "Lee Tarn",
  ],
  [
    "the one with an office whose name ends as several do",
    "Mayor Odo Rivers closed the pier. “It leaks,” he said.",
    "Odo Rivers",
  ],
])("names %s", (_, body, name) => expect(last(body)).toBe(name));

test.each([
  [
    "a team that led the sentence before",
    "Granby Harriers had led twice.\n\nTheir coach would not discuss the penalty. “You saw it,” he said.",
  ],
  [
    "the team of a captain whom nobody names",
    "Tarn Foxes lost again.\n\nThe Foxes captain was sent off. “It was soft,” he said.",
  ],
  [
    "the cousin of her who may be meant",
    "Ash Dorsey runs the booth.\n\nHer cousin Lee Lunn was hurt. She said: “I warned him of the rail.”",
  ],
  [
    "one of two who speak in one sentence",
    "President Sol Marsh said they were “joyful”, while Minister Lee Tarn wrote he had sent help. He added, “I want to thank all of you.”",
  ],
  [
    "one whose given name says otherwise",
    "Hillary Voss made an appearance. “I bought a suit for it,” he said.",
  ],
])("does not name %s", (_, body) => expect(last(body)).toBe(null));

test.each([
  ["Victor Lunn", "male"],
  ["Agnes Thule", "female"],
  ["Robin Lunn", "unknown"],
  ["Victor", "unknown"], // a lone word may be a surname
  ["Megan", "female"], // this one hardly is
])("the given name of %s says %s", (name, gender) => expect(genderOfName(name)).toBe(gender));

const owners = (body: string) => readQuotes(body).claims.map(({ owner }) => owner);

test.each([
  [
    "a sentence that is about nobody",
    "The harbour wants damages, its head Sol Marsh told reporters. Writs were sent to Lee Tarn, Ash Pell, director of Gull Television, and Mel Voss, manager of Tern Radio, he said.",
    "Sol Marsh",
  ],
  [
    "a sentence about a thing",
    "The pier will open, Sol Marsh said. The keys were handed to Lee Tarn and Ash Pell, he added.",
    "Sol Marsh",
  ],
  [
    "a sentence unless that is about someone else, who may be meant",
    "The pier will open, Sol Marsh said. Lee Tarn was given the keys, he added.",
    null,
  ],
  [
    "a sentence unless that opens a paragraph",
    "The pier will open, Sol Marsh said.\n\nThe keys were handed to Lee Tarn and Ash Pell, he added.",
    null,
  ],
])("carries the one who spoke into %s", (_, body, owner) =>
  expect(owners(body).at(-1)).toBe(owner));

test("does not learn from “he” what the one whom its sentence names is", () => {
  const body =
    "“I will meet her,” Sol Marsh said of Nevin Leed.\n\nHe said Leed had followed them. “What she said is wrong,” he told the paper.\n\n“I was there,” he said.";
  expect(whoSaid(body).map(([, who]) => who)).toEqual(["Sol Marsh", "Sol Marsh", "Sol Marsh"]);
});
