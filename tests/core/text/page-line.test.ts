import { expect, test } from "vitest";
import { findPassages } from "#core/text/passages.ts";

const STORY = [
  "The ferry line to Tarn will close in June, because its two boats are older than the law allows and nobody has offered to pay for new ones, the harbour board said on Monday. Islanders who work on the coast were told to move.",
  "The board has looked for a buyer since March, and two shipping firms from the mainland came to see the boats before they withdrew.",
  "Some 400 islanders signed a letter that asked the government to step in.",
  "A ferry has gone to Tarn since 1871, when a storm broke the causeway that monks had built from the mainland four centuries earlier.",
  "The government said on Tuesday that it would look at the letter, but that no money had been set aside for boats in this year's budget or the next.",
  "Fares had risen three times in two years, and the number of passengers fell from 90,000 to 61,000, figures of the board show.",
];

/** The kind of a line that stands among a story at some place. */
function kindOf(line: string, at: number, behind: readonly string[] = []): string | undefined {
  const lines = [...STORY.slice(0, at), line, ...behind, ...STORY.slice(at)];
  const body = lines.join("\n\n");
  const start = body.indexOf(line);
  return findPassages(body).find((passage) => passage.start === start)?.kind;
}

test.each([
  // What is seen, and what is told.
  [
    "Passengers wait on the pier for the last ferry of the day in Tarn, Orvania, on Monday, May 4, 2026.",
    0,
  ],
  ["Sailors carry crates as passengers wait in the rain on the pier at Tarn on Monday, May 4.", 0],
  ["Harbour master Ida Moe, second left, greets passengers as they board the ferry.", 0],
  [
    "An islander carries her shopping off the boat, seen from the pier in Tarn, Orvania, in this photograph.",
    1,
  ],
  ["Left: The old pier. Right: The new one, seen from the church.", 2],
  // The page's own matter.
  ["Read our guide to ferries and sign up for alerts from our newsroom.", 2],
  ["Email Ida Moe at imoe@tarn.example or follow her @idamoe for more on ferries.", 3],
  ["Keep up with all that floats by signing up for our free evening newsletter.", 2],
  ["Ida Moe currently works for TarnWire as a writer.", 0],
  ["Ida Moe is the Opinion Editor of the Tarn Post, and may be reached at imoe@tarn.example.", 6],
  // A caption of two sentences has no stop at its end, or a credit.
  [
    "Ida Moe stands on the pier from which her father sailed, watched by gulls. Moe is a member of the board that asks for the ferry to be kept, and has been since 1999",
    3,
  ],
  ["Nils Berg, who won the regatta at Lund. He is ill now. Photo via Lund Rowing Club", 0],
  ["QUAYSIDE: Islanders wait for the last ferry in heavy rain [TARN PICTURES]", 2],
  ["The choir of Tarn is at it again, and has brought a tuba: on April 13 it will join […]", 6],
  ["Ask us about ferries.Ask us about ferries.Ask us about ferries.Ask us".slice(0, 63), 2],
  ["The Quay's June issue is on newsstands nationwide May 20.", 6],
])("%s is no part of the story", (line, at) => {
  expect(kindOf(line, at)).toBe("furniture");
});

test.each([
  ["Passengers queued in the rain for the last ferry on Monday, the harbour master said.", 0],
  ["The harbour board is to close the ferry line to Tarn in June.", 0],
  ["Islanders are set to lose their only link to the coast.", 0],
  ["Ida Moe has been harbour master of Tarn since her father drowned in 1998.", 1],
  ["She greets every passenger by name, and carries their bags if they are old.", 2],
  ["You pay four crowns and get on where you like.", 2],
  ["The paper's subscribers were told by e-mail that it would come a day late.", 2],
  ["“You can find me at the pier,” said Moe, who does not want to move to the coast.", 2],
  ["Anyone who has seen the missing boat is asked to call the police in Tarn.", 3],
  ["Ida Moe, who works for the museum as a guide, found the chart in a drawer.", 2],
  ["Its boats are of an age, and the board will issue new ones (if it can).", 2],
  ["“We owe it to those who […] came before us,” the board wrote to islanders.", 2],
  ["The last issue of the board's letter said nothing of ferries.", 2],
])("%s is told in the story", (line, at) => {
  expect(kindOf(line, at)).toBe("prose");
});

test("a credit or a counter makes a picture of the line beside it, but not of a lede below the page's own", () => {
  const seen = "A worker lays new planks on the pier at Tarn, Orvania.";
  expect(kindOf(seen, 1, ["Ann Field | Tarn Pictures"])).toBe("furniture");
  const lede =
    "Ferries between Tarn and the coast are being sold because nobody wants to sail them.";
  expect(kindOf(lede, 0)).toBe("prose");
  const body = `Associated Press\n\n${lede}\n\n${STORY.join("\n\n")}`;
  expect(findPassages(body).map(({ kind }) => kind)[1]).toBe("prose");
});

test("a page that would be left without its text keeps it", () => {
  const lines = [
    "Email Ida Moe at imoe@tarn.example or follow her @idamoe for more on ferries.",
    "Email Tomas Reyl at treyl@tarn.example or follow him @treyl for more on the pier.",
    "Email the harbour board at board@tarn.example or visit its page for more on fares.",
  ];
  const kinds = findPassages(lines.join("\n\n")).map(({ kind }) => kind);
  expect(kinds).toEqual(["prose", "prose", "prose"]);
});

test("copy in another language is not read by the signs of English", () => {
  const line = "Ida Moe und Tomas Reyl.";
  const body = `${line}\n\nDie Fähre nach Tarn fährt ab Juni nicht mehr, weil ihre Schiffe zu alt sind, teilte der Hafen am Montag mit. Niemand will neue bezahlen.`;
  expect(findPassages(body)[0]?.kind).toBe("prose");
});

test("lines that end in the same bracket tell of pictures, one alone may not", () => {
  const line = (what: string) => `Ida Moe told how the ferry left without ${what}. (7Tarn)`;
  const body = [STORY[0], line("her"), ...STORY.slice(1, 4), line("him"), STORY[4]].join("\n\n");
  const kinds = KINDS(body).filter(([, text]) => text?.endsWith("(7Tarn)"));
  expect(kinds.map(([kind]) => kind)).toEqual(["furniture", "furniture"]);
  expect(kindOf(line("her"), 2)).not.toBe("furniture");
});

const KINDS = (body: string) =>
  findPassages(body).map(({ kind, start, end }) => [kind, body.slice(start, end)]);

test("titles of other stories end with the next paragraph", () => {
  const body = [
    ...STORY.slice(0, 2),
    "Related articles",
    "'They are going to be huge' Singer thinks the herring is a band",
    "Pier to be painted in three colours",
    ...STORY.slice(2),
  ].join("\n\n");
  expect(KINDS(body).map(([kind]) => kind)).toEqual([
    ...["prose", "prose", "furniture", "furniture", "heading", "prose", "prose", "prose", "prose"],
  ]);
  const related = body.replace("Related articles", "The ferry's relations");
  expect(KINDS(related).map(([kind]) => kind)).not.toContain("furniture");
});

test("a list of titles among a story is the page's, a list of results is not", () => {
  const titles = ["Queen of the quay", "Mum wants her pier back", "EYE POPPING", "Man weds boat"];
  const list = [...titles, "DRIVEN OFF", "Girl says that the herring 'can't swim'"];
  const body = [...STORY.slice(0, 2), ...list, STORY[2]].join("\n\n");
  expect(KINDS(body).filter(([kind]) => kind === "furniture")).toHaveLength(6);
  const results = list.map((line, index) => `${line} ${index}`);
  const table = [...STORY.slice(0, 2), ...results, STORY[2]].join("\n\n");
  expect(KINDS(table).map(([kind]) => kind)).not.toContain("furniture");
});

test("a long line without a stop is no sentence where the others have theirs", () => {
  const deck =
    "While fares have risen for three years in a row, islanders have seen little of the money that they were promised";
  expect(kindOf(deck, 1)).toBe("furniture");
  expect(kindOf(`${deck}.`, 1)).toBe("prose");
  const bare = [deck, ...STORY.map((line) => line.slice(0, -1))].join("\n\n");
  expect(findPassages(bare).map(({ kind }) => kind)).not.toContain("furniture");
});

test("what a page prints again and again is its own", () => {
  const line = "Islanders want their ferry back, and say so.";
  const three = [line, STORY[0], `${line} (Tarn News)`, STORY[1], line, ...STORY.slice(2)].join(
    "\n\n",
  );
  const kept = KINDS(three).filter(([, text]) => text?.startsWith("Islanders want"));
  expect(kept.map(([kind]) => kind)).toEqual(["furniture", "furniture", "furniture"]);
  const thrice = STORY.join("\n\n");
  expect(KINDS([thrice, thrice, thrice].join("\n\n")).map(([kind]) => kind)).not.toContain(
    "furniture",
  );
});

test.each([
  ["1 of 4. Searchers look for the boat off Tarn.", "furniture"],
  ["1of4Ferryman Tomas Reyl looks at the sea", "furniture"],
  ["1 of 4 boats was found off Tarn by searchers.", "prose"],
  [
    "Tarn pier Get caught up with the coast Subscribe now and get access to the Gazette E-paper The pier is old.",
    "furniture",
  ],
  ["IMG-20260504-WA0025.jpg Sailors take survivors to the pier in Tarn.", "furniture"],
  ["Special offer for islanders: Get the Gazette for just $5 a year.", "furniture"],
  ["A special offer by the ferry firm brought 400 islanders to the pier.", "prose"],
  ["Readers get access to all records of the pier.", "prose"],
])("%s is %s", (line, kind) => {
  expect(kindOf(line, 2)).toBe(kind);
});

test("a page's tags that ran on into a paragraph are no part of it", () => {
  const body = `he1alth1 ferries1 ${STORY[0]}`;
  const [tags, prose] = KINDS(body);
  expect(tags).toEqual(["furniture", "he1alth1 ferries1 "]);
  expect(prose?.[1]).toBe(STORY[0]);
  expect(KINDS(`mp3 Players are back, and islanders buy them.`)[0]?.[0]).toBe("prose");
});
