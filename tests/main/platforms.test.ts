import { expect, onTestFinished, test } from "vitest";
import { openLine } from "#tests/edge/discord/fake/line.ts";
import { startTwin, TOKEN } from "#tests/edge/discord/fake/twin.ts";
import { startFakeSlack } from "#tests/edge/slack/fake/slack.ts";
import { newDesk } from "./bot.ts";

const BRIDGE = `Bridge reopens after six years

TARNMOUTH, May 8 (Tarn Wire) – The harbour bridge reopened on Friday after six years of work.

“It held from the first hour, <!channel> @everyone,” said Mira Solen, the chief engineer.
`;

test("one edition reaches Slack, Discord and the page; a restart posts nothing twice, a wrong token stops no other", async () => {
  const slack = await startFakeSlack();
  onTestFinished(() => slack.close());
  const twin = await startTwin();
  const line = await openLine(twin);
  onTestFinished(async () => {
    await line.close();
    await twin.discord.stop();
  });
  const discordChannel = await twin.newChannel();
  const desk = newDesk(`timeZone: UTC
channels:
  - name: front-page
    schedule: "0 8 * * *"
    slack: C0001
    discord: "${discordChannel}"
`);
  desk.write("bridge.txt", BRIDGE);
  const env = { SLACK_BOT_TOKEN: slack.token, SLACK_API: slack.api, DISCORD_API: line.api };
  const posted = async () => ({
    slack: slack.posted.length,
    discord: (await line.read(discordChannel)).length,
  });

  // Discord's token is wrong at first: Slack and the page go on.
  const first = await desk.run(["start", "--once"], {
    env: { ...env, DISCORD_TOKEN: "wrong".repeat(15) },
  });
  expect(first.out).toContain("Posted to Slack");
  expect(first.err).toContain("Discord");
  expect(first.code).toBe(1);
  expect(await posted()).toEqual({ slack: 1, discord: 0 });

  // With the right one the edition that waited arrives, and only that one.
  const bot = desk.start({ env: { ...env, DISCORD_TOKEN: TOKEN } });
  await bot.printed(/Discord: connected as/);
  await bot.printed(/Posted to Discord/);
  expect(await bot.stop()).toBe(0);
  expect(await posted()).toEqual({ slack: 1, discord: 1 });

  const again = await desk.run(["start", "--once"], { env: { ...env, DISCORD_TOKEN: TOKEN } });
  expect(again.code).toBe(0);
  expect(await posted()).toEqual({ slack: 1, discord: 1 });
  expect((await line.read(discordChannel)).flatMap(({ mentions }) => mentions)).toEqual([]);
});
