import { expect, test } from "vitest";
import { isCutName, isJoinedName } from "#core/speech/cut-name.ts";
import { readQuotes, whoSaid } from "./read-quotes.ts";

const last = (body: string) => whoSaid(body).at(-1)?.[1] ?? null;
const owner = (body: string) => readQuotes(body).claims.at(-1)?.owner ?? null;

test.each([
  [
    "the one who has been met, of two family names that stand first",
    "Rhee Jae-myung, head of the Tide Party, called it sad. “It betrays us,” Rhee said. Police asked Interior Minister Rhee Sang-min.",
    "Rhee Jae-myung",
  ],
  [
    "neither, where both have been met",
    "Wang Yi met Ada Wang in Orva. “We agree,” Wang said.",
    "Wang",
  ],
  [
    "the officer, whose rank is cut short",
    "“We have two boats here,” alleged Tarn Provincial Police Const. Ida Moe.",
    "Ida Moe",
  ],
  [
    "the mother, and not the son of whom her aside tells",
    "Petra Holm, who lost her 20-year-old son, Iven Holm-Dahl, in the 2018 ferry fire, said she came to help.\n\n“I know what it is like,” she said.",
    "Petra Holm",
  ],
  [
    "the doctor, whose aside has a place in it",
    "Petra Holm, a doctor at the Tarn Clinic, in Rhos, said it was quick. “It was over,” she said.",
    "Petra Holm",
  ],
  [
    "the one with an A. in her name",
    "Wrong, Sonya A. Hale, a lawyer, told the court. “It hurts,” Hale said.",
    "Sonya A. Hale",
  ],
  [
    "the one whose surname is a trade",
    "The song is by John Legend, and it is long. “It grew,” Legend said.",
    "John Legend",
  ],
  [
    "the one whose full name stands in a heading alone",
    "Where Is Ted Marlow Now?\n\nIt was cold on the corner. “I was broke,” Marlow told a reporter. The town gave him a bed.",
    "Ted Marlow",
  ],
  [
    "the minister behind the field of a ministry",
    "Minister in the Ministry of Finance Brian Mannion said: “It is simple.”",
    "Brian Mannion",
  ],
])("names %s", (_, body, name) => expect(last(body)).toBe(name));

test.each([
  [
    "a product that has nothing of a person but its capitals",
    "The radio man of Rhos is back. He is the voice of Kroft Mac and Cheese.\n\n“I am well,” he said.",
  ],
  [
    "one who never does anything by name",
    "The song went with a bar of Tavi Rell. He was broke.\n\n“I am well,” he said.",
  ],
])("names nobody for %s", (_, body) => expect(last(body)).toBeNull());

test.each([
  ["Border Protection", "It was Customs and Border Protection that came."],
  ["Office for the West", "the Attorney’s Office for the West said so."],
  ["Capital Investors", "Tarn Merchant Capital Investors paid."],
  ["Kroft Mac", "the voice of Kroft Mac and Cheese."],
  ["Ministry of Fish", "the Ministry of Fish of Orva said so."],
])("is cut: %s (%s)", (name, body) => expect(isCutName(body, name)).toBe(true));

test.each([
  ["Border Protection", "Customs and Border Protection came. Border Protection is short for it."],
  ["Capital Investors", "On Monday, Capital Investors paid."],
  ["Capital Investors", "It closed. Capital Investors paid."],
  ["Ministry of Fish", "The Ministry of Fish said so on Monday."],
  ["Orva", "New Orva said so."],
])("is whole: %s (%s)", (name, body) => expect(isCutName(body, name)).toBe(false));

test.each([
  ["Ida Moe", "Head of financial reporting Ida Moe said the bank was sound."],
])("owns: %s (%s)", (name, body) => expect(owner(body)).toBe(name));

test.each([
  [
    "a passage out of a book",
    "“I am as light as a gull, and I will sail.”\n\n– Silas Wend, A Harbour Carol",
  ],
  ["a slogan", "Ida Moe spoke.\n\nThe tagline? “Tarn. We are on it.”\n\nIt went round."],
  [
    "the text of a paper",
    "The clause is broad.\n\n“All persons born in the Isles are citizens of it,” it reads.",
  ],
])("is nobody's speech: %s", (_, body) => expect(whoSaid(body)).toEqual([]));

test.each([
  [
    "a manager",
    "“I am as light as a gull, and I will sail.”\n\n– Silas Wend, The Harbour manager",
    "Silas Wend",
  ],
  ["one who asks back", "Ida Moe waited. The tagline? “It is a good one,” Moe said.", "Ida Moe"],
  [
    "one who is a reader",
    "“We are all citizens of the Isles,” Ida Moe said. It reads well.",
    "Ida Moe",
  ],
])("is somebody's speech: %s", (_, body, name) => expect(last(body)).toBe(name));

test.each([
  [
    "one of the Rooks",
    "The Rooks lost.\n\nThe Rook said he was sad. “I would have liked to win,” the Rook said.",
  ],
  ["a letter", "W: It was said.\n\n“We did it for the town and for nobody else,” W said."],
])("names nobody for %s", (_, body) => expect(last(body)).toBeNull());

const role = (body: string) => readQuotes(body).quotes.at(-1)?.speaker?.role ?? null;

test.each([
  ["of the body", "“It grew,” said Ida Moe of the University of Orva.", "University of Orva"],
  ["of letters", "“It grew,” said Ida Moe of the RHS.", "RHS"],
  ["of a town", "“It grew,” said Ida Moe of Port Tarn.", null],
  [
    "with its “former”",
    "Former state parks secretary and Orvan Energy Assistant Secretary Ida Moe spoke. “It grew,” Moe said.",
    "Former state parks secretary and Orvan Energy Assistant Secretary",
  ],
  [
    "cut in two",
    "Clean Air - Cool Rhos Executive Director Ida Moe spoke. “It grew,” Moe said.",
    null,
  ],
  [
    "whole",
    "Cool Rhos Executive Director Ida Moe spoke. “It grew,” Moe said.",
    "Cool Rhos Executive Director",
  ],
])("role %s", (_, body, expected) => expect(role(body)).toBe(expected));

test.each([
  ["who opens it", "Ada Voss, Area Manager at the HFA said: “It grew.”", "Ada Voss"],
  [
    "who opens it, of a university and its town",
    "Ada Voss of the University of Orva, Los Tarnos said: “It grew.”",
    "Ada Voss",
  ],
  [
    "who opens it, of a paper",
    "Ada Voss of Tarn College and contributor to Tides said: “It grew.”",
    "Ada Voss",
  ],
  [
    "whose office ends in a joined field",
    "“It grew,” said HSC Housing and Harbour Affairs Chair Ada Voss.",
    "Ada Voss",
  ],
  [
    "two of them",
    "“It grew,” said Ada Voss and Harbour Chair Otto Lund.",
    "Ada Voss and Harbour Chair Otto Lund",
  ],
  [
    "the head of a body",
    "“It grew,” Orva director of Tide Watch International Seo-jun Han said.",
    "Seo-jun Han",
  ],
  ["a senator from somewhere", "Senator from Velmark Larry Moe said: “It grew.”", "Larry Moe"],
  ["an age that is no name", "Fourteen-year-old Zoe said: “It grew.”", "Zoe"],
  [
    "a name that stands within one",
    "Ann Celeste Moe, a singer, came. “It grew,” Celeste said.",
    "Ann Celeste Moe",
  ],
])("names %s", (_, body, name) => expect(readQuotes(body).quotes.at(-1)?.speaker?.name).toBe(name));

test("takes no words for a nickname", () => {
  const { entities } = readQuotes('At Dreamfest "is fun," Voss said.');
  expect(entities.map(({ name }) => name)).toEqual(["Dreamfest", "Voss"]);
});

test("gives a role its field, as far as the name", () => {
  const { entities } = readQuotes("She met Acting Attorney for the District of Velmark Larry Moe.");
  expect(entities[0]?.role).toBe("Acting Attorney for the District of Velmark");
});

test.each([
  ["one of several", "Some argued. “It grew,” one said."],
  ["a third", "“It shrank,” said Ada Voss. “It grew,” a third cursed."],
  ["people", "People might say, “It grew and it grew.”"],
])("gives no name to %s", (_, body) =>
  expect(readQuotes(body).quotes.at(-1)?.speaker ?? null).toBeNull());

test("takes no role from what stands in a house", () => {
  const body = "Speaking in the Commons, the Liberal member said: “It grew.”";
  expect(readQuotes(body).quotes[0]?.speaker?.name).toBe("the Liberal member");
});

test.each([
  ["that two lines have", "Dylen Rofe walks out\n\nDylen Rofe in Tarn\n\n", "Dylen Rofe"],
  ["that one line has", "Dylen Rofe walks out\n\n", "Rofe"],
  ["whose words are common ones", "Board Rofe walks out\n\nBoard Rofe in Tarn\n\n", "Rofe"],
])("completes a surname by a name %s", (_, lines, name) => {
  const body = `${lines}The court heard it on Monday, and Rofe said: “It grew, and it grew again.”`;
  expect(readQuotes(body).quotes[0]?.speaker?.name).toBe(name);
});

test.each([
  ["Skov and Lena Moe said.", true],
  ["Skov and Lena Moe said. Skov and Lena Moe paid.", true],
  ["Moe said so. Skov and Lena Moe paid.", true], // at the head of a body nothing stands before it
  ["Skov and Lena Moe said. Then Moe paid.", false],
  ["Of old Moe heard. Skov and Lena Moe paid.", false],
  ["Then Lena Moe paid.", false],
])("is the second half of a body's name: %s", (body, joined) =>
  expect(isJoinedName(body, "Lena Moe")).toBe(joined));

test("holds a name that has a word twice to stand alone", () => {
  expect(isJoinedName("Skov and Duran Duran sang.", "Duran Duran")).toBe(false);
  expect(isJoinedName("Skov and Duran Duran Duran sang.", "Duran Duran Duran")).toBe(false);
});
