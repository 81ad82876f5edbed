import { expect, test } from "vitest";
import type { Message } from "#core/message/message.ts";
import { searchAnswer } from "#core/reply/search-answer.ts";
import { withSlips } from "#core/reply/slip-answer.ts";
import { ANYTHING } from "#core/reply/sought.ts";
import { DISCORD_BUDGET } from "#edge/discord/render.ts";
import { SLACK_BUDGET } from "#edge/slack/render.ts";
import { asked } from "#tests/asked.ts";
import { sampleFiled } from "#tests/samples.ts";

const POST =
  "https://discord.com/channels/123456789012345678/123456789012345678/123456789012345678";

/** A page of a search in which everything is as long as it is in a newsroom, under a slip. */
function longestSearch(): Message {
  const all = Array.from({ length: 8 }, (_, index) =>
    sampleFiled({
      ...{
        id: `a${index}`,
        title: `Harbour bridge reopens ${"after its repairs ".repeat(3)}${index}`,
      },
      body: `${"The harbour bridge is open again to all lorries ".repeat(9)}.`,
      sourceUrl: `https://news.example/${"harbour-bridge-".repeat(4)}${index}`,
    }),
  );
  const posted = new Map(
    all.map(({ article }) => [article.id, { channel: "front-page", url: POST }]),
  );
  const options = { words: "hrabour brigde" };
  const answer = searchAnswer(all, {
    ...{
      asked: asked(),
      about: "“harbour bridge”",
      timeZone: "UTC",
      now: 0,
      size: 8,
      total: 99,
      posted,
    },
    page: { command: "search", options, number: 5, more: true },
    sought: { ...ANYTHING, words: ["harbour", "bridge"] },
  });
  return withSlips(answer, [{ typed: "hrabour", meant: "harbour" }], {
    command: "search",
    options,
  });
}

test.each([
  ["a page of a search", longestSearch()],
])("%s is one message on both platforms", (_, message) => {
  expect(DISCORD_BUDGET.fits(message)).toBe(true);
  expect(SLACK_BUDGET.fits(message)).toBe(true);
});
