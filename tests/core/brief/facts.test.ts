import { expect, test } from "vitest";
import type { Fact } from "#core/brief/brief.ts";
import { createWriteBrief } from "#core/brief/write.ts";

const writeBrief = createWriteBrief();

function factsOf(body: string, title: string | null = null): readonly Fact[] {
  return writeBrief({ id: "a1", title, body, dateline: null }).facts;
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
