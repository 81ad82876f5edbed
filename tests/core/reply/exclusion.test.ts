import { describe, expect, test } from "vitest";
import { readQuestion } from "#core/reply/question.ts";
import type { Named, NameKind } from "#core/reply/sought.ts";

const KNOWN: readonly Named[] = (
  [
    ["Marna", "place"],
    ["Velsk", "place"],
    ["Ida Moe", "speaker"],
    ["Moe", "speaker"],
  ] as readonly (readonly [string, NameKind])[]
).map(([phrase, kind]) => ({ phrase, kind }));

const said = (question: string) => {
  const { command, options } = readQuestion(question, KNOWN);
  return { command, ...options };
};

describe("what is not wanted", () => {
  test.each([
    ["give me everything on grain that isn't about Marna", "grain -Marna"],
    ["grain but not about Marna", "grain -Marna"],
    ["grain, which is not about the storm", "grain -storm"],
    ["grain other than the storm", "grain -storm"],
    ["grain except for Ida Moe", 'grain -"Ida Moe"'],
    ["grain excluding football", "grain -football"],
    ["cricket, not the women's team", "cricket -women"],
    ["cricket, no football please", "cricket -football"],
    ["petrol in town not Marna", "petrol town -Marna"],
    ["a deal on grain without Marna", "deal grain -Marna"],
    ["grain apart from the port strike, since Monday", 'grain -"port strike"'],
  ])("%s", (question, words) => {
    expect(said(question)).toMatchObject({ command: "search", words });
  });

  test("with nothing that is wanted it is the news without it", () => {
    const topic = "NOT (port strike)";
    expect(said("anything but the port strike please")).toEqual({
      command: "digest",
      edition: "now",
      topic,
    });
    expect(said("give me all news that isn't about the port strike")).toMatchObject({ topic });
    expect(said("show me everything except the port strike")).toMatchObject({ topic });
  });

  test("of quotes what they are about", () => {
    expect(said("what did Moe say about grain, but not about Marna")).toMatchObject({
      command: "quotes",
      speaker: "Moe",
      about: "grain -Marna",
    });
  });

  test("a time behind it is wanted", () => {
    const { since, words } = said("grain but not Marna since 1 May 2026") as Record<string, string>;
    expect(words).toBe("grain -Marna");
    expect(since).toBeDefined();
  });

  // Each of these has a "not" or a "but" that leaves nothing out.
  test.each([
    ["why did Moe not resign", "resign"],
    ["why the minister did not resign", "minister resign"],
    ["talks were anything but easy", "talks easy"],
    ["minister not guilty", "minister guilty"],
    ["last but not least", "least"],
    ["no confidence vote", "confidence vote"],
    ["a town without water", "town water"],
    ["is it not about grain", "grain"],
  ])("nothing, in: %s", (question, words) => {
    const { words: own = "", about = "" } = said(question) as Record<string, string>;
    expect(`${own}${about}`).not.toContain("-");
    for (const word of words.split(" ")) expect(`${own} ${about}`).toContain(word);
  });
});
