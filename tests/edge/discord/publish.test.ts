import { ChannelType } from "discord.js";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { plainMessage } from "#core/message/say.ts";
import { createApi } from "#edge/discord/api.ts";
import { checkDiscord } from "#edge/discord/check.ts";
import { createCourier } from "#edge/discord/courier.ts";
import { failureOf } from "#tests/delivery-failure.ts";
import { createLogInbox } from "#tests/fake/log.ts";
import { about } from "./fake/courier.ts";
import { type Fault, refusal } from "./fake/fault.ts";
import { openLine } from "./fake/line.ts";
import { startTwin, TOKEN, type Twin } from "./fake/twin.ts";

const { signal: NEVER } = new AbortController();
const PLAIN = plainMessage("The harbour bridge reopens on Monday.");
const MESSAGE = { ...PLAIN, publish: true } as const;
const CROSSPOST = /\/crosspost$/;

let twin: Twin;
beforeAll(async () => {
  twin = await startTwin();
});
afterAll(() => twin.discord.stop());

async function setUp(type = ChannelType.GuildAnnouncement) {
  const line = await openLine(twin);
  onTestFinished(() => line.close());
  const api = createApi({ token: TOKEN, api: line.api, timeout: 1_500, signal: NEVER });
  const { log, lines } = createLogInbox();
  const courier = createCourier(api, () => "1", api, log);
  const address = await twin.newChannel(type);
  const parcel = { address, message: MESSAGE, key: "k1p1", again: false };
  return { line, api, courier, address, parcel, lines };
}

test("a post in an announcement channel is published; one that asks for nothing, and an edit, are not", async () => {
  const { line, courier, address, parcel } = await setUp();
  const { messageId, shortfall } = await courier.post(parcel);
  expect(shortfall).toBeNull();
  expect(line.published).toEqual([messageId]);
  const other = await courier.post({ ...parcel, message: PLAIN, key: "k1p2" });
  expect(other).not.toHaveProperty("shortfall");
  await courier.edit(about(other, address, { message: MESSAGE }));
  expect(line.published).toEqual([messageId]);
});

test.each<[string, RegExp, Fault]>([
  ["the reply to the post is lost", /\/messages$/, { kind: "reply-lost" }],
  ["it was not published yet", CROSSPOST, { kind: "reset" }],
  ["it was published, and nobody was told", CROSSPOST, { kind: "reply-lost" }],
  ["Discord fails", CROSSPOST, { kind: "reply", status: 500, body: {} }],
])("where %s, the next attempt leaves one post, published once", async (_, route, fault) => {
  const { line, courier, address, parcel } = await setUp();
  line.script(route, fault);
  expect((await failureOf(courier.post(parcel))).code).toBe("unreachable");
  line.forgetNonces();
  const { messageId, shortfall } = await courier.post({ ...parcel, again: true });
  expect(shortfall).toBeNull();
  expect(line.published).toEqual([messageId]);
  expect(await line.read(address)).toHaveLength(1);
});

test("a post that stands is not held up by a Discord that fails to publish it", async () => {
  const { line, courier, parcel } = await setUp();
  line.script(CROSSPOST, { kind: "reply", status: 500, body: {} });
  const { shortfall } = await courier.post({ ...parcel, again: true });
  expect(shortfall).toContain("publish it by hand");
});

test("of more than ten an hour the rest is posted all the same, and the log says so once", async () => {
  const { line, courier, address, parcel, lines } = await setUp();
  for (let part = 1; part <= 14; part += 1) {
    const { shortfall } = await courier.post({ ...parcel, key: `k1p${part}` });
    expect(shortfall).toBeNull();
  }
  expect(line.published).toHaveLength(10);
  expect(await line.read(address)).toHaveLength(14);
  expect(line.calls.filter(({ route }) => CROSSPOST.test(route))).toHaveLength(11);
  expect(lines.all).toMatchObject([{ event: "discord posts not published for now" }]);
});

test.each<[string, ChannelType, Fault | null, string]>([
  ["is none of announcements", ChannelType.GuildText, null, "make it an announcement channel"],
  [
    "denies it",
    ChannelType.GuildAnnouncement,
    refusal(403, 50013),
    "give the bot Send Messages and Manage Messages",
  ],
])("a channel that %s is told, and has its post", async (_, type, fault, says) => {
  const { line, courier, address, parcel } = await setUp(type);
  if (fault !== null) line.script(CROSSPOST, fault);
  const { shortfall } = await courier.post(parcel);
  expect(shortfall).toContain(says);
  expect(line.published).toEqual([]);
  expect(await line.read(address)).toHaveLength(1);
});

test("a post that somebody has deleted before it was published is none to publish", async () => {
  const { line, courier, parcel } = await setUp();
  line.script(CROSSPOST, refusal(404, 10008));
  expect(await courier.post(parcel)).toMatchObject({ shortfall: null });
});

test.each([
  [ChannelType.GuildAnnouncement, true, "the bot may post in"],
  [ChannelType.GuildText, false, "which nobody can follow: make it an announcement channel"],
])("doctor says whether posts in a channel of type %d can be published", async (type, ok, says) => {
  const { api, address } = await setUp(type);
  const findings = await checkDiscord(api, [address], () => [{ publish: true }]);
  expect(findings.at(-1)).toMatchObject({ ok, says: expect.stringContaining(says) });
});
