import { expect, test } from "vitest";
import { createWriteBrief } from "#core/brief/write.ts";
import { createIntake } from "#desk/intake.ts";
import { intakeParts, settledFile, testClock, testStore } from "./fixture.ts";

const BOX = "The Tarn Gazette is free for all who live on the coast.";
const STORIES = [
  "A fire has burned down the old mill of Reyl on the night to Sunday. Nobody was hurt in it.",
  "The choir of Moor has won the great prize of the northern counties. It sang without a note.",
  "The ferry to Velsk stops in June, the council decided on Monday. The boats will be sold.",
];

/** The facts of the last of three stories, each of its source, with one line below all of them. */
async function factsOf(sources: readonly string[]): Promise<readonly string[]> {
  const store = await testStore();
  const parts = intakeParts(store, testClock("2026-05-08T06:00Z"), {
    writeBrief: createWriteBrief(),
  });
  const intake = createIntake(parts);
  let facts: readonly string[] = [];
  for (const [index, body] of STORIES.entries()) {
    const text = `title: Story ${body.slice(0, 20)}\nsource: ${sources[index]}\n\n${body}\n\n${BOX}`;
    const [outcome] = await intake.take(settledFile(`${index}.txt`, text));
    if (outcome?.kind === "filed") facts = outcome.brief.facts.map((fact) => fact.text);
  }
  return facts;
}

test("a line that a source has put below two stories before is no fact of its third", async () => {
  expect(await factsOf(["Gazette", "Gazette", "Gazette"])).not.toContain(BOX);
});

test("below two stories of a source it may be anything", async () => {
  expect(await factsOf(["Gazette", "Wire", "Gazette"])).toContain(BOX);
});
