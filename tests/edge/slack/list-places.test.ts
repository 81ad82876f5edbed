import { expect, onTestFinished, test } from "vitest";
import { createClient } from "#edge/slack/client.ts";
import { listPlaces } from "#edge/slack/list-places.ts";
import { silentLog } from "#tests/fake/log.ts";
import { startFakeSlack } from "./fake/slack.ts";

async function setUp(pageSize = 1) {
  const slack = await startFakeSlack({ pageSize });
  onTestFinished(() => slack.close());
  const client = createClient("xoxb-good", { api: slack.api, timeout: 1_000, log: silentLog });
  const home = { client, group: null, addressOf: (id: string) => id, isOurs: true };
  return { slack, home };
}

const IN = { group: null, groupId: "", readBy: "own", isForum: false, missing: null };

test("channels are listed page by page, those that the bot is in first, and none that is archived", async () => {
  const { slack, home } = await setUp();
  slack.addChannel("C0");
  const { places, isCut } = await listPlaces([home]);
  expect(places).toEqual([
    { ...IN, address: "C0", name: "#name-C0" },
    { ...IN, address: "C0001", name: "#name-C0001" },
    { ...IN, address: "C1", name: "#name-C1" },
    { ...IN, address: "C2", name: "#name-C2", missing: "invite the bot there: /invite @Copydesk" },
  ]);
  expect(isCut).toBe(false);
  expect(slack.arguments("conversations.list")[0]).toMatchObject({
    ...{ types: "public_channel,private_channel", exclude_archived: "true" },
  });
});

test("a workspace with very many of them is not asked more often than Slack allows", async () => {
  const { slack, home } = await setUp();
  for (let number = 10; number < 30; number += 1) slack.addChannel(`C${number}`);
  const { places, isCut } = await listPlaces([home]);
  expect([places.length, isCut, slack.arguments("conversations.list").length]).toEqual([
    8,
    true,
    8,
  ]);
});

test("another workspace's channels have its id before their own, and are foreign where it is not the newsroom's", async () => {
  const { home } = await setUp(100);
  const other = { ...home, group: "T2", addressOf: (id: string) => `T2/${id}`, isOurs: false };
  const { places } = await listPlaces([home, other]);
  expect(places.map(({ address, groupId, readBy }) => [address, groupId, readBy])).toEqual([
    ["C0001", "", "own"],
    ["C1", "", "own"],
    ["C2", "", "own"],
    ["T2/C0001", "T2", "foreign"],
    ["T2/C1", "T2", "foreign"],
    ["T2/C2", "T2", "foreign"],
  ]);
});

test.each([
  ["nobody else", {}, "own"],
  ["another company", { is_shared: true, is_ext_shared: true }, "shared"],
  ["a company that is invited only yet", { is_pending_ext_shared: true }, "shared"],
  ["the other workspaces of an organization", { is_shared: true, is_org_shared: true }, "own"],
  ["both", { is_shared: true, is_org_shared: true, is_ext_shared: true }, "shared"],
  ["somebody, and nobody says whom", { is_shared: true }, "shared"],
])("whose people read in a channel that is shared with %s", async (_, fields, readBy) => {
  const { slack, home } = await setUp(100);
  slack.addChannel("C7", fields);
  const { places } = await listPlaces([home]);
  expect(places.find(({ address }) => address === "C7")?.readBy).toBe(readBy);
});

test("why they cannot be listed is said in Slack's words, with the mend", async () => {
  const { slack, home } = await setUp();
  slack.script("conversations.list", {
    kind: "error",
    error: "missing_scope",
    needed: "groups:read",
  });
  await expect(listPlaces([home])).rejects.toMatchObject({
    name: "ListError",
    message: expect.stringMatching(/missing_scope \(groups:read\): add the scope/u),
  });
});
