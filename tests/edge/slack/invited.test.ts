import { expect, test } from "vitest";
import type { Invitation } from "#desk/greeting.ts";
import { createInbox } from "#tests/fake/inbox.ts";
import { takeState } from "#tests/fake/state.ts";
import { eventEnvelope } from "./fake/envelopes.ts";
import { runService } from "./fake/service.ts";

const joined = (user: string, channel: string) => ({
  ...{ type: "member_joined_channel", user, channel, channel_type: "C", team: "T1" },
  event_ts: "5.1",
});

test("a channel that the bot is brought into is greeted, once for each invitation; who else joins is not", async () => {
  const invitations = createInbox<Invitation>();
  const greet = async (one: Invitation) => invitations.put(one);
  const { slack, states } = await runService({ greet });
  await takeState(states, "ready");
  slack.send(eventEnvelope("e1", "Ev1", joined("U1", "C1")));
  slack.send(eventEnvelope("e2", "Ev2", joined("U99", "C2")));
  slack.send(eventEnvelope("e3", "Ev2", joined("U99", "C2")));
  slack.send(eventEnvelope("e4", "Ev3", joined("U99", "C1")));
  expect(await invitations.take()).toEqual({ platform: "slack", address: "C2", place: "C2" });
  expect(await invitations.take()).toEqual({ platform: "slack", address: "C1", place: "C1" });
  expect(invitations.all).toHaveLength(2);
});

test("a greeting that fails is told to the log, and nothing else stops", async () => {
  const greet = async () => {
    throw new RangeError("the disk is full");
  };
  const { slack, states, lines, asked } = await runService({ greet });
  await takeState(states, "ready");
  slack.send(eventEnvelope("e1", "Ev1", joined("U99", "C1")));
  const mention = { type: "app_mention", user: "U1", text: "<@U99> flood", channel: "C1" };
  slack.send(eventEnvelope("e2", "Ev2", { ...mention, ts: "5.2", event_ts: "5.2" }));
  await asked.take();
  await expect
    .poll(() => lines.all)
    .toContainEqual(expect.objectContaining({ event: "slack channel not greeted" }));
});
