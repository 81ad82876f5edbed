import { expect, onTestFinished, test, vi } from "vitest";
import type { Message } from "#core/message/message.ts";
import { plainMessage } from "#core/message/say.ts";
import type { Courier, DeliveryErrorCode } from "#core/outbox/courier.ts";
import { createClient } from "#edge/slack/client.ts";
import { createCourier } from "#edge/slack/courier.ts";
import type { PaceOptions } from "#edge/slack/pace.ts";
import { failureOf } from "#tests/delivery-failure.ts";
import { createLogInbox } from "#tests/fake/log.ts";
import type { Fault } from "./fake/faults.ts";
import { NO_PACE } from "./fake/service.ts";
import { type FakeSlack, startFakeSlack } from "./fake/slack.ts";

const MESSAGE = plainMessage("The harbour bridge reopens on Monday.");
const PARCEL = { address: "C1", message: MESSAGE, key: "k1p0", again: false };

async function setUp(
  pace: Partial<PaceOptions> = {},
  timeout = 300,
): Promise<{ slack: FakeSlack; courier: Courier }> {
  const slack = await startFakeSlack();
  onTestFinished(() => slack.close());
  const { log } = createLogInbox();
  const client = createClient("xoxb-good", { api: slack.api, timeout, log });
  const workspace = () => "https://desk.slack.com/";
  return { slack, courier: createCourier({ client, workspace, pace: { ...NO_PACE, ...pace } }) };
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

test("the user group that a message mentions stands in its post, and in no edit of it", async () => {
  const { slack, courier } = await setUp();
  const parcel = { ...PARCEL, message: { ...MESSAGE, mention: "S0001" } };
  const receipt = await courier.post(parcel);
  const call = { type: "section", text: { type: "mrkdwn", text: "<!subteam^S0001>" } };
  const [posted] = slack.posted;
  expect(posted?.blocks).toMatchObject([call, {}]);
  expect(posted?.text).not.toContain("S0001");
  await courier.edit({ ...parcel, key: "e1", target: { ...receipt, key: PARCEL.key } });
  expect(JSON.stringify(slack.posted)).not.toContain("S0001");
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

test("once another process may post, nothing is sent, and what is on its way is given up", async () => {
  const slack = await startFakeSlack();
  onTestFinished(() => slack.close());
  const { log } = createLogInbox();
  const ours = new AbortController();
  const client = createClient("xoxb-good", {
    ...{ api: slack.api, timeout: 60_000, log },
    whileOurs: () => ours.signal,
  });
  const courier = createCourier({ client, workspace: () => null, pace: NO_PACE });
  slack.script("chat.postMessage", { kind: "hang" });
  const hanging = failureOf(courier.post(PARCEL));
  expect(await slack.calls.take()).toBe("chat.postMessage");
  ours.abort();
  expect((await hanging).code).toBe("unreachable");
  const calls = slack.calls.all.length;
  expect((await failureOf(courier.post(PARCEL))).code).toBe("unreachable");
  expect(slack.calls.all).toHaveLength(calls);
});

test("the SDK does not post again by itself", async () => {
  const { slack, courier } = await setUp();
  slack.script("chat.postMessage", { kind: "reply-lost" });
  await failureOf(courier.post(PARCEL));
  expect(slack.calls.all.filter((method) => method === "chat.postMessage")).toHaveLength(1);
});

test.each([
  ["is right", 0],
  ["is days ahead", 5 * 24 * 3_600_000],
])("where our clock %s, a message several pages back is found; another key is not it", async (_, by) => {
  const { slack, courier } = await setUp();
  const { messageId } = await courier.post(PARCEL);
  for (const key of ["k1p1", "k1p2", "k1p3", "k1p4"]) await courier.post({ ...PARCEL, key });
  const { now } = Date;
  const clock = vi.spyOn(Date, "now").mockImplementation(() => now() + by);
  onTestFinished(() => clock.mockRestore());
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

test("while Slack asks to wait, no other channel is posted to either", async () => {
  const { slack, courier } = await setUp();
  slack.script("chat.postMessage", { kind: "status", status: 429, retryAfter: 30 });
  await failureOf(courier.post(PARCEL));
  const failure = await failureOf(courier.post({ ...PARCEL, address: "C2", key: "k2p0" }));
  expect(failure.code).toBe("rate-limited");
  expect(failure.retryAfter).toBeGreaterThan(29_000);
  expect(slack.calls.all.filter((method) => method === "chat.postMessage")).toHaveLength(1);
});

test.each([
  ["not_in_channel", "invite the bot there: /invite @Copydesk"],
  ["channel_not_found", "check the channel's id in config/newsroom.yaml"],
  ["is_archived", "unarchive the channel"],
  ["invalid_auth", "copy the bot token anew"],
  ["token_revoked", "install the app again"],
  ["msg_blocks_too_long", "lower “most”"],
  ["restricted_action_thread_only_channel", "choose a channel that takes messages outside threads"],
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
  const { courier, slack } = await setUp({ channel: 300 });
  await courier.post(PARCEL);
  await Promise.all([
    courier.post({ ...PARCEL, key: "k1p1" }),
    courier.post({ ...PARCEL, key: "k1p2" }),
    courier.post({ ...PARCEL, address: "C2", key: "k2p0" }),
  ]);
  const keys = slack.posted.map(({ metadata }) => metadata.event_payload.key);
  expect(keys).toEqual(["k1p0", "k2p0", "k1p1", "k1p2"]);
});

test.each<[string, DeliveryErrorCode, string]>([
  ["message_not_found", "gone", "was deleted"],
  ["cant_update_message", "refused", "the app that posted it"],
  ["edit_window_closed", "refused", "Message Editing"],
  ["is_archived", "refused", "unarchive the channel"],
  ["not_in_channel", "refused", "/invite @Copydesk"],
  ["ratelimited", "rate-limited", "asks to wait"],
  ["internal_error", "unreachable", "internal_error"],
])("an edit that Slack answers with %s is %s", async (error, code, says) => {
  const { slack, courier } = await setUp();
  const target = { ...(await courier.post(PARCEL)), key: "k1p0" };
  slack.script("chat.update", { kind: "error", error });
  const failure = await failureOf(courier.edit({ ...PARCEL, key: "e1p0", target }));
  expect(failure.code).toBe(code);
  expect(failure.message).toContain(says);
});

test("an edit keeps the key of its post, and lets Slack look for no names in it", async () => {
  const { slack, courier } = await setUp();
  const target = { ...(await courier.post(PARCEL)), key: "k1p0" };
  await courier.edit({ ...PARCEL, key: "e1p0", target });
  expect(slack.posted.map(({ metadata }) => metadata.event_payload.key)).toEqual(["k1p0"]);
  expect(slack.arguments("chat.update").at(-1)).toMatchObject({
    parse: "none",
    link_names: "false",
  });
});

test("a reply's receipt links into its thread; a reply to it stands in the same one", async () => {
  const { slack, courier } = await setUp();
  const target = { ...(await courier.post(PARCEL)), key: "k1p0" };
  const first = await courier.reply({ ...PARCEL, key: "r1p0", target });
  expect(first).toEqual({
    messageId: "1700000000.000100/1700000001.000100",
    url: "https://desk.slack.com/archives/C1/p1700000001000100?thread_ts=1700000000.000100&cid=C1",
  });
  const under = { ...first, key: "r1p0" };
  await courier.reply({ ...PARCEL, key: "r1p1", target: under });
  expect(slack.posted.map(({ thread }) => thread)).toEqual([
    null,
    ...Array(2).fill(target.messageId),
  ]);
  expect(slack.arguments("chat.postMessage").at(-1)).not.toHaveProperty("reply_broadcast");
});

test("a reply that stands several pages down its thread is found", async () => {
  const { slack, courier } = await setUp();
  const target = { ...(await courier.post(PARCEL)), key: "k1p0" };
  for (const key of ["r1p0", "r1p1", "r1p2", "r1p3", "r1p4"]) {
    await courier.reply({ ...PARCEL, key, target });
  }
  await courier.reply({ ...PARCEL, key: "r1p3", again: true, target });
  expect(slack.posted).toHaveLength(6);
});

test.each<[string, Fault]>([
  ["an outage", { kind: "status", status: 503 }],
  ["a missing scope", { kind: "error", error: "missing_scope", needed: "channels:history" }],
])("as long as %s hides the thread, nothing is said again", async (_, fault) => {
  const { slack, courier } = await setUp();
  const target = { ...(await courier.post(PARCEL)), key: "k1p0" };
  slack.script("conversations.replies", fault);
  const failure = await failureOf(courier.reply({ ...PARCEL, key: "r1", again: true, target }));
  expect(failure.code).toBe("unreachable");
  expect(slack.posted).toHaveLength(1);
});

test("two hundred channels that are due at once are drained within the limits", async () => {
  const pace = { channel: 110, posts: 10, edits: 12, looks: 12 };
  // Nothing here hangs: a busy machine may take its time.
  const { slack, courier } = await setUp(pace, 20_000);
  const addresses = Array.from({ length: 200 }, (_, index) => `C${1_000 + index}`);
  for (const address of addresses) slack.addChannel(address);
  // A hundredth of a second for a second. A busy machine lets the process stand still and then bunches its calls: the server takes
  // such bursts, but never all two hundred at once, and no more than the limit in the long run.
  slack.keepLimit({ method: "chat.postMessage", every: 9, burst: 150 });
  slack.keepLimit({ method: "chat.update", every: 11, burst: 150 });
  const carry = async (address: string, index: number) => {
    const parcel = { ...PARCEL, address, key: `d${index}` };
    const target = { ...(await courier.post(parcel)), key: parcel.key };
    await courier.reply({ ...parcel, key: `r${index}`, target });
    await courier.edit({ ...parcel, key: `e${index}`, target });
  };
  await Promise.all(addresses.map(carry));
  expect(slack.posted).toHaveLength(400);
  expect(slack.calls.all).not.toContain("refused");
}, 30_000);

const PICTURED: Message = {
  ...MESSAGE,
  sections: [
    ...MESSAGE.sections,
    {
      blocks: [
        { kind: "picture", url: "https://p.example/1.jpg", alt: "The bridge", credit: "Ana Field" },
      ],
    },
  ],
};

/** Whether each call of a method had a picture. */
function pictured(slack: FakeSlack, method: string): readonly boolean[] {
  return slack.arguments(method).map(({ blocks = "" }) => blocks.includes("image_url"));
}

test("a post whose picture Slack cannot fetch is posted without it, once", async () => {
  const { slack, courier } = await setUp();
  slack.script("chat.postMessage", { kind: "error", error: "invalid_blocks" });
  await courier.post({ ...PARCEL, message: PICTURED });
  expect(pictured(slack, "chat.postMessage")).toEqual([true, false]);
  expect(slack.posted).toHaveLength(1);
});

test("so is what is said in a thread, and an edit", async () => {
  const { slack, courier } = await setUp();
  const target = { ...(await courier.post(PARCEL)), key: PARCEL.key };
  const followUp = { ...PARCEL, message: PICTURED, key: "r1p0", target };
  slack.script("chat.update", { kind: "error", error: "invalid_blocks" });
  await courier.edit(followUp);
  expect(pictured(slack, "chat.update")).toEqual([true, false]);
  slack.script("chat.postMessage", { kind: "error", error: "invalid_blocks" });
  await courier.reply(followUp);
  expect(pictured(slack, "chat.postMessage")).toEqual([false, true, false]);
});

test.each([
  ["a refusal of the channel", "not_in_channel", PICTURED, 1],
  ["a message without pictures", "invalid_blocks", MESSAGE, 1],
])("%s is refused as before", async (_what, error, message, calls) => {
  const { slack, courier } = await setUp();
  slack.script("chat.postMessage", { kind: "error", error });
  expect((await failureOf(courier.post({ ...PARCEL, message }))).code).toBe("refused");
  expect(slack.arguments("chat.postMessage")).toHaveLength(calls);
});

test("what Slack refuses without its pictures too is refused", async () => {
  const { slack, courier } = await setUp();
  const fault = { kind: "error", error: "invalid_blocks" } as const;
  slack.script("chat.postMessage", fault, fault);
  const failure = await failureOf(courier.post({ ...PARCEL, message: PICTURED }));
  expect(failure.code).toBe("refused");
  expect(slack.posted).toEqual([]);
});

test("a picture that Slack waits for too long is left out of the next attempt", async () => {
  const { slack, courier } = await setUp();
  slack.script("chat.postMessage", { kind: "status", status: 500 });
  await failureOf(courier.post({ ...PARCEL, message: PICTURED }));
  await courier.post({ ...PARCEL, message: PICTURED, again: true });
  expect(pictured(slack, "chat.postMessage")).toEqual([true, false]);
});
