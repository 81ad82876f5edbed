import { expect, test } from "vitest";
import { createWriteBrief } from "#core/brief/write.ts";

const writeBrief = createWriteBrief();
const NEWS = "The port of Tarn has closed its oldest quay, the harbour board said on Monday";

/** The headline that is made of a body which has none. */
function headlineOf(...sentences: readonly string[]): string {
  const body = `${sentences.join(" ")} ${NEWS}. Its boats will lie at the new one, and nobody loses work.`;
  return writeBrief({ id: "a1", title: null, body, dateline: null, language: "en" }).headline;
}

const SHORT = "The port of Tarn has closed its oldest quay, the harbour board said";

test.each([
  "Barely a lamp was lit.",
  "The call came while the captain of the ferry was still asleep in his house.",
  "The fires range from a burnt mast to a boat that went down with all it had.",
  "We should all do so well while the water is at the door.",
  "Say what you will about the old quay, it was a pretty good one.",
  "According to police, officers were alerted to a fire at 9:47 p.m. in the 200 block of Quay Lane.",
])("no headline is made of a teaser, of the writer's own words, or of who was called: %s", (first) =>
  expect(headlineOf(first)).toContain(SHORT));

test.each([
  "Barely a lamp was lit in Tarn.",
  "Police responded to a boy who was shot in the leg on Quay Lane.",
  "The mayor of Tarn came home to a council that has no money left.",
])("a headline is made of what tells the news: %s", (first) =>
  expect(headlineOf(first)).toBe(first.slice(0, -1)));

test.each([
  // What opens a sentence goes with its comma, or not at all.
  [
    "On Saturday, a ferry with 40 people on board sank off the old quay of Tarn, where it had been moored since the spring of the year.",
    "A ferry with 40 people on board sank off the old quay of Tarn",
  ],
  [
    "As Saturday night fell on the old quay of Tarn, a ferry with 40 people on board sank within sight of the harbour board's new house.",
    "As Saturday night fell",
  ],
  // Who says it stays, and so does what a verb needs.
  [
    "A captain of Tarn fired two flares into the air on Friday over the old quay, defending his boat from the crew of another, according to police.",
    ", according to police",
  ],
  [
    "Police in Tarn have arrested a man in connection with a fire at the old quay that left nine of its boats without a mast on Sunday.",
    "in connection with a fire",
  ],
  [
    "Police in Tarn have now named Ida Brink Moe as a person of interest in a fire at the old quay that left nine boats without a mast.",
    "as a person of interest",
  ],
])("a long sentence is cut where it stays whole: %s", (first, part) =>
  expect(headlineOf(first)).toContain(part));
