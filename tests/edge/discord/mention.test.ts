import { afterAll, beforeAll, expect, test } from "vitest";
import { takeState } from "#tests/fake/state.ts";
import { refusal } from "./fake/fault.ts";
import { run } from "./fake/service.ts";
import { startTwin, type Twin } from "./fake/twin.ts";

let twin: Twin;
beforeAll(async () => {
  twin = await startTwin();
});
afterAll(() => twin.discord.stop());

const OPENS = /^POST \/users\/@me\/channels$/u;

/** What is said in a channel, and what becomes of it. */
async function listening() {
  const running = await run(twin);
  await takeState(running.states, "ready");
  const own = `<@${twin.discord.botUserId}>`;
  const say = (content: string) =>
    twin.discord.channel(running.channel).user(twin.reader).sendMessage({ content });
  return { ...running, own, say };
}

test("a mention is handed on as it was typed, and answered by direct message", async () => {
  const { own, say, typed, line, channel } = await listening();
  const direct = await twin.newChannel();
  line.script(OPENS, { kind: "reply", status: 200, body: { id: direct } });
  await say(`${own} what happened in <#12345> the harbour?`);
  expect(await typed.take()).toBe("what happened in the harbour? in front-page");
  const posts = () =>
    line.calls.filter(({ route }) => /^POST \/channels\/\d+\/messages$/u.test(route));
  await expect.poll(posts, { timeout: 5_000 }).toHaveLength(1);
  const [post] = posts();
  expect(post?.route).toBe(`POST /channels/${direct}/messages`);
  expect(channel).not.toBe(direct);
  expect(post?.body).toMatchObject({ allowed_mentions: { parse: [] }, enforce_nonce: true });
});

test("what is not said to it is none of its business", async () => {
  const { own, say, typed } = await listening();
  await say("storm in the harbour");
  await say("<@1234> storm");
  await say(`${own.replace("@", "@!")} the last one`);
  expect(await typed.take()).toBe("the last one in front-page");
  expect(typed.all).toHaveLength(1);
});

test("whoever takes no direct messages is told in the channel how to ask, and nothing of the answer", async () => {
  const { own, say, line, channel } = await listening();
  line.script(OPENS, refusal(403, 50007));
  await say(`${own} storm`);
  const posts = () =>
    line.calls.filter(({ route }) => route === `POST /channels/${channel}/messages`);
  await expect.poll(posts, { timeout: 5_000 }).toHaveLength(1);
  expect(JSON.stringify(posts()[0]?.body)).toContain("you take none from here");
  expect(posts()[0]?.body).toMatchObject({ allowed_mentions: { parse: [] } });
});
