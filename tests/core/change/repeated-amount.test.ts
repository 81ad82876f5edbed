import { describe, expect, test } from "vitest";
import { repeatsAmounts } from "#core/change/repeated-amount.ts";

const KNOWN = [
  "The index fell 508 points, or 22.5 percent, on Monday. The mayor spoke of 3 ferries.",
  "At least 29 people died and 49 were wounded, the governor said.",
];

describe("a sentence whose amounts readers know", () => {
  test.each([
    "The index fell 508 points (or 22.5 percent) to 1,738, its biggest one-day decline.",
    "At least 29 people died and 50 were hurt in the fighting.",
    "A drop of 22.5 percent had never been seen.",
  ])("has been told: %s", (sentence) => {
    expect(repeatsAmounts(sentence, KNOWN)).toBe(true);
  });

  test.each([
    ["counts otherwise", "The index rose 102 points, or 5.9 percent, on Tuesday."],
    ["has mostly others", "Of the 29 dead 12 were sailors and 9 were clerks."],
    ["counts few, as most texts do", "The mayor has bought 3 lorries."],
    ["counts nothing", "The governor has resigned."],
    ["has each from another text", "The 508 delegates met 17 envoys and 49 judges for 61 days."],
  ])("has not, where it %s: %s", (_why, sentence) => {
    expect(repeatsAmounts(sentence, KNOWN)).toBe(false);
  });
});
