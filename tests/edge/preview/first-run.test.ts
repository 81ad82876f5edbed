import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { NOBODY_NAMED } from "#core/access/role.ts";
import { createFirstRun } from "#desk/setup/first-run.ts";
import { readOther } from "#edge/config/env.ts";
import { envFile } from "#edge/config/write-env.ts";
import { createPreview } from "#edge/preview/service.ts";
import { SLACK } from "#edge/slack/platform.ts";
import { NO_LOG, NOBODY, NOWHERE } from "#main/nobody.ts";
import { testClock, testStore } from "../../desk/fixture.ts";
import { startFakeSlack } from "../slack/fake/slack.ts";
import { createNewsroom } from "./newsroom.ts";
import { send } from "./send.ts";

/** A page on which Slack can be set up against a fake one. */
async function setUp(scopes?: string) {
  const slack = await startFakeSlack(scopes === undefined ? {} : { scopes });
  const folder = await mkdtemp(join(tmpdir(), "copydesk-first-"));
  for (const name of ["SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "SLACK_CLIENT_ID"])
    vi.stubEnv(name, "");
  vi.stubEnv("SLACK_API", slack.api);
  const store = await testStore();
  const path = join(folder, ".env");
  const firstRun = createFirstRun({
    platforms: [
      {
        ...{ name: "slack", isSet: false, guide: async () => (await SLACK.guide?.()) ?? NO_GUIDE },
        async trial(values) {
          const read = readOther(SLACK, values);
          if (!("connect" in read)) {
            const faults = read.map(({ variable, says }) => ({ option: variable, text: says }));
            return { ok: false, faults };
          }
          const parts = { frontDesk: NOBODY, installations: NOWHERE, log: NO_LOG };
          const nobodys = { channelOf: () => null, places: () => [], named: NOBODY_NAMED };
          const service = await read.connect?.({ ...parts, ...nobodys });
          return service === undefined ? { ok: false, faults: [] } : { ok: true, service };
        },
      },
    ],
    ...{ envFile: envFile(path, {}), orders: store.orders, clock: testClock("2026-11-30T12:00Z") },
    services: () => [],
  });
  const newsroom = createNewsroom();
  const preview = createPreview({ port: 0, ...newsroom, firstRun });
  const { url } = await preview.start();
  onTestFinished(async () => {
    vi.unstubAllEnvs();
    await preview.stop();
    await slack.close();
    await rm(folder, { recursive: true, force: true });
  });
  const post = (at: string, body: unknown) =>
    send(`${url}/api/setup/${at}`, {
      ...{ method: "POST", headers: { "content-type": "application/json" } },
      body: JSON.stringify(body),
    });
  const token = (values: Readonly<Record<string, string>>) =>
    post("token", { platform: "slack", values });
  const written = () => readFile(path, "utf8").catch(() => null);
  return { slack, store, url, post, token, written, log: newsroom.log };
}

const NO_GUIDE = { steps: [], asks: [] };

test("a newcomer is told each step, with what is pasted, and what is asked for", async () => {
  const { url } = await setUp();
  const { json } = await send(`${url}/api/setup/guides`);
  expect(json).toMatchObject([
    {
      ...{ name: "slack", label: "Slack", state: "not-set" },
      asks: [{ variable: "SLACK_BOT_TOKEN" }, { variable: "SLACK_APP_TOKEN" }],
    },
  ]);
  expect(JSON.stringify(json)).toContain("socket_mode_enabled: true");
});

test("tokens that Slack takes are written, with what the app lacks, and told to nobody again", async () => {
  const { token, written, store, url, slack } = await setUp("chat:write,commands");
  const got = await token({ SLACK_BOT_TOKEN: " xoxb-good ", SLACK_APP_TOKEN: "xapp-good" });
  expect(got.json).toMatchObject({
    ...{ kind: "checked", written: true, says: expect.stringContaining("start it again") },
    findings: [
      { subject: "Slack bot token", ok: true, says: "it is copydesk in Desk" },
      { subject: "Slack scopes", ok: false, says: expect.stringContaining("channels:history (") },
      { subject: "Slack commands", ok: true },
    ],
  });
  expect(await written()).toBe("SLACK_BOT_TOKEN=xoxb-good\nSLACK_APP_TOKEN=xapp-good\n");
  const guides = await send(`${url}/api/setup/guides`);
  expect(guides.json).toMatchObject([{ state: "waits" }]);
  for (const text of [got.text, guides.text, JSON.stringify(await store.orders.audit(0, 0, 9))])
    expect(text).not.toMatch(/xoxb-good|xapp-good/u);
  expect((await store.orders.audit(0, 0, 9))[0]?.did).toMatch(
    /^set SLACK_BOT_TOKEN and SLACK_APP_TOKEN in /u,
  );
  expect(slack.posted).toEqual([]);
});

test.each([
  ["one that Slack does not take", { SLACK_BOT_TOKEN: "xoxb-other" }, "invalid_auth"],
  [
    "an app token that is none",
    { SLACK_BOT_TOKEN: "xoxb-good", SLACK_APP_TOKEN: "xapp-other" },
    "SLACK_APP_TOKEN is not taken",
  ],
])("%s is not written", async (_, values, says) => {
  const { token, written, store } = await setUp();
  const { json, text } = await token(values);
  expect(json).toMatchObject({ kind: "checked", written: false });
  expect(text).toContain(says);
  expect(text).not.toMatch(/xoxb-other|xapp-other/u);
  expect(await written()).toBeNull();
  expect(await store.orders.audit(0, 0, 9)).toEqual([]);
});

test.each([
  ["nothing", {}, "SLACK_BOT_TOKEN", /must be filled in/u],
  ["another kind of token", { SLACK_BOT_TOKEN: "xapp-1" }, "SLACK_BOT_TOKEN", /start with xoxb-/u],
])("%s is said at its field, and asked of nobody", async (_, values, option, says) => {
  const { token, written, slack } = await setUp();
  expect((await token(values)).json).toEqual({
    ...{ kind: "faults", faults: [{ option, text: expect.stringMatching(says) }] },
  });
  expect(await written()).toBeNull();
  expect(slack.sent("auth.test")).toEqual([]);
});

test("a variable that the guide does not ask for is left alone", async () => {
  const { token, written } = await setUp();
  await token({ SLACK_BOT_TOKEN: "xoxb-good", COPYDESK_DATA: "elsewhere" });
  expect(await written()).toBe("SLACK_BOT_TOKEN=xoxb-good\n");
});

test("a channel is tried by one plain sentence, on the button alone, and what is missing is said", async () => {
  const { token, post, slack, store } = await setUp();
  const tryPost = (address: string) => post("test", { platform: "slack", address });
  expect(await tryPost("C1")).toMatchObject({ status: 409 });
  await token({ SLACK_BOT_TOKEN: "xoxb-good" });
  expect((await tryPost("C1")).json).toMatchObject({
    findings: [
      { ok: true, says: "the bot is in #name-C1" },
      { ok: true, says: "“Copydesk can post here.” stands there" },
    ],
  });
  expect(slack.arguments("chat.postMessage")).toMatchObject([
    { channel: "C1", text: "Copydesk can post here." },
  ]);
  expect((await store.orders.audit(0, 0, 1))[0]?.did).toBe("posted a test message to Slack C1");
  slack.script("chat.postMessage", { kind: "error", error: "not_in_channel" });
  expect((await tryPost("C2")).json).toMatchObject({
    findings: [
      { ok: false, says: expect.stringContaining("/invite @Copydesk") },
      { ok: false, says: expect.stringContaining("/invite @Copydesk") },
    ],
  });
  expect(slack.posted).toHaveLength(1);
});
