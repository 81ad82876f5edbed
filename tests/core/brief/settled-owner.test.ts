import { expect, test } from "vitest";
import { maySpeak, settledOwner } from "#core/brief/settled-owner.ts";

test.each([
  ["Ida Moe"],
  ["the harbour ministry"],
  ["police"],
  ["a source close to the crew"],
  ["the report"],
  ["@quay_watch"],
  ["the coastguard"],
  ["the government"],
  ["an organisation"],
  ["a spokesman for the agreement"],
  ["The mayor of Port Tarn"],
  ["Ida Moe"],
  ["False Bay Council"],
])("may say something: %s", (owner) => expect(maySpeak(owner)).toBe(true));

test.each([
  ["the new"],
  ["the ferry accounts for nearly one in seven sailors'"],
  ["a rising"],
  ["the price"],
  ["well"],
  ["Index"],
  ["that claim"],
  ["The average"],
  ["Some"],
  ["an agreement with the school"],
  ["the likelihood"],
  ["the minister there"],
  // What is left of "S&P".
  ["S"],
  ["Ida even"],
  ["Via HBR"],
  ["several people familiar"],
  ["The pride of Port Tarn"],
  // "False claims that the boats sank"
  ["False"],
])("can say nothing: %s", (owner) => expect(maySpeak(owner)).toBe(false));

function settle(text: string, tag: string, owner: string, before: string | null = null) {
  const start = text.indexOf(tag);
  const attribution = { owner, start, end: start + tag.length, trailing: true };
  return settledOwner(text, attribution, before)?.owner ?? null;
}

test.each([
  ["The crane fell, Ida Moe added.", ", Ida Moe added", "Ida Moe", "Ida Moe"],
  ["Reyl scored, and Moe added two assists.", ", and Moe added two assists", "Moe", null],
  ["It held, Moe added two assists.", ", Moe added two assists", "Moe", null],
  ["It was Reyl, Moe reported to him.", ", Moe reported to him", "Moe", null],
  ["The crane fell, Ida Moe reported.", ", Ida Moe reported", "Ida Moe", "Ida Moe"],
  ["Ida Moe rejected that claim.", "Ida Moe", "Ida Moe", null],
  ["Ida Moe claimed that it held.", "Ida Moe", "Ida Moe", "Ida Moe"],
  ["History says that it will fall.", "History", "History", null],
  [
    "Tarn History Club says that it will.",
    "Tarn History Club",
    "Tarn History Club",
    "Tarn History Club",
  ],
  // Of whom much is said elsewhere is another.
  ["Some leading officers said it fell.", "Some leading officers said", "Other officers", null],
  [
    "Leading officers said it fell.",
    "Leading officers said",
    "Leading officers",
    "Leading officers",
  ],
  [
    "The Tarn Attorney’s Office for Rhos said it fell.",
    "The Tarn Attorney’s Office for Rhos said",
    "Office for Rhos",
    null,
  ],
  // A channel's number is part of its name.
  [
    "The crane fell, HBR 4 Port Tarn said.",
    ", HBR 4 Port Tarn said",
    "Port Tarn",
    "HBR 4 Port Tarn",
  ],
])("%s (%s) is owned by: %s → %s", (text, tag, owner, expected) =>
  expect(settle(text, tag, owner)).toBe(expected));

test("who a pronoun in the tag means is sure only where the sentence before is owned by the same", () => {
  const text = "Letters went to Ida Moe and Ruta Vance, she said.";
  expect(settle(text, ", she said", "Ruta Vance", "Asha Quell")).toBeNull();
  expect(settle(text, ", she said", "Asha Quell", "Asha Quell")).toBe("Asha Quell");
});
