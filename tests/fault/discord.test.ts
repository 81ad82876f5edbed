import { afterAll, beforeAll, onTestFinished } from "vitest";
import { createApi } from "#edge/discord/api.ts";
import { createCourier } from "#edge/discord/courier.ts";
import type { Errand } from "#tests/contract/courier.ts";
import type { Fault } from "#tests/edge/discord/fake/fault.ts";
import { openLine } from "#tests/edge/discord/fake/line.ts";
import { startTwin, TOKEN, type Twin } from "#tests/edge/discord/fake/twin.ts";
import { faultSuite, type Trouble } from "./suite.ts";

const { signal: NEVER } = new AbortController();
const ROUTES: Readonly<Record<Errand, RegExp>> = {
  post: /^POST \/channels\/\d+\/messages$/,
  edit: /^PATCH \/channels\/\d+\/messages\/\d+$/,
  reply: /^POST \/channels\/\d+\/messages$/,
};

let twin: Twin;
beforeAll(async () => {
  twin = await startTwin();
});
afterAll(() => twin.discord.stop());

faultSuite("Discord", async () => {
  const line = await openLine(twin);
  onTestFinished(() => line.close());
  const address = await twin.newChannel();
  const texts = async (channel: string) => (await line.read(channel)).map(({ text }) => text);
  return {
    courier: createCourier(createApi({ token: TOKEN, api: line.api, timeout: 500, signal: NEVER })),
    address,
    trouble: (errand, trouble) => {
      line.script(ROUTES[errand], faultOf(trouble));
      // Hours pass by the clock of the test: longer than Discord knows a nonce.
      line.forgetNonces();
    },
    texts: () => texts(address),
    threadTexts: async () => texts((await line.read(address))[0]?.messageId ?? ""),
  };
});

function faultOf(trouble: Trouble): Fault {
  if (trouble.kind !== "status") return trouble;
  const { status, retryAfter } = trouble;
  if (retryAfter === undefined) return { kind: "reply", status, body: {} };
  return {
    ...{
      kind: "reply",
      status,
      body: { message: "Slow down.", retry_after: retryAfter, global: false },
    },
    headers: { "retry-after": String(retryAfter), "x-ratelimit-scope": "user" },
  };
}
