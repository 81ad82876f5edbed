import { expect, test } from "vitest";
import { HEADLINE_LENGTH, headlineFrom, LONGEST_HEADLINE } from "#core/brief/headline.ts";
import { ownHeadline } from "#core/brief/own-headline.ts";
import { readStory } from "#core/brief/read.ts";

test.each([
  ["  Bridge falls\n into river ", "Bridge falls into river"],
  [" — ", null],
  [null, null],
])("own headline of %j", (title, expected) => expect(ownHeadline(title)).toBe(expected));

test.each([
  // Who published it …
  ["Harbour closes after storm | Tarn Daily News", "Harbour closes after storm"],
  ["Harbour closes after storm :: tarnwire.com", "Harbour closes after storm"],
  ["Harbour closes after storm « Coast Radio", "Harbour closes after storm"],
  ["Harbour closes after storm | Coast | The Tarn Gazette", "Harbour closes after storm"],
  ["Harbour closes after storm - The Daily Tarn News", "Harbour closes after storm"],
  ["Harbour closes after storm – Tarn Gazette", "Harbour closes after storm"],
  // … but not who said it, nor what goes on behind a dash.
  ["Bank is not selling dollars — Adeyo", "Bank is not selling dollars — Adeyo"],
  ["Minister quits over leak – Velsk Mail", "Minister quits over leak – Velsk Mail"],
  ["Tarn 2 - Velsk 1", "Tarn 2 - Velsk 1"],
  ["Storm hits coast - what we know so far", "Storm hits coast - what we know so far"],
  ["Yes | No", "Yes | No"],
  // What wires and sites put in.
  ["^BC-TRN--Final Week Glance< ^Final Week Glance", "Final Week Glance"],
  ["^Ferry runs again<", "Ferry runs again"],
  ["Rent rises <endash> again", "Rent rises – again"],
  ["Mill &amp; market to close", "Mill & market to close"],
  ["Mayor&amp;#8217;s last day", "Mayor’s last day"],
  ["Mayor &foo; more", "Mayor &foo; more"],
  ["<b>Ferry</b> runs again", "Ferry runs again"],
  ["Prices < 5 crowns", "Prices < 5 crowns"],
  ["[caption id=4]Ferry runs[/caption] again", "Ferry runs again"],
  ["[Velsk] mayor quits", "[Velsk] mayor quits"],
  ["Comic day (17 comments)", "Comic day"],
  ["Ferry runs again [PHOTOS, VIDEO]", "Ferry runs again"],
  ["Ferry runs again (for now)", "Ferry runs again (for now)"],
  ["PRESS RELEASE Mill to close", "Mill to close"],
  ["Press release: Mill to close", "Mill to close"],
  ["Press release angers mayor", "Press release angers mayor"],
  ["Ferry runs again at last – Tarn Information Service", "Ferry runs again at last"],
  ["Ferry runs again : Sea Money : KVO", "Ferry runs again"],
  ["Ferry runs again: harbour master", "Ferry runs again: harbour master"],
  ["Ferry runs again - Norway - TARNPOST.COM", "Ferry runs again"],
  ["Ferry runs again - Adeyo - TARNPOST.COM", "Ferry runs again - Adeyo"],
  ["The Tarn Post > Films > Sea Films > Film Review", null],
  ["Rents > wages in Tarn", "Rents > wages in Tarn"],
  ["THE HON ANN FIELD MP SHADOW MINISTER FOR PORTS", null],
  ["Politics Post By", null],
  ["News Posted on: 8 May 2026", null],
  ["Guards leave river post by night", "Guards leave river post by night"],
  ["Tarn Post by vote ends strike", "Tarn Post by vote ends strike"],
  ["Ann Field MP - Federal Member for Tarn", null],
  ["Hon Ann Field to open ferry", "Hon Ann Field to open ferry"],
  ["Tarn MP loses seat to member of her party", "Tarn MP loses seat to member of her party"],
  // What is no headline.
  ["NaN", null],
  ["Nan bakes 300 loaves", "Nan bakes 300 loaves"],
  ["Untitled document", null],
  ["November 28, 2026", null],
  ["28.11.2026", null],
  ["Friday, 28 November 2026, 10:15", null],
  ["9/11 hearing opens", "9/11 hearing opens"],
  ["May 8 is a holiday", "May 8 is a holiday"],
  ["mill-closes-after-vote", null],
  ["MILL_CLOSE_2", null],
  ["Self-driving", "Self-driving"],
  ["(L-R) Victor Moe, Jonas Reyl", null],
  ["Photo: Ida Moe/Tarn Wire", null],
  ["Photo of the mayor sells for a fortune", "Photo of the mayor sells for a fortune"],
  ["By Ann Field", null],
  ["By Ann Field, columnist", null],
  ["By design, not by chance", "By design, not by chance"],
])("own headline of %j is %j", (title, expected) => {
  const body = "The Velsk Mail reported on Monday that the minister had quit.";
  expect(ownHeadline(title, { source: null, body })).toBe(expected);
});

test.each([
  ["Rents in the harbour to fall - The Tarn Mayor’s Office", "Rents in the harbour to fall"],
  ["RENTS IN THE HARBOUR TO FALL - Tarn Ministry of Housing", "RENTS IN THE HARBOUR TO FALL"],
  // Who says so is no site.
  ["Rents in the harbour to fall - Ministry of Housing", null],
  ["RENTS IN THE HARBOUR TO FALL - POLICE", null],
  ["RENTS IN THE HARBOUR TO FALL - Housing Ministry", null],
  ["Rents in the harbour to fall - The Ferryman", null],
])("an office's own site stands behind a headline: %s", (title, expected) => {
  const body = "The mayor of Tarn, the Housing Ministry and the Ferryman spoke. POLICE spoke too.";
  expect(ownHeadline(title, { source: null, body })).toBe(expected ?? title);
});

test.each([
  ["Ferry runs again - Orbit", "Orbit", "Ferry runs again"],
  ["Ferry runs again – the orbit", "The Orbit.com", "Ferry runs again"],
  ["Ferry runs again - Orbit", "Velsk Wire", "Ferry runs again - Orbit"],
])("own headline of %j from %s", (title, source, expected) =>
  expect(ownHeadline(title, { source, body: "" })).toBe(expected));

test.each([
  ["The bridge fell on Monday.", "The bridge fell on Monday"],
  [
    "However, the bridge over the Reyl, which carries the main road from the capital to the fishing ports of the coast, has been closed.",
    "The bridge over the Reyl has been closed",
  ],
  [
    // What hangs behind goes; whose claim it is stays.
    "A storm that came in from the lake killed five people on the two islands, including a boy and his aunt, the harbour master said.",
    "A storm that came in from the lake killed five people on the two islands, the harbour master said",
  ],
  [
    // The day goes before anything else.
    "The council of the lake district voted on Tuesday evening to close the northern bridge to lorries of more than eight tonnes.",
    "The council of the lake district voted to close the northern bridge to lorries of more than eight tonnes",
  ],
  [
    // Where some are is a detail …
    "Hundreds of families in the north of Tarn are sleeping in tents for a third night after a flood that took nine bridges.",
    "Hundreds of families are sleeping in tents for a third night after a flood that took nine bridges",
  ],
  [
    // … where all of them are is not.
    "All schools in the north of Tarn are to teach in tents until the end of the term because a flood took the roofs of nine.",
    "All schools in the north of Tarn are to teach in tents until the end of the term because a flood took the roofs of nine",
  ],
  [
    // A condition is part of the claim, so the cut shows.
    "The government of the northern province will pay every family that lost a house in the flood of last spring unless the court stops it.",
    "The government of the northern province will pay every family that lost a house in the flood of last spring unless the court stops it",
  ],
  [
    // Without its main verb the clause would say nothing.
    "With the long protests over the shooting of a young fisherman by the police of the harbour town in April, the mayor fears for the peace.",
    "With the long protests over the shooting of a young fisherman by the police of the harbour town in April, the mayor fears for the peace",
  ],
  [
    "What the crews said after the ferry reached the harbour of Tarn on Tuesday:",
    "What the crews said after the ferry reached the harbour of Tarn on Tuesday",
  ],
  ["The ferry is 9:30 late, the U.S.", "The ferry is 9:30 late, the U.S."],
])("headline from %s", (lede, expected) => expect(headlineFrom(lede)).toBe(expected));

test("a headline without a space is cut all the same, and splits no letter", () => {
  const made = headlineFrom("😀".repeat(200));
  expect(made.length).toBeLessThanOrEqual(HEADLINE_LENGTH);
  expect(made.isWellFormed()).toBe(true);
});

test.each([
  [
    // What stands in apposition goes; who said it never does.
    "Serena Quill, one of the highest paid and most successful divers in the world, has bought the old swimming bath of the harbour.",
    "Serena Quill has bought the old swimming bath of the harbour",
  ],
  [
    "The mayor of Tarn, his friends and followers on the council say, is a tireless man who works deep into the night at the town hall.",
    "The mayor of Tarn, his friends and followers on the council say, is a tireless man",
  ],
  [
    // When it was is no news, where the rest stands alone …
    "After the video of a policeman hitting a man outside the ferry office went viral, the chief of police ordered an inquiry.",
    "The chief of police ordered an inquiry",
  ],
  [
    // … and where it doesn't, the opening stays.
    "After the video of a policeman hitting a man outside the ferry office on Link Road went viral, his chief ordered an inquiry.",
    "After the video of a policeman hitting a man outside the ferry office on Link Road went viral, his chief ordered an inquiry",
  ],
  [
    "The president of the lake district shared jokes about the pot of soup and the bridge at the yearly dinner of the press in Tarn.",
    "The president of the lake district shared jokes about the pot of soup and the bridge",
  ],
  [
    // The first of one place is not the first.
    "The president of the lake district shared the first jokes about the pot of soup and the bridge at the yearly dinner in Tarn.",
    "The president of the lake district shared the first jokes about the pot of soup and the bridge at the yearly dinner",
  ],
  [
    // Of two days neither goes alone, so that they go with what hangs on them …
    "The harbour office of the island of Tarn has closed the ferry pier on Thursday and Friday to let the divers vote for their strike.",
    "The harbour office of the island of Tarn has closed the ferry pier",
  ],
  [
    // … and one does.
    "The harbour office of the island of Tarn has closed the ferry pier on Thursday, and its divers will vote for a strike.",
    "The harbour office of the island of Tarn has closed the ferry pier, and its divers will vote for a strike",
  ],
  [
    // The news comes behind what it opens with, however long that is.
    "Two days after his crew won the yearly race of the island, the ferry captain Halim Dorro repeated that the sole way out of the harbour's debts was to sell both of its old piers.",
    "Two days after his crew won the yearly race of the island, the ferry captain Halim Dorro repeated that the sole way out of the harbour's debts was to sell both of its old piers",
  ],
  [
    // A sentence of which nothing can go stands whole, rather than break off before its verb.
    "The quarrel between those loyal to the harbour master Ines Calder and the treasurer of the divers' guild Petra Holm has grown in the weeks before the guild's yearly meeting.",
    "The quarrel between those loyal to the harbour master Ines Calder and the treasurer of the divers' guild Petra Holm has grown in the weeks before the guild's yearly meeting",
  ],
  [
    // Which ones they were is the news; who also was there is an aside.
    "The harbour office of the island of Tarn says that it stopped some guests of the old northern pier who were about to take their goats aboard the ferry.",
    "The harbour office of the island of Tarn says that it stopped some guests of the old northern pier who were about to take their goats aboard the ferry",
  ],
  [
    // What a permission hangs on …
    "Divers of the island of Tarn are allowed to bring in as much of the northern rope as they need for a whole season after a permit of the harbour office, the mayor said.",
    "Divers of the island of Tarn are allowed to bring in as much of the northern rope as they need for a whole season after a permit of the harbour office, the mayor said",
  ],
  [
    // … and no time alone.
    "Divers of the island of Tarn brought in as much of the northern rope as they need for a whole season after a feast of the harbour office, the mayor said.",
    "Divers of the island of Tarn brought in as much of the northern rope as they need for a whole season, the mayor said",
  ],
  [
    "Divers of the island of Tarn bring in as much of the northern rope as they need for a whole long season with lamps, subject to a permit, the mayor said.",
    "Divers of the island of Tarn bring in as much of the northern rope as they need for a whole long season with lamps, subject to a permit, the mayor said",
  ],
  [
    // "Even" waits for what it is said of.
    "The harbour office of the old island of Tarn has told its divers that they are to count the boats even (and perhaps above all) when the fog is thick.",
    "The harbour office of the old island of Tarn has told its divers that they are to count the boats even (and perhaps above all) when the fog is thick",
  ],
  [
    // A list is not torn.
    "A group that nobody in the harbour had heard of until the spring of this year has posted names, photographs and addresses of divers.",
    "A group that nobody in the harbour had heard of until the spring of this year has posted names, photographs and addresses of divers",
  ],
])("a long lede loses what hangs loose only: %s", (lede, expected) =>
  expect(headlineFrom(lede)).toBe(expected));

const LIST = "The harbour office will count";
const BOATS = ", and ".concat(Array.from({ length: 16 }, () => "the boats of Tarn").join(" and "));

test.each([
  [LONGEST_HEADLINE, true],
  [LONGEST_HEADLINE + 1, false],
])("a lede of %i letters of which nothing can go stands whole: %s", (letters, isWhole) => {
  const lede = `${LIST}${BOATS}`.slice(0, letters - 1).concat("x");
  expect(headlineFrom(`${lede}.`) === lede).toBe(isWhole);
  expect(headlineFrom(`${lede}.`).endsWith("…")).toBe(!isWhole);
});

const HEARD = `Captain Adeyo said on Monday that the ferry is safe. ${"The ferry carries the nurses of the island to their hospital. ".repeat(7)}`;

test.each([
  ["The ferry to the island is safe - Wavecrest", HEARD, "The ferry to the island is safe"],
  ["The ferry to the island is safe - Adeyo", HEARD, null],
  ["The ferry to the island is safe - Part Two", HEARD, null],
  ["The ferry is safe - Wavecrest", HEARD, null], // few words
  ["The ferry to the island is safe - Wavecrest", "Copy of a line.", null],
])("a name behind a dash that the article never names is its publisher: %s", (title, body, own) =>
  expect(ownHeadline(title, { source: null, body })).toBe(own ?? title));

test("a letter's head is no headline; the line above the text is", () => {
  const text = "The ferry must be saved, and the minister knows it.\n\nIt carries the nurses.";
  const head = "MEDIA RELEASE\n\nTHE HON ANN FIELD MP\n\nSHADOW TREASURER\n\nSAVE THE FERRY";
  const headline = (body: string) =>
    readStory({ title: null, body, dateline: null, language: "en" }).headline;
  expect(headline(`${head}\n\n${text}`)).toBe("SAVE THE FERRY");
  expect(headline(`Ferry is saved\n\nNurses cheer loudly\n\n${text}`)).toBe("Ferry is saved");
});

test.each([
  // A bare comma may stand before what is meant, or in a list; a comparison needs both.
  "The council of Halse has unveiled plans for a 300 million crown, 40 kilometre wall that will stretch across its marshes to the sea",
  "The mills of the valley were built and run for two hundred years by a handful of fathers, sons, cousins and brothers of Halse",
  "The mills of the valley were built and run for two hundred years by a handful of fathers and their sons — and by mothers, too",
  "Children of the valley are more likely to have seen a picture of a tiger in the books of their schools than a heron on the marsh",
])("nothing is cut from %j", (lede) => expect(headlineFrom(`${lede}.`)).toBe(lede));
