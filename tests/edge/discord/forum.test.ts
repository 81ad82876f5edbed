import { ChannelType } from "discord.js";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Message } from "#core/message/message.ts";
import { plainMessage } from "#core/message/say.ts";
import { failureOf } from "#tests/delivery-failure.ts";
import { about, openCourier, parcelTo } from "./fake/courier.ts";
import { type Fault, refusal } from "./fake/fault.ts";
import type { ForumRules } from "./fake/threads.ts";
import { startTwin, type Twin } from "./fake/twin.ts";

let twin: Twin;
beforeAll(async () => {
  twin = await startTwin();
});
afterAll(() => twin.discord.stop());

const OPEN = /^POST \/channels\/\d+\/threads$/;

const TAGS = ["Sport", "Politics", "World", "Culture", "Science", "Money"].map((name, index) => ({
  id: String(index + 1),
  name,
}));
const FREE: ForumRules = { tags: TAGS, tagRequired: false };

async function setUp(rules = FREE) {
  const { line, courier } = await openCourier(twin);
  const address = await twin.newChannel(ChannelType.GuildForum);
  line.setForum(address, rules);
  return { line, courier, address };
}

function brief(title = "Harbour bridge reopens", tags: readonly string[] = []): Message {
  return { ...plainMessage("The harbour bridge reopens on Monday."), forumPost: { title, tags } };
}

/** The posts of a forum, newest first. */
async function postsOf(forum: string) {
  const where = { parentId: forum };
  return twin.discord.prisma.channel.findMany({ where, orderBy: { createdAt: "desc" } });
}

test("a brief opens a post with its title, and its receipt names it and links to it", async () => {
  const { line, courier, address } = await setUp();
  const posted = await courier.post(parcelTo(address, { message: brief() }));
  const [post] = await postsOf(address);
  expect(post?.name).toBe("Harbour bridge reopens");
  expect(posted.messageId).toBe(`${post?.id}/${post?.id}`);
  expect(posted.url).toBe(
    `https://discord.com/channels/${twin.discord.guildId}/${posted.messageId}`,
  );
  const [first] = await line.read(post?.id ?? "");
  expect(first?.text).toContain("The harbour bridge reopens on Monday");
  expect(first?.mentions).toEqual([]);
});

test.each<[string, readonly string[], readonly string[] | undefined]>([
  ["names in any case", ["sport", " POLITICS "], ["1", "2"]],
  ["names in the order of the config", ["World", "Sport"], ["3", "1"]],
  ["a name that the forum does not have", ["Weather", "Sport"], ["1"]],
  ["no name that it has", ["Weather"], undefined],
  ["more names than a post can have", TAGS.map(({ name }) => name), ["1", "2", "3", "4", "5"]],
])("tags: %s", async (_, tags, applied) => {
  const { line, courier, address } = await setUp();
  await courier.post(parcelTo(address, { message: brief("A title", tags) }));
  const call = line.calls.find(({ route }) => OPEN.test(route));
  expect(call?.body.applied_tags).toEqual(applied);
});

test("a forum that wants a tag gets none from a channel that names none, and its tags are told", async () => {
  const { courier, address } = await setUp({ tags: TAGS.slice(0, 2), tagRequired: true });
  const wrong = parcelTo(address, { message: brief("A title", ["Weather"]) });
  const failure = await failureOf(courier.post(wrong));
  expect(failure.code).toBe("refused");
  expect(failure.message).toContain("“Sport”, “Politics”");
  await courier.post(parcelTo(address, { message: brief("A title", ["Sport"]) }));
  expect(await postsOf(address)).toHaveLength(1);
});

test("a post without a sound carries the flag in its message", async () => {
  const { line, courier, address } = await setUp();
  await courier.post(parcelTo(address, { message: brief(), silent: true }));
  const call = line.calls.find(({ route }) => OPEN.test(route));
  expect(call?.body.message).toMatchObject({
    flags: (1 << 15) | (1 << 12),
    allowed_mentions: { parse: [] },
  });
});

test.each<[string, Fault]>([
  ["a connection reset before the work", { kind: "reset" }],
  ["a reply lost after the work", { kind: "reply-lost" }],
  ["a reply cut in the middle", { kind: "reply-cut" }],
  ["a page instead of a reply", { kind: "garbled" }],
  ["HTTP 502", { kind: "reply", status: 502, body: {} }],
])("after %s, the next attempt leaves one post", async (_, fault) => {
  const { line, courier, address } = await setUp();
  line.script(OPEN, fault);
  const parcel = parcelTo(address, { message: brief() });
  expect((await failureOf(courier.post(parcel))).code).toBe("unreachable");
  const { messageId } = await courier.post({ ...parcel, again: true });
  expect((await postsOf(address)).map(({ id }) => `${id}/${id}`)).toEqual([messageId]);
});

test("a post of the same title under another key is not taken for it", async () => {
  const { courier, address } = await setUp();
  await courier.post(parcelTo(address, { message: brief() }));
  await courier.post(parcelTo(address, { message: brief(), key: "k1p2", again: true }));
  expect(await postsOf(address)).toHaveLength(2);
});

test("a post is found among the archived ones, behind others", async () => {
  const { courier, address } = await setUp();
  const parcel = parcelTo(address, { message: brief() });
  const first = await courier.post(parcel);
  for (const key of ["k1p2", "k1p3", "k1p4"]) await courier.post({ ...parcel, key });
  const posts = await postsOf(address);
  for (const { id } of posts) {
    const at = id === first.messageId.split("/")[0] ? 1_000 : 2_000 + Number(BigInt(id) % 1_000n);
    const archiveTimestamp = new Date(Date.now() - 60_000 + at);
    const data = { archived: true, archiveTimestamp };
    await twin.discord.prisma.channel.update({ where: { id }, data });
  }
  expect(await courier.post({ ...parcel, again: true })).toEqual(first);
  expect(await postsOf(address)).toHaveLength(4);
});

test("a post whose first message was deleted is passed over", async () => {
  const { line, courier, address } = await setUp();
  const parcel = parcelTo(address, { message: brief() });
  const first = await courier.post(parcel);
  await line.remove(first.messageId);
  await courier.post({ ...parcel, again: true });
  expect(await postsOf(address)).toHaveLength(2);
});

test.each([
  ["the open posts", /^GET \/guilds\/\d+\/threads\/active$/],
  ["the archived posts", /^GET \/channels\/\d+\/threads\/archived\/public$/],
])("as long as %s cannot be read, none is opened again", async (_, route) => {
  const { line, courier, address } = await setUp();
  line.script(route, { kind: "reply", status: 503, body: {} });
  const parcel = parcelTo(address, { message: brief(), again: true });
  expect((await failureOf(courier.post(parcel))).code).toBe("unreachable");
  expect(await postsOf(address)).toEqual([]);
});

test("a text channel that is set as a forum is refused with the mend", async () => {
  const { courier } = await setUp();
  const address = await twin.newChannel();
  const failure = await failureOf(courier.post(parcelTo(address, { message: brief() })));
  expect(failure.code).toBe("refused");
  expect(failure.message).toContain("is no forum");
  expect(failure.message).toContain("take “forum” away");
});

test("a forum that is not set as one is refused with the mend", async () => {
  const { courier, address } = await setUp();
  const failure = await failureOf(courier.post(parcelTo(address)));
  expect(failure.code).toBe("refused");
  expect(failure.message).toContain("a forum needs “forum”");
});

test.each([
  [404, 10003, "check the channel's id"],
  [404, 10087, "name tags that the forum has"],
  [403, 50013, "Manage Threads"],
  [400, 40066, "let everyone set one of its tags"],
  [400, 40067, "name tags that the forum has"],
  [400, 160006, "close some of the server's open threads"],
])("%d %d is refused, with its mend", async (status, code, mend) => {
  const { line, courier, address } = await setUp();
  line.script(OPEN, refusal(status, code));
  const failure = await failureOf(courier.post(parcelTo(address, { message: brief() })));
  expect(failure.code).toBe("refused");
  expect(failure.message).toContain(mend);
});

test("what follows stands in the post, and an edit changes its first message and its title", async () => {
  const { line, courier, address } = await setUp();
  const posted = await courier.post(parcelTo(address, { message: brief() }));
  await courier.reply(about(posted, address));
  const forumPost = { title: "KILLED – do not use", tags: [] };
  const message = { ...plainMessage("KILLED"), forumPost };
  const edited = await courier.edit(about(posted, address, { message }));
  expect(edited).toEqual(posted);
  const [post] = await postsOf(address);
  const texts = (await line.read(post?.id ?? "")).map(({ text }) => text);
  expect(texts).toEqual([
    expect.stringContaining("KILLED"),
    expect.stringContaining("The day was wrong before"),
  ]);
  expect(post?.name).toBe("KILLED – do not use");
});

test("a title that stays is not set again, and one that is not told is left alone", async () => {
  const { line, courier, address } = await setUp();
  const posted = await courier.post(parcelTo(address, { message: brief() }));
  await courier.edit(about(posted, address, { message: brief() }));
  await courier.edit(about(posted, address));
  const renamings = line.calls.filter(({ route }) => /^PATCH \/channels\/\d+$/.test(route));
  expect(renamings).toEqual([]);
});

test("an archived post is edited: it is opened again for it", async () => {
  const { line, courier, address } = await setUp();
  const posted = await courier.post(parcelTo(address, { message: brief() }));
  const [post] = await postsOf(address);
  const id = post?.id ?? "";
  await twin.discord.prisma.channel.update({ where: { id }, data: { archived: true } });
  await courier.edit(about(posted, address));
  const [first] = await line.read(id);
  expect(first?.text).toContain("The day was wrong before");
});
