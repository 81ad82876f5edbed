import { expect, test } from "vitest";
import { readQuotes } from "./read-quotes.ts";

const quoted = (body: string): string[] => readQuotes(body).quotes.map(({ text }) => text);

test.each([
  ["scare quotes", "The so-called “unity concert” drew nine people."],
  ["a title", "Her novel “The Glass Orchard” sold a million copies."],
  ["a song", "Walsh sang “Yesterday Again” twice."],
  ["a nickname", "Joe “The Hammer” Reed retired in May."],
  ["a term", "The bank calls it “forward guidance”."],
  ["a fragment of indirect speech", "The minister said “no action” was needed."],
  ["a label", "The union leader called the offer “a betrayal”."],
  ["a section's name", 'The "History" section of the site explains the delay.'],
  [
    "words whose subject stands outside",
    "Boatmen “say you must wait at the pier in May,” Roe said.",
  ],
  ["a sign", "A sign read “No entry”."],
  [
    "words that hold their own attribution, behind a mark of another kind",
    "“We kept to the plan all day,’ said Wren, Roe’s mate.\n\nThey came home late.",
  ],
])("does not quote %s", (_, body) => expect(quoted(body)).toEqual([]));

test.each([
  ["a short utterance", "“When?” he asked.", ["When?"]],
  [
    "a fragment that is a clause of its own",
    "Ann Roe said that “the record is quite clear on this”.",
    ["the record is quite clear on this"],
  ],
  [
    "what tells of words within it",
    "“I asked him, ‘Is it late?’ he said no, and we left,” Roe said.",
    ["I asked him, ‘Is it late?’ he said no, and we left"],
  ],
  ["what a crowd shouts", "The crowd chanted “stop the vote”.", ["stop the vote"]],
  [
    "words with their subject",
    "Roe said boatmen must wait, and “you must wait at the pier in May,” she added.",
    ["you must wait at the pier in May"],
  ],
  [
    "a title that someone says",
    "“The Glass Orchard,” said Ann Roe, when asked for the name.",
    ["The Glass Orchard"],
  ],
  [
    "what resumes in lower case",
    "“The trouble,” said Ann Roe, “is that nobody pays.”",
    ["The trouble", "is that nobody pays."],
  ],
  [
    "a paragraph of its own",
    "Ann Roe said she was glad.\n\n“We waited nine years for this.”",
    ["We waited nine years for this."],
  ],
])("quotes %s", (_, body, texts) => expect(quoted(body)).toEqual(texts));
