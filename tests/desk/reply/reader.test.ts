import { describe, expect, test } from "vitest";
import type { Article } from "#core/article/article.ts";
import { plainMessage } from "#core/message/say.ts";
import { createFrontDesk } from "#desk/reply.ts";
import { textOf } from "#tests/message-text.ts";
import { sampleArticle, sampleBrief } from "#tests/samples.ts";
import { testClock, testStore } from "./fixture.ts";

async function setUp(...articles: readonly Partial<Article>[]) {
  const { archive } = await testStore();
  const clock = testClock("2026-05-08T06:20Z");
  for (const fields of articles) {
    const article = sampleArticle({ takenIn: clock.now(), ...fields });
    await archive.file(article, sampleBrief(article), []);
  }
  const desk = createFrontDesk({
    ...{ archive, clock, timeZone: "UTC" },
    channels: [
      {
        name: "front-page",
        nextSlot: () => Date.parse("2026-05-08T07:00Z"),
        latest: () => Promise.resolve(plainMessage("The latest edition")),
      },
      {
        name: "sport",
        nextSlot: () => Date.parse("2026-05-08T07:00Z"),
        latest: () => Promise.resolve(null),
      },
    ],
  });
  const line = async (text: string, channel: string | null = null) =>
    textOf(await desk.askLine(text, channel));
  return { desk, line };
}

const BRIDGE = { id: "a1", title: "Harbour bridge reopens" };
const FERRY = { id: "a2", title: "Ferry keeps its harbour berth", published: Date.UTC(2026, 4, 7) };

describe("an article", () => {
  test.each([
    ["brief a1", "Harbour bridge reopens"],
    ["brief harbour bridge", "Harbour bridge reopens"],
    ["brief", "Harbour bridge reopens"], // the newest
    ["quotes ferry", "“It held” Mira Solen"],
    ["facts bridge harbour", "The bridge reopened on Friday."],
    ["brief harbour", "Several articles fit “harbour”. Which one?"],
    ["brief zeppelin", "Nothing found for “zeppelin”"],
  ])("asked for by “%s” answers “%s”", async (question, expected) => {
    const { line } = await setUp(BRIDGE, FERRY);
    expect(await line(question)).toContain(expected);
  });

  test("under embargo answers nothing, by no way of asking", async () => {
    const instant = Date.parse("2026-05-09T00:01Z");
    const embargo = { kind: "until", instant, text: "0001" } as const;
    const { line, desk } = await setUp({ id: "secret1", title: "Minister resigns", embargo });
    for (const ask of [
      "brief",
      "brief secret1",
      "brief minister",
      "quotes secret1",
      "facts minister",
      "search minister",
    ]) {
      expect(await line(ask)).not.toContain("resigns");
    }
    expect(await desk.suggest("brief", "article", "min")).toEqual([]);
    expect(await desk.suggest("brief", "article", "")).toEqual([]);
  });
});

test("a search lists what it finds, and without words explains itself", async () => {
  const { line } = await setUp(BRIDGE, FERRY);
  expect(await line("search harbour")).toContain("2 articles for “harbour”");
  expect(await line("search")).toContain("For example: /search flood");
});

test.each([
  ["digest", null, "The latest edition"],
  [
    "digest sport",
    null,
    "No edition of sport has been posted yet. The next one is due Friday 8 May, 07:00.",
  ],
  ["digest", "sport", "No edition of sport"],
  ["digest #Front-Page", null, "The latest edition"],
  [
    "digest weather",
    null,
    "There is no channel “weather” in this newsroom. There are: front-page, sport.",
  ],
])("%s in %s answers “%s”", async (question, channel, expected) => {
  const { line } = await setUp();
  expect(await line(question, channel)).toContain(expected);
});

test("an empty archive says what to do", async () => {
  const { line } = await setUp();
  expect(await line("brief")).toContain("drop one into the watched folder");
});

test("suggestions are headlines, channels and commands, for options that have any", async () => {
  const { desk } = await setUp(BRIDGE, FERRY);
  expect(await desk.suggest("brief", "article", "harb bri")).toEqual([
    { label: "Harbour bridge reopens", value: "a1" },
  ]);
  expect(await desk.suggest("digest", "channel", "#Sp")).toEqual([
    { label: "sport", value: "sport" },
  ]);
  expect((await desk.suggest("help", "command", "/s")).map(({ value }) => value)).toEqual([
    "search",
  ]);
  expect(await desk.suggest("search", "words", "h")).toEqual([]);
});
