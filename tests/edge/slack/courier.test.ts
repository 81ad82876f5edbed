import { expect, onTestFinished, test } from "vitest";
import { plainMessage } from "#core/message/say.ts";
import type { Courier } from "#core/outbox/courier.ts";
import { createClient } from "#edge/slack/client.ts";
import { createCourier } from "#edge/slack/courier.ts";
import { failureOf } from "#tests/delivery-failure.ts";
import { createLogInbox } from "#tests/fake/log.ts";
import type { Fault } from "./fake/faults.ts";
import { type FakeSlack, startFakeSlack } from "./fake/slack.ts";

const MESSAGE = plainMessage("The harbour bridge reopens on Monday.");
const PARCEL = { address: "C1", message: MESSAGE, key: "k1p0", again: false };

async function setUp(pace = 0): Promise<{ slack: FakeSlack; courier: Courier }> {
  const slack = await startFakeSlack();
  onTestFinished(() => slack.close());
  const { log } = createLogInbox();
  const client = createClient("xoxb-good", { api: slack.api, timeout: 300, log });
  const workspace = () => "https://desk.slack.com/";
  return { slack, courier: createCourier({ client, workspace, pace }) };
}

test("a post stands in the channel, and its receipt names it and links to it", async () => {
  const { slack, courier } = await setUp();
  const receipt = await courier.post(PARCEL);
  expect(receipt).toEqual({
    messageId: "1700000000.000100",
    url: "https://desk.slack.com/archives/C1/p1700000000000100",
  });
  expect(slack.posted).toMatchObject([
    { metadata: { event_type: "copydesk_delivery", event_payload: { key: "k1p0" } } },
  ]);
});

test.each<[string, Fault, "unreachable"]>([
  ["a connection reset before the work", { kind: "reset" }, "unreachable"],
  ["a reply lost after the work", { kind: "reply-lost" }, "unreachable"],
  ["a reply cut in the middle", { kind: "reply-cut" }, "unreachable"],
  ["a reply that never comes", { kind: "hang" }, "unreachable"],
  ["a page instead of a reply", { kind: "garbled" }, "unreachable"],
  ["HTTP 500", { kind: "status", status: 500 }, "unreachable"],
  ["HTTP 502", { kind: "status", status: 502 }, "unreachable"],
  ["Slack's fatal_error", { kind: "error", error: "fatal_error" }, "unreachable"],
])("after %s, the next attempt leaves one message", async (_, fault, code) => {
  const { slack, courier } = await setUp();
  slack.script("chat.postMessage", fault);
  expect((await failureOf(courier.post(PARCEL))).code).toBe(code);
  const receipt = await courier.post({ ...PARCEL, again: true });
  expect(slack.posted.map(({ ts }) => ts)).toEqual([receipt.messageId]);
});

test("the SDK does not post again by itself", async () => {
  const { slack, courier } = await setUp();
  slack.script("chat.postMessage", { kind: "reply-lost" });
  await failureOf(courier.post(PARCEL));
  expect(slack.calls.all.filter((method) => method === "chat.postMessage")).toHaveLength(1);
});

test("a message that stands several pages back is found; another key is not it", async () => {
  const { slack, courier } = await setUp();
  const { messageId } = await courier.post(PARCEL);
  for (const key of ["k1p1", "k1p2", "k1p3", "k1p4"]) await courier.post({ ...PARCEL, key });
  expect((await courier.post({ ...PARCEL, again: true })).messageId).toBe(messageId);
  expect(slack.posted).toHaveLength(5);
  await courier.post({ ...PARCEL, key: "k1p5", again: true });
  expect(slack.posted).toHaveLength(6);
});

test.each<[string, Fault]>([
  ["an outage", { kind: "status", status: 503 }],
  ["a missing scope", { kind: "error", error: "missing_scope", needed: "channels:history" }],
  ["a rate limit", { kind: "status", status: 429, retryAfter: 7 }],
])("as long as %s hides the channel, nothing is posted again", async (_, fault) => {
  const { slack, courier } = await setUp();
  slack.script("conversations.history", fault);
  const error = await failureOf(courier.post({ ...PARCEL, again: true }));
  expect(error.code).toBe("unreachable");
  expect(error.retryAfter).toBe("retryAfter" in fault ? 7_000 : null);
  expect(slack.posted).toEqual([]);
});

test("a rate limit is told with the wait that Slack asks for", async () => {
  const { slack, courier } = await setUp();
  slack.script("chat.postMessage", { kind: "status", status: 429, retryAfter: 3 });
  expect(await failureOf(courier.post(PARCEL))).toMatchObject({
    code: "rate-limited",
    retryAfter: 3_000,
  });
});

test.each([
  ["not_in_channel", "invite the bot there: /invite @Copydesk"],
  ["channel_not_found", "check the channel's id in config/newsroom.yaml"],
  ["is_archived", "unarchive the channel"],
  ["invalid_auth", "copy the bot token anew"],
  ["token_revoked", "install the app again"],
  ["msg_blocks_too_long", "lower “most”"],
  ["some_error_of_tomorrow", "some_error_of_tomorrow"],
])("%s is refused, with its mend", async (error, mend) => {
  const { slack, courier } = await setUp();
  slack.script("chat.postMessage", { kind: "error", error });
  const failure = await failureOf(courier.post(PARCEL));
  expect(failure.code).toBe("refused");
  expect(failure.message).toContain(error);
  expect(failure.message).toContain(mend);
});

test("a missing scope is named", async () => {
  const { slack, courier } = await setUp();
  slack.script("chat.postMessage", { kind: "error", error: "missing_scope", needed: "chat:write" });
  expect((await failureOf(courier.post(PARCEL))).message).toContain("missing_scope (chat:write)");
});

test("a channel that has just had a post waits; another one does not", async () => {
  const { courier, slack } = await setUp(300);
  await courier.post(PARCEL);
  await Promise.all([
    courier.post({ ...PARCEL, key: "k1p1" }),
    courier.post({ ...PARCEL, key: "k1p2" }),
    courier.post({ ...PARCEL, address: "C2", key: "k2p0" }),
  ]);
  const keys = slack.posted.map(({ metadata }) => metadata.event_payload.key);
  expect(keys).toEqual(["k1p0", "k2p0", "k1p1", "k1p2"]);
});
