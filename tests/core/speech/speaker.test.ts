import { expect, test } from "vitest";
import { readQuotes, whoSaid } from "./read-quotes.ts";

const names = (body: string): (string | null)[] => whoSaid(body).map(([, name]) => name);

test.each([
  ["behind", "“We won,” Ann Roe told reporters.", ["Ann Roe"]],
  ["inverted", "“We won,” said Ann Roe.", ["Ann Roe"]],
  ["before, with a colon", "Ann Roe said: “We won.”", ["Ann Roe"]],
  ["before, with a hearer", "Ann Roe told the Valley Post on Monday, “We won.”", ["Ann Roe"]],
  ["in a statement", "In a statement, Ann Roe said: “We won.”", ["Ann Roe"]],
  ["a participle", "Ann Roe left the room, saying: “We won.”", ["Ann Roe"]],
  [
    "a participle behind another verb",
    "He had tried, Ann Roe said, adding, “We won.”",
    ["Ann Roe"],
  ],
  ["with", "The night ended with Ann Roe shouting: “We won.”", ["Ann Roe"]],
  ["according to", "“We have won at last,” according to Ann Roe.", ["Ann Roe"]],
  ["an aside", "“We won,” Ann Roe, who has led the club since 2019, said on Monday.", ["Ann Roe"]],
  ["a description before", "“We won,” the club’s captain, Ann Roe, said.", ["Ann Roe"]],
  ["a description behind", "“We won,” said her sister, Ann Roe.", ["Ann Roe"]],
  ["a signature", "“The best soup in town.” — Ann Roe, food critic", ["Ann Roe"]],
  ["a label", "Ann Roe: “We won.”", ["Ann Roe"]],
  ["a new sentence behind a question", "“Did we win?” Ann Roe asked the crowd.", ["Ann Roe"]],
  ["the line above", "Ann Roe told the meeting:\n\n“We won.”", ["Ann Roe"]],
  ["a written message", "Ann Roe wrote on X: “We won.”", ["Ann Roe"]],
  ["the passive", "“We won,” Ann Roe was quoted as saying.", ["Ann Roe"]],
])("finds the speaker beside the quote: %s", (_, body, speakers) =>
  expect(names(body)).toEqual(speakers));

test.each([
  [
    "a new sentence that says something else",
    "Tom Poe sat down. “No.” Ann Roe said that she would wait.",
    [["No.", "Tom Poe"]],
  ],
  ["the one who is told", "Ann Roe was told by Tom Poe: “You won.”", [["You won.", "Tom Poe"]]],
  ["a noun", "The report, his claims and the statement “surprised us all”.", []],
])("does not take for the speaker: %s", (_, body, quotes) => expect(whoSaid(body)).toEqual(quotes));

test.each([
  ["the surname", "Ann Roe won the seat. “We waited,” Roe said.", "Ann Roe"],
  ["a particle", "Omar bin Haddad won the seat. “We waited,” bin Haddad said.", "Omar bin Haddad"],
  ["initials", "J. K. Marlow won the seat. “We waited,” Marlow said.", "J. K. Marlow"],
  ["a surname that stands first", "Zhao Lin won the seat. “We waited,” Zhao said.", "Zhao Lin"],
  [
    "an office",
    "The president, Miguel Santos, won. “We waited,” the president said.",
    "Miguel Santos",
  ],
  ["a title alone", "“We waited,” said Ms Hart.", "Ms Hart"],
  ["letters that are not Latin", "«Мы рады», said Иван Петров.", "Иван Петров"],
  ["a ministry", "The Ministry of Transport said: “The bridge is safe.”", "Ministry of Transport"],
  [
    "someone only described",
    "“Tests go on,” said a spokesman for the ministry.",
    "a spokesman for the ministry",
  ],
  ["a group", "“Avoid the area,” police said.", "police"],
])("gives the fullest name: %s", (_, body, name) => expect(names(body)).toEqual([name]));

test.each([
  [
    "another office",
    "Shadow chancellor Ed Moran left. “Growth is up,” the chancellor said.",
    "the chancellor",
  ],
  [
    "two of one surname",
    "Ivan Petrov and Oleg Petrov farm. “Prices are low,” Petrov said.",
    "Petrov",
  ],
])("does not lend a name to %s", (_, body, name) => expect(names(body)).toEqual([name]));

test.each([
  ["the subject before it", "Maria Lopez lost her job. “I feel unseen,” she said.", "Maria Lopez"],
  ["by the title's gender", "Mr Hall met Ms Hart on Friday. “It was late,” she said.", "Ms Hart"],
  [
    "by the pronouns of the article",
    "Kim Ash took her coat. Kim Ash sold her car.\n\nJo Birch met Kim Ash. “It was late,” he said.",
    "Jo Birch",
  ],
])("settles a pronoun: %s", (_, body, name) => expect(names(body)).toEqual([name]));

test.each([
  ["two fit equally", "Alan Marsh met Brian Cole on Friday. “It was late,” he said."],
  ["nobody fits", "The council met on Friday. “It was late,” he said."],
  ["the only one is of the other gender", "Mrs Hart came on Friday. “It was late,” he said."],
])("leaves a pronoun unsettled where %s", (_, body) => expect(names(body)).toEqual([null]));

test.each([
  ["broken by its attribution", "“We won,” said Ann Roe. “At last.”"],
  ["broken within its sentence", "“We won,” said Ann Roe, “at last we won.”"],
  ["over paragraphs", "“We won,” said Ann Roe. “We waited.\n\n“We hoped.”"],
  ["a paragraph behind its speaker's", "“We won,” said Ann Roe.\n\n“It took us nine long years.”"],
])("gives one speaker to a quotation %s", (_, body) => {
  expect(new Set(names(body))).toEqual(new Set(["Ann Roe"]));
});

test("takes two people in turn where one of them asks", () => {
  const body =
    "“Are you coming?” asked Nora Pike.\n\n“No,” said Sam Doe.\n\n“Why not?”\n\n“I am tired.”";
  expect(names(body)).toEqual(["Nora Pike", "Sam Doe", "Nora Pike", "Sam Doe"]);
});

test("does not carry a speaker past someone who cuts in", () => {
  const body = "“Tell her,” Ann Roe said, and her husband cut in. “Do not forget.”";
  expect(names(body)).toEqual(["Ann Roe", null]);
});

test.each([
  [
    "before, with two offices",
    "“Yes,” Deputy Prime Minister and Foreign Minister Omar Haddad said.",
    "Deputy Prime Minister and Foreign Minister",
  ],
  ["before, in lower case", "“Yes,” said club treasurer Fiona Daly.", "club treasurer"],
  ["behind", "“Yes,” said Fiona Daly, the treasurer of the club.", "treasurer of the club"],
  ["behind, with an age", "“Yes,” said Fiona Daly, 45, a nurse from Leeds.", "nurse from Leeds"],
  ["before a comma", "“Yes,” the club’s treasurer, Fiona Daly, said.", "club’s treasurer"],
  ["an owner", "“Yes,” said Wales’s captain Fiona Daly.", "Wales’s captain"],
  ["of state", "“Yes,” Secretary of State Fiona Daly said.", "Secretary of State"],
  ["of state, behind the verb", "“Yes,” said Secretary of State Fiona Daly.", "Secretary of State"],
  ["of a bank", "“Yes,” said Bank of Orva Governor Fiona Daly.", "Bank of Orva Governor"],
])("reads the role as the article states it: %s", (_, body, role) =>
  expect(readQuotes(body).quotes[0]?.speaker?.role).toBe(role));

test.each([
  ["a list", "“Yes,” said Fiona Daly, President Santos and others."],
  ["a relative clause", "“Yes,” said Fiona Daly, who met the president."],
  ["a title of address", "“Yes,” said Mrs Daly."],
])("reads no role in %s", (_, body) =>
  expect(readQuotes(body).quotes[0]?.speaker?.role).toBeNull());

test("gives no words to the officer whose spokesman speaks", () => {
  const body = "“It is late,” said Secretary of State Fiona Daly’s spokesman.";
  expect(readQuotes(body).quotes[0]?.speaker?.name).toBe(
    "Secretary of State Fiona Daly’s spokesman",
  );
});
