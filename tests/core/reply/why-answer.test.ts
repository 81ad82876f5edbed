import { describe, expect, test } from "vitest";
import type { Article } from "#core/article/article.ts";
import { heldSpans, type Traced, whyAnswer } from "#core/reply/why-answer.ts";
import { textOf } from "#tests/message-text.ts";
import { sampleArticle } from "#tests/samples.ts";

const NOW = Date.UTC(2026, 4, 8, 6, 20);
const BRIDGE: Traced = {
  ...{ path: "wire/bridge.txt", headline: "Harbour bridge reopens", state: null, timeZone: "UTC" },
  steps: [
    { at: NOW, stage: "taken-in", rule: "It was read as text" },
    { at: NOW, stage: "told", rule: "AFP told it" },
    { at: NOW, stage: "posted", rule: "On Slack" },
  ],
  channels: [
    { channel: "front-page", carried: true, rule: "" },
    { channel: "sport", carried: false, rule: "Its section is local" },
  ],
  page: { command: "why", options: { article: "a1" }, number: 1 },
};

describe("what became of a file", () => {
  test("is told by its headline, stage by stage, in words", () => {
    expect(textOf(whyAnswer(BRIDGE))).toBe(
      [
        "What became of “Harbour bridge reopens”",
        "wire/bridge.txt",
        "8 May, 06:20 · Taken in · It was read as text",
        "8 May, 06:20 · Told by another report · AFP told it",
        "8 May, 06:20 · Posted · On Slack",
        "Channels",
        "front-page · orders it",
        "sport · Its section is local",
        "",
      ].join("\n"),
    );
  });

  test("that became no article, or several, is told by its path", () => {
    expect(textOf(whyAnswer({ ...BRIDGE, headline: null }))).toMatch(
      /^What became of wire\/bridge\.txt\n8 May/u,
    );
  });

  test("is told ten lines at a time, the latest first", () => {
    const steps = Array.from({ length: 23 }, (_, at) => ({
      at,
      stage: "held",
      rule: `rule ${at}.`,
    }));
    const on = (number: number) =>
      textOf(whyAnswer({ ...BRIDGE, steps, page: { ...BRIDGE.page, number } }));
    expect(on(1)).toMatch(/rule 13\.[\s\S]*rule 22\./u);
    expect(on(1)).not.toContain("rule 12.");
    expect(on(1)).toContain("[Next page → why article:a1 page:2]");
    expect(on(2)).toMatch(/rule 3\.[\s\S]*rule 12\./u);
    expect(on(2)).not.toContain("orders it");
    expect(on(3)).toMatch(/rule 0\.[\s\S]*rule 2\./u);
    expect(on(3)).not.toContain("Next page");
  });
});

const AT = Date.UTC(2026, 4, 8, 23, 1);

test.each<[string, Partial<Article>, string | null]>([
  ["that may be shown", {}, null],
  [
    "under embargo",
    { embargo: { kind: "until", instant: AT, text: "EMBARGOED UNTIL 0001" } },
    "Held back: embargo until Saturday 9 May, 00:01 (Under embargo until 2026-05-08 23:01 UTC, by “EMBARGOED UNTIL 0001”)",
  ],
  ["whose embargo is over", { embargo: { kind: "until", instant: NOW, text: "noon" } }, null],
  [
    "that is withheld",
    { status: "withheld" },
    "Held back: Withheld until a version comes that may be used",
  ],
  ["that its publisher killed", { status: "killed" }, "Killed: Its publisher has withdrawn it"],
  [
    "that an editor killed",
    { decision: { kind: "kill", by: "Ana", at: NOW } },
    "Killed by Ana until an editor releases it",
  ],
  [
    "that an editor holds",
    { decision: { kind: "hold", by: "Ana", at: NOW } },
    "Held back by Ana until an editor releases it",
  ],
])("of an article %s the state is said in the newsroom's time", (_, changes, said) => {
  const spans = heldSpans(sampleArticle(changes), NOW, "Europe/London");
  expect(spans?.map(({ text }) => text).join("") ?? null).toBe(said);
});
