import { expect, test } from "vitest";
import { readQuotes, whoSaid } from "./read-quotes.ts";

const names = (body: string) => whoSaid(body).map(([, name]) => name);
const owners = (body: string) => readQuotes(body).claims.map(({ owner }) => owner);

test.each([
  [
    "a statement, which somebody has made",
    "The league met.\n\nA statement said: “The league is sorry for everybody who came.”",
    [null],
  ],
  [
    "a place whose comma closes no aside",
    "Rhys Calder spoke of the mills. Speaking in the Longhouse, the Harbour MP said: “We must open the gates by noon.”",
    ["the Harbour MP"],
  ],
  [
    "who holds the office, where commas close the aside",
    "Rhys Calder, the Harbour MP, said: “We must open the gates by noon.”",
    ["Rhys Calder"],
  ],
  [
    "a film that comes between a man and his words",
    "Rhys Calder left his musical Long Hollow Land behind him. When Long Hollow Land opened, he feared the worst. “Nobody sings on a bridge,” he says.",
    ["Rhys Calder"],
  ],
  [
    "the next speaker, whose sentence gives the words behind it",
    "“She kept us fed,” said rower Tam Holt. “It gave me a push. It still does.” Iris Holt added, “He needs the oats.”",
    ["Tam Holt", "Tam Holt", "Iris Holt"],
  ],
  [
    "the one behind a stop who says nothing further",
    "“It gave me a push. It still does.” Iris Holt added.",
    ["Iris Holt"],
  ],
  [
    "one of whom the words tell",
    "“We were puzzled,” said Professor Orla Hume.\n\nThat student was Tam Holt, and he was about to tell his tutor something.\n\n“He came back and told me it could be mended.”",
    ["Orla Hume", null],
  ],
  [
    "the office that passes a threat on",
    "The clerk who took the call recalled that he said, “I'll burn the barn down,” the sheriff's office said.",
    [null],
  ],
  [
    "the paper that passes an answer on",
    "Asked about the mill, Rhys Calder said, “I have no comment on it,” the Harbour Herald reported.",
    ["Rhys Calder"],
  ],
  [
    "the paper that quotes him as saying it",
    "The Herald quoted Rhys Calder, once a pilot, as saying “we have a part to play in this” and “there is no ship to spare.”",
    ["Rhys Calder", "Rhys Calder"],
  ],
  [
    "a place behind the school that she is of",
    "Nan Tilbury of the University of Orva, Port Sable disagreed: “The wells were there long before the statues.”",
    ["Nan Tilbury"],
  ],
  [
    "the host whom she sat with",
    "Iris Holt sat with Wire's Rhoda Madd and praised the bill, saying, “It is what the valley needs.”",
    ["Iris Holt"],
  ],
  [
    "who tells of another in a clause before, even behind “But”",
    "But even as Rhys Calder claimed on Tuesday that “I was punished for far less than this,” one of the clerks said the two cases differ.",
    ["Rhys Calder"],
  ],
])("keeps words from %s", (_, body, speakers) => expect(names(body)).toEqual(speakers));

test.each([
  ["what a sailor would say", "As Salty Ned would say, “The wind is a poor cook.”"],
  ["what people may say", "Neighbours might say, “So what? We have a bridge of our own already.”"],
  [
    "the lines of a verse",
    "Her book begins at the weir. “I was born in the cold / by a wheel that had stopped, / in a house of reeds.” It is for children.",
  ],
])("takes for no quotation %s", (_, body) => expect(names(body)).toEqual([]));

test("takes for a quotation a slash between two words", () =>
  expect(names("“We will wait for the train / bus at noon,” Rhys Calder said.")).toEqual([
    "Rhys Calder",
  ]));

test.each([
  [
    "an app, but the officer who has no name",
    "A senior police officer spoke. The clip went round on Tarnline, the officer said. The officer said that Voss had helped.",
    ["A senior police officer", "A senior police officer"],
  ],
  [
    "the leader of another union",
    "Docks union general secretary Mick Arden said that it was fine. The general secretary of the Rails union (Union of Rail, Road and Harbour Hands), Mick Lunn, said that it was not.",
    ["Mick Arden", "Mick Lunn"],
  ],
  [
    "the spokesman of another body",
    "A spokesman for the mint said that it was sound. The spokesman for the bank said that it was not.",
    ["A spokesman for the mint", "The spokesman for the bank"],
  ],
  [
    "an official who comes later",
    "A senior harbour official said that the note was old. The official said that nobody read it. Adan Yunis, an official, left.",
    ["A senior harbour official", "A senior harbour official"],
  ],
  [
    "the brand of a firm",
    "The vendor who trades under the brand Tarn Foods told the Mail that it lost all.",
    [null],
  ],
  [
    "a journal",
    "The authors of the work in the journal Sable Letters argued that it is safe.",
    [null],
  ],
  [
    "according to whom it is",
    "According to Yett, the mill was shut. Shel Yett of the mill left.",
    ["Shel Yett"],
  ],
  [
    "the second half of a body",
    "The boats were held by Harbours and Quay Watch on Friday, as Harbours and Quay Watch announced in May.",
    [null],
  ],
  ["a place", "Port Sable said that it would wait.", [null]],
])("gives a claim to none but its owner: %s", (_, body, expected) =>
  expect(owners(body)).toEqual(expected));
