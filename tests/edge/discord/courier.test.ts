import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from "vitest";
import type { Message } from "#core/message/message.ts";
import { plainMessage } from "#core/message/say.ts";
import {
  type Courier,
  DeliveryError,
  type DeliveryErrorCode,
  type Parcel,
  type Receipt,
} from "#core/outbox/courier.ts";
import { createApi } from "#edge/discord/api.ts";
import { createCourier } from "#edge/discord/courier.ts";
import { courierContract, type Errand, type Standing } from "#tests/contract/courier.ts";
import { failureOf } from "#tests/delivery-failure.ts";
import { type Fault, refusal } from "./fake/fault.ts";
import { type Line, openLine } from "./fake/line.ts";
import { createRateLimit } from "./fake/rate-limit.ts";
import { startTwin, TOKEN, type Twin } from "./fake/twin.ts";

const { signal: NEVER } = new AbortController();

let twin: Twin;
beforeAll(async () => {
  twin = await startTwin();
});
afterAll(() => twin.discord.stop());

const POST = /^POST \/channels\/\d+\/messages$/;
const EDIT = /^PATCH \/channels\/\d+\/messages\/\d+$/;
const HISTORY = /^GET \/channels\/\d+\/messages$/;
const HTML = { "content-type": "text/html" };
const MESSAGE = plainMessage("The harbour bridge reopens on Monday.");

async function setUp(): Promise<{ line: Line; courier: Courier; address: string }> {
  const line = await openLine(twin);
  onTestFinished(() => line.close());
  const courier = createCourier(
    createApi({ token: TOKEN, api: line.api, timeout: 4_000, signal: NEVER }),
  );
  return { line, courier, address: await twin.newChannel() };
}

test("once another process may post, nothing is sent, and what is on its way is given up", async () => {
  const line = await openLine(twin);
  onTestFinished(() => line.close());
  const ours = new AbortController();
  const access = { token: TOKEN, api: line.api, timeout: 60_000, signal: NEVER };
  const courier = createCourier(createApi({ ...access, whileOurs: () => ours.signal }));
  const parcel = { address: await twin.newChannel(), message: MESSAGE, key: "k1p0", again: false };
  const answer = Promise.withResolvers<void>();
  onTestFinished(() => answer.resolve());
  line.script(POST, { kind: "wait", until: answer.promise });
  const hanging = failureOf(courier.post(parcel));
  await vi.waitUntil(() => line.calls.some(({ route }) => POST.test(route)));
  ours.abort();
  expect((await hanging).code).toBe("unreachable");
  const calls = line.calls.length;
  expect((await failureOf(courier.post(parcel))).code).toBe("unreachable");
  expect(line.calls).toHaveLength(calls);
});

courierContract("Discord", async () => {
  const { line, courier, address } = await setUp();
  const fault = (errand: Errand, fault: Fault) => {
    line.script(errand === "edit" ? EDIT : POST, fault);
    line.forgetNonces();
  };
  return {
    courier,
    address,
    read: () => line.read(address),
    threads: {
      read: async ({ messageId }) => readThread(line, messageId),
      remove: ({ messageId }) => line.remove(messageId),
    },
    refused: { address: "99", mend: "check the channel's id" },
    faults: {
      breakConnection: (errand) => fault(errand, { kind: "reset" }),
      loseReply: (errand) => fault(errand, { kind: "reply-lost" }),
      rateLimit: (errand, seconds) => fault(errand, rateLimit(seconds)),
    },
  };
});

/** A thread has the id of its post, and is a channel of its own. */
async function readThread(line: Line, post: string): Promise<readonly Standing[]> {
  const standing = await line.read(post);
  return standing.map((one) => ({ ...one, messageId: `${post}/${one.messageId}` }));
}

test.each<[string, Fault]>([
  ["a connection reset before the work", { kind: "reset" }],
  ["a reply lost after the work", { kind: "reply-lost" }],
  ["a reply cut in the middle", { kind: "reply-cut" }],
  ["a reply that never comes", { kind: "hang" }],
  ["a page instead of a reply", { kind: "garbled" }],
  ["HTTP 500", { kind: "reply", status: 500, body: {} }],
  ["HTTP 502", { kind: "reply", status: 502, body: {} }],
  ["a gateway's 403 page", { kind: "reply", status: 403, body: {}, headers: HTML }],
])("after %s, the next attempt leaves one message", async (_, fault) => {
  const { line, courier, address } = await setUp();
  line.script(POST, fault);
  const parcel = { address, message: MESSAGE, key: "k1p1", again: false };
  expect((await failureOf(courier.post(parcel))).code).toBe("unreachable");
  line.forgetNonces();
  const { messageId } = await courier.post({ ...parcel, again: true });
  expect((await line.read(address)).map((standing) => standing.messageId)).toEqual([messageId]);
});

test("the SDK does not post again by itself", async () => {
  const { line, courier, address } = await setUp();
  line.script(POST, { kind: "reply-lost" });
  await failureOf(courier.post({ address, message: MESSAGE, key: "k1p1", again: false }));
  expect(line.calls.filter(({ route }) => POST.test(route))).toHaveLength(1);
});

test("a message is found by its trace after a hundred others; someone else's is not it", async () => {
  const { line, courier, address } = await setUp();
  const parcel = { address, message: MESSAGE, key: "k1p1", again: false };
  const { messageId } = await courier.post(parcel);
  for (let count = 0; count < 101; count += 1) {
    await twin.discord.channel(address).user(twin.reader).sendMessage({ content: "k1p1" });
  }
  line.forgetNonces();
  expect((await courier.post({ ...parcel, again: true })).messageId).toBe(messageId);
  expect(line.calls.filter(({ route }) => HISTORY.test(route))).toHaveLength(2);
});

test("a receipt links to the message; the server is asked for once", async () => {
  const { line, courier, address } = await setUp();
  const post = (key: string) => courier.post({ address, message: MESSAGE, key, again: false });
  const { messageId, url } = await post("k1p1");
  expect(url).toBe(`https://discord.com/channels/${twin.discord.guildId}/${address}/${messageId}`);
  await post("k1p2");
  expect(line.calls.filter(({ route }) => route === `GET /channels/${address}`)).toHaveLength(1);
});

test("a channel whose server cannot be told gives a receipt without a link", async () => {
  const { line, courier, address } = await setUp();
  line.script(/^GET \/channels\/\d+$/, { kind: "reset" });
  const receipt = await courier.post({ address, message: MESSAGE, key: "k1p1", again: false });
  expect(receipt.url).toBeNull();
});

test.each<[string, Fault]>([
  ["an outage", { kind: "reply", status: 503, body: {} }],
  ["a rate limit", rateLimit(7)],
  ["garbage", { kind: "garbled" }],
])("as long as %s hides the channel, nothing is posted again", async (_, fault) => {
  const { line, courier, address } = await setUp();
  line.script(HISTORY, fault);
  const parcel = { address, message: MESSAGE, key: "k1p1", again: true };
  expect((await failureOf(courier.post(parcel))).code).toBe("unreachable");
  expect(await line.read(address)).toEqual([]);
});

test("a history that the bot may not read is no proof that the message is missing", async () => {
  const { line, courier, address } = await setUp();
  line.script(/^GET \/guilds\/\d+$/, {
    kind: "reply",
    status: 200,
    body: { owner_id: "1", roles: [{ id: twin.discord.guildId, permissions: "3072" }] },
  });
  const parcel = { address, message: MESSAGE, key: "k1p1", again: true };
  const error = await failureOf(courier.post(parcel));
  expect(error).toMatchObject({ code: "refused" });
  expect(error.message).toContain("Read Message History");
  expect(await line.read(address)).toEqual([]);
});

test.each([
  [403, 50001, "Missing Access", "invite the bot to the channel"],
  [403, 50013, "Missing Permissions", "Send Messages"],
  [404, 10003, "Unknown Channel", "check the channel's id"],
  [400, 50008, "Cannot send messages in a non-text channel", "choose a text channel"],
  [400, 50035, "Invalid Form Body", "please report it"],
  [400, 40058, "Cannot send a message in a forum channel", "set “forum” for it"],
  [400, 50083, "Thread is archived", "unlock it"],
  [400, 160005, "Thread is locked", "unlock the thread"],
  [400, 30033, "Maximum number of thread participants", "remove somebody from the thread"],
  [400, 999_999, "Some error of tomorrow", "Some error of tomorrow (999999)"],
])("%d %d is refused, with its mend", async (status, code, message, mend) => {
  const { line, courier, address } = await setUp();
  line.script(POST, { kind: "reply", status, body: { code, message } });
  const parcel = { address, message: MESSAGE, key: "k1p1", again: false };
  const error = await failureOf(courier.post(parcel));
  expect(error.code).toBe("refused");
  expect(error.message).toContain(mend);
});

test("a channel id that is no number is refused with the mend of an unknown channel", async () => {
  const { line, courier } = await setUp();
  line.script(/^POST \/channels/, {
    kind: "reply",
    status: 400,
    body: {
      code: 50035,
      message: "Invalid Form Body",
      errors: { channel_id: { _errors: [{ code: "NUMBER_TYPE_COERCE", message: "Value" }] } },
    },
  });
  const parcel = { address: "general", message: MESSAGE, key: "k1p1", again: false };
  expect((await failureOf(courier.post(parcel))).message).toContain("check the channel's id");
});

test("a token that is refused is named, and works as soon as Discord takes it again", async () => {
  const { line, courier, address } = await setUp();
  const parcel = { address, message: MESSAGE, key: "k1p1", again: false };
  line.token = "another";
  const error = await failureOf(courier.post(parcel));
  expect(error).toMatchObject({ code: "refused" });
  expect(error.message).toContain("DISCORD_TOKEN");
  line.token = TOKEN;
  await courier.post(parcel);
  expect(await line.read(address)).toHaveLength(1);
});

test.each([
  [20016, "This action cannot be performed due to slowmode rate limit"],
  [20028, "The channel you are writing has hit the write rate limit"],
])("%d asks to wait: %s", async (code, message) => {
  const { line, courier, address } = await setUp();
  line.script(POST, { kind: "reply", status: 400, body: { code, message } });
  const parcel = { address, message: MESSAGE, key: "k1p1", again: false };
  expect(await failureOf(courier.post(parcel))).toMatchObject({ code: "rate-limited" });
});

test.each<[number, number, DeliveryErrorCode]>([
  [404, 10008, "gone"],
  [403, 50005, "refused"],
  [403, 50013, "refused"],
  [404, 10003, "refused"],
  [400, 30046, "rate-limited"],
  [400, 20022, "rate-limited"],
  [503, 130000, "unreachable"],
])("an edit that Discord answers with %d %d is %s", async (status, code, expected) => {
  const { line, courier, address } = await setUp();
  const parcel = { address, message: MESSAGE, key: "k1p1", again: false };
  const target = { ...(await courier.post(parcel)), key: "k1p1" };
  line.script(EDIT, refusal(status, code));
  const error = await failureOf(courier.edit({ ...parcel, key: "e1p1", target }));
  expect(error.code).toBe(expected);
});

test("an edit carries its mentions' ban and the key of its post, and no nonce", async () => {
  const { line, courier, address } = await setUp();
  const parcel = { address, message: MESSAGE, key: "k1p1", again: false, silent: true };
  const target = { ...(await courier.post(parcel)), key: "k1p1" };
  await courier.edit({ ...parcel, key: "e1p1", target });
  const [posted, edited] = line.calls.filter(({ route }) =>
    / \/channels\/\d+\/messages/.test(route),
  );
  expect(posted?.body).toMatchObject({ flags: (1 << 15) | (1 << 12), enforce_nonce: true });
  // Whether it makes a sound is settled when it is posted: an edit may not set that flag.
  expect(edited?.body).toEqual({
    flags: 1 << 15,
    components: posted?.body.components,
    allowed_mentions: { parse: [] },
  });
});

const ROLE = "112233445566778899";
const FLASH = { ...MESSAGE, mention: ROLE };

test("the role that a message mentions is notified, once also where a reply is lost, and by no edit", async () => {
  const { line, courier, address } = await setUp();
  const parcel = { address, message: FLASH, key: "k1p1", again: false };
  line.script(POST, { kind: "reply-lost" });
  await failureOf(courier.post(parcel));
  line.forgetNonces();
  const receipt = await courier.post({ ...parcel, again: true });
  expect(receipt.shortfall).toBeNull();
  expect(await line.read(address)).toMatchObject([{ mentions: [`<@&${ROLE}>`] }]);
  await courier.edit({ ...parcel, key: "e1p1", target: { ...receipt, key: "k1p1" } });
  const [standing] = await line.read(address);
  expect(standing?.mentions).toEqual([]);
  expect(standing?.text).not.toContain(ROLE);
});

test.each([
  ["the server's own id, which is @everyone", null, "names @everyone"],
  ["any role where nobody can tell the server", { kind: "reset" } as const, "which server"],
])("%s is never mentioned; the post stands all the same, and it is told", async (_, fault, says) => {
  const { line, courier, address } = await setUp();
  if (fault !== null) line.script(/^GET /, fault, fault, fault);
  const message = { ...MESSAGE, mention: twin.discord.guildId };
  const { shortfall } = await courier.post({ address, message, key: "k1p1", again: false });
  expect(shortfall).toContain(says);
  const [standing, ...more] = await line.read(address);
  expect([standing?.mentions, more]).toEqual([[], []]);
  expect(standing?.text).not.toContain(twin.discord.guildId);
});

test("three hundred channels that are due at once are drained within the limit", async () => {
  const line = await openLine(twin);
  onTestFinished(() => line.close());
  const api = createApi({ token: TOKEN, api: line.api, timeout: 2_000, signal: NEVER });
  const courier = createCourier(api, () => "1");
  line.limit = createRateLimit(50);
  // The twin is slower than Discord, so that calls would come to it in crowds.
  line.script(POST, ...Array.from({ length: 300 }, (_, id) => taken(String(id))));
  let sentAway = 0;
  // As the outbox does: what is sent away comes again when it is told to.
  const carry = async (parcel: Parcel): Promise<Receipt> => {
    const outcome = await courier.post(parcel).catch((error: unknown) => error);
    if (!(outcome instanceof DeliveryError)) return receiptOf(outcome);
    expect(outcome).toMatchObject({ code: "put-off" });
    sentAway += 1;
    await sleep(outcome.retryAfter ?? 0);
    return carry(parcel);
  };
  const parcels = Array.from({ length: 300 }, (_, index) => ({
    ...{ address: String(1_000 + index), message: MESSAGE, key: `d${index}`, again: false },
  }));
  const receipts = await Promise.all(parcels.map(carry));
  expect(new Set(receipts.map(({ messageId }) => messageId)).size).toBe(300);
  expect(sentAway).toBeGreaterThan(0);
  expect(line.limit.refused).toBe(0);
}, 60_000);

function taken(id: string): Fault {
  return { kind: "reply", status: 200, body: { id } };
}

function receiptOf(outcome: unknown): Receipt {
  const isReceipt = typeof outcome === "object" && outcome !== null && "messageId" in outcome;
  return { messageId: isReceipt ? String(outcome.messageId) : "none", url: null };
}

/** What Discord says about the bucket of a channel, with a post that is taken. */
function bucket(seconds: number): Fault {
  return {
    kind: "reply",
    status: 200,
    headers: {
      "x-ratelimit-bucket": "messages",
      "x-ratelimit-limit": "5",
      "x-ratelimit-remaining": "0",
      "x-ratelimit-reset-after": String(seconds),
    },
    body: { id: "1" },
  };
}

test("a bucket that opens soon is waited for, and nothing is sent meanwhile", async () => {
  const { line, courier, address } = await setUp();
  const post = (key: string) => courier.post({ address, message: MESSAGE, key, again: false });
  // The SDK learns the bucket's name from the first reply, and what is left in it from the second.
  line.script(POST, bucket(0.05), bucket(0.05));
  await post("k1p1");
  await post("k1p2");
  await post("k1p3");
  expect(await line.read(address)).toHaveLength(1);
});

test("a bucket that stays shut is told with its wait, without a request", async () => {
  const { line, courier, address } = await setUp();
  const post = (key: string) => courier.post({ address, message: MESSAGE, key, again: false });
  line.script(POST, bucket(60), bucket(60));
  await post("k1p1");
  await post("k1p2");
  const error = await failureOf(post("k1p3"));
  expect(error.code).toBe("rate-limited");
  expect(error.retryAfter).toBeGreaterThan(50_000);
  expect(line.calls.filter(({ route }) => POST.test(route))).toHaveLength(2);
});

function rateLimit(seconds: number): Fault {
  return {
    kind: "reply",
    status: 429,
    headers: { "retry-after": String(seconds), "x-ratelimit-scope": "shared" },
    body: { message: "You are being rate limited.", retry_after: seconds, global: false },
  };
}

const PICTURED: Message = {
  ...MESSAGE,
  sections: [
    ...MESSAGE.sections,
    {
      blocks: [
        { kind: "picture", url: "https://p.example/1.jpg", alt: "The bridge", credit: "Ana Field" },
      ],
    },
  ],
};

/** Whether the calls of a route that were answered had a picture. */
function pictured(line: Line, route: RegExp): readonly boolean[] {
  const calls = line.calls.filter((call) => route.test(call.route));
  return calls.map(({ body }) => JSON.stringify(body).includes("p.example"));
}

test("a post and an edit whose picture Discord does not take go out without it", async () => {
  const { line, courier, address } = await setUp();
  line.script(POST, refusal(400, 50_035));
  const parcel = { address, message: PICTURED, key: "k7p0", again: false };
  const target = { ...(await courier.post(parcel)), key: parcel.key };
  expect(pictured(line, POST)).toEqual([true, false]);
  line.script(EDIT, refusal(400, 50_035));
  await courier.edit({ ...parcel, target });
  expect(pictured(line, EDIT)).toEqual([true, false]);
});

test.each([
  ["a refusal of the channel", 50_013, PICTURED],
  ["a message without pictures", 50_035, MESSAGE],
])("%s is refused as before", async (_what, code, message) => {
  const { line, courier, address } = await setUp();
  line.script(POST, refusal(403, code));
  const failure = await failureOf(courier.post({ address, message, key: "k8p0", again: false }));
  expect(failure.code).toBe("refused");
  expect(pictured(line, POST)).toHaveLength(1);
});
