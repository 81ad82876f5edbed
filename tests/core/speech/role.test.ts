import { expect, test } from "vitest";
import { readQuotes } from "./read-quotes.ts";

const said = (body: string) =>
  readQuotes(body).quotes.map(({ speaker }) => [speaker?.name ?? null, speaker?.role ?? null]);

test.each([
  [
    "on behind the commas of its body",
    "“It is ours,” said Ada Voss, a scientist at the Agency for Tides, Winds and Ferries, on Monday.",
    "scientist at the Agency for Tides, Winds and Ferries",
  ],
  [
    "not on behind a field alone",
    "“It is ours,” said Ada Voss, a scientist at the Agency for Tides, Winds of which are cold.",
    "scientist at the Agency for Tides",
  ],
  [
    "not cut within the list that its body is called by",
    "“It is ours,” said Ada Voss, director of the Coalition for Tides, Equity, and Ferries (CTF), a group of many.",
    null,
  ],
  [
    "not cut between two whom it is of",
    "“It is ours,” said Ada Voss, longtime friend of both Ives and his wife, Ruby Lund.",
    null,
  ],
  [
    "of one whom it is of",
    "“It is ours,” said Ada Voss, director of the Coalition for Tides, on Monday.",
    "director of the Coalition for Tides",
  ],
  [
    "not what she was then",
    "“It is ours,” Voss said. Ada Voss won. In 2000, as a Harbour Liberal Voss won less.",
    null,
  ],
  [
    "the office that stands right before her name",
    "“It is ours,” Voss said. In 2000 Harbour Mayor Ada Voss won less.",
    "Harbour Mayor",
  ],
  [
    "not half of the body that she sits in",
    "“It is ours,” said the eldest in the Town Council Advocate Ada Voss.",
    null,
  ],
  [
    "a prefect",
    "“It is ours,” said Ada Voss, the prefect of Marne-sur-Tarn.",
    "prefect of Marne-sur-Tarn",
  ],
  [
    "one below a prefect",
    "“It is ours,” said Ada Voss, sub-prefect of Orva.",
    "sub-prefect of Orva",
  ],
  ["no thing for an office", "“It is ours,” said Ada Voss, a delight of Orva.", null],
  [
    "a trade with a hyphen that a sentence opens with",
    "Harbour training co-ordinator Ada Voss says they knew. “It is ours,” Voss said.",
    "Harbour training co-ordinator",
  ],
  [
    "on behind the letters of its body",
    "“It is ours,” said Ada Voss, officer-in-charge of the Department of Lakes and Rivers (DLR) in Northern Orva.",
    "officer-in-charge of the Department of Lakes and Rivers (DLR) in Northern Orva",
  ],
  [
    "without letters that nothing goes on behind",
    "“It is ours,” said Ada Voss, head of the Department of Lakes (DOL).",
    "head of the Department of Lakes",
  ],
  [
    "not on behind a bracket of words",
    "“It is ours,” said Ada Voss, head of the Department of Lakes (Rivers) in Northern Orva.",
    "head of the Department of Lakes",
  ],
  [
    "not on behind letters where it says when",
    "“It is ours,” said Ada Voss, head of the Department of Lakes (DOL) in May.",
    "head of the Department of Lakes",
  ],
  [
    "without the day on which it is said",
    "“It is ours,” said Ada Voss, head of the Harbour Board in Tarn on Monday.",
    "head of the Harbour Board in Tarn",
  ],
  [
    "with the day that is a paper's",
    "“It is ours,” said Ada Voss, a columnist for the Mail on Sunday.",
    "columnist for the Mail on Sunday",
  ],
  [
    "of a body whose letters are a word",
    "“It is ours,” said Ada Voss, Director-General of the WHO.",
    "Director-General of the WHO",
  ],
  ["not of one who", "“It is ours,” said Ada Voss, the director who left.", "director"],
  [
    "in capitals, between a sentence's start and a comma",
    "Harbour Executive Chief Executive, Ada Voss, said: “It is ours.”",
    "Harbour Executive Chief Executive",
  ],
  [
    "not before a list",
    "Tarn Mayor, Ada Voss, and Orva Mayor, Otto Lund, came. “It is ours,” Voss said.",
    null,
  ],
  ["not with when she said it", "Yesterday Tarn Mayor, Ada Voss, said: “It is ours.”", null],
  ["not whom another praised", "Reed praised Tarn Manager, Ada Voss, said: “It is ours.”", null],
  ["not whom she addressed", "Addressing Orva Minister, Ada Voss, said: “It is ours.”", null],
  ["not how one is called upon", "Governor, Ada Voss, said: “It is ours.”", null],
  [
    "not cut behind an abbreviation",
    "Quay Hldgs. Harbour Director, Ada Voss, said: “It is ours.”",
    null,
  ],
  [
    "not on behind letters where it says at what",
    "“It is ours,” said Ada Voss, head of the Department of Lakes (DOL) in a talk.",
    "head of the Department of Lakes",
  ],
  ["not a paper", "Tarn Morning Monitor, Ada Voss, said: “It is ours.”", null],
  ["an office alone", "“It is ours,” said Ada Voss, chairman.", "chairman"],
  [
    "an office with its body",
    "“It is ours,” said Ada Voss, chairman of Tarn Power.",
    "chairman of Tarn Power",
  ],
  [
    "told more fully later",
    "“It is ours,” CEO Ada Voss said. Ada Voss, chief executive of Tarn Power, left.",
    "chief executive of Tarn Power",
  ],
  ["how one is addressed", "“It is ours,” said Commissioner Ada Voss.", "Commissioner"],
  ["a president of a state", "“It is ours,” President Ada Voss told the parliament.", "President"],
  [
    "a president whom everyone calls so",
    "President Voss met students at the college. “It is ours,” Voss said.",
    "President",
  ],
  [
    "a president of something",
    "The university will go on, says President Ada Voss. “It is ours,” Voss said.",
    "President",
  ],
  [
    "a man's title with his surname",
    "President Lund spoke. Donald Lund was late. “It is ours,” Lund said.",
    "President",
  ],
  [
    "the body that she speaks for",
    "Ada Voss took a look. “It is ours,” said the NHA's Voss.",
    "NHA",
  ],
  [
    "a party that she speaks for",
    "“It is ours,” said the Free Lakes Party's Ada Voss.",
    "Free Lakes Party",
  ],
  ["not how he is addressed", "“It is ours,” His Honour Judge Sol Ford said.", "Judge"],
  ["nothing that ends within a title", "“It is ours,” said Ada Voss, author of “Tarn", null],
  ["not what the name says", "“It is ours,” said the real Prince Rolf.", null],
  [
    "not the opinion of the writer",
    "“It is ours,” said bombastic radio host Ada Voss.",
    "radio host",
  ],
  ["not his age", "A 67-year-old man, Odo Voss, won. “It is ours,” said Odo Voss.", null],
  [
    "his trade beside it",
    "A 67-year-old farmer, Odo Voss, won. “It is ours,” said Odo Voss.",
    "67-year-old farmer",
  ],
  ["not whose admirer", "“It is ours,” said 32-year-old admirer Ada Voss.", null],
  ["not whose friend", "“It is ours,” said Ada Voss, a close friend.", null],
  ["not whose counterpart", "“It is ours,” said Ada Voss, Lund’s Orvan counterpart.", null],
  ["not at which firm", "“It is ours,” said Ada Voss, head of games at the ferry giant.", null],
  ["an institute", "“It is ours,” says Ada Voss at the Tarn Institute.", "Tarn Institute"],
  ["not a place", "“It is ours,” said Ada Voss at the Tarn Museum.", null],
  ["not a country", "Ada Voss took a look. “It is ours,” said the UAE's Voss.", null],
])("gives the role that the article states: %s", (_, body, role) =>
  expect(said(body)[0]?.[1]).toBe(role));
