import { expect, test } from "vitest";
import { findAttribution } from "#core/speech/attribution.ts";
import { readBarePlace } from "#core/text/bare-place.ts";
import { readQuotes } from "./read-quotes.ts";

const said = (body: string) =>
  readQuotes(body).quotes.map(({ speaker }) => [speaker?.name ?? null, speaker?.role ?? null]);
const owner = (body: string) => readQuotes(body).claims.at(-1)?.owner ?? null;

test.each([
  [
    "how an envoy is addressed, behind the seat of the office",
    "“It is ours,” said Velian Ambassador to Orva H E Jean-Luc Faver, who came on Monday.",
    "Jean-Luc Faver",
    "Velian Ambassador to Orva",
  ],
  [
    "the same with stops",
    "Velian Ambassador to Orva H.E. Ida Moe said the bridge was open. “It is ours,” she said.",
    "Ida Moe",
    "Velian Ambassador to Orva",
  ],
  ["but no initials", "“It is ours,” said singer H E Wells.", "H E Wells", "singer"],
  ["a police district", "DCP West Ada Veer said, “It is ours.”", "Ada Veer", "DCP West"],
  ["but no West", "“It is ours,” said actor West Veer.", "West Veer", "actor"],
  ["an office of one country", "“It is ours,” said Taoiseach Leo Varn.", "Leo Varn", "Taoiseach"],
  [
    "an office held by two",
    "“It is ours,” says Co-President Max Hard.",
    "Max Hard",
    "Co-President",
  ],
  [
    "a given name that is a rank",
    "It rained.\n\nRepublican Sen. Dean Hellar and challenger Rep. Ida Moe both flatly said that they are against it. “It is ours,” Hellar said.",
    "Dean Hellar",
    "Republican Sen.",
  ],
  [
    "but the rank of an assistant",
    "“It is ours,” said Assistant Dean Ann Moe.",
    "Ann Moe",
    "Assistant Dean",
  ],
])("parts from a name %s", (_, body, name, role) => expect(said(body)[0]).toEqual([name, role]));

test.each([
  [
    "what was done to somebody, behind whoever did it",
    "Ten crews with oars grabbed acting ambassador Jon von Bibber. “It is ours,” Jon von Bibber said.",
    "acting ambassador",
  ],
  [
    "what was done to somebody",
    "The land was shut, prompted farmer Jon von Bibber to open it. “It is ours,” Jon von Bibber said.",
    "farmer",
  ],
  ["but not what he is called", "“It is ours,” said retired farmer Jon Bibber.", "retired farmer"],
  [
    "how he is addressed behind his office",
    "“It is ours,” longtime parks spokesman Undersecretary Jon Moe said.",
    "longtime parks spokesman",
  ],
  [
    "but not letters that are of the office",
    "“It is ours,” said Tarn Power executive VP Ann Moe.",
    "Tarn Power executive VP",
  ],
  [
    "how she is addressed behind her college",
    "Sable University's Prof Ann Moe said it would open. “It is ours,” Moe said.",
    "Sable University",
  ],
  [
    "a heading that ran on into its paragraph",
    "The court let it go.\n\nLitigation Orva Forward's finance spokesman Jon Moe said that litigation is slow. “It is ours,” he said.",
    null,
  ],
  [
    "but not a body that opens one",
    "The court let it go.\n\nRhos Orva Forward's finance spokesman Jon Moe said that litigation is slow. “It is ours,” he said.",
    "Rhos Orva Forward's finance spokesman",
  ],
  [
    "nothing of a vice president",
    "“It is ours,” said then vice president Jon Moe.",
    "vice president",
  ],
])("cuts from a role %s", (_, body, role) => expect(said(body)[0]?.[1]).toBe(role));

test.each([
  [
    "before a comma, behind the verb",
    "“It is ours,” wrote tide photographer, Jon Moe, by e-mail.",
    "tide photographer",
  ],
  ["in words of another tongue", "“It is ours,” chef de mission Jon Moe added.", "chef de mission"],
  [
    "of two ministries",
    "The desk met.\n\n5. Minister for Culture, Lakes and Youth, and Second Minister for Law, Mr Jon Moe said, “It is ours.”",
    "Minister for Culture, Lakes and Youth, and Second Minister for Law",
  ],
  [
    "with a town before its trade",
    "“It is ours,” said Jon Moe, a Tarn City, Orva-based parks lawyer.",
    "Tarn City, Orva-based parks lawyer",
  ],
  [
    "before a comma that closes nothing",
    "It rained.\n\nTHDA president, Jon Moe said it was late. “It is ours,” he said.",
    "THDA president",
  ],
  [
    "before what somebody has said",
    "It rained.\n\nThe Minister of Lakes, Dr. Jon Moe has revealed that it would cost more. “It is ours,” he said.",
    "Minister of Lakes",
  ],
  [
    "behind a name, where the second comma is missing",
    "It rained.\n\n“It is an inland sea,” Erik van Sebb, a physical oceanographer at the College of Orva in Tarn told Reuters.",
    "physical oceanographer at the College of Orva in Tarn",
  ],
  ["not of whom another praised", "Reed praised Tarn Manager, Jon Moe, said: “It is ours.”", null],
])("finds the role %s", (_, body, role) => expect(said(body).at(-1)?.[1] ?? null).toBe(role));

test.each([
  [
    "whose office has a bracket and no second comma",
    "It rained.\n\nNiran Hiran, national president of the Builders Council (Narc) said, “It is ours and we are glad.”",
    "Niran Hiran",
  ],
  [
    "who lives there",
    "Tired of it, Gajan Desh, a resident of Mill Lane said, “It is ours and we are glad.”",
    "Gajan Desh",
  ],
  [
    "but not where she lives",
    "In Mill Lane, a resident of the lane said, “It is ours and we are glad.”",
    "a resident of the lane",
  ],
  [
    "and not a thing that was proposed",
    "They weighed “Copper,” the larger mast design proposed in a study by Jon Moe.",
    null,
  ],
  [
    "and not when he came",
    "“It is ours,” said the Velian striker on his arrival at Tarn.",
    "the Velian striker",
  ],
  [
    "and not of whom the credit of a picture is",
    "Effie Wren, five, trains.\n\nA mum was upset. Effie was told Wren was tall. It shocked Effie, as Wren takes part.\n\nEffie Effie says she was angry.\n\n“I was angry,” Effie said.",
    "Effie",
  ],
  [
    "but her whole name where no credit shows",
    "Effie Wren trains.\n\nA mum was upset. Effie was told Wren was tall. It shocked Effie, as Wren takes part.\n\n“I was angry,” Effie said.",
    "Effie Wren",
  ],
])("names one %s", (_, body, name) => expect(said(body).at(-1)?.[0] ?? null).toBe(name));

test.each([
  ["by what way", "It rained. The group in a statement said these bills would help.", "The group"],
  [
    "but of which story",
    "It rained. The man in the video said these bills would help.",
    "The man in the video",
  ],
  [
    "the nephew, and not his aunt",
    "It rained. The nephew of accomplished author Keri Halm says her wish was known.",
    "The nephew of accomplished author Keri Halm",
  ],
  [
    "the author herself",
    "It rained. Accomplished author Keri Halm says her wish was known.",
    "Keri Halm",
  ],
  ["nobody by how many", "It rained. The more you ask, the more people think it was late.", null],
  [
    "one who has two offices",
    "Deputy Prime Minister and Lakes Minister Ishaq Darr said that the boats would sail to claim the bay.",
    "Ishaq Darr",
  ],
  [
    "one behind a long office",
    "It rained.\n\nDirector of the Roads Division in the Ministry of Works, Roger Moe, said the roads were the worst.",
    "Roger Moe",
  ],
  [
    "a body by its whole name",
    "Ivo Moe, Chief Constable of the Orvan Transport Police, came.\n\nOrvan Transport Police said that he fell asleep.",
    "Orvan Transport Police",
  ],
])("gives a claim to %s", (_, body, name) => expect(owner(body)).toBe(name));

test.each([
  ["State Sen. Ida Moe (R-Tarn) said the bridge was weak.", "State Sen. Ida Moe"],
  ["The Tarn Union (TUW) said the bridge was weak.", "the Tarn Union (TUW)"],
  ["The group in a statement said the bridge was weak.", "the group"],
  ["The more people said the bridge was weak.", null],
])("reads the owner of: %s", (text, name) =>
  expect(findAttribution(text)?.owner ?? null).toBe(name));

test.each([
  [
    "LONDON Britain's opposition party demanded on Sunday that the ministry explain how it arrived at it.",
    "LONDON",
  ],
  [
    "LONDON Bridget's opposition party demanded on Sunday that the ministry explain how it arrived at it.",
    null,
  ],
])("reads the town of: %s", (text, place) =>
  expect(readBarePlace(text, text)?.place ?? null).toBe(place));
