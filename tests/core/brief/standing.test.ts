import { expect, test } from "vitest";
import { findCandidates } from "#core/brief/candidate.ts";
import { readStory } from "#core/brief/read.ts";
import { readStandings } from "#core/brief/standing.ts";

/** What the last sentence of a text needs. */
function last(body: string, title = "") {
  const story = readStory({ title, body, dateline: null, language: "en" });
  const standing = readStandings(findCandidates(story), { body, headline: title }, () => true).at(
    -1,
  );
  return { held: standing?.held, asks: standing?.asks.flatMap(({ keys }) => keys) };
}

const LEDE = "The harbour of Tarn closed on Monday.";

test.each([
  // Nobody has spoken of a scan: what it is, stands before it.
  [`${LEDE}\n\nThe scan showed rust in two pillars.`, true],
  [`${LEDE}\n\nThe scan of the pier showed rust in two pillars.`, false],
  [`${LEDE}\n\nThe council showed rust in two pillars.`, false],
  [`${LEDE}\n\nThe mayor, Ida Moe, saw rust in two pillars.`, false],
  [`${LEDE}\n\nThe Tarn pier has rust in two pillars.`, false],
  [`${LEDE}\n\nThe largest pillars have rust.`, false],
  [`${LEDE}\n\nThe country has rust in its pillars.`, true],
  // "The patients" are not the one patient: another sentence tells of that one.
  [`${LEDE}\n\nTwo patients came in.\n\nFour met the patient on Sunday.`, true],
  [`${LEDE}\n\nA patient came in.\n\nFour met the patient on Sunday.`, false],
  [`${LEDE}\n\nIda Moe met the patient on Sunday.`, false],
  ["It rained in the morning.\n\nThe team saw rust in two pillars.", true],
  [`${LEDE}\n\nThe couple saw rust in two pillars.`, true],
  [`${LEDE}\n\nThe former announcer saw rust in two pillars.`, true],
  // Whose next trip it is, the sentence before says, where none within does.
  ["It rained.\n\nFour met on the crew's next trip.", true],
  ["It rained.\n\nFour of Tarn Boats met on the crew's next trip.", false],
  // What answers a question that is not printed.
  [`${LEDE}\n\nBut is it sound? Tradition has piers last for ages.`, true],
  [`${LEDE}\n\nBut is it sound?\n\nTradition has piers last for ages.`, false],
  // It is told in the same breath as a claim, and has no owner of its own.
  [`${LEDE}\n\nIda Moe said two pillars had rust. Ferries tie up at one of four steps.`, true],
  [`${LEDE}\n\nIda Moe said two pillars had rust.\n\nFerries tie up at one of four steps.`, false],
  [`${LEDE}\n\nIda Moe said two pillars had rust. Tomas Reyl said four had.`, false],
  [`${LEDE}\n\nUnder the rules of 1931, boats pay by weight. Ferries pay half.`, true],
])("what %j needs right before its last sentence", (body, held) =>
  expect(last(body).held).toBe(held));

test("what was spoken of must be printed above, unless the headline has it", () => {
  const body = `${LEDE}\n\nA crane fell on Sunday.\n\nIt rained.\n\nPolice took the crane away.`;
  expect(last(body)).toEqual({ held: false, asks: ["cran"] });
  expect(last(body, "Tarn loses its crane")).toEqual({ held: false, asks: [] });
});

test("of two that were brought in, it is the later one", () => {
  const from = (body: string, title = "") => {
    const story = readStory({ title, body, dateline: null, language: "en" });
    return readStandings(findCandidates(story), { body, headline: title }, () => true)
      .at(-1)
      ?.asks.at(-1)?.from;
  };
  const end = "It rained.\n\nPolice drove the man to Parc.";
  const two = `A man fell.\n\nAnother man swam.\n\n${end}`;
  expect(from(two, "Man falls in Tarn")).toBe(two.indexOf("Another"));
  expect(from(`A man fell.\n\n${end}`)).toBe(null);
});

test("what stands for a name asks for one of the names above it", () => {
  const named = `${LEDE}\n\nBrine Weave bought a yard.`;
  expect(last(`${named}\n\nThe company has four piers.`).asks).toContain("weav");
  expect(last(`${named}\n\nIn May, the Tarn Post captain left.`).asks).toContain("weav");
  expect(last(`${named}\n\nIn May, boats left the Orvanian island.`).asks).toContain("weav");
  expect(last(`${named}\n\nIn May, the Tarn Post captain Ida Moe left.`).asks).toEqual([]);
});

test("what the sentence before speaks of is that one, whatever else is printed", () => {
  const body = `${LEDE}\n\nA crane fell on Sunday. Police took the crane away.`;
  expect(last(body).held).toBe(true);
});

test.each([
  // What every reader knows, and what the sentence itself gives in full.
  ["The pilots met.", "The Tarn Pilots Union (TPU) chose Ida Moe."],
  ["The World Health Organization (WHO) met.", "The WHO chose Ida Moe."],
])("a short name that needs no long one: %s", (given, text) =>
  expect(last(`${LEDE}\n\n${given}\n\nThe rain fell.\n\n${text}`).asks).toEqual([]));

test.each([
  ["Moe wants to sell the yard.", true],
  ["Nobody saw any sense in Moe's plan.", true],
  ["Everybody liked what Mr. Moe wanted.", true],
  ["Captain Moe wants to sell the yard.", false],
  ["In May Ida Moe wants to sell the yard.", false],
  ["The island of Moeland wants to sell the yard.", false],
])("by one word of a name that was given in full: %s", (text, isAsked) => {
  const asks = last(`${LEDE}\n\nIt rained on Ida Moe.\n\n${text}`).asks;
  expect(asks?.includes("moe")).toBe(isAsked);
});

test("a short name asks for what it is short for", () => {
  const given = "The Tarn Pilots Union (TPU) met.";
  expect(last(`${LEDE}\n\n${given}\n\nThe rain fell.\n\nThe TPU chose Ida Moe.`).asks).toContain(
    "tpu",
  );
  expect(last(`${LEDE}\n\n${given}`).asks).toEqual([]);
});
