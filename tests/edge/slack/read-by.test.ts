import { expect, onTestFinished, test } from "vitest";
import { createClient } from "#edge/slack/client.ts";
import { readBy } from "#edge/slack/read-by.ts";
import { silentLog } from "#tests/fake/log.ts";
import { type FakeSlack, startFakeSlack } from "./fake/slack.ts";

async function setUp(says: Parameters<FakeSlack["addChannel"]>[1]) {
  const slack = await startFakeSlack({});
  onTestFinished(() => slack.close());
  slack.addChannel("C1", says);
  return createClient("xoxb-good", { api: slack.api, timeout: 1_000, log: silentLog });
}

test.each([
  ["own", {}],
  ["own", { is_shared: false, is_ext_shared: false, is_pending_ext_shared: false }],
  ["own", { is_shared: true, is_org_shared: true }], // within one organization
  ["outside", { is_shared: true, is_ext_shared: true }],
  ["outside", { is_pending_ext_shared: true }],
  ["outside", { is_shared: true }], // and nobody says how
])("a channel is read by %s where Slack says %j", async (expected, says) => {
  expect(await readBy(await setUp(says), "C1")).toBe(expected);
});

test("of a channel that Slack does not show nobody can tell", async () => {
  const slack = await startFakeSlack({});
  onTestFinished(() => slack.close());
  const client = createClient("xoxb-good", { api: slack.api, timeout: 1_000, log: silentLog });
  await expect(readBy(client, "C404")).rejects.toThrow("channel_not_found");
});
