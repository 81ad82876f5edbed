import { expect, onTestFinished, test } from "vitest";
import { createClient } from "#edge/slack/client.ts";
import { editorsLookup } from "#edge/slack/editors.ts";
import { createLogInbox } from "#tests/fake/log.ts";
import { takeState } from "#tests/fake/state.ts";
import { commandEnvelope, commandPayload } from "./fake/envelopes.ts";
import { runService } from "./fake/service.ts";
import { startFakeSlack } from "./fake/slack.ts";

async function lookup(groups: readonly string[] = []) {
  const slack = await startFakeSlack();
  onTestFinished(() => slack.close());
  const { log, lines } = createLogInbox();
  const client = createClient("xoxb-good", { api: slack.api, timeout: 1_000, log });
  const isEditor = editorsLookup({ groups, log });
  const look = (user: string, channel: string | null) => isEditor({ client, user, channel });
  return { slack, lines, look };
}

test.each([
  ["an admin", "UA1", null, true],
  ["an admin who was deactivated", "UX1", null, false],
  ["anyone else", "U1", "C1", false],
  ["whoever made the channel", "UC1", "C1", true],
  ["whoever made it, in another", "UC1", null, false],
  ["a member of the editors' group", "UG1", null, true],
])("%s: editor", async (_, user, channel, expected) => {
  const { look } = await lookup(["S1"]);
  expect(await look(user, channel)).toBe(expected);
});

test("what cannot be looked up makes nobody an editor, and is logged", async () => {
  const { slack, look, lines } = await lookup(["S2"]);
  slack.script("users.info", { kind: "error", error: "missing_scope", needed: "users:read" });
  expect(await look("UA1", null)).toBe(false);
  const told = lines.all.filter(({ event }) => event === "slack editor not looked up");
  expect(told.map(({ fields }) => fields.says)).toEqual([
    expect.stringContaining("missing_scope (users:read)"),
    "no_such_subteam",
  ]);
});

test.each([
  ["pause", 1],
  ["help", 1],
  ["facts flood", 0],
  ["nothing of ours", 0],
])("who is an editor is looked up where it matters, each time: %s", async (text, looks) => {
  const { slack, states, askers } = await runService();
  await takeState(states, "ready");
  const ask = (trigger: string) =>
    slack.send(
      commandEnvelope(
        trigger,
        commandPayload({
          ...{ command: "/desk", text, trigger },
          responseUrl: slack.responseUrl("one"),
        }),
      ),
    );
  ask("t1");
  ask("t2");
  expect((await askers.take()).asker).toMatchObject({ id: "slack:U1", role: "reader" });
  await askers.take();
  expect(slack.arguments("users.info")).toHaveLength(2 * looks);
});
