import { expect, test } from "vitest";
import { findHedge } from "#core/speech/hedge.ts";

test.each([
  ["The army reportedly shot down five jets.", "reportedly"],
  ["He allegedly took the money.", "allegedly"],
  ["Nine men are believed to be held.", "are believed to"],
  ["The fire appears to have begun in a shop.", "appears to"],
  ["Unconfirmed accounts spoke of ten dead.", "Unconfirmed"],
  ["The strike could last a week.", "could"],
  ["The alleged leader was released.", "alleged"],
  ["The bridge may close.", "may"],
  ["The bridge closed on 3 May.", null], // a month
  ["The owner could not be reached.", null], // an ability
  ["The army shot down five jets.", null],
])("hedge of %s", (text, hedge) => expect(findHedge(text)).toBe(hedge));

test("the word that says a claim is unproven goes before one that leaves it open", () => {
  expect(findHedge("The dam could burst, and has reportedly cracked.")).toBe("reportedly");
});
