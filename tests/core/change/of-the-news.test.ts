import { describe, expect, test } from "vitest";
import { isOfTheNews } from "#core/change/of-the-news.ts";
import type { Entity } from "#core/speech/mention.ts";

const MOE = { name: "Ida Moe", kind: "person" } as Entity;
const HEADLINE = "Two shot at the harbour";

describe("what befell somebody", () => {
  test.each([
    "Ida Moe was shot at the harbour.",
    "Ida Moe, a baker, was charged on Friday.",
    "Tomas Reyl and Ida Moe were killed at the harbour.",
    "Police arrested Ida Moe on Friday.",
  ])("makes the news theirs: %s", (sentence) => {
    expect(isOfTheNews(MOE, sentence, HEADLINE)).toBe(true);
  });

  test.each([
    ["of whom others are told", "Two guards of the deputy for Lund East, Ida Moe, were killed."],
    ["of whom others are told by nearness", "Two guards of Ida Moe were killed."],
    ["with whom somebody is at odds", "Senator Reyl, at odds with Governor Ida Moe, is charged."],
    ["with whom somebody quarrels", "Reyl, who has a running battle with Ida Moe is charged."],
    ["by whom somebody was sent", "The men sent by Mayor Ida Moe are wounded."],
  ])("is not that of one %s: %s", (_who, sentence) => {
    expect(isOfTheNews(MOE, sentence, HEADLINE)).toBe(false);
  });
});
