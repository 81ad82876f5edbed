import { renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { createInForce } from "#main/in-force.ts";
import { servicesOf } from "#main/services.ts";
import type { Setting } from "#main/setting.ts";
import { startFakeSlack } from "#tests/edge/slack/fake/slack.ts";
import { type Desk, newDesk, type Running } from "./bot.ts";

const BRIDGE = `Bridge reopens after six years

TARNMOUTH, May 8 (Tarn Wire) – The harbour bridge reopened on Friday after six years of work.
`;
const HEAD = "timeZone: UTC\nchannels:\n";
const channel = (name: string, more = "") =>
  `  - name: ${name}\n    schedule: "0 8 * * *"\n${more}`;
const FRONT = `${HEAD}${channel("front-page")}`;

const configOf = ({ folder }: Desk) => join(folder, "newsroom.yaml");
const edit = (desk: Desk, text: string) => writeFileSync(configOf(desk), text);
const times = (bot: Running, pattern: RegExp) => [...bot.said().matchAll(pattern)].length;

async function atWork(config = FRONT, env: Readonly<Record<string, string>> = {}) {
  const desk = newDesk(config);
  desk.write("bridge.txt", BRIDGE);
  const bot = desk.start({ env });
  await bot.printed(/Edition of/);
  return { desk, bot };
}

test("a channel that is written in while the bot works has its first edition at once, and the others none again", async () => {
  const { desk, bot } = await atWork();
  edit(desk, `${FRONT}${channel("sport")}`);
  await bot.printed(/newsroom\.yaml is in force: added the channel sport\.\n/);
  await bot.printed(/Edition of sport: 1 article/);
  edit(desk, `# Sport is gone.\n${FRONT}`);
  await bot.printed(/in force: took the channel sport out/);
  edit(desk, `${FRONT}${channel("sport", "    layout: compact\n")}`);
  await bot.printed(
    /in force: added the channel sport\.[\s\S]*in force: added the channel sport\./,
  );
  expect(await bot.stop()).toBe(0);
  expect(times(bot, /Edition of front-page/g)).toBe(1);
  expect(times(bot, /Edition of sport/g)).toBe(1);
  // What was noted while it worked is not noted again by the next start.
  const again = await desk.run(["start", "--once"]);
  expect(again.out).not.toContain("Edition of");
});

test("an edit while editions are made doubles and loses none", async () => {
  const names = Array.from({ length: 40 }, (_, index) => `desk-${index}`);
  const whole = (more: string) => `${HEAD}${names.map((name) => channel(name, more)).join("")}`;
  const { desk, bot } = await atWork(whole(""));
  for (const layout of ["compact", "headlines", "full"]) {
    edit(desk, whole(`    layout: ${layout}\n`));
    await wait(50);
  }
  await bot.printed(/is in force: .*desk-0: layout/);
  await bot.printed(/Edition of desk-39: 1 article/);
  expect(await bot.stop()).toBe(0);
  for (const name of names) expect(times(bot, new RegExp(`Edition of ${name}:`, "g"))).toBe(1);
});

test("a faulty config is told with all its faults, and the admins once; what it said before counts, until it is mended", async () => {
  const slack = await startFakeSlack();
  onTestFinished(() => slack.close());
  const admins = `adminChannel: { slack: C0001 }\n${FRONT}`;
  const { desk, bot } = await atWork(admins, {
    SLACK_BOT_TOKEN: slack.token,
    SLACK_API: slack.api,
  });
  edit(desk, `${admins}${channel("sport", "    most: 900\n    layuot: full\n")}`);
  await bot.printed(/newsroom\.yaml:8: most: /);
  await bot.printed(/newsroom\.yaml:9: unknown key “layuot”/);
  await bot.printed(/Copydesk goes on with what it said before/);
  edit(desk, `${admins}${channel("sport", "    most: 900\n")}\tx`);
  await bot.printed(/newsroom\.yaml:9: (?!unknown)/);
  edit(desk, admins);
  await bot.printed(/The config file can be used again, and is in force/);
  const told = () =>
    slack.posted.filter(({ text }) => /newsroom\.yaml was changed|config file/.test(text));
  await expect.poll(() => told().length, { timeout: 10_000 }).toBe(2);
  await bot.stop();
  expect(told().map(({ channel: place }) => place)).toEqual(["C0001", "C0001"]);
  expect(bot.said()).not.toContain("Edition of sport");
});

test("a file that an editor puts in the place of the old one counts, and one that is deleted is said to be", async () => {
  const { desk, bot } = await atWork();
  const other = join(desk.folder, "newsroom.yaml.swp");
  writeFileSync(other, `${FRONT}${channel("sport")}`);
  renameSync(other, configOf(desk));
  await bot.printed(/added the channel sport/);

  rmSync(configOf(desk));
  edit(desk, `${FRONT}${channel("culture")}`);
  await bot.printed(/added the channel culture; took the channel sport out/);
  expect(bot.said()).not.toContain("not there");

  rmSync(configOf(desk));
  await bot.printed(/this file is not there any more/);
  edit(desk, FRONT);
  await bot.printed(/took the channel culture out/);
});

test("of fifty edits within a second the last one counts, once", async () => {
  const { desk, bot } = await atWork();
  for (let edits = 1; edits <= 50; edits += 1) {
    edit(desk, edits % 7 === 0 ? "channels: [" : `${FRONT}${channel(`sport-${edits}`)}`);
    await wait(15);
  }
  await bot.printed(/added the channel sport-50/);
  expect(times(bot, /is in force/g)).toBe(1);
  expect(times(bot, /goes on with/g)).toBe(0);
});

test("whoever sends SIGHUP has it read, also where nothing has changed", async () => {
  const { desk, bot } = await atWork();
  process.kill(bot.pid, "SIGHUP");
  await bot.printed(/says what it said: nothing to change/);
  edit(desk, `${HEAD}${channel("front-page", "    layout: compact\n")}`);
  process.kill(bot.pid, "SIGHUP");
  await bot.printed(/in force: changed front-page: layout/);
  expect(await bot.stop()).toBe(0);
});

test("what reaches beyond channels counts at once, and what does not says so", async () => {
  const { desk, bot } = await atWork();
  // A folder that is empty all at once is not believed.
  desk.write("quay.txt", BRIDGE.replaceAll("bridge", "quay"));
  await bot.printed(/quay\.txt: “/);
  edit(desk, `deleteMeansKill: true\nlanguage: de\n${FRONT}`);
  await bot.printed(
    /changed deleteMeansKill, language\. The language counts from the next start\./,
  );
  rmSync(join(desk.folder, "articles", "bridge.txt"));
  await bot.printed(/bridge\.txt: killed/);
});

const settingWith = (editors: readonly string[] | null): Setting =>
  ({ orders: { roles: { toy: { editors, admins: null } } } }) as unknown as Setting;

test("a desk is made anew with each setting, and only then", () => {
  const force = createInForce(settingWith(["U1"]));
  let made = 0;
  const desk = force.renewed(({ orders }) => {
    made += 1;
    return { editors: () => orders.roles.toy?.editors };
  });
  expect([desk.editors(), desk.editors(), made]).toEqual([["U1"], ["U1"], 1]);
  force.set(settingWith([]));
  expect([desk.editors(), made]).toEqual([[], 2]);
});

test("whom the config names no more may do nothing more, without a restart", async () => {
  let setting = settingWith(["U1"]);
  let named = null as { readonly editors: readonly string[] | null } | null;
  const connect = async (parts: { readonly named: NonNullable<typeof named> }) => {
    named = parts.named;
    return {};
  };
  const env = { chats: new Map([["toy", { connect }]]) };
  await servicesOf(
    () => ({ ...setting, env }) as unknown as Setting,
    () => [],
    {} as Parameters<typeof servicesOf>[2],
  );
  expect(named?.editors).toEqual(["U1"]);
  setting = settingWith(null);
  expect(named?.editors).toBeNull();
});
