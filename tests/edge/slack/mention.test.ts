import { expect, test } from "vitest";
import { takeState } from "#tests/fake/state.ts";
import { clickEnvelope, eventEnvelope, homeClickPayload } from "./fake/envelopes.ts";
import { runService } from "./fake/service.ts";

test.each([
  ["<@U99> flood in the harbour?", "flood in the harbour? in front-page"],
  ["hello <@U99>: &lt;storm&gt;", "hello : <storm> in front-page"],
  ["<@U99>", " in front-page"],
])("a mention is handed on as it was typed: %s", async (text, expected) => {
  const { slack, states, asked } = await runService();
  await takeState(states, "ready");
  const event = {
    type: "app_mention",
    user: "U1",
    text,
    ts: "5.1",
    channel: "C1",
    event_ts: "5.1",
  };
  slack.send(eventEnvelope("e1", "Ev1", event));
  slack.send(eventEnvelope("e2", "Ev1", event));
  expect(await asked.take()).toBe(expected);
  await expect.poll(() => slack.arguments("chat.postEphemeral")).toHaveLength(1);
  expect(slack.arguments("chat.postEphemeral")[0]).toMatchObject({ channel: "C1", user: "U1" });
  expect(asked.all).toHaveLength(1);
});

test("a mention in a thread is answered in it", async () => {
  const { slack, states } = await runService();
  await takeState(states, "ready");
  const event = { type: "app_mention", user: "U1", text: "<@U99> flood", channel: "C1" };
  slack.send(eventEnvelope("e1", "Ev1", { ...event, ts: "6.2", thread_ts: "5.1" }));
  await expect
    .poll(() => slack.arguments("chat.postEphemeral"))
    .toMatchObject([{ thread_ts: "5.1" }]);
});

test.each([
  ["quotes solen", "quotes solen in null"],
  ["/brief bridge", "brief bridge in null"],
  ["what about the bridge?", "what about the bridge? in null"],
])("a direct message is answered by direct message: %s", async (text, expected) => {
  const { slack, states, asked } = await runService();
  slack.addChannel("DU1");
  await takeState(states, "ready");
  const event = {
    type: "message",
    channel_type: "im",
    user: "U1",
    text,
    ts: "5.1",
    channel: "DU1",
  };
  slack.send(eventEnvelope("e1", "Ev1", event));
  expect(await asked.take()).toBe(expected);
  await expect.poll(() => slack.posted).toMatchObject([{ channel: "DU1" }]);
});

test("its own messages, and messages that were edited, are nothing that it is asked", async () => {
  const { slack, states, asked } = await runService();
  await takeState(states, "ready");
  const event = { type: "message", channel_type: "im", text: "brief", ts: "5.1", channel: "DU1" };
  slack.send(eventEnvelope("e1", "Ev1", { ...event, user: "U99", bot_id: "B1" }));
  slack.send(eventEnvelope("e2", "Ev2", { ...event, subtype: "message_changed" }));
  slack.send(eventEnvelope("e3", "Ev3", { ...event, user: "U1", text: "facts" }));
  expect(await asked.take()).toBe("facts in null");
  expect(asked.all).toHaveLength(1);
});

test("whoever opens its home sees their own", async () => {
  const { slack, states } = await runService();
  await takeState(states, "ready");
  const event = { type: "app_home_opened", user: "U1", channel: "DU1", tab: "home", event_ts: "1" };
  slack.send(eventEnvelope("e1", "Ev1", event));
  await expect.poll(() => slack.arguments("views.publish")).toHaveLength(1);
  const [call] = slack.arguments("views.publish");
  expect(call?.user_id).toBe("U1");
  expect(call?.view).toContain("The home of slack:U1");
});

test("a click at home is answered by direct message, and the home is shown anew", async () => {
  const { slack, states, asked } = await runService();
  slack.addChannel("DU1");
  await takeState(states, "ready");
  slack.send(clickEnvelope("e1", homeClickPayload("digest me at:08:00", "t1")));
  expect(await asked.take()).toBe("digest me at:08:00 in null");
  await expect.poll(() => slack.posted).toMatchObject([{ channel: "DU1" }]);
  await expect.poll(() => slack.arguments("views.publish")).toHaveLength(1);
});
