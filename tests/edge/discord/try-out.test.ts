import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { createApi } from "#edge/discord/api.ts";
import { inviteUrl, tryPost } from "#edge/discord/try-out.ts";
import { openLine } from "./fake/line.ts";
import { startTwin, TOKEN, type Twin } from "./fake/twin.ts";

const { signal: NEVER } = new AbortController();

let twin: Twin;
beforeAll(async () => {
  twin = await startTwin();
});
afterAll(() => twin.discord.stop());

async function setUp() {
  const line = await openLine(twin);
  onTestFinished(() => line.close());
  return { line, api: createApi({ token: TOKEN, api: line.api, timeout: 4_000, signal: NEVER }) };
}

test("the invitation asks for what the bot does in a channel, and for nothing else", async () => {
  const { api, line } = await setUp();
  const body = { id: "123456789012345678", name: "Copydesk" };
  line.script(/^GET \/applications\/@me$/, { kind: "reply", status: 200, body });
  const url = new URL(await inviteUrl(api));
  expect(url.origin + url.pathname).toBe("https://discord.com/oauth2/authorize");
  expect(Object.fromEntries(url.searchParams)).toEqual({
    ...{ client_id: "123456789012345678", scope: "bot applications.commands" },
    permissions: String((1n << 10n) | (1n << 11n) | (1n << 16n) | (1n << 35n) | (1n << 38n)),
  });
});

test("one plain sentence that mentions nobody is posted; where it is refused, why is said", async () => {
  const { api, line } = await setUp();
  const address = await twin.newChannel();
  expect(await tryPost(api, address)).toMatchObject({ ok: true });
  const posts = line.calls.filter(({ route }) => route.startsWith("POST /channels/"));
  expect(posts.map(({ body }) => body)).toEqual([
    { content: "Copydesk can post here.", allowed_mentions: { parse: [] } },
  ]);
  line.script(/^POST \/channels\/\d+\/messages$/, {
    ...{ kind: "reply", status: 403, body: { code: 50013, message: "Missing Permissions" } },
  });
  expect(await tryPost(api, address)).toMatchObject({
    ...{ ok: false, says: expect.stringContaining("give the bot View Channel, Send Messages") },
  });
});
