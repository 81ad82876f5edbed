import { expect, test } from "vitest";
import { contentKeys } from "#core/brief/candidate.ts";
import { type Eligible, findEligible } from "#core/brief/facts.ts";
import { readAbove } from "#core/brief/hanging-clue.ts";
import { chanceToHang } from "#core/brief/judged.ts";
import { readStory } from "#core/brief/read.ts";
import { findWords } from "#core/text/words.ts";

const TITLE = "Council of Tarn closes harbour bridge";
const LEDE = "The council of Tarn closed the harbour bridge on Monday after divers found cracks.";

function entriesOf(...sentences: readonly string[]): readonly Eligible[] {
  const body = [LEDE, ...sentences].join("\n\n");
  return findEligible(readStory({ title: TITLE, body, dateline: null, language: "en" }));
}

const known = contentKeys(findWords(TITLE));

function last(entries: readonly Eligible[]): Eligible {
  const entry = entries.at(-1);
  if (entry === undefined) throw new RangeError("no sentence may be a fact");
  return entry;
}

test.each([
  ["It was a remarkable, beautiful bridge, and surely the finest of them all."],
  ["Such wonderful old bridges always deserve better, as everybody knows."],
])("is likelier its writer's view than the news of it: %s", (view) => {
  const entries = entriesOf("Lorries crossed the bridge on Friday, the council said.", view);
  expect(last(entries).view).toBeGreaterThan(2 * (entries[1]?.view ?? 1));
});

test("the lede likelier tells the news than what the article adds below", () => {
  const entries = entriesOf("Lorries crossed the bridge in 1988.", "Boats pay 40 crowns a night.");
  expect(entries[0]?.news).toBeGreaterThan(last(entries).news + 2);
});

test("what leans on a sentence likelier hangs where that is not printed", () => {
  const entries = entriesOf(
    "Captain Ida Moe runs the ferry to Brine.",
    "She will add two crossings a day until June.",
  );
  const [lede, moe, adds] = entries;
  if (lede === undefined || moe === undefined || adds === undefined) throw new RangeError("lost");
  const behind = chanceToHang(adds, [lede, moe], known);
  expect(chanceToHang(adds, [lede], known)).toBeGreaterThan(2 * behind);
});

test("what the article told of above counts until it is printed", () => {
  const entries = entriesOf(
    "Divers found the cracks below the northern crane.",
    "The ferry line to Brine hired nine sailors.",
    "Divers will see the northern crane again in June, Tomas Reyl said.",
  );
  const again = last(entries);
  const clues = (above: readonly Eligible[]) => readAbove(again, above, known);
  expect(clues(entries.slice(0, 2))).toContain("missed 0");
  expect(clues([])).not.toContain("missed 0");
  expect(clues([])).toContain("alone");
  expect(clues(entries.slice(2, 3))).toContain("behind");
  expect(clues(entries.slice(1, 2))).not.toContain("behind");
});

test("a surname alone is bare where the article has the whole name", () => {
  const bareIn = (sentence: string) =>
    last(entriesOf("Captain Ida Moe runs the ferry to Brine, she said.", sentence)).bare;
  expect([...bareIn("The council paid Moe 400 crowns for the crossings.")]).toEqual(["moe"]);
  expect([...bareIn("The council paid Ida Moe 400 crowns for the crossings.")]).toEqual([]);
});
