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
