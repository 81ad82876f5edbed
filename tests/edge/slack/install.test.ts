import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { plainMessage } from "#core/message/say.ts";
import type { Installations } from "#desk/port/installations.ts";
import { openStore } from "#edge/store/store.ts";
import { takeState } from "#tests/fake/state.ts";
import { commandPayload, eventEnvelope } from "./fake/envelopes.ts";
import { HTTP, listeningAt, post } from "./fake/http.ts";
import { type Running, runService } from "./fake/service.ts";

const SECRET = "a secret of thirty-two characters";
const TOKEN = "xoxb-second-workspace";

interface Opened extends Running {
  /** Where it listens, without a path. */
  readonly origin: string;
}

/** As every process of one newsroom knows what was used. */
const USED = new Set<string>();

function oauthWith(installations: Installations, secret = SECRET) {
  const takeOnce = async (id: string) => !USED.has(id) && USED.add(id) !== undefined;
  const app = { clientId: "1.2", clientSecret: "app-secret", takeOnce };
  return { ...app, secret, allowed: ["T2"], installations };
}

async function openFolder() {
  const folder = await mkdtemp(join(tmpdir(), "copydesk-install-"));
  const store = await openStore({ folder });
  onTestFinished(async () => {
    await store.close();
    await rm(folder, { recursive: true });
  });
  const audit = async () =>
    (await store.orders.audit(0, 0, 9)).map(({ by, name, did }) => `${by} ${name} ${did}`);
  return { folder, installations: store.installations, audit };
}

async function open(installations: Installations, secret = SECRET): Promise<Opened> {
  const channelOf = (address: string) =>
    ({ C1: "front-page", "T2/C1": "second-desk" })[address] ?? null;
  const running = await runService({
    ...{ ...HTTP, channelOf, oauth: oauthWith(installations, secret) },
  });
  const url = await listeningAt(running.lines);
  await takeState(running.states, "ready");
  return { ...running, origin: new URL(url).origin };
}

/** Goes the way of a browser; Slack itself is not asked whether its user agrees. */
async function install({ origin, slack }: Opened, { team = "T2", token = TOKEN } = {}) {
  const begun = await fetch(`${origin}/slack/install`, { redirect: "manual" });
  const asked = new URL(begun.headers.get("location") ?? "");
  const cookie = begun.headers.get("set-cookie")?.split(";")[0] ?? "";
  slack.grant("code-1", { team, token });
  const end = new URL("/slack/oauth_redirect", origin);
  end.searchParams.set("code", "code-1");
  end.searchParams.set("state", asked.searchParams.get("state") ?? "");
  const set = begun.headers.getSetCookie();
  return { asked, end, cookie, set, ended: await fetch(end, { headers: { cookie } }) };
}

function command({ origin, slack }: Opened, team: string, text: string) {
  const responseUrl = slack.responseUrl(team);
  const payload = commandPayload({
    command: "/desk",
    text,
    trigger: `${team}-${text}`,
    responseUrl,
  });
  const body = new URLSearchParams({ ...payload, team_id: team }).toString();
  return post(`${origin}/slack/events`, body);
}

function event({ origin }: Opened, fields: Readonly<Record<string, unknown>>) {
  const { payload } = eventEnvelope("e1", `Ev-${JSON.stringify(fields)}`, fields);
  const body = JSON.stringify({ ...(payload as object), team_id: "T2" });
  return post(`${origin}/slack/events`, body, { type: "application/json" });
}

const parcel = (address: string) => ({
  ...{ key: `k-${address}`, subscription: "s", address, target: null, silent: false, again: false },
  message: plainMessage("An edition"),
});

test("the app is installed in a further workspace, and answers and posts there by its token", async () => {
  const { folder, installations } = await openFolder();
  const bot = await open(installations);
  const { asked, ended } = await install(bot);
  expect(asked.origin + asked.pathname).toBe("https://slack.com/oauth/v2/authorize");
  expect(asked.searchParams.get("scope")).toContain("chat:write");
  expect(ended.status).toBe(200);

  expect(await command(bot, "T2", "pause")).toBe(200);
  const { asker, place, channel } = await bot.askers.take();
  expect({ id: asker.id, place, channel }).toMatchObject({
    ...{ id: "slack:T2/U1", place: { address: "T2/C1" }, channel: "second-desk" },
  });
  expect(bot.slack.bearers("users.info")).toEqual([TOKEN]);

  expect(await command(bot, "T1", "pause")).toBe(200);
  expect((await bot.askers.take()).asker.id).toBe("slack:U1");
  expect(bot.slack.bearers("users.info")).toEqual([TOKEN, "xoxb-good"]);

  expect(await bot.service.openDirect("T2/U7")).toBe("T2/DU7");
  const there = await bot.service.courier.post(parcel("T2/C1"));
  await bot.service.courier.post(parcel("C1"));
  expect(bot.slack.bearers("chat.postMessage")).toEqual([TOKEN, "xoxb-good"]);
  expect(bot.slack.arguments("chat.postMessage").map(({ channel: at }) => at)).toEqual([
    "C1",
    "C1",
  ]);
  expect(there.url).toContain("https://t2.slack.com/");
  expect(await bot.service.check(["T2/C1", "T3/C1"])).toMatchObject([
    { ok: true },
    { ok: true },
    { ok: true, says: expect.stringContaining("/slack/install") },
    { subject: "Slack channel T2/C1", ok: true },
    { subject: "Slack channel T3/C1", ok: false, says: expect.stringContaining("not installed") },
  ]);
  for (const name of ["copydesk.db", "copydesk.db-wal"]) {
    expect(readFileSync(join(folder, name), "latin1")).not.toContain(TOKEN);
  }
  expect(JSON.stringify(bot.lines.all)).not.toContain(TOKEN);
});

test("an installation outlives the process, and opens by its own secret only", async () => {
  const { installations } = await openFolder();
  await install(await open(installations));
  const next = await open(installations);
  next.slack.grant("known", { team: "T2", token: TOKEN });
  await fetch(new URL("oauth.v2.access", next.slack.api), {
    method: "POST",
    body: new URLSearchParams({ code: "known", client_secret: "app-secret" }),
  });
  await next.service.courier.post(parcel("T2/C1"));
  expect(next.slack.bearers("chat.postMessage")).toEqual([TOKEN]);

  const other = await open(installations, "another of thirty-two characters");
  await expect(other.service.courier.post(parcel("T2/C1"))).rejects.toMatchObject({
    ...{ code: "refused", message: expect.stringContaining("COPYDESK_SECRET") },
  });
});

test("nobody installs it where it is not allowed, or with what somebody else began", async () => {
  const { installations } = await openFolder();
  const bot = await open(installations);
  const { ended, end } = await install(bot, { team: "T3", token: TOKEN });
  expect(ended.status).toBe(403);
  expect(await ended.text()).toContain("add it to SLACK_WORKSPACES");
  expect(await installations.find("T3")).toBeNull();

  bot.slack.grant("code-1", { team: "T2", token: TOKEN });
  const forged = await fetch(end);
  expect(forged.status).toBe(403);
  expect(await forged.text()).toMatch(/Begin again at \/slack\/install.*\nTrace [0-9a-f]{8}/u);
  expect(await installations.find("T2")).toBeNull();
});

test("what was begun is ended once, also by whoever kept its cookie, and in another process", async () => {
  const { installations } = await openFolder();
  const bot = await open(installations);
  const { ended, end, cookie } = await install(bot);
  expect(ended.status).toBe(200);
  await installations.remove("T2", { at: 0, by: "test", name: "test", did: "removed" });
  const other = await open(installations);
  const path = `${end.pathname}${end.search}`;
  for (const { origin, slack } of [bot, other]) {
    slack.grant("code-1", { team: "T2", token: TOKEN });
    const replayed = await fetch(new URL(path, origin), { headers: { cookie } });
    expect(replayed.status).toBe(403);
  }
  expect(await installations.find("T2")).toBeNull();
});

test("its cookie goes to no other site, and is taken back so", async () => {
  const { installations } = await openFolder();
  const { set, ended } = await install(await open(installations));
  expect(set).toHaveLength(1);
  for (const cookie of [...set, ...ended.headers.getSetCookie()]) {
    expect(cookie).toMatch(/; Secure; HttpOnly; .*; SameSite=Lax$/u);
  }
});

test.each<[string, (state: string) => string]>([
  ["nobody gave out", () => `${Date.now()}.${"0".repeat(32)}.${"0".repeat(64)}`],
  ["was changed", (state) => state.replace(/^\d/u, "9")],
  ["is no state", () => "x"],
])("a state that %s ends nothing", async (_, changed) => {
  const { installations } = await openFolder();
  const bot = await open(installations);
  const begun = await fetch(`${bot.origin}/slack/install`, { redirect: "manual" });
  const [name = ""] = (begun.headers.get("set-cookie") ?? "").split("=", 1);
  const given = new URL(begun.headers.get("location") ?? "").searchParams.get("state") ?? "";
  const state = changed(given);
  bot.slack.grant("code-1", { team: "T2", token: TOKEN });
  const end = new URL("/slack/oauth_redirect", bot.origin);
  end.search = new URLSearchParams({ code: "code-1", state }).toString();
  const ended = await fetch(end, { headers: { cookie: `${name}=${state}` } });
  expect(ended.status).toBe(403);
  expect(await installations.find("T2")).toBeNull();
});

test("a workspace in which it is not installed is answered nothing", async () => {
  const { installations } = await openFolder();
  const bot = await open(installations);
  await command(bot, "T2", "help");
  await command(bot, "T1", "help");
  expect((await bot.askers.take()).asker.id).toBe("slack:U1");
  expect(bot.askers.all).toHaveLength(1);
});

test.each([
  ["it is uninstalled", { type: "app_uninstalled" }],
  ["its tokens are revoked", { type: "tokens_revoked", tokens: { bot: ["UB2"], oauth: [] } }],
])("a workspace is forgotten when %s", async (_, fields) => {
  const { installations, audit } = await openFolder();
  const bot = await open(installations);
  await install(bot);
  await bot.service.courier.post(parcel("T2/C1"));
  expect(await event(bot, fields)).toBe(200);
  await expect.poll(() => installations.find("T2")).toBeNull();
  expect(await audit()).toEqual([
    "slack:T2 Somebody there took Copydesk out of the Slack workspace T2",
    expect.stringMatching(/^slack:T2\/(\w+) \1 installed Copydesk in the Slack workspace T2$/u),
  ]);
  await expect(bot.service.courier.post(parcel("T2/C1"))).rejects.toMatchObject({
    ...{ code: "refused", message: expect.stringContaining("not installed in the workspace T2") },
  });
});
