import { expect, test } from "vitest";
import { findPassages } from "#core/text/passages.ts";

const TITLE = "Harbour opens fund for stranded crews";
const MORE = "\n\nThe ferry turned back on Monday, and the crew went home.";

/** What of a body is the story's, from its first word on. */
function storyOf(first: string, title: string | null = TITLE): string {
  const body = `${first}${MORE}`;
  const told = findPassages(body, undefined, undefined, title).find(({ kind }) => kind === "prose");
  return body.slice(told?.start, told?.end);
}

const BEGINS = "The mayor of Tarn today opened a fund for crews.";

test.each([
  [`${TITLE} ${BEGINS}`, BEGINS],
  [`News story ${TITLE} ${BEGINS}`, BEGINS],
  [`${TITLE} Harbour opens a fund, Moe said.`, "Harbour opens a fund, Moe said."],
  // The sentence has the words of its headline.
  [`${TITLE} on the quay of Tarn on Monday.`, `${TITLE} on the quay of Tarn on Monday.`],
  [`${TITLE}, The Post has learnt on Monday.`, `${TITLE}, The Post has learnt on Monday.`],
  [`On Monday, ${TITLE} The mayor was there.`, `On Monday, ${TITLE} The mayor was there.`],
])("a headline before the first sentence is none of it: %s", (first, story) =>
  expect(storyOf(first)).toBe(story));

test("what cannot be told from the headline is no sentence, and the next one is", () => {
  const glued = `${TITLE} By Subscribe to Vote 2019 Moe campaign Ida Moe will face Tom Reyl.`;
  expect(storyOf(`${glued} She leads by far.`)).toBe("She leads by far.");
  expect(storyOf(glued)).toBe(MORE.trim());
});

test.each([
  [`Crews of Tarn visit the old mill Sat, Apr 6, 2019, 08:56 ${BEGINS}`, BEGINS],
  [`Crews visit the mill 6 April 2019 8:56 am GMT ${BEGINS}`, BEGINS],
  [`Comment ${BEGINS}`, BEGINS],
  [
    "Ida Moe came on April 6, 2019 08:56 Tarn time.",
    "Ida Moe came on April 6, 2019 08:56 Tarn time.",
  ],
  [
    "It broke. The log has Apr 6, 2019, 08:56 Tarn time.",
    "It broke. The log has Apr 6, 2019, 08:56 Tarn time.",
  ],
  ["Comment on the plan is due in May, Moe said.", "Comment on the plan is due in May, Moe said."],
  [
    "Opinion The Younger is a boat of Tarn, Moe said.",
    "Opinion The Younger is a boat of Tarn, Moe said.",
  ],
])("a stamp or a label before the first sentence is none of it: %s", (first, story) =>
  expect(storyOf(first, null)).toBe(story));

const SANK = "A ferry sank on Monday in Tarn, police said.";

test.each([
  [`Please enable scripts to watch this video TARN, Va. (WTAR) -- ${SANK}`, SANK],
  [`Please enable scripts to watch this video ${SANK}`, SANK],
  [`Ida Brink Moe (Photo: Tarn Police) Ida Brink Moe TARN COUNTY, Miss. -- ${SANK}`, SANK],
  [
    `Copyright 2019 Tarn. All rights reserved. Ida Moe (Source: Police) TARN (WTAR) - ${SANK}`,
    SANK,
  ],
  [
    `Copyright by WTAR - All rights reserved Ida Moe, 26 Copyright by WTAR - All rights reserved Ida Moe, 26 TARN, Ga. (WTAR) -- ${SANK}`,
    SANK,
  ],
  [`[ + - ] Video Staff Reports - TARN - ${SANK}`, SANK],
  [`By Ida Moe BERLIN – ${SANK}`, SANK],
  [`UPDATED at 3:05 p.m. TARN BAY, MD — ${SANK}`, SANK],
  [`Ida Moe Tarn Post ${BEGINS}`, BEGINS],
  // Capitals before a dash may be a station's, and a name may stand before its verb.
  [`A ferry of WTAR - All Boats sank, Moe said.`, `A ferry of WTAR - All Boats sank, Moe said.`],
  [`Ida Moe told The Post so on Monday.`, `Ida Moe told The Post so on Monday.`],
])("what stands before a dateline is none of the story: %s", (first, story) => {
  const told = storyOf(first, null);
  expect(told.slice(told.indexOf(story))).toBe(story);
  expect(told.startsWith(story) || /^TARN/u.test(told)).toBe(true);
});

test("a second dateline, below the story's first words, begins no other", () => {
  const body = `${SANK}\n\nIn a boat LONDON, Ohio (AP) - Moe was found.`;
  const told = findPassages(body).filter(({ kind }) => kind === "prose");
  expect(told.map(({ start, end }) => body.slice(start, end)).join("\n\n")).toBe(body);
});

test.each([
  [
    `Two held after ferry sinks Posted: Friday, January 31, 2014 10:21 AM EST Updated: Friday, February 7, 2014 10:21 AM EST ${SANK}`,
    "Two held after ferry sinks",
  ],
  [
    `Two held after ferry sinks Copyright by WTAR - All rights reserved [ + - ] TARN, Ala. (WTAR) - ${SANK}`,
    "Two held after ferry sinks",
  ],
  [`A boat that sank in Tarn on May 3, 2019. (CBS) TARN (CBS) - ${SANK}`, null],
  [`Update FOR RELEASE IN TARN DATE: May 3, 2019 10:21 AM EST ${SANK}`, null],
])("the page's own headline above its stamps: %s", (first, headline) => {
  const body = `${first}${MORE}`;
  const head = findPassages(body).find(({ kind }) => kind === "heading");
  expect(head === undefined ? null : body.slice(head.start, head.end)).toBe(headline);
});
