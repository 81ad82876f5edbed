import { expect, onTestFinished, test } from "vitest";
import type { ChatService } from "#desk/port/chat-service.ts";
import { SCOPES } from "#edge/slack/scopes.ts";
import { createSlack } from "#edge/slack/service.ts";
import { idleDesk } from "#tests/fake/front-desk.ts";
import { createLogInbox } from "#tests/fake/log.ts";
import { QUICK } from "./fake/service.ts";
import { ALL_SCOPES, type FakeSlack, startFakeSlack } from "./fake/slack.ts";

async function setUp(
  options: { scopes?: string; appToken?: string | null } = {},
): Promise<{ slack: FakeSlack; service: ChatService }> {
  const slack = await startFakeSlack({ scopes: options.scopes ?? ALL_SCOPES });
  onTestFinished(() => slack.close());
  const service = createSlack({
    botToken: "xoxb-good",
    appToken: options.appToken === undefined ? "xapp-good" : options.appToken,
    signingSecret: null,
    httpPort: null,
    frontDesk: idleDesk,
    log: createLogInbox().log,
    channelOf: () => null,
    places: () => [],
    api: slack.api,
    timing: QUICK,
  });
  return { slack, service };
}

test("doctor finds all in order, and posts nothing", async () => {
  const { slack, service } = await setUp();
  expect(await service.check(["C1"])).toEqual([
    { subject: "Slack bot token", ok: true, says: "it is copydesk in Desk" },
    { subject: "Slack scopes", ok: true, says: "all are granted" },
    { subject: "Slack commands", ok: true, says: "they come by Socket Mode" },
    { subject: "Slack channel C1", ok: true, says: "the bot is in #name-C1" },
  ]);
  expect(slack.posted).toEqual([]);
});

test.each([
  ["C2", "the bot is not in #name-C2: invite it there: /invite @Copydesk"],
  ["C3", "#name-C3 is archived: unarchive it"],
  ["C9", "channel_not_found: check the channel's id"],
])("doctor names the mend of channel %s", async (address, says) => {
  const { service } = await setUp();
  const finding = (await service.check([address])).at(-1);
  expect(finding).toMatchObject({ subject: `Slack channel ${address}`, ok: false });
  expect(finding?.says).toContain(says);
});

test("doctor names the scopes that are missing, and what each is for", async () => {
  const { service } = await setUp({ scopes: "chat:write,commands,channels:read,groups:read" });
  const finding = (await service.check([])).find(({ subject }) => subject === "Slack scopes");
  expect(finding?.ok).toBe(false);
  expect(finding?.says).toContain("channels:history (after a lost reply");
  expect(finding?.says).not.toContain("chat:write");
});

test("doctor says what the app goes without where it may keep no bookmarks, and that is no fault", async () => {
  const { service } = await setUp({ scopes: SCOPES.map(({ scope }) => scope).join(",") });
  const finding = (await service.check([])).find(({ subject }) => subject === "Slack scopes");
  expect(finding).toMatchObject({
    ok: true,
    says: expect.stringContaining("without bookmarks:write"),
  });
});

test("doctor stops at a token that is not taken", async () => {
  const { slack, service } = await setUp();
  slack.token = "xoxb-other";
  const findings = await service.check(["C1"]);
  expect(findings).toHaveLength(1);
  expect(findings[0]?.says).toContain("invalid_auth: copy the bot token anew");
});

test("doctor names the mend of a bad app token, and of none", async () => {
  const { slack, service } = await setUp();
  slack.script("apps.connections.open", { kind: "error", error: "not_allowed_token_type" });
  expect((await service.check([]))[2]?.says).toContain(
    "make a token with the scope connections:write",
  );
  const without = await setUp({ appToken: null });
  expect((await without.service.check([]))[2]).toMatchObject({ ok: false });
});

test.each([
  ["S1", true, "the bot is in"],
  ["S2", false, "names a user group (S2) that the workspace does not have"],
])("doctor looks for the user group %s that flashes mention", async (flashMention, ok, says) => {
  const { service } = await setUp();
  const finding = (await service.check(["C1"], () => [{ flashMention }])).at(-1);
  expect(finding).toMatchObject({ subject: "Slack channel C1", ok });
  expect(finding?.says).toContain(says);
});
