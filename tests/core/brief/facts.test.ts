import { expect, test } from "vitest";
import type { Fact } from "#core/brief/brief.ts";
import { createWriteBrief } from "#core/brief/write.ts";

const writeBrief = createWriteBrief();

function factsOf(body: string, title: string | null = null): readonly Fact[] {
  return writeBrief({ id: "a1", title, body, dateline: null, language: "en" }).facts;
}

function textsOf(body: string): string[] {
  return factsOf(body).map(({ text }) => text);
}

test("a leading connective is dropped, and the sentence keeps its range", () => {
  const body = "However, the harbour stayed closed to every ship.";
  const [fact] = factsOf(body);
  expect(fact).toMatchObject({
    text: "the harbour stayed closed to every ship.",
    start: 0,
    end: body.length,
  });
});

test.each([
  // A trailing attribution moves to its field, by the fullest name.
  [
    "Tomas Reyl runs the port. The bridge fell on Monday night, Reyl said.",
    "The bridge fell on Monday night.",
    "Tomas Reyl",
  ],
  [
    "Five sailors died in the harbour, according to police.",
    "Five sailors died in the harbour.",
    "police",
  ],
  [
    "The army took the northern bridge, said Ida Moe, a spokeswoman for the ministry.",
    "The army took the northern bridge.",
    "Ida Moe",
  ],
  // One that leads stays in the text as well.
  [
    "Foreign Minister Ada Osei said that the talks would go on.",
    "Foreign Minister Ada Osei said that the talks would go on.",
    "Ada Osei",
  ],
  // The article's own voice.
  ["The bridge over the Reyl fell on Monday.", "The bridge over the Reyl fell on Monday.", null],
])("fact of %s", (body, text, attribution) => {
  expect(factsOf(body)).toContainEqual(expect.objectContaining({ text, attribution }));
});

test("the hedge stays in the text and stands in its field", () => {
  const [fact] = factsOf("The navy reportedly sank two patrol boats near the harbour.");
  expect(fact?.hedge).toBe("reportedly");
  expect(fact?.text).toContain("reportedly");
});

test.each([
  // An aside goes …
  [
    "The mayor, who grew up by the harbour, opened the new bridge on Monday.",
    "The mayor opened the new bridge on Monday.",
  ],
  [
    "The ferry line cut its fares in half on Monday, raising hopes among the islanders.",
    "The ferry line cut its fares in half on Monday.",
  ],
  // … but not with a negation, a condition, a figure or anybody's words in it.
  [
    "The mayor, who had never seen the plans, opened the new bridge on Monday.",
    "The mayor, who had never seen the plans, opened the new bridge on Monday.",
  ],
  [
    "The ferry line cut its fares on Monday, leaving 40 crew without work.",
    "The ferry line cut its fares on Monday, leaving 40 crew without work.",
  ],
  [
    'The mayor, who calls it "our bridge", opened the crossing on Monday.',
    'The mayor, who calls it "our bridge", opened the crossing on Monday.',
  ],
])("%s", (body, text) => expect(textsOf(body)).toContain(text));

test.each([
  ["It was closed for the whole of the winter."],
  ["The move came after weeks of talks with the crews."],
  ["Tributes flooded his page from friends and shipmates."],
  ["Who will pay for the bridge over the river?"],
  ["“We will build the bridge again next year,” Reyl said."],
  ["Reporting by Ida Moe in Lusaka and Tomas Reyl in Oslo."],
])("no fact: %s", (sentence) => {
  const body = `The bridge over the river fell on Monday.\n\n${sentence}`;
  expect(textsOf(body)).toEqual(["The bridge over the river fell on Monday."]);
});

test("a sentence in the middle of a speech is no fact", () => {
  const body =
    'The bridge fell on Monday. "The pillars were weak. The council knew it for years. Nothing was done," said Ida Moe, an engineer.';
  expect(textsOf(body)).toEqual(["The bridge fell on Monday."]);
});

test("a fact told before is not told again", () => {
  const said = "The council closed the northern bridge to lorries on Monday.";
  const body = `${said} Ferries carry the lorries instead. ${said} A new bridge will open in June. The old one was built in 1931.`;
  expect(
    textsOf(body)
      .slice(0, 3)
      .filter((text) => text === said),
  ).toHaveLength(1);
});

test("five facts at most, the lede first", () => {
  const body =
    "The council closed the northern bridge on Monday. Ferries carry lorries across the Reyl. Engineers found rust in three pillars. The ministry promised new steel by June. Shops on the quay lost half their trade. Schools opened an hour late. Fishermen asked for moorings. Buses run every ten minutes.";
  const facts = textsOf(body);
  expect(facts).toHaveLength(5);
  expect(facts[0]).toBe("The council closed the northern bridge on Monday.");
});

test("every letter keeps its case, so that the text can be found in the article", () => {
  const body = "Meanwhile, the mayor of Tarn closed both roads to the lake.";
  expect(textsOf(body)).toEqual(["the mayor of Tarn closed both roads to the lake."]);
});

test.each([
  ["The umpire warned both boats for steering on Saturday morning.", null],
  ["Ida Moe wrote and illustrated 38 books in the old harbour office.", null],
  ["Tomas Reyl conceded defeat shortly after midnight on Sunday.", null],
  ["A court revived a lawsuit by 340 residents who say that the creek was poisoned.", null],
  ["The harbour bank left its rate at 4 per cent, and said that a cut was possible.", null],
  ["Tomas Reyl warned that the dam was about to break.", "Tomas Reyl"],
  ["About 200 sailors asked for their pay, according to their captain, Ida Moe.", "Ida Moe"],
  ["Five men drowned in the harbour, said the coroner, Ida Moe.", "Ida Moe"],
  ["On Monday, Ida Moe, who runs the port, said that the crane was unsafe.", "Ida Moe"],
])("owner of %s", (body, attribution) => {
  expect(factsOf(body)[0]?.attribution ?? null).toBe(attribution);
});

test("the turns of an interview and the parts of a list are no facts", () => {
  const body =
    "Ida Moe kept the harbour light for 34 years.\n\nQ: When did you stop counting the flashes?\n\nA: The lamp never stopped for me at all.\n\nThe council agreed:\n\n- to freeze the rents of the moorings; and\n- to keep the harbour office open.\n\n• Two boats sank in the storm on Monday.";
  expect(textsOf(body)).toEqual([
    "Ida Moe kept the harbour light for 34 years.",
    "Two boats sank in the storm on Monday.",
  ]);
});

test("what the article says of itself in the first person is no fact", () => {
  const body =
    "The harbour wall fell on Monday night. We have asked the council for its plans of the wall.";
  expect(textsOf(body)).toEqual(["The harbour wall fell on Monday night."]);
});

test("a sentence whose pronoun may mean either of two stays out", () => {
  const body =
    "Ida Moe, the harbour master, met Ruta Vance, the mayor, on Monday. She promised a new crane before the winter.";
  expect(textsOf(body)).toEqual([
    "Ida Moe, the harbour master, met Ruta Vance, the mayor, on Monday.",
  ]);
});

test("what is to come has a place among the facts", () => {
  const body =
    "The harbour council closed the bridge over the Reyl on Monday after the bridge cracked. The bridge cracked in the storm on the Reyl. The council closed the bridge to lorries and buses. Lorries take the ferry over the Reyl from the harbour. The bridge carried lorries to the harbour for ninety years. Shops by the bridge lost trade to the ferry. A hearing on the cost is due on 4 June.";
  expect(textsOf(body)).toContain("A hearing on the cost is due on 4 June.");
});

test("a hedge in the lead paragraphs is told", () => {
  const body =
    "TARN, May 8 (Harbour News) – Harbour Minister Ida Moe has met her counterpart, Tomas Reyl, in Oslo, the ministry said on Monday.\n\nThe meeting reportedly went on for six hours and ended without a deal on the ferry.\n\nMoe and Reyl are to meet again in June, the ministry said. The two sides have argued over the ferry since 2019. The ferry carries 900 lorries a week. Talks broke down in March.";
  expect(factsOf(body)).toContainEqual(
    expect.objectContaining({
      text: "The meeting reportedly went on for six hours and ended without a deal on the ferry.",
      hedge: "reportedly",
    }),
  );
});

test.each([
  // A time, a role: nothing that only another sentence names.
  ["This week the harbour council closed both roads to the lake."],
  ["The former harbour master, Ruta Vance, opened the ferry to lorries."],
  ["It was raining in Tarn when the ferry left the harbour."],
  // The space that was lost behind a bracket is not made good by cutting it.
  ["The test of strength (push and pull)You should wear gym shoes and gloves."],
])("a fact that stands alone: %s", (sentence) => {
  expect(textsOf(`Boats left at noon.\n\n${sentence}`)).toContain(sentence);
});

test.each([
  ["This closed both roads to the lake for the week."],
  ["The former opened the ferry to lorries and buses."],
  ["In a statement, his office promised the crews a pension for life."],
  ["The finance ministry is said to be opposed to it."],
])("no fact, for it leans on another: %s", (sentence) => {
  expect(textsOf(`Boats left at noon.\n\n${sentence}`)).not.toContain(sentence);
});

test("an owner's pronoun gets the name as the article prints it for an owner, or the sentence stays out", () => {
  const opening = "Mayor Tomas Reyl met the crews in Tarn on Monday. He left at noon.";
  const told = textsOf(
    `${opening} His office in the old harbour was closed for the winter. Nobody had read Reyl's letter to the crews.`,
  );
  expect(told).toContain("[Reyl's] office in the old harbour was closed for the winter.");
  expect(
    textsOf(`${opening} His office in the old harbour was closed for the winter.`),
  ).not.toContainEqual(expect.stringContaining("office"));
});

test("a thing that opens the sentence before stands in brackets for its “it”", () => {
  const body =
    "The harbour council voted on Monday.\n\nThe new ordinance takes effect on Nov. 1. It does not apply to schools or golf courses.";
  expect(textsOf(body)).toContain("[The new ordinance] does not apply to schools or golf courses.");
});
