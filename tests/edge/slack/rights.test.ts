import { expect, onTestFinished, test } from "vitest";
import { type NamedRoles, NOBODY_NAMED } from "#core/access/role.ts";
import { createClient } from "#edge/slack/client.ts";
import { rightsLookup } from "#edge/slack/rights.ts";
import { createLogInbox } from "#tests/fake/log.ts";
import { takeState } from "#tests/fake/state.ts";
import { commandEnvelope, commandPayload } from "./fake/envelopes.ts";
import { runService } from "./fake/service.ts";
import { startFakeSlack } from "./fake/slack.ts";

async function lookup(groups: readonly string[] = [], named: NamedRoles = NOBODY_NAMED) {
  const slack = await startFakeSlack();
  onTestFinished(() => slack.close());
  const { log, lines } = createLogInbox();
  const client = createClient("xoxb-good", { api: slack.api, timeout: 1_000, log });
  const channelsIn = (team: string) => (team === "T2" ? ["desk-two"] : []);
  const rightsOf = rightsLookup({ groups, named, channelsIn, log });
  const look = (who: string, channel: string | null, workspace: string | null = null) =>
    rightsOf({
      ...{ client, workspace, who },
      channel: channel === null ? null : { name: "front-page", id: channel },
    });
  return { slack, lines, look };
}

const SURE = { unsure: false };

test.each([
  ["an admin", "UA1", null, { role: "admin" }],
  ["an admin who was deactivated", "UX1", null, { role: "reader" }],
  ["an admin of another workspace, in a shared channel", "UF1", null, { role: "reader" }],
  ["a bot", "UB1", null, { role: "reader" }],
  ["anyone else", "U1", "C1", { role: "reader" }],
  ["whoever made the channel", "UC1", "C1", { role: "reader", edits: ["front-page"] }],
  ["whoever made it, in another", "UC1", null, { role: "reader" }],
  ["a member of the editors' group", "UG1", null, { role: "editor" }],
  // Of a further workspace: its admins, and whoever made a channel there. Our groups are none of its groups.
  [
    "an admin of a further workspace",
    "T2/UA1",
    null,
    { role: "reader", edits: ["desk-two"], runsPlace: true },
  ],
  ["whoever made a channel there", "T2/UC1", "C1", { role: "reader", edits: ["front-page"] }],
  ["a member of such a group there", "T2/UG1", null, { role: "reader" }],
])("%s: what they may do", async (_, who, channel, expected) => {
  const { look } = await lookup(["S1"]);
  expect(await look(who, channel, who.startsWith("T2/") ? null : "T1")).toMatchObject({
    ...expected,
    ...SURE,
  });
});

test.each<[string, NamedRoles, string, string]>([
  ["a person", { editors: ["U1"], admins: null }, "U1", "editor"],
  ["another person", { editors: ["U1"], admins: null }, "U2", "reader"],
  ["a group", { editors: ["S1"], admins: null }, "UG1", "editor"],
  ["editors, who are not its admins", { editors: ["U1"], admins: null }, "UA1", "admin"],
  ["admins, who are not its own", { editors: null, admins: ["U1"] }, "UA1", "editor"],
  ["admins", { editors: null, admins: ["U1"] }, "U1", "admin"],
  ["both, and none of them its admins", { editors: ["U1"], admins: ["U2"] }, "UA1", "reader"],
  ["nobody at all", { editors: [], admins: [] }, "UA1", "reader"],
  ["somebody who was deactivated", { editors: null, admins: ["UX1"] }, "UX1", "reader"],
  ["somebody of a further workspace", { editors: ["T2/U1"], admins: null }, "T2/U1", "editor"],
  ["their namesake here", { editors: ["T2/U1"], admins: null }, "U1", "reader"],
  ["a group of a further workspace", { editors: ["T2/S1"], admins: null }, "T2/UG1", "editor"],
  ["a group here, and they are there", { editors: ["S1"], admins: null }, "T2/UG1", "reader"],
])("the config names %s", async (_, named, who, role) => {
  const { look } = await lookup([], named);
  expect((await look(who, null)).role).toBe(role);
});

test("the groups of .env count beside those whom the config names", async () => {
  const { look, slack } = await lookup(["S1"], { editors: ["U1", "S1"], admins: ["S1"] });
  expect([(await look("U1", null)).role, (await look("UG1", null)).role]).toEqual([
    "editor",
    "admin",
  ]);
  // Each group is asked for once a look.
  expect(slack.arguments("usergroups.users.list")).toHaveLength(2);
});

test("what cannot be looked up makes nobody more than a reader, and is logged", async () => {
  const { slack, look, lines } = await lookup(["S2"]);
  slack.script("users.info", { kind: "error", error: "missing_scope", needed: "users:read" });
  expect(await look("UA1", null)).toEqual({ role: "reader", unsure: true, standing: "gone" });
  const told = lines.all.filter(({ event }) => event === "slack editor not looked up");
  expect(told.map(({ fields }) => fields.says)).toEqual([
    expect.stringContaining("missing_scope (users:read)"),
    "no_such_subteam",
  ]);
});

test("what somebody may do is told apart from a question, and nothing where it cannot be told", async () => {
  const { slack, service, states } = await runService({ editors: ["S1"] });
  await takeState(states, "ready");
  const roles = ["UA1", "UG1", "U1"].map((user) => service.roleOf(user));
  expect(await Promise.all(roles)).toMatchObject([
    { role: "admin" },
    { role: "editor" },
    { role: "reader", whereabouts: { kind: "own", isDirect: true } },
  ]);
  // Deactivated, of another workspace, a bot, nobody at all.
  for (const user of ["UX1", "UF1", "UB1", "UN1"]) expect(await service.roleOf(user)).toBe("gone");
  // Guests are of the outside world, and still there.
  const guest = { role: "reader", whereabouts: { kind: "foreign" } };
  expect(await service.roleOf("UR1")).toEqual(guest);
  expect(await service.roleOf("UM1")).toEqual(guest);
  slack.script("users.info", { kind: "error", error: "ratelimited" });
  expect(await service.roleOf("UG1")).toBeNull();
  // Of a workspace in which it is not installed.
  expect(await service.roleOf("T9/U1")).toBeNull();
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

test("whoever made a channel, and is a guest by now, edits it no more", async () => {
  const { slack, look } = await lookup();
  slack.addChannel("C7", { creator: "UR1" });
  slack.addChannel("C8", { creator: "U1" });
  expect(await look("UR1", "C7")).not.toHaveProperty("edits");
  expect(await look("U1", "C8")).toMatchObject({ edits: ["front-page"] });
});

test("whom the config names, and who cannot be looked up, may have left", async () => {
  const { slack, look } = await lookup([], { editors: ["U1"], admins: ["U2"] });
  slack.script("users.info", { kind: "error", error: "ratelimited" });
  expect(await look("U2", null)).toMatchObject({ role: "reader", unsure: true });
  expect(await look("U2", null)).toMatchObject({ role: "admin", unsure: false });
});
