import { expect, test } from "vitest";
import { readQuotes } from "./read-quotes.ts";

const said = (body: string) =>
  readQuotes(body).quotes.map(({ speaker }) => [speaker?.name ?? null, speaker?.role ?? null]);

test.each([
  [
    "a month",
    "“I knocked,” said Odile Brask, a student.\n\nNext May, Brask will graduate. “It is hard,” she said.",
    "Odile Brask",
  ],
  [
    "an order to the reader",
    "Ask Rupert Callow, who wrote it, and he answers: “The ring road.”",
    "Rupert Callow",
  ],
  ["an entry", "Enter Ada Voss, a baker. “I am yours,” she tells me.", "Ada Voss"],
  [
    "a participle",
    "The historian Piers Alder wrote a book. Echoing Wexford, he said: “It is a pillar.”",
    "Piers Alder",
  ],
  ["an adverb", "“Let us in,” shouted Eventually the crowd moved on.", undefined],
  ["a station", "“It is ours,” NBC 4 New Arden said.", "NBC 4 New Arden"],
  ["a channel", "“It is ours,” Channel 11 said.", "Channel 11"],
  ["initials", "“It is ours,” said B. J. McAllister.", "B. J. McAllister"],
  ["a saint", "“It is ours,” said Eva St. Clair.", "Eva St. Clair"],
  [
    "another name",
    "Singer Habib Reed, popularly known as Mobile, sat. Mobile waited. “I am done,” he said.",
    "Habib Reed",
  ],
  [
    "a firm as several",
    "Big Ancor, the label that owns it, left. Big Ancor have denied it. “We did not,” they said.",
    "Big Ancor",
  ],
  ["a name in -ing", "Harding Lowe waited. “It is ours,” Harding Lowe said.", "Harding Lowe"],
])("cuts a name where it ends: %s", (_, body, name) => {
  const [last] = said(body).toReversed();
  expect(last?.[0]).toBe(name);
});

test.each([
  ["a relative of nobody", "“We do not know,” her mother said."],
  ["a contraction", "“Ready when you are,” we’re told the actor said."],
])("does not name %s", (_, body) => {
  for (const [name] of said(body)) expect(name ?? "the actor").toBe("the actor");
});

test.each([
  ["an office in letters", "CM Adya Rao came. “It is ours,” Rao said.", "Adya Rao"],
  [
    "a given name that is a rank, too",
    "Marshal Quill, the chief toy analyst, came. “It is ours,” Quill says.",
    "Marshal Quill",
  ],
  [
    "a rank that is a given name, too",
    "Marshal Quill came, and a marshal waited. “It is ours,” Quill said.",
    "Quill",
  ],
  [
    "a paper before the name",
    "Ada Voss came.\n\nSpeaking to the Harbour Mail Voss said: “It is ours.”",
    "Ada Voss",
  ],
  [
    "a word that opens the sentence",
    "Brave Ada Voss came home. Ada Voss was tired. “It is ours,” Voss said.",
    "Ada Voss",
  ],
  [
    "a given name more, within a sentence",
    "The judge thanked Maria Ada Voss. Ada Voss was tired. “It is ours,” Voss said.",
    "Maria Ada Voss",
  ],
  ["a short given name", "Bradley Orr came. “It is ours,” asked Brad.", "Bradley Orr"],
  [
    "a short given name of two",
    "Jennifer Orr and Jennifer Moss came. “It is ours,” said Jen.",
    "Jen",
  ],
  [
    "a short form with the surname",
    "Daniel Orr came. Dan Orr left. “It is ours,” Orr said.",
    "Daniel Orr",
  ],
  ["marks that are not at hand", "Gerd Müller came. “It is ours,” Mueller said.", "Gerd Müller"],
  [
    "marks that tell two apart",
    "Gerd Müller and Ida Mueller came. “It is ours,” Mueller said.",
    "Ida Mueller",
  ],
  [
    "a husband of that name",
    "Ninon Orr told her husband, Philip Orr, that it rained. “It is ours,” Mr Orr said. Mrs Orr laughed.",
    "Philip Orr",
  ],
  [
    "one of two men of that name",
    "Bill Orr told his brother, Philip Orr, that it rained. “It is ours,” Mr Orr said.",
    "Mr Orr",
  ],
  [
    "the first words of a longer name",
    "His son, Te Moana Rewi Parata, came. “It is ours,” says Te Moana.",
    "Te Moana Rewi Parata",
  ],
  [
    "an office that is written out",
    "Gov. Ada Voss came. “It is ours,” the governor said.",
    "Ada Voss",
  ],
  [
    "nobody's office",
    "The Harbour Rovers captain came. “It is ours,” the captain said.",
    "the captain",
  ],
  [
    "a firm that has the surname",
    "Gallery owner James Lally of J.J. Lally & Co. came. “It is ours,” Lally said.",
    "James Lally",
  ],
])("gives the name in full, and nothing but the name: %s", (_, body, name) =>
  expect(said(body)[0]?.[0]).toBe(name));

test.each([
  [
    "behind the place of an office",
    "U.S. Attorney for the District of Velmark Joshua Levy said the case is open. “It is ours,” Levy said.",
    "Joshua Levy",
  ],
  [
    "behind the field of an office",
    "“It is ours,” said Dean for Student Life Larry G. Benedict.",
    "Larry G. Benedict",
  ],
  [
    "with its initial",
    "“It is ours,” said Assistant Dean for Residential Programs Katherine G. O’Dair.",
    "Katherine G. O’Dair",
  ],
  ["after a man", "“It is ours,” said Mary Ann Evans of the Tarn bank.", "Mary Ann Evans"],
])("begins a name %s", (_, body, name) => expect(said(body)[0]?.[0]).toBe(name));
