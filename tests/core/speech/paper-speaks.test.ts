import { expect, test } from "vitest";
import { whoSaid } from "./read-quotes.ts";

const whoseEach = (body: string) => whoSaid(body).map(([, name]) => name);

test.each([
  [
    "whoever said it in a statement",
    "Two boats sank off Rhos, the Orva navy said in a statement on Monday.\n\n“We are looking into what caused it,” the statement said.",
    ["the Orva navy"],
  ],
  [
    "whoever said it, over a heading",
    "Two boats sank off Rhos, the Orva navy said in a statement on Monday.\n\n## Divers on the way\n\nIt said that help was near.\n\n“We are looking into what caused it,” the statement said.",
    ["the Orva navy"],
  ],
  [
    "nobody, where no sentence tells whose it is",
    "Two boats sank off Rhos on Monday.\n\n“We are looking into what caused it,” the statement said.",
    [null],
  ],
  [
    "nobody, where another statement stands between",
    "The navy said in a statement that two boats sank. The statement of the owners came late.\n\n“We are looking into what caused it,” the statement said.",
    [null],
  ],
  [
    "a family that put out an update, and not who spoke before",
    "“It is a long road,” said Ann Roe.\n\nDespite the doubts, Rolf’s family issued a warm update on Monday, which reads: “We are overwhelmed by all of this.\n\n“Rolf is out of bed.”",
    ["Ann Roe", "Rolf’s family", "Rolf’s family"],
  ],
  [
    "a firm that released a statement saying so",
    "Tarn Power released a separate statement saying, “It allows us to mend the line at last.”",
    ["Tarn Power"],
  ],
  [
    "the mayor, who spoke before the statement came",
    "The ferry firm released a statement after the mayor, Ann Roe, said: “It allows us to mend the line.”",
    ["Ann Roe"],
  ],
  [
    "who wrote the post, and not the post",
    "“The line carries coal across the border,” according to a post on Monday by Orva envoy Ann Roe.",
    ["Ann Roe"],
  ],
  [
    "a letter whose writer nobody tells",
    "“The line carries coal across the border,” according to a letter on Monday.",
    ["a letter"],
  ],
  [
    "a paper by its whole name, whatever time of day it has",
    "Much was sold in Tarn. By then “the boats were old and the nets were thin”, according to the Tarn Morning Herald.",
    ["Tarn Morning Herald"],
  ],
  [
    "a press release, and not the press",
    "“He was exceptionally loved in every way”, reads an AEW press release, of the keeper.",
    ["an AEW press release"],
  ],
  [
    "not who answers, where somebody asked",
    "Asked by one of Ms. Rice’s aides, “Is this the final word that you want to use,” Mr. Rhode replied that it was.",
    [null],
  ],
  [
    "who answers a question that is only told",
    "Asked by a reporter whether it was done, Mr. Rhode replied: “It is the final word that I want to use.”",
    ["Mr. Rhode"],
  ],
  [
    "whom a sentence is about, and not who stands by",
    "Climate Minister Musa Dalik said it was hard.\n\nFlanked by Harbour Authority (HA) Chairman Lieutenant General Inam Rahik, the Climate Minister urged the town to stand firm. “If you can help a family, please do so,” he said.",
    ["Musa Dalik"],
  ],
  [
    "nobody, of words that she said he said",
    "“It was a hot day,” said Ann Roe. She said he then announced: “My friend will join us today.”",
    ["Ann Roe", null],
  ],
  [
    "who added it, and not the office of which a clause tells",
    "Rolf Roe was sad. He added that as mayor she had the chance to mend it, noting: “Yet the town saw a steady loss of trees.”",
    ["Rolf Roe"],
  ],
])("of what stands in a paper: %s", (_, body, names) => {
  expect(whoseEach(body)).toEqual(names);
});

test.each([
  [
    "a body that opens the sentence before, whatever country it speaks of",
    "Tarn Intel, a Rhos research firm, says Orva is “at risk” of a bad year. “If the fish stay away, the towns will be hit,” it says.",
    "Tarn Intel",
  ],
  [
    "a ministry that is named and described in one",
    "The Ministry of Parks sent a letter to all towns on Monday. It noted that “Following the storm, all parks must close at once.”",
    "Ministry of Parks",
  ],
  [
    "nobody, of two bodies",
    "Harbour Bank sent a letter to the Rowan Institute on Monday. “All parks must close at once,” it said.",
    null,
  ],
  [
    "a brokerage by its noun",
    "The brokerage sees little growth, and says that the storm will hurt.\n\n“Despite the help so far, we expect a fall in March,” it said.",
    "The brokerage",
  ],
])("who “it” is: %s", (_, body, name) => {
  expect(whoseEach(body).at(-1)).toBe(name);
});
