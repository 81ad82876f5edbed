import { expect, test } from "vitest";
import { findPassages } from "#core/text/passages.ts";
import { isTopCaption } from "#core/text/picture.ts";

/** Each passage as `kind: text`. */
function read(body: string): string[] {
  return findPassages(body).map(({ kind, start, end }) => `${kind}: ${body.slice(start, end)}`);
}

test("paragraphs, items and sub-heads are told apart", () => {
  const body =
    "The council met on Monday.\n\nWhat it decided\n\n• Rents rise by 4 per cent.\n• The library stays open.\n\nMembers meet again in June.";
  expect(read(body)).toEqual([
    "prose: The council met on Monday.",
    "heading: What it decided",
    "item: • Rents rise by 4 per cent.",
    "item: • The library stays open.",
    "prose: Members meet again in June.",
  ]);
});

test.each([
  ["Read more: How the vote was won", "furniture"],
  ["Reporting by Tomas Reyl; editing by Ida Moe", "furniture"],
  ["Additional reporting by Ida Moe in Lusaka", "furniture"],
  ["By Ida Moe, Health Correspondent", "furniture"],
  ["Harbour News Post By : 8th May 2026", "furniture"],
  ["Harbour Post by the river reopens: 8 May", "heading"],
  ["By late summer, the river had fallen by a metre.", "prose"], // no byline
  ["© 2026 Harbour News. All rights reserved.", "furniture"],
  ["Photo: Ida Moe/Harbour News", "furniture"],
  ["The photo shows the bridge before it fell.", "prose"],
  ["The minister (left) leaves the court with her lawyer (right).", "furniture"],
  ["The minister left the court with her lawyer.", "prose"],
  ["Sign up for our newsletter", "furniture"],
  ["She signed up for the army at 19.", "prose"],
  ["Follow @harbournews for more", "furniture"],
  ["ADVERTISEMENT", "furniture"],
  ["Plus, don’t miss the May issue of Tarn Field magazine.", "furniture"],
  ["Be sure to pick up a copy of the June edition.", "furniture"],
  ["Plus, don’t miss the council’s vote, Moe said.", "prose"], // no issue of a paper
  ["The crew could pick up a copy of the June edition.", "prose"],
  ["HRBR 12.40 +0.6%", "furniture"],
  ["The 94-year-old was taken to hospital.", "prose"], // figures with capitals are no ticker
  ["Media contact: press@harbour.example", "furniture"],
  ["Share this article", "furniture"],
  ["Share prices fell by 3 per cent.", "prose"],
  ["Watch: the moment the bridge fell", "furniture"],
  ["Watch sales rose for a third year.", "prose"],
])("%s is %s", (line, kind) => {
  const body = `The bridge fell on Monday.\n\n${line}\n\nNo one was hurt.`;
  expect(findPassages(body)[1]?.kind).toBe(kind);
});

test("the lines of a wrapped paragraph are one passage", () => {
  const body =
    "The bridge over the Reyl, which carried the only road\nto the coast, fell into the river on Monday morning,\nthe harbour master said.\n\nNo one was hurt.";
  expect(findPassages(body)).toHaveLength(2);
});

test("lines that were not wrapped stand for themselves", () => {
  expect(read("Rents rise.\nThe library stays.")).toEqual([
    "prose: Rents rise.",
    "prose: The library stays.",
  ]);
});

test("a stop that stands apart ends a line that lost its break", () => {
  const body =
    "By . Ida Moe . PUBLISHED: . 09:10 EST, 4 May 2026 . The bridge fell into the river on Monday. Ruin: The bridge seen from the harbour . No one was hurt. The road is closed.";
  expect(read(body).filter((passage) => passage.startsWith("prose"))).toEqual([
    "prose: The bridge fell into the river on Monday.",
    "prose: No one was hurt. The road is closed.",
  ]);
});

test("a stop that stands apart inside a wrapped line ends nothing", () => {
  const body =
    "The bridge, which was . built in 1931, fell on Monday. No one was hurt. It is closed.";
  expect(findPassages(body)).toHaveLength(1);
});

test("tokenised copy has stops that stand apart, and no captions for them", () => {
  const body = "The bridge fell on Monday . No one was hurt . The road is closed .";
  expect(read(body)).toEqual([`prose: ${body}`]);
});

test("furniture inside one line of copy is cut out of it", () => {
  const body =
    "The bridge fell on Monday. Scroll down for video. No one was hurt. Ida Moe contributed to this report.";
  expect(read(body).map((passage) => passage.split(":")[0])).toEqual([
    "prose",
    "furniture",
    "prose",
    "furniture",
  ]);
});

test("what follows the notes to editors is the sender's own matter", () => {
  const body =
    "Acme has bought Borealis.\n\nThe deal is worth €40m.\n\nIt closes in June.\n\nNotes to editors\n\nAcme makes rope.";
  expect(findPassages(body).at(-1)?.kind).toBe("furniture");
});

test("an ellipsis whose stops stand apart is no lost line break", () => {
  const body = "The bridge fell . . . and nobody was hurt. The road is closed. No one came.";
  expect(read(body)).toEqual([`prose: ${body}`]);
});

test.each([
  // Invitations, and what only speaks of such things.
  ["Get the day's news in your inbox every morning.", "furniture"],
  ["The council wants to get the day's news to every home.", "prose"],
  ["To read the full story, subscribe now.", "furniture"],
  ["Become a subscriber to read on.", "furniture"],
  ["Follow Tarn News on WhatsApp for more.", "furniture"],
  ["The group followed the mayor on foot to the port.", "prose"],
  ["Donate now to keep us free.", "furniture"],
  ["Donations of 4,000 crowns came in on Monday.", "prose"],
  // Comment rules.
  ["Comments are closed.", "furniture"],
  ["Comments by the mayor drew an angry answer.", "prose"],
  ["Have your say in the comments below.", "furniture"],
  ["We reserve the right to remove comments.", "furniture"],
  ["What do you think? Let us know in the comments.", "furniture"],
  // Who wrote it, and how to reach them.
  ["Ida Moe is a reporter at the Tarn Gazette.", "furniture"],
  ["Ida Moe is a reporter who was shot in Velsk.", "prose"],
  ["Ida Moe can be reached at moe@tarn.example.", "furniture"],
  ["Ida Moe was reached by the boat at noon.", "prose"],
  ["Got a news tip? Call the desk on 0123 456789.", "furniture"],
  // Captions and their credits.
  ["The ferry in Velsk on Monday. Photograph: Tom Reyl/PA", "furniture"],
  ["The mayor speaks in the port of Velsk on May 8. REUTERS/Ida Moe", "furniture"],
  ["The mayor with the master of the port. (AP Photo/Ida Moe)", "furniture"],
  ["Photographs of the mill were sold by its owner.", "prose"],
  ["(Reporting by Ida Moe; Editing by Tom Reyl)", "furniture"],
  ["Writing by hand helps children to remember.", "prose"],
  // Agencies and sites.
  ["(With PTI inputs)", "furniture"],
  ["— ANI", "furniture"],
  ["Reuters has cut 40 jobs in Velsk.", "prose"],
  ["(This story has not been edited by our staff.)", "furniture"],
  ["We and our partners use cookies on your device.", "furniture"],
  ["Cookies were sold at the fair for the choir.", "prose"],
  ["By clicking Accept you agree to our terms.", "furniture"],
  ["ADVERTISEMENT - CONTINUE READING BELOW", "furniture"],
  ["Image caption, The mayor at the port", "furniture"],
  ["Trending upwards since May, prices rose again.", "prose"],
  ["SOURCE Loma Labs", "furniture"],
  ["Source code of the app was stolen on Monday.", "prose"],
])("among a story, %s is %s", (line, kind) => {
  const body = `The bridge fell on Monday.\n\n${line}\n\nNo one was hurt.`;
  expect(
    findPassages(body)
      .slice(1, -1)
      .map((passage) => passage.kind),
  ).toEqual([kind]);
});

const RING =
  "Loma showed a ring on Monday.\n\nIt opens doors and costs 40 crowns.\n\nAbout Loma Labs\n\nLoma Labs makes rings in Arden.";

test("below a release, what its sender says of itself is no part of it", () => {
  const kinds = (body: string) => read(body).map((passage) => passage.split(":")[0]);
  expect(kinds(`${RING}\n\nMedia contact: Ada Osei`)).toEqual([
    ...["prose", "prose", "furniture", "furniture", "furniture"],
  ]);
  // A sub-head of a report may say "About" too.
  expect(kinds(RING)).toEqual(["prose", "prose", "heading", "prose"]);
});

test.each([
  ["Page 1 of 3 HARBOUR NEWS", "furniture"],
  ["Page 3 of the report names him.", "prose"],
  ["The post Ferry to close appeared first on Tarn Wire.", "furniture"],
  ["The post she held appeared first in a list of May.", "prose"],
  ["The ferry has stopped, its owners said https://t.co/aB3dEf9", "furniture"],
  ["Moe, photographed at home in May, points to the river.", "furniture"],
  ["Moe photographed the river in May.", "prose"],
  ["The mayor speaks to the crew. (Ida Moe/The Tarn Post)", "furniture"],
  ["The mayor speaks to the crew (and/or their union).", "prose"],
  ["The boat seen from the quayCredit: Tarn Times", "furniture"],
  ["Ida K. Moe/for Tarn Daily The couple pose in their garden.", "furniture"],
  ["Win Moe / Tarn Images", "furniture"],
])("of the page's own words, %s is %s", (line, kind) => {
  const body = `The bridge fell on Monday.\n\n${line}\n\nNo one was hurt, the police say.`;
  expect(findPassages(body)[1]?.kind).toBe(kind);
});

test.each([
  ["Crews take up positions outside the station.", "furniture"],
  ["The crew of the ferry, on Feb. 3, 2025 in Tarn", "furniture"],
  ["Crews took up positions outside the station.", "prose"], // the story's, with a picture below it
  ["Crews take up positions outside the station, the mayor said.", "prose"],
])("%s above a credit is %s", (line, kind) => {
  const body = `The bridge fell.\n\n${line}\n\nPhoto by Ida Moe/Tarn Images\n\nNo one was hurt.`;
  expect(findPassages(body)[1]?.kind).toBe(kind);
});

test.each([
  [
    "Our Old HarbourThe harbour was built in 1790.",
    ["heading: Our Old Harbour", "prose: The harbour was built in 1790."],
  ],
  [
    "Both PlayStation clubs were closed.\nOther PlayStation clubs were not.",
    ["prose: Both PlayStation clubs were closed.", "prose: Other PlayStation clubs were not."],
  ],
  [
    "How to ApplyStudents write to the harbour.\n\nOur GroupMoe is its captain.",
    [
      "heading: How to Apply",
      "prose: Students write to the harbour.",
      "heading: Our Group",
      "prose: Moe is its captain.",
    ],
  ],
])("a sub-head that is glued to its text: %j", (body, expected) =>
  expect(read(body)).toEqual(expected));

test("a numbered line without a stop heads the text below it; a list has items", () => {
  const text =
    "The council of Tarn has asked for money for a boat that needs no crew, and for a second one in May. It has none yet.";
  expect(read(`1. Ferries will be free\n\n${text}`)[0]).toBe("heading: 1. Ferries will be free");
  expect(read("1. Ferries will be free\n\n2. Trains will not")[0]).toBe(
    "item: 1. Ferries will be free",
  );
});

test("a name that runs on into the story is none of it, and one that has its verb is", () => {
  const story = "The crisis in Tarn was on the table on Monday.";
  const credit = "The mayor waves to her crew. (AP Photo/Tom Reyl)";
  expect(read(`${credit}\n\nIda Brink Moe ${story}`).at(-1)).toBe(`prose: ${story}`);
  expect(read(`Ida Brink Moe ${story}`)).toEqual(["furniture: Ida Brink Moe ", `prose: ${story}`]);
  const own = "Ida Brink Moe told The Post that the crisis in Tarn was over.";
  expect(read(own)).toEqual([`prose: ${own}`]);
});

test.each([
  "The wreck near the old quay in Tarn. (iTarn)",
  "Neighbours say the ferry was late all week. (Photo: KTAR)",
  "Four boats were hit at the quay on Monday (WTAR Photo / Ida Moe)Buy Photo",
  "Police have found the ferry that went missing on Monday. (Published Friday, May 6, 2016)",
  "The boy was inside the ferry when it sank, police said. View Full Caption Tarn Pictures/Ida Moe",
  "The ferry lies in the mud of the bay, police said. Ida Brink Moe/TarnStar",
  "UPDATE @ 3:20 p.m.",
  "***UPDATED at 5:12 P.M. on Tuesday***",
  "Please enable scripts to watch this video",
])("above the story, %s is the page's", (line) =>
  expect(read(`${line}\n\nThe ferry sank on Monday, and its crew went home.`)[0]).toBe(
    `furniture: ${line}`,
  ));

test.each([
  // Letters of two alphabets within a word: Latin and Cyrillic, Latin and Greek.
  ["S\u0435nd y\u043eur fr\u0456ends a boat of our harbour at a good price this week.", true],
  ["B\u03bfats f\u03bfr sale at the h\u03b1rbour of Tarn, and at a good price.", true],
  ["The boat Заря came from Tarn, and its crew of the Ωmega went home by rail.", false],
  [
    "Ferry sank on Monday, crew says Share Pin It More Galleries ADVERTISEMENT Moe, 20, swam.",
    true,
  ],
  ["Ferry sank on Monday, crew says Share Tweet Email the captain swam home.", true],
  ["The ferry took out an Advertisement and a Share of the Print shop, its captain said.", false],
  ["The views and opinions expressed in this column are those of Moe alone.", true],
  ["Opinions presented here do not reflect those of the port.", true],
  ["The views from the new pier are the best in Tarn, and its opinions free.", false],
  ["Views expressed by the council differ from those of the crews of the port.", false],
])("whoever it is of, %s is the page's: %s", (line, isPages) => {
  const body = `The ferry sank on Monday, and its crew went home.\n\n${line}\n\nIt was old.`;
  expect(read(body)[1]).toBe(`${isPages ? "furniture" : "prose"}: ${line}`);
});

test.each([
  "The board knows why it sank (answer: nobody knows), and will tell.",
  "The ferry sank on Monday. (It had been late all week, the captain said.)",
  "Updated rules of the port are due on Monday, the council said.",
  "The ferry was built by Moe, Reyl and Brink of Tarn.",
])("above the story, %s is the story's", (line) =>
  expect(read(`${line}\n\nThe ferry sank on Monday, and its crew went home.`)[0]).toContain(
    `prose: ${line}`,
  ));

test.each([
  ["Sea slugs can take on the colours of the weed that they feed on in spring.", true],
  ["The bridge over the Reyl was closed on Monday after a diver had found a crack.", false],
  ["The port of Tarn will open to the first of its new ferries in the spring.", false],
])("above a credit at the top of a page, %s is a caption: %s", (line, isPicture) => {
  expect(isTopCaption(line, "Credit: TidePix/Moorstock")).toBe(isPicture);
  expect(isTopCaption(line, "The slugs keep their colours.")).toBe(false);
  const body = `${line}\n\nCredit: TidePix/Moorstock\n\nThe slugs keep the pigments alive for months.`;
  if (isPicture) expect(findPassages(body)[0]?.kind).toBe("furniture");
});

test.each([
  ["Ida Moe is leading the Tarn council vote.", "furniture"],
  // It tells what the story does not, or what came to be.
  ["Ida Moe is leading the Lund council vote.", "prose"],
  ["Ida Moe had led the Tarn council vote.", "prose"],
])("right below a credit that opens a page, %s is %s", (line, kind) => {
  const story = `Early results had Ida Moe leading in the Tarn council vote, where nobody is sure of a seat before Friday.`;
  const body = (head: string) =>
    `${head}\n\n${line}\n\nA cook who once swept its floors is set to win. ${story}`;
  expect(read(body("Brink Moe/Tarnpix"))[1]).toContain(`${kind}: ${line}`);
  expect(read(body("The council counts on."))[0]).toContain("prose: ");
});

const STORY =
  "The ferry to the island was closed on Monday after a storm broke its ramp, the harbour master said.";

test.each([
  [
    "a switch below its credit",
    ["Boats lie in the bay of Tarn. Here, one that sank last year.", "AP", "hide caption", STORY],
    0,
  ],
  [
    "an offer of the picture",
    ["Ida Moe/The Tarn Post", "Officers look for a boat on Quay Street.", "Buy this photo", STORY],
    1,
  ],
])("a caption is told by %s", (_, lines, at) => {
  const kinds = findPassages(lines.join("\n\n")).map(({ kind }) => kind);
  expect(kinds[at]).toBe("furniture");
  expect(kinds.at(-1)).toBe("prose");
});

test.each([
  ["no credit above", [STORY, "Officers look for a boat on Quay Street.", "Buy this photo"], 1],
  ["a story above the offer", ["Ida Moe", STORY, "Buy this photo"], 1],
  ["a sentence for a credit", [STORY, "It was late.", "hide caption"], 0],
  ["a long story above it", [`${STORY} `.repeat(5).trim(), "AP", "hide caption"], 0],
])("what stands above a page's control with %s is the story's", (_, lines, at) => {
  const passages = findPassages(lines.join("\n\n"));
  expect(passages[at]?.kind).not.toBe("furniture");
});

test.each([
  ["Stay on topic - This helps keep the thread on the ferry.", true],
  ["Be Civil. It is all right to differ on the ferry.", true],
  ["Be civil to the ferrymen, the mayor told the guests of the harbour on Monday.", false],
  ["Stay on topic was all that the mayor asked of the council.", false],
])("rules of comment are the page's: %s", (line, isPage) => {
  const kinds = findPassages(`${STORY}\n\n${line}\n\n${STORY}`).map(({ kind }) => kind);
  expect(kinds[1] === "furniture").toBe(isPage);
});

const TURNED =
  "OSLO — The ferry turned back on Monday, after its crew had found a sailor on the wrong boat.";

test("the caption of a picture from an archive is furniture with all its sentences", () => {
  const caption =
    "FILE - In this May 8, 2017 file photo, Ida Moe waves from the quay. A line says that a ferry turned back. Moe was aboard and told of it. She wondered why the ferry was turning around four hours into its way, and asked the crew, who did not say a word of it to her or to anybody else. (Photo by Tom Reyl/Tarnpix,File)";
  expect(read(`${caption}\n\n${TURNED}`)[0]).toBe(`furniture: ${caption}`);
  // A long one that names no picture and ends in no credit is the story's.
  const told = `FILE - Tarn keeps its papers so. ${"The council of Tarn has kept each of its papers since May. ".repeat(6)}`;
  expect(read(`${told}\n\n${TURNED}`).at(-2)).toContain("prose: ");
});

test("above a dateline, what ends in the name of an agency is a caption", () => {
  const caption = "The line will spend 14 crowns to settle with its crews. AP";
  expect(read(`${caption}\n\nMore boats.\n\n${TURNED}`)[0]).toBe(`furniture: ${caption}`);
  expect(read(`${caption.replace(" AP", "")}\n\n${TURNED}`)[0]).toContain("prose: ");
  // At the end of a story it is whose story that is.
  expect(read(`${TURNED}\n\nThe crew had no word for it. ${caption}`)[1]).not.toContain(
    "furniture: ",
  );
});

test("above a dateline, a line with a credit below it is a caption, whatever it tells", () => {
  const told =
    "The line of Tarn is working toward a new quay, planned for the corner of Ferry Street.";
  expect(read(`${told}\n\nPhoto by Ida Moe\n\n${TURNED}`)[0]).toBe(`furniture: ${told}`);
  // Without a dateline below, it may be the story's own.
  expect(read(`${told}\n\nPhoto by Ida Moe\n\n${STORY}`)[0]).toBe(`prose: ${told}`);
});

test("below a headline, what a picture shows is a caption", () => {
  const shown = "A model of an automated ferry and its crew.";
  const kinds = (line: string) =>
    read(`First trial of a ferry\n\n${line}\n\nPhoto: Ida Moe\n\n${STORY}`);
  expect(kinds(shown)[1]).toBe(`furniture: ${shown}`);
  expect(kinds("The ferry was sold on Monday.")[1]).toBe("prose: The ferry was sold on Monday.");
});

test("what readers posted is no story, but what was posted once is", () => {
  const posted = (name: string) => `Posted on 4/3/19 | 12:17 PM CEST ${name}`;
  const thread = `Rope for them. ${posted("Ida Moe")}\n\nWhy does nobody tell of it?\n\n${posted("Tom Reyl")}\n\nA sad sight. ${posted("Ann Roe")}`;
  expect(read(thread).filter((line) => !line.startsWith("furniture: "))).toEqual([]);
  expect(read(`${STORY} ${posted("Ida Moe")}\n\n${TURNED}`)[0]).toContain("prose: ");
});

test("the headlines of other stories are furniture in a line of whatever length", () => {
  const links = `Related Stories 'ROUGH SEA' Ida Moe says 'I am a happy sailor'. ${"WHO IS SHE and what does she want with the boat? ".repeat(6)}`;
  expect(read(`${TURNED}\n\n${links}`)[1]).toContain("furniture: ");
  const told = "Related stories of the sea were told on the quay all night, said Ida Moe.";
  expect(read(`${TURNED}\n\n${told}`)[1]).toContain("prose: ");
});

test("the numbers that count the paragraphs of a release are no part of them", () => {
  const of = (...numbers: readonly number[]) =>
    numbers.map(
      (number) =>
        `${number} The council of Tarn has told ${number} crews and their families that a ferry will sail.`,
    );
  const body = (paragraphs: readonly string[]) => [TURNED, ...paragraphs].join("\n\n");
  const counted = read(body(of(2, 3, 4)));
  expect(counted.slice(1, 3)).toEqual(["furniture: 2 ", `prose: ${of(2)[0]?.slice(2)}`]);
  for (const numbers of [
    [2, 3],
    [2, 4, 5],
    [7, 8, 9],
  ])
    expect(read(body(of(...numbers)))[1]).toBe(`prose: ${of(...numbers)[0]}`);
});
