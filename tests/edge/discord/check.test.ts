import { ChannelType } from "discord.js";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { createApi } from "#edge/discord/api.ts";
import { checkDiscord } from "#edge/discord/check.ts";
import { registerCommands, wantedCommands } from "#edge/discord/commands.ts";
import { type Line, openLine } from "./fake/line.ts";
import { startTwin, TOKEN, type Twin } from "./fake/twin.ts";

const { signal: NEVER } = new AbortController();

let twin: Twin;
beforeAll(async () => {
  twin = await startTwin();
});
afterAll(() => twin.discord.stop());

async function setUp(token = TOKEN) {
  const line = await openLine(twin);
  onTestFinished(() => line.close());
  return { line, api: createApi({ token, api: line.api, timeout: 500, signal: NEVER }) };
}

const VIEW = 1n << 10n;
const SEND = 1n << 11n;
const HISTORY = 1n << 16n;
const ADMINISTRATOR = 1n << 3n;
const ALL = VIEW | SEND | HISTORY;
const MENTION_EVERYONE = 1n << 17n;
const OPEN_THREADS = 1n << 35n;
const IN_THREADS = 1n << 38n;

test("a bot that may post is told so, and its commands will come", async () => {
  const { api } = await setUp();
  const address = await twin.newChannel();
  expect(await checkDiscord(api, [address])).toEqual([
    {
      subject: "Discord bot token",
      ok: true,
      says: "it is Copydesk, of the application TestBot",
    },
    {
      subject: "Discord commands",
      ok: true,
      says: "they will be registered at the next start",
    },
    {
      subject: `Discord channel ${address}`,
      ok: true,
      says: expect.stringMatching(/^the bot may post in #channel-\d+$/),
    },
  ]);
});

test("commands that are registered are told, and not registered again", async () => {
  const { api, line } = await setUp();
  expect(await registerCommands(api, twin.discord.botUserId)).toBe(true);
  expect(await registerCommands(api, twin.discord.botUserId)).toBe(false);
  line.script(/^GET \/applications\/@me$/, {
    kind: "reply",
    status: 200,
    body: { id: twin.discord.botUserId, name: "Copydesk" },
  });
  const [, commands] = await checkDiscord(api, []);
  expect(commands?.says).toBe("they are registered");
});

test("a command that has changed is registered anew", async () => {
  const { api, line } = await setUp();
  const [first, ...others] = wantedCommands();
  line.script(/^GET \/applications\/\d+\/commands$/, {
    kind: "reply",
    status: 200,
    body: [{ ...first, description: "As it was" }, ...others],
  });
  expect(await registerCommands(api, twin.discord.botUserId)).toBe(true);
});

test("a bad token is one finding, with its mend", async () => {
  const { api } = await setUp("wrong");
  const findings = await checkDiscord(api, [await twin.newChannel()]);
  expect(findings).toEqual([
    {
      subject: "Discord bot token",
      ok: false,
      says: expect.stringContaining("into DISCORD_TOKEN in .env"),
    },
  ]);
});

test("a category takes no messages", async () => {
  const { api } = await setUp();
  const found = await lastFinding(api, await twin.newChannel(ChannelType.GuildCategory));
  expect(found).toMatchObject({ ok: false, says: expect.stringContaining("is a category") });
});

test.each([
  [false, "it is a forum, so its channel in config/newsroom.yaml needs “forum”"],
  [true, "needs “forum”, with one of its tags (“Sport”, “World”) at least"],
])("a forum takes posts; that a tag is required (%s) is told", async (tagRequired, says) => {
  const { api, line } = await setUp();
  const address = await twin.newChannel(ChannelType.GuildForum);
  const tags = ["Sport", "World"].map((name, id) => ({ id: String(id), name }));
  line.setForum(address, { tags, tagRequired });
  const found = await lastFinding(api, address);
  expect(found).toMatchObject({ ok: true, says: expect.stringContaining(says) });
});

test("a channel that Discord does not know is named with the mend", async () => {
  const { api } = await setUp();
  const found = await lastFinding(api, "99");
  expect(found).toMatchObject({ ok: false, says: expect.stringContaining("Copy Channel ID") });
});

async function lastFinding(api: ReturnType<typeof createApi>, address: string) {
  const findings = await checkDiscord(api, [address]);
  return findings.at(-1);
}

interface Powers {
  readonly everyone: bigint;
  readonly role?: bigint;
  readonly type?: ChannelType;
  readonly overwrites?: readonly { id: string; allow: bigint; deny: bigint }[];
}

/** Lets Discord tell of a channel and what is allowed in it; the bot has the role 77. */
function tell(line: Line, { everyone, role = 0n, type = 0, overwrites = [] }: Powers): void {
  const reply = (route: RegExp, body: unknown) =>
    line.script(route, { kind: "reply", status: 200, body });
  const guild = { id: "5", owner_id: "1" };
  const roles = [
    { id: "5", permissions: String(everyone) },
    { id: "77", permissions: String(role), name: "desk", mentionable: false },
    { id: "55", permissions: "0", name: "readers", mentionable: true },
    { id: "88", permissions: String(ADMINISTRATOR) },
  ];
  const told = overwrites.map(({ id, allow, deny }) => ({
    id,
    allow: String(allow),
    deny: String(deny),
  }));
  const parent = { id: "6", type: 0, guild_id: "5", name: "desk", permission_overwrites: told };
  const thread = { id: "7", type, guild_id: "5", name: "desk", parent_id: "6" };
  const own = { ...parent, id: "7", type };
  reply(/^GET \/channels\/7$/, type === ChannelType.PublicThread ? thread : own);
  reply(/^GET \/channels\/6$/, parent);
  reply(/^GET \/guilds\/5$/, { ...guild, roles });
  reply(/^GET \/guilds\/5\/members\/\d+$/, { roles: ["77"] });
}

const deny = (id: string, bits: bigint) => ({ id, allow: 0n, deny: bits });
const allow = (id: string, bits: bigint) => ({ id, allow: bits, deny: 0n });

test.each<[string, Powers, string | null]>([
  ["everyone may", { everyone: ALL }, null],
  ["the bot's role may", { everyone: 0n, role: ALL }, null],
  ["an administrator may", { everyone: 0n, role: ADMINISTRATOR }, null],
  ["nobody may", { everyone: 0n }, "View Channel, Send Messages, Read Message History"],
  ["sending is missing", { everyone: VIEW | HISTORY }, "lacks Send Messages in #desk"],
  ["the history is closed", { everyone: VIEW | SEND }, "lacks Read Message History"],
  ["the channel is closed to everyone", { everyone: ALL, overwrites: [deny("5", SEND)] }, "Send"],
  [
    "it is closed to everyone and open to the role",
    { everyone: ALL, overwrites: [deny("5", SEND), allow("77", SEND)] },
    null,
  ],
  [
    "it is closed to a role that the bot has not",
    { everyone: ALL, overwrites: [deny("88", SEND)] },
    null,
  ],
  ["a thread", { everyone: ALL | IN_THREADS, type: ChannelType.PublicThread }, null],
  [
    "a thread that only text channels are open to",
    { everyone: ALL, type: ChannelType.PublicThread },
    "lacks Send Messages in Threads",
  ],
  [
    "a forum in which nobody may write under a post",
    { everyone: ALL, type: ChannelType.GuildForum },
    "lacks Send Messages in Threads in #desk",
  ],
])("where %s", async (_, powers, lacks) => {
  const { api, line } = await setUp();
  tell(line, powers);
  const found = await lastFinding(api, "7");
  expect(found?.ok).toBe(lacks === null);
  expect(found?.says).toContain(lacks ?? "may post in #desk");
});

test.each<[string, bigint, string | null]>([
  ["may open threads", OPEN_THREADS | IN_THREADS, null],
  ["may open none", IN_THREADS, "it lacks Create Public Threads there"],
  ["may not write in them", OPEN_THREADS, "it lacks Send Messages in Threads there"],
])("a bot that %s in a text channel may post; what it does instead is told", async (_, bits, lacks) => {
  const { api, line } = await setUp();
  tell(line, { everyone: ALL | bits });
  const found = await lastFinding(api, "7");
  expect(found?.ok).toBe(true);
  expect(found?.says).toContain(lacks ?? "the bot may post in #desk");
  expect(found?.says.includes("replies in the channel itself")).toBe(lacks !== null);
});

test.each<[string, string, bigint, string | null]>([
  ["is there", "55", 0n, null],
  ["is @everyone", "5", 0n, "flashMention names @everyone"],
  ["is not there", "66", 0n, "names a role (66) that the server does not have"],
  ["nobody may mention", "77", 0n, "the role “desk” would not be told of a flash"],
  ["the bot may mention all the same", "77", MENTION_EVERYONE, null],
])("a role for flashes that %s", async (_, flashMention, more, wrong) => {
  const { api, line } = await setUp();
  tell(line, { everyone: ALL | OPEN_THREADS | IN_THREADS | more });
  const findings = await checkDiscord(api, ["7"], () => [{}, { flashMention }]);
  expect(findings.at(-1)?.ok).toBe(wrong === null);
  expect(findings.at(-1)?.says).toContain(wrong ?? "may post in #desk");
});
