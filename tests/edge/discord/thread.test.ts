import { ChannelType } from "discord.js";
import { afterAll, beforeAll, expect, test } from "vitest";
import { plainMessage } from "#core/message/say.ts";
import { threadName } from "#edge/discord/thread-name.ts";
import { failureOf } from "#tests/delivery-failure.ts";
import { about, openCourier, parcelTo } from "./fake/courier.ts";
import { refusal } from "./fake/fault.ts";
import type { Line } from "./fake/line.ts";
import { startTwin, type Twin } from "./fake/twin.ts";

let twin: Twin;
beforeAll(async () => {
  twin = await startTwin();
});
afterAll(() => twin.discord.stop());

const OPEN = /^POST \/channels\/\d+\/messages\/\d+\/threads$/;
const POST = /^POST \/channels\/\d+\/messages$/;

async function setUp(type?: ChannelType) {
  const { line, courier } = await openCourier(twin);
  const address = await twin.newChannel(type);
  const posted = await courier.post(parcelTo(address));
  return { line, courier, address, posted };
}

function opened(line: Line): readonly unknown[] {
  return line.calls.filter(({ route }) => OPEN.test(route)).map(({ body }) => body.name);
}

test("the thread is opened once, under the headline; its receipts name it and link into it", async () => {
  const { line, courier, address, posted } = await setUp();
  const first = await courier.reply(about(posted, address));
  const second = await courier.reply(about(posted, address, { key: "r1p2" }));
  expect(opened(line)).toEqual(["The day was wrong before."]);
  expect(await line.read(posted.messageId)).toHaveLength(2);
  expect(first.messageId).toMatch(new RegExp(`^${posted.messageId}/\\d+$`));
  const server = twin.discord.guildId;
  expect(second.url).toBe(`https://discord.com/channels/${server}/${second.messageId}`);
});

test("a thread that is there already, as after a restart, is adopted", async () => {
  const { courier, address, posted } = await setUp();
  await courier.reply(about(posted, address));
  const restarted = await openCourier(twin);
  await restarted.courier.reply(about(posted, address, { key: "r1p2" }));
  expect(await restarted.line.read(posted.messageId)).toHaveLength(2);
});

test("a thread whose opening was done and whose reply was lost is adopted", async () => {
  const { line, courier, address, posted } = await setUp();
  line.script(OPEN, { kind: "reply-lost" });
  const failure = await failureOf(courier.reply(about(posted, address)));
  expect(failure.code).toBe("unreachable");
  await courier.reply(about(posted, address, { again: true }));
  expect(await line.read(posted.messageId)).toHaveLength(1);
});

test.each([
  [403, 50013, "may open no threads"],
  [403, 50001, "has no access to threads"],
  [400, 50024, "has a channel without threads"],
  [400, 160006, "has as many threads as there can be"],
])("after %d %d a bot that %s replies in the channel", async (status, code) => {
  const { line, courier, address, posted } = await setUp();
  line.script(OPEN, refusal(status, code));
  const { messageId } = await courier.reply(about(posted, address));
  expect((await line.read(address)).map((one) => one.messageId)).toEqual([
    posted.messageId,
    messageId,
  ]);
  expect(line.calls.at(-1)?.body).toMatchObject({
    message_reference: { message_id: posted.messageId, fail_if_not_exists: true },
    allowed_mentions: { parse: [] },
    enforce_nonce: true,
  });
});

test("a post that stands in a thread of the newsroom's own is replied to there", async () => {
  const { line, courier, address, posted } = await setUp(ChannelType.PublicThread);
  await courier.reply(about(posted, address));
  expect(await line.read(address)).toHaveLength(2);
});

test.each([
  [404, 10003, "was deleted"],
  [403, 50013, "may not be written in"],
  [400, 160005, "is locked"],
])("after %d %d, for a thread that %s, it is said in the channel", async (status, code) => {
  const { line, courier, address, posted } = await setUp();
  await courier.reply(about(posted, address));
  line.script(POST, refusal(status, code));
  await courier.reply(about(posted, address, { key: "r1p2" }));
  expect(await line.read(address)).toHaveLength(2);
});

test("a reply that an attempt without a thread left in the channel is adopted there", async () => {
  const { line, courier, address, posted } = await setUp();
  line.script(OPEN, refusal(403, 50013));
  line.script(POST, { kind: "reply-lost" });
  await failureOf(courier.reply(about(posted, address)));
  line.forgetNonces();
  // Meanwhile the bot may open threads.
  const { messageId } = await courier.reply(about(posted, address, { again: true }));
  expect((await line.read(address)).map((one) => one.messageId)).toEqual([
    posted.messageId,
    messageId,
  ]);
});

test("where the post was deleted since, a reply in the channel is told as gone", async () => {
  const { line, courier, address, posted } = await setUp();
  line.script(OPEN, refusal(403, 50013));
  await line.remove(posted.messageId);
  expect((await failureOf(courier.reply(about(posted, address)))).code).toBe("gone");
});

async function archive(id: string, locked = false): Promise<void> {
  await twin.discord.prisma.channel.update({ where: { id }, data: { archived: true, locked } });
}

test("a message in an archived thread is edited: the thread is opened again for it", async () => {
  const { line, courier, address, posted } = await setUp();
  const said = await courier.reply(about(posted, address));
  await archive(posted.messageId);
  const message = plainMessage("It reopens on Tuesday.");
  await courier.edit({ ...about(said, address), message });
  const [standing] = await line.read(posted.messageId);
  expect(standing?.text).toContain("It reopens on Tuesday");
});

test("a message in a locked thread is refused with the mend", async () => {
  const { courier, address, posted } = await setUp();
  const said = await courier.reply(about(posted, address));
  await archive(posted.messageId, true);
  const failure = await failureOf(courier.edit(about(said, address)));
  expect(failure.code).toBe("refused");
  expect(failure.message).toContain("unlock it");
});

test("what stood in a thread that was deleted is gone; an unknown channel is for somebody to mend", async () => {
  const { line, courier, address, posted } = await setUp();
  const said = await courier.reply(about(posted, address));
  const EDIT = /^PATCH \/channels\/\d+\/messages\/\d+$/;
  line.script(EDIT, refusal(404, 10003), refusal(404, 10003));
  expect((await failureOf(courier.edit(about(said, address)))).code).toBe("gone");
  expect((await failureOf(courier.edit(about(posted, address)))).code).toBe("refused");
});

test.each([
  ["Harbour bridge reopens", "Harbour bridge reopens"],
  ["Two\nlines ", "Two lines"],
  ["  ", "…"],
  [`${"word ".repeat(19)}last!`, `${"word ".repeat(19)}last!`],
  [`${"word ".repeat(19)}lasts!`, `${"word ".repeat(18)}word…`],
  [`${"long ".repeat(17)}end, butthisgoeson`, `${"long ".repeat(17)}end…`],
  ["x".repeat(101), `${"x".repeat(99)}…`],
  [`${"x".repeat(98)}👩${"x".repeat(20)}`, `${"x".repeat(98)}…`],
])("the name of a thread: %s", (text, name) => {
  expect(threadName(text)).toBe(name);
  expect(threadName(text).length).toBeLessThanOrEqual(100);
});
