import { expect, test } from "vitest";
import type { Fact } from "#core/brief/brief.ts";
import { createWriteBrief } from "#core/brief/write.ts";

const writeBrief = createWriteBrief();

function factsOf(body: string, title: string | null = null): readonly Fact[] {
  return writeBrief({ id: "a1", title, body, dateline: null, language: "en" }).facts;
}

function textsOf(body: string, title: string | null = null): string[] {
  return factsOf(body, title).map(({ text }) => text);
}

test("a leading connective is dropped, the next word gets its capital, and the sentence keeps its range", () => {
  const body = "However, the harbour stayed closed to every ship.";
  const [fact] = factsOf(body);
  expect(fact).toMatchObject({
    text: "The harbour stayed closed to every ship.",
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
    "The army took the northern bridge, said Ida Moe.",
    "The army took the northern bridge.",
    "Ida Moe",
  ],
  // Who she is would be lost.
  [
    "The army took the northern bridge, said Ida Moe, a spokeswoman for the ministry.",
    "The army took the northern bridge, said Ida Moe, a spokeswoman for the ministry.",
    "Ida Moe",
  ],
  [
    "The army took the northern bridge, Interior Minister Ida Moe said.",
    "The army took the northern bridge, Interior Minister Ida Moe said.",
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
  // Nothing goes from the middle of a sentence, nor from a list, a charge or a condition.
  ["The mayor, who grew up by the harbour, opened the new bridge on Monday."],
  ["The ferry line cut its fares in half on Monday, raising hopes among the islanders."],
  ["The harbour council (HC) closed the northern bridge to lorries on Monday."],
  ["Tomas Reyl is charged with theft, fraud and, police say, the sinking of a tug."],
  ["The harbour will stay closed, police said, if the crane is not mended by June."],
  // A tag that leaves no clause, or holds more than who said it.
  ["The mooring fees, the council said on 4 June, will rise."],
  ["A new crane for the quay, the harbour council said."],
])("printed whole: %s", (body) => expect(textsOf(body)).toContain(body));

test.each([
  ["“They are late,” he said, for it was closed to them all for the winter."],
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

test.each([
  ["But iPort keeps both roads to the lake open.", "iPort keeps both roads to the lake open."],
  ["And yet the mayor closed both roads to the lake.", "The mayor closed both roads to the lake."],
  ["So the mayor closed both roads to the lake.", "The mayor closed both roads to the lake."],
  // What is no connective stays.
  ["So far the mayor has closed both roads.", "So far the mayor has closed both roads."],
  ["But for the rain the roads would be open.", "But for the rain the roads would be open."],
])("%s → %s", (body, text) => expect(textsOf(body)).toEqual([text]));

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
  ["The test of strength (push and pull)Crews should wear gym shoes and gloves."],
])("a fact that stands alone: %s", (sentence) => {
  expect(textsOf(`Boats left at noon.\n\n${sentence}`)).toContain(sentence);
});

test.each([
  ["In a statement, his office promised the crews a pension for life."],
  ["The finance ministry is said to be opposed to it."],
])("no fact, for it leans on another: %s", (sentence) => {
  expect(textsOf(`Boats left at noon.\n\n${sentence}`)).not.toContain(sentence);
});

const LEDE = "Mayor Ida Moe met the crews of the ferry in Tarn on Monday.";
const FILLER = "Boats carried salt and timber to the island for ninety years.";

test.each([
  ["She left at noon for the capital."],
  ["Her office was closed for the rest of the day."],
  ["They want eleven per cent more in the winter."],
  ["The decision came after weeks of talks."],
  ["The mayor also promised a new crane for the quay."],
  ["The union turned that offer down in the evening."],
  ["Another crew was told to stay at home."],
])("a sentence that leans stands right behind the one it needs: %s", (leaning) => {
  const texts = textsOf(`${LEDE} ${leaning} ${FILLER}`);
  expect(texts.indexOf(leaning)).toBe(1);
  expect(texts[0]).toBe(LEDE);
  // Elsewhere nothing says what it means.
  expect(textsOf(`${LEDE}\n\nOld bridges\n\n${leaning} ${FILLER}`)).not.toContain(leaning);
});

test.each([
  // What it needs is someone's words, or is no fact itself.
  ["“Is anybody there?” was heard from below. He was taken to the harbour hospital at noon."],
  ["The bridge over the river fell on Monday. He was taken to the harbour hospital at noon."],
])("no fact, for what it leans on is none: %s", (body) =>
  expect(textsOf(body)).not.toContain("He was taken to the harbour hospital at noon."));

test("speech alone between the two is no distance", () => {
  const body = `${LEDE} “It went well,” she said. She left at noon for the capital. ${FILLER}`;
  expect(textsOf(body).slice(0, 2)).toEqual([LEDE, "She left at noon for the capital."]);
});

test.each([
  // A caption, a credit, a stub, a stop that ended nothing, a question without its mark's stop.
  ["The mayor (pictured) opened the new bridge over the river."],
  [
    "Tomas Reyl, captain of the ferry, after his side lost both legs of the harbour cup final of the year in Tarn",
  ],
  ["The council will vote on these three plans:"],
  ["lower the mast before the bridge is closed to ships."],
  ["A long night of waiting for the crews of both ferries."],
  ["Who will pay for the bridge over the river?"],
])("no sentence, and no fact: %s", (text) =>
  expect(textsOf(`${LEDE}\n\n${text}\n\n${FILLER}`)).not.toContain(text));

test.each([
  ["Hoo boy is there money in the harbour crane of Tarn."],
  ["Yeah, the harbour crane is the oldest of the island."],
  ["Yup, the harbour crane is the oldest of the island."],
  ["Sadly, the harbour crane has lost its hook to the rust."],
  ["The harbour crane is the oldest of the whole island!"],
  ["Crews take the ladder if you stand under the crane."],
  ["Look at the harbour crane from below on a wet day."],
  ["The crane master made this known when he met reporters."],
])("no news, and no fact: %s", (text) =>
  expect(textsOf(`${LEDE} ${text} ${FILLER}`)).not.toContain(text));

test("what someone else tells a reader to do is a fact of theirs", () => {
  const told = "Police said that you may not stand under the harbour crane.";
  expect(textsOf(`${LEDE} ${told}`)).toContain(told);
});

test("facts stand in the article's order, the later ones behind the news", () => {
  const body =
    "The council closed the northern bridge on Monday. Engineers found rust in three pillars of the bridge. The council says the bridge needs new steel by June.";
  const texts = textsOf(body);
  expect(texts.map((text) => body.indexOf(text))).toEqual(
    texts.map((text) => body.indexOf(text)).toSorted((a, b) => a - b),
  );
});

test("a fact that a quote tells gives way to the quote", () => {
  const told = "The bridge was a rusty heap that the council never mended.";
  const said = `${LEDE} “The bridge was a rusty heap that the council never mended,” said Tomas Reyl.`;
  expect(textsOf(`${said} ${told} ${FILLER}`)).not.toContain(told);
  expect(textsOf(`${LEDE} ${told} ${FILLER}`)).toContain(told);
});

test("copy that opens with a scene is told by the sentence that its headline promises", () => {
  const scene =
    "The kettle in the harbour office had gone cold. Two gulls sat on the sill of the harbour office. The kettle belonged to the harbour office and its crew.";
  const news = "The island council sacked its harbour master, Ida Moe, over the lost anchor.";
  const body = `${scene} ${news} ${FILLER} The office of the harbour has two rooms. The crew of the office drinks tea from the kettle.`;
  expect(textsOf(body, "Island council sacks harbour master over lost anchor")[0]).toBe(news);
});

test("the result of a match is among the first facts", () => {
  const body =
    "The harbour club filled its ground on Saturday for the visit of the island club. The harbour club had painted its ground for the visit. The island club came by ferry with the harbour crews. Tarn beat Brine 3-1 in the rain. The ground of the harbour club holds 900. The club sells pies at its ground. The ferry left late for the island.";
  expect(textsOf(body, "A day at the harbour ground").slice(0, 3)).toContain(
    "Tarn beat Brine 3-1 in the rain.",
  );
});

test("a sentence that is a quote in the main gives way to the quote; one that only holds a few words of it stays", () => {
  const body =
    "The harbour bridge reopened on Friday after six years of repairs.\n\n“It held from the first hour, and it will hold for sixty years,” said Mira Solen, the chief engineer, as the first lorries crossed.\n\nThe council called the cost of 41 million crowns “a bargain” and said on Friday that tolls would end in May for all who live in the town.";
  const texts = textsOf(body);
  expect(texts.some((text) => text.includes("It held"))).toBe(false);
  expect(texts.some((text) => text.includes("a bargain"))).toBe(true);
});

test("facts stand in the article's order", () => {
  const body =
    "The council closed the northern bridge on Monday. Ferries carry lorries across the Reyl. Engineers found rust in three pillars. The ministry promised new steel by June. Shops on the quay lost half their trade. Schools opened an hour late.";
  const starts = factsOf(body, "Rust closes northern bridge, ministry promises steel").map(
    ({ start }) => start,
  );
  expect(starts).toEqual(starts.toSorted((one, other) => one - other));
});

const PIER =
  "The council closed the northern bridge on Monday.\n\nEngineers found rust in three pillars.\n\nThe ministry promised new steel by June.";

test("what has no stop is no fact where sentences have theirs", () => {
  const cut = "The council closed three roads behind the harbour on Monday night";
  expect(textsOf(`${PIER}\n\n${cut}.`)).toContain(`${cut}.`);
  expect(textsOf(`${PIER}\n\nIda Moe lost her boat in May. ${cut}`)).not.toContain(cut);
});

test("a short form at the end of what is left keeps its one stop", () => {
  const body = "Tomas Reyl runs the port. The bridge was built by Tarn Ropes, Inc., Reyl said.";
  expect(textsOf(body)).toContain("The bridge was built by Tarn Ropes, Inc.");
});

test.each([
  ["TARN, Orland — The council closed the northern bridge on Monday."],
  ["TARN (Alliance News) — The council closed the northern bridge on Monday."],
])("a dateline below a caption is no part of its fact: %s", (lede) => {
  const caption = "The northern bridge lies empty in the rain as a crew waits for the engineers.";
  const texts = textsOf(`${caption}\n\n${lede}\n\nEngineers found rust in three pillars.`);
  expect(texts).toContain("The council closed the northern bridge on Monday.");
});

test("a later fact that tells the same as those above is left out", () => {
  const again = "The council has closed the northern bridge on the Monday.";
  expect(textsOf(`${PIER}\n\nShops lost half their trade.\n\n${again}`)).not.toContain(again);
});

test.each([
  ["The barge fetched 9,000 crowns.", true],
  ["Nobody lost a boat.", false],
])("a short sentence tells enough where it has a figure: %s", (text, isFact) =>
  expect(textsOf(`${PIER}\n\n${text}`).includes(text)).toBe(isFact));

test.each([
  ["The crane (or the anchor, if you ask the captain) was sold in May.", true],
  ["The crane was sold in May if you ask the captain.", false],
  ["Given that the crane is gone, you will see its shed from the quay.", false],
])("an aside to the reader is no part of what is told: %s", (text, isFact) =>
  expect(textsOf(`${PIER}\n\n${text}`).includes(text)).toBe(isFact));

const LOST = "?We saw it lean,? Ida Moe said. ?It leant for a year,? she said.";

test.each([
  // Letters and spaces on both sides tell what the mark was; before a figure one may open.
  ["The council isn?t to blame for the rust."],
  ["The pier ? the old one ? lost two pillars in May."],
  ["Ida Moe wrote a book on the pier, ?12 Pillars?, in May."],
])("a fact whose marks were lost: %s", (text) =>
  expect(textsOf(`${PIER}\n\n${text}\n\n${LOST}`)).toContain(text));

test("whom the first sentence calls by a surname, it takes for known", () => {
  const lede = "At noon Moe closed the yard on the northern quay of Tarn.";
  const body = `${lede}\n\nThe yard had built barges for ninety years.\n\nCrews will leave on 4 June.\n\nShops lost half their trade.\n\n“It was rust,” said Ida Moe.`;
  expect(textsOf(body)[0]).toBe(lede);
});

test("what someone sets against a sentence takes nothing of it back", () => {
  const told = "The ministry says that the pier will stand for sixty years.";
  const but = (text: string) => textsOf(`${PIER}\n\n${told}\n\n${text}`);
  expect(but("But Tomas Reyl said that it broke our hearts.")).toContain(told);
  expect(but("But it broke our hearts.")).not.toContain(told);
});

test.each([
  ["Some of the crew were boys at the time.", false],
  ["The crew ashore at the time the pier fell was paid.", true],
  ["It was the best of summers, the mayor then said of the year 1931.", false],
  ["Don't worry, the mayor of Tarn has a boat of her own.", false],
  ["Perhaps the mayor of Tarn will build another quay.", false],
  ["Boats pay less for sailors like me in the harbour of Tarn.", false],
  ["Like that old quay, the harbour of Tarn is built on mud.", false],
  ["Forty years from now they will sail.", false],
])("what hangs on a time, a mood or somebody that is not printed: %s", (text, isFact) =>
  expect(textsOf(`${PIER}\n\n${text}\n\n${PLAIN}`).includes(text)).toBe(isFact));

const PLAIN = "The council of Tarn pays for two lorries and four cranes.";

test('what opens a story with "this" points at its headline, or at nothing', () => {
  const lede = "This harbour has two cranes and nine barges.";
  const of = (title: string) => {
    const body = `${lede}\n\n${PLAIN}\n\nCrews will leave on 4 June.`;
    return textsOf(body, title)[0] === lede;
  };
  expect(of("A harbour with two cranes")).toBe(true);
  expect(of("Sailors leave their homes")).toBe(false);
});

test('"this is" opens a story that its headline tells, or says itself what is', () => {
  const of = (lede: string, title: string) =>
    textsOf(`${lede}\n\n${PLAIN}\n\nCrews will leave on 4 June.`, title)[0] === lede;
  const best = "This is the best berth, a bay of calm water for nine barges.";
  expect(of(best, "A berth for nine barges")).toBe(true);
  expect(of(best, "Sailors leave their homes")).toBe(false);
  const week = "This is the week in which nine barges leave the bay.";
  expect(of(week, "Sailors lose their homes")).toBe(true);
});

test('"it" behind somebody\'s speech may mean what was spoken of', () => {
  const speech = "“We have never seen a storm as long as that one,” she said.";
  const it = "It cost the town of Tarn four cranes.";
  const he = "She cost the town of Tarn four cranes.";
  const told = `Ida Moe built a barge in the yard of Tarn.\n\n${speech}`;
  expect(textsOf(`${told}\n\n${it}`)).not.toContain(it);
  expect(textsOf(`${told}\n\n${he}`)).toContain(he);
});

test.each([
  // The day on which it was is no figure that is new.
  ["after a pump flooded the engine house on 8 May", false],
  ["after a pump flooded the engine house for 40 days", true],
])("a fact that tells the one above again is none, though it names others: closed %s", (more, isNew) => {
  const lede = "The council closed the old ferry to lorries after a pump flooded the engine house.";
  const again = `Mira Solen of Tarn Lines closed the old ferry to lorries ${more}.`;
  const rest = "Boats from Lund carry the mail to the island until the summer ends.";
  expect(textsOf(`${lede}\n\n${again}\n\n${rest}`).includes(again)).toBe(isNew);
});

test.each([
  ["The second half was another story, and Lund came back to win 62-28.", "with"],
  ["The second half was played in the rain, and 62 boats lay in the bay.", "alone"],
])("who leads is told with who won: before %s, %s", (next, how) => {
  const lede =
    "Boats, a swim and a long match were among the sights of the first day of the Tarn games.";
  const led =
    "In the first match of the games on the island, the side of Tarn led the guests from Lund 20-16.";
  const told = textsOf(`${lede}\n\n${led}\n\n${next}`);
  expect(told).toContain(led);
  if (how === "with") expect(told).toContain(next);
  expect(textsOf(`${lede}\n\n${led}\n\n“${next.slice(0, -1)},” Ida Moe said.`).includes(led)).toBe(
    how === "alone",
  );
});

const SOLD = "sold nine barges and two cranes to the council of Tarn on Monday.";

test.each([
  ["OSLO ", `The harbour ${SOLD}`, true],
  ["OSLO ", `Ida Moe ${SOLD}`, false],
  ["COLOMBO (Tarn 1st); ", `Ida Moe ${SOLD}`, true],
  ["OSLO Mayor ", `Ida Moe ${SOLD}`, false],
])("the first fact begins behind %j before %j: %s", (head, lede, begins) => {
  const [first] = textsOf(`${head}${lede}\n\n${PLAIN}\n\nCrews will leave on 4 June.`);
  expect(first).toBe(begins ? lede : `${head}${lede}`);
});
