import { afterAll, beforeAll, expect, test } from "vitest";
import type { Message } from "#core/message/message.ts";
import { plainMessage, section } from "#core/message/say.ts";
import { takeState } from "#tests/fake/state.ts";
import { type Fault, refusal } from "./fake/fault.ts";
import { answerIn, logged, run } from "./fake/service.ts";
import { startTwin, type Twin } from "./fake/twin.ts";

let twin: Twin;
beforeAll(async () => {
  twin = await startTwin();
});
afterAll(() => twin.discord.stop());

const CALLBACK = /^POST \/interactions\//;
const EDIT = /^PATCH \/webhooks\//;
const FOLLOW_UP = /^POST \/webhooks\//;

test("a slash command is answered to the asker alone, with its options", async () => {
  const { states, channel, questions, line } = await run(twin);
  await takeState(states, "ready");
  const { id } = await twin.discord
    .channel(channel)
    .user(twin.reader)
    .runSlashCommand({ name: "quotes", options: [{ name: "about", type: 3, value: "bridge" }] });
  expect(await questions.take()).toMatchObject({
    command: "quotes",
    options: { about: "bridge" },
    channel: "front-page",
    asker: { id: `discord:${twin.reader}` },
    place: { platform: "discord", address: channel },
  });
  expect(await answerIn(twin, channel)).toContain("The answer.");
  const [deferral] = line.calls.filter(({ route }) => route.includes(`/interactions/${id}/`));
  expect(deferral?.body).toEqual({ type: 5, data: { flags: 64 } });
  const [edit] = line.calls.filter(({ route }) => route.startsWith("PATCH /webhooks/"));
  expect(edit?.body).toMatchObject({ allowed_mentions: { parse: [] } });
});

test("a command is acknowledged before the desk has its answer", async () => {
  const answer = Promise.withResolvers<Message>();
  const { states, channel } = await run(twin, { answer: () => answer.promise });
  await takeState(states, "ready");
  const place = twin.discord.channel(channel);
  const { id } = await place.user(twin.reader).runSlashCommand({ name: "help" });
  const { type } = await place.waitForInteractionAck({ interactionId: id });
  expect(type).toBe(5);
  expect(await place.getMessages()).toEqual([]);
  answer.resolve(plainMessage("The answer."));
  expect(await answerIn(twin, channel)).toContain("The answer.");
});

test("an answer of several parts goes on below, for the asker alone", async () => {
  const long = { summary: "", sections: Array.from({ length: 3 }, () => section(WORDS)) };
  const { states, channel, line } = await run(twin, { answer: async () => long });
  await takeState(states, "ready");
  await twin.discord.channel(channel).user(twin.reader).runSlashCommand({ name: "brief" });
  await expect.poll(() => line.calls.filter(({ route }) => FOLLOW_UP.test(route))).toHaveLength(2);
  for (const { body } of line.calls.filter(({ route }) => FOLLOW_UP.test(route))) {
    expect(body).toMatchObject({ flags: (1 << 15) | 64, allowed_mentions: { parse: [] } });
  }
});

const WORDS = { kind: "paragraph", spans: [{ text: "word ".repeat(500) }] } as const;

test("a button of a posted message asks its line", async () => {
  const { service, states, channel, typed, line } = await run(twin);
  await takeState(states, "ready");
  const button = { kind: "ask", label: "Details", ask: "brief a1" } as const;
  const message = {
    summary: "",
    sections: [section({ kind: "buttons", buttons: [button, button] })],
  };
  const parcel = { address: channel, message, key: "k1p1", again: false };
  const { messageId } = await service.courier.post(parcel);
  const reader = twin.discord.channel(channel).user(twin.reader);
  await reader.clickButton({ messageId, customId: "ask:brief a1" });
  expect(await typed.take()).toBe("brief a1 in front-page");
  await reader.clickButton({ messageId, customId: "ask2:brief a1" });
  expect(await typed.take()).toBe("brief a1 in front-page");
  // A new message for the asker alone: the posted one stays as it is.
  const callbacks = line.calls.filter(({ route }) => CALLBACK.test(route));
  expect(callbacks.map(({ body }) => body)).toEqual([
    { type: 5, data: { flags: 64 } },
    { type: 5, data: { flags: 64 } },
  ]);
});

test("an autocomplete offers what the desk suggests, within Discord's limits", async () => {
  const { states, channel } = await run(twin);
  await takeState(states, "ready");
  const { id } = await twin.discord.simulateInteraction({
    type: 4,
    channelId: channel,
    userId: twin.reader,
    data: {
      id: "1",
      name: "brief",
      type: 1,
      options: [{ name: "article", type: 3, value: "bri", focused: true }],
    },
  });
  const place = twin.discord.channel(channel);
  const { type } = await place.waitForInteractionAck({ interactionId: id });
  expect(type).toBe(8);
  const response = await place.getInteractionResponse(id);
  const { choices } = JSON.parse(response?.data ?? "{}");
  expect(choices).toEqual([
    { name: expect.stringMatching(/^brief article bri long .{1,80}…$/), value: "a1" },
  ]);
  expect(choices[0].name.length).toBeLessThanOrEqual(100);
});

test("a failing desk is told to the asker with a trace that the log knows", async () => {
  const { states, channel, lines } = await run(twin, {
    answer: async () => {
      throw new TypeError("the store is on fire");
    },
  });
  await takeState(states, "ready");
  await twin.discord.channel(channel).user(twin.reader).runSlashCommand({ name: "help" });
  const said = await answerIn(twin, channel);
  const failed = lines.all.find(({ event }) => event === "discord answer failed");
  expect(failed?.fields).toMatchObject({ says: "the store is on fire" });
  expect(said).toContain(`Trace ${failed?.fields.trace}`);
  expect(said).not.toContain("fire");
});

test.each<[string, Fault, string]>([
  ["someone else has answered", refusal(400, 40060), "someone else answers it"],
  ["has expired", refusal(404, 10062), "It is refused. (10062)"],
])("a command that %s is logged, and the next one answered", async (_, fault, says) => {
  const { line, states, channel, questions, lines } = await run(twin);
  await takeState(states, "ready");
  const reader = twin.discord.channel(channel).user(twin.reader);
  line.script(CALLBACK, fault);
  await reader.runSlashCommand({ name: "help" });
  await logged(lines, "discord interaction not taken", { says });
  await reader.runSlashCommand({ name: "brief" });
  expect(await questions.take()).toMatchObject({ command: "brief" });
  expect(questions.all).toHaveLength(1);
});

test.each<[string, Fault]>([
  ["before the work", { kind: "reset" }],
  ["after the work", { kind: "reply-lost" }],
])("an acknowledgement that is lost %s is made again", async (_, fault) => {
  const { line, states, channel } = await run(twin);
  await takeState(states, "ready");
  line.script(CALLBACK, fault);
  await twin.discord.channel(channel).user(twin.reader).runSlashCommand({ name: "help" });
  expect(await answerIn(twin, channel)).toContain("The answer.");
});

test("an answer whose reply is lost is edited once more, and stands once", async () => {
  const { line, states, channel } = await run(twin);
  await takeState(states, "ready");
  line.script(EDIT, { kind: "reply-lost" });
  await twin.discord.channel(channel).user(twin.reader).runSlashCommand({ name: "help" });
  await expect.poll(() => line.calls.filter(({ route }) => EDIT.test(route))).toHaveLength(2);
  expect(await answerIn(twin, channel)).toContain("The answer.");
  expect(await twin.discord.channel(channel).getMessages()).toHaveLength(1);
});

test("an answer after fifteen minutes is logged, and nothing else is tried", async () => {
  const { line, states, channel, lines } = await run(twin);
  await takeState(states, "ready");
  line.script(EDIT, refusal(401, 50027));
  await twin.discord.channel(channel).user(twin.reader).runSlashCommand({ name: "help" });
  await logged(lines, "discord answer too late", {});
  expect(line.calls.filter(({ route }) => EDIT.test(route))).toHaveLength(1);
});

test("an answer that Discord refuses is told to the asker, without its text in the log", async () => {
  const { line, states, channel, lines } = await run(twin);
  await takeState(states, "ready");
  line.script(EDIT, refusal(400, 50035));
  await twin.discord.channel(channel).user(twin.reader).runSlashCommand({ name: "help" });
  expect(await answerIn(twin, channel)).toContain("That did not work");
  expect(JSON.stringify(lines.all)).not.toMatch(/The answer|test-interaction-token/);
});

test("an interaction that the gateway brings twice is answered once", async () => {
  const { states, channel, questions, lines, line } = await run(twin);
  await takeState(states, "ready");
  line.repeatInteractions = true;
  await twin.discord.channel(channel).user(twin.reader).runSlashCommand({ name: "help" });
  await logged(lines, "discord repetition", {});
  expect(await answerIn(twin, channel)).toContain("The answer.");
  expect(questions.all).toHaveLength(1);
  expect(line.calls.filter(({ route }) => CALLBACK.test(route))).toHaveLength(1);
});
