import { expect, onTestFinished, test } from "vitest";
import { plainMessage } from "#core/message/say.ts";
import { createClient } from "#edge/slack/client.ts";
import { createCourier } from "#edge/slack/courier.ts";
import { SCOPES } from "#edge/slack/scopes.ts";
import { failureOf } from "#tests/delivery-failure.ts";
import { createLogInbox } from "#tests/fake/log.ts";
import type { Fault } from "./fake/faults.ts";
import { NO_PACE } from "./fake/service.ts";
import { ALL_SCOPES, startFakeSlack } from "./fake/slack.ts";

const PLAIN = plainMessage("The harbour bridge reopens on Monday.");

async function setUp(scopes = ALL_SCOPES) {
  const slack = await startFakeSlack({ scopes });
  onTestFinished(() => slack.close());
  slack.addChannel("C4");
  const { log, lines } = createLogInbox();
  const client = createClient("xoxb-good", { api: slack.api, timeout: 500, log });
  /** As a process has it that has just begun. */
  const begin = () =>
    createCourier({ client, workspace: () => "https://desk.slack.com/", pace: NO_PACE, log });
  const digest = (name: string, address = "C1") => {
    return { address, message: { ...PLAIN, latest: name }, key: `k${name}p1`, again: false };
  };
  const told = () => lines.all.filter(({ event }) => event === "slack bookmarks not kept");
  const kept = (channel = "C1") =>
    slack.bookmarks.filter((one) => one.channel_id === channel).map(({ title }) => title);
  return { slack, begin, digest, told, kept };
}

test("a channel has one bookmark, by the name of its latest digest, which leads there, also after a restart", async () => {
  const { slack, begin, digest, kept, told } = await setUp();
  const courier = begin();
  await courier.post(digest("Morning"));
  await expect.poll(() => kept()).toEqual(["Morning"]);
  await courier.post({ ...digest("Flash"), message: PLAIN });
  const noon = await courier.post(digest("Noon"));
  await expect.poll(() => kept()).toEqual(["Noon"]);
  expect(slack.bookmarks[0]).toMatchObject({ link: noon.url, emoji: ":newspaper:" });
  await courier.post(digest("Other", "C4"));
  await expect.poll(() => kept("C4")).toEqual(["Other"]);
  await begin().post(digest("Evening"));
  await expect.poll(() => kept()).toEqual(["Evening"]);
  expect(told()).toEqual([]);
});

test.each<[string, Fault]>([
  ["the reply to it was lost", { kind: "reply-lost" }],
  ["it was refused", { kind: "error", error: "fatal_error" }],
])("where %s, the post stands, and the next digest leaves one", async (_, fault) => {
  const { slack, begin, digest, kept, told } = await setUp();
  slack.script("bookmarks.add", fault);
  const courier = begin();
  await courier.post(digest("Morning"));
  await expect.poll(() => told()).toHaveLength(1);
  await courier.post(digest("Noon"));
  await expect.poll(() => kept()).toEqual(["Noon"]);
});

test("a delivery that comes late takes the bookmark not back, and people's own are left alone", async () => {
  const { slack, begin, digest, kept } = await setUp();
  const courier = begin();
  const morning = digest("Morning");
  slack.script("chat.postMessage", { kind: "reply-lost" });
  await failureOf(courier.post(morning));
  await courier.post(digest("Noon"));
  await expect.poll(() => kept()).toEqual(["Noon"]);
  await courier.post({ ...morning, again: true });
  await courier.post(digest("Other", "C4"));
  await expect.poll(() => kept("C4")).toEqual(["Other"]);
  expect(kept()).toEqual(["Noon"]);
});

test("where the scopes are not granted, posts go on, nothing is asked, and the log says so once", async () => {
  const { slack, begin, digest, told } = await setUp(SCOPES.map(({ scope }) => scope).join(","));
  const courier = begin();
  await courier.post(digest("Morning"));
  await courier.post(digest("Noon"));
  expect(slack.posted).toHaveLength(2);
  expect(slack.arguments("bookmarks.list")).toEqual([]);
  expect(told().map(({ fields }) => fields.says)).toEqual([
    "bookmarks:write, bookmarks:read not granted",
  ]);
});

test("a Slack that asks to wait is waited for, and no post with it", async () => {
  const { slack, begin, digest, kept } = await setUp();
  slack.script("bookmarks.list", { kind: "status", status: 429, retryAfter: 1 });
  const courier = begin();
  await courier.post(digest("Morning"));
  await courier.post(digest("Noon"));
  expect(slack.posted).toHaveLength(2);
  await expect.poll(() => kept(), { timeout: 5_000 }).toEqual(["Noon"]);
});
