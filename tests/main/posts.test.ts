import { expect, onTestFinished, test } from "vitest";
import { startFakeSlack } from "#tests/edge/slack/fake/slack.ts";
import { newDesk } from "./bot.ts";

const PIER = `Pier at Sandholm shuts for the winter

SANDHOLM, May 8 (Tarn Wire) – The pier at Sandholm shut for the winter on Friday, the council said.

“It was the best season for years,” said Mira Solen, the harbour master.
`;
const CONFIG = `timeZone: UTC
adminChannel: { slack: C0009 }
channels:
  - name: front-page
    schedule: "0 8 * * *"
    slack: C0001
`;

async function botOnSlack() {
  const slack = await startFakeSlack();
  onTestFinished(() => slack.close());
  slack.addChannel("C0009");
  const desk = newDesk(CONFIG);
  desk.write("pier.txt", PIER);
  const start = () => desk.start({ env: { SLACK_BOT_TOKEN: slack.token, SLACK_API: slack.api } });
  const inChannel = (channel: string) =>
    slack.posted.filter((one) => one.channel === channel).map((one) => JSON.stringify(one));
  return { slack, start, inChannel };
}

/** Asks on the page, as an editor. */
async function ask(url: string, line: string): Promise<string> {
  const response = await fetch(`${url}/api/ask`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: url },
    body: JSON.stringify({ line, channel: null, face: "paper" }),
  });
  return response.text();
}

test("a post that is held and released by the bot at work is as it was, in the channel and on the page", async () => {
  const { slack, start, inChannel } = await botOnSlack();
  const bot = start();
  const [url = ""] = await bot.printed(/http:\/\/127\.0\.0\.1:\d+/u);
  await bot.printed(/Posted to Slack/u);
  const [before] = inChannel("C0001");
  expect(before).toContain("More");
  expect(await ask(url, "/hold pier sandholm")).toContain("Held: “Pier at Sandholm shuts");
  await expect.poll(() => inChannel("C0001").length, { timeout: 12_000 }).toBe(2);
  const [held, word] = inChannel("C0001");
  for (const text of [held, word]) expect(text).toMatch(/WITHHELD \d\d:\d\d UTC – do not use/u);
  expect(held).not.toContain("More");
  expect(await ask(url, "/release pier sandholm")).toContain("Released: “Pier at Sandholm shuts");
  await expect.poll(() => inChannel("C0001").length, { timeout: 12_000 }).toBe(3);
  expect(inChannel("C0001")[0]).toBe(before);
  expect(inChannel("C0001")[2]).toMatch(/RELEASED \d\d:\d\d UTC – may be used again/u);
  expect(slack.posted.filter(({ channel }) => channel === "C0009")).toEqual([]);
  const page = await (await fetch(`${url}/api/channels/front-page/editions?face=paper`)).text();
  expect(page).toContain("RELEASED");
  expect(page.match(/The pier at Sandholm shut/gu)).toHaveLength(1);
  expect(await bot.stop()).toBe(0);
});

test("a channel that refuses the bot is told to the admins at once, by its name, and when it works again", async () => {
  const { slack, start, inChannel } = await botOnSlack();
  slack.script("chat.postMessage", { kind: "error", error: "is_archived" });
  const bot = start();
  await bot.printed(/front-page on Slack \(C0001\): .*is_archived: unarchive the channel/u);
  await expect.poll(() => inChannel("C0009").length, { timeout: 12_000 }).toBe(1);
  expect(inChannel("C0009")[0]).toMatch(/front-page on Slack \(C0001\).*is_archived/u);
  await bot.printed(/front-page on Slack \(C0001\): it works again/u);
  await expect.poll(() => inChannel("C0009").length, { timeout: 12_000 }).toBe(2);
  expect(inChannel("C0009")[1]).toContain("it works again");
  expect(inChannel("C0001")).toHaveLength(1);
  expect(await bot.stop()).toBe(0);
});

test("where the admins' channel itself refuses, the terminal and the page say so", async () => {
  const { slack, start } = await botOnSlack();
  const refusal = { kind: "error", error: "channel_not_found" } as const;
  slack.script("chat.postMessage", ...Array.from({ length: 20 }, () => refusal));
  const bot = start();
  const [url = ""] = await bot.printed(/http:\/\/127\.0\.0\.1:\d+/u);
  await bot.printed(/The admins’ channel on Slack \(C0009\): .*channel_not_found/u);
  const desk = await (await fetch(`${url}/api/desk`)).text();
  expect(desk).toContain("The admins’ channel on Slack (C0009): ");
  expect(await bot.stop()).toBe(0);
});

test("a run that posts in the end what was put off at first has not failed", async () => {
  const slack = await startFakeSlack();
  onTestFinished(() => slack.close());
  slack.addChannel("C0002");
  const channel = (address: string) =>
    `  - { name: desk-${address.toLowerCase()}, schedule: "0 8 * * *", slack: ${address} }\n`;
  const desk = newDesk(`timeZone: UTC\nchannels:\n${channel("C0001")}${channel("C0002")}`);
  desk.write("pier.txt", PIER);
  const later = Promise.withResolvers<void>();
  slack.script(
    "chat.postMessage",
    { kind: "wait", until: later.promise },
    { kind: "status", status: 429, retryAfter: 1 },
  );
  const env = { SLACK_BOT_TOKEN: slack.token, SLACK_API: slack.api };
  const run = desk.run(["start", "--once"], { env });
  await expect.poll(() => slack.posted.length, { timeout: 30_000 }).toBe(1);
  later.resolve();
  const { code, err } = await run;
  expect(err).toContain("tried again in 1 s");
  expect([code, slack.posted.length]).toEqual([0, 2]);
}, 60_000);
