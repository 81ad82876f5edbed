import { ChannelType } from "discord.js";
import { onTestFinished } from "vitest";
import { createApi } from "#edge/discord/api.ts";
import { createCourier } from "#edge/discord/courier.ts";
import type { Fault } from "#tests/edge/discord/fake/fault.ts";
import { type Line, openLine } from "#tests/edge/discord/fake/line.ts";
import { TOKEN, type Twin } from "#tests/edge/discord/fake/twin.ts";
import { type Errand, type FaultName, RETRY_AFTER } from "./faults.ts";
import { type Copy, type FaultyPlace, TIMEOUT } from "./place.ts";

const ROUTES: Readonly<Record<Errand, RegExp>> = {
  post: /^POST \/channels\/\d+\/messages$/,
  edit: /^PATCH \/channels\/\d+\/messages\/\d+$/,
  reply: /^POST \/channels\/\d+\/messages$/,
  thread: /^POST \/channels\/\d+\/messages\/\d+\/threads$/,
  "forum post": /^POST \/channels\/\d+\/threads$/,
  look: /^GET \/channels\/\d+\/messages$/,
};

const FAULTS: Readonly<Record<Exclude<FaultName, "a delay">, Fault>> = {
  "429 with retry-after": {
    ...{ kind: "reply", status: 429, headers: { "retry-after": String(RETRY_AFTER) } },
    body: { message: "You are being rate limited.", retry_after: RETRY_AFTER, global: false },
  },
  "HTTP 500": { kind: "reply", status: 500, body: {} },
  "HTTP 502": { kind: "reply", status: 502, body: {} },
  "a 502 after the work": { kind: "bad-gateway" },
  "a connection reset": { kind: "reset" },
  "a reply dropped after the work": { kind: "reply-lost" },
  "a reply cut in the middle": { kind: "reply-cut" },
  "a garbled reply": { kind: "garbled" },
  "a reply that never comes": { kind: "hang" },
  "a reply that stalls": { kind: "hang-in-body" },
};

const { signal: NEVER } = new AbortController();

/** Discord's courier before a line of its own, which ends with the test. */
export async function openDiscordPlace(twin: Twin, forum: boolean): Promise<FaultyPlace> {
  const line = await openLine(twin);
  onTestFinished(() => line.close());
  const address = await twin.newChannel(forum ? ChannelType.GuildForum : ChannelType.GuildText);
  if (forum) line.setForum(address, { tags: [], tagRequired: false });
  const api = createApi({ token: TOKEN, api: line.api, timeout: TIMEOUT, signal: NEVER });
  return {
    courier: createCourier(api),
    address,
    read: () => (forum ? readForum(twin, line, address) : line.read(address)),
    readThread: async (post) => {
      const [thread = ""] = post.split("/");
      return inThread(thread, (await line.read(thread)).slice(forum ? 1 : 0));
    },
    fail: (errand, fault, until) =>
      line.script(ROUTES[errand], fault === "a delay" ? { kind: "wait", until } : FAULTS[fault]),
    calls: (errand) => line.calls.filter(({ route }) => ROUTES[errand].test(route)).length,
    forget: () => line.forgetNonces(),
  };
}

/** Each post of a forum is a thread with the id of its first message. */
async function readForum(twin: Twin, line: Line, parentId: string): Promise<readonly Copy[]> {
  const posts = await twin.discord.prisma.channel.findMany({ where: { parentId } });
  const ids = posts.map(({ id }) => id).toSorted((a, b) => Number(BigInt(a) - BigInt(b)));
  return (
    await Promise.all(ids.map(async (id) => inThread(id, (await line.read(id)).slice(0, 1))))
  ).flat();
}

function inThread(thread: string, copies: readonly Copy[]): readonly Copy[] {
  return copies.map((copy) => ({ ...copy, messageId: `${thread}/${copy.messageId}` }));
}
