import { createEmulator } from "emulate";
import { expect, onTestFinished, test } from "vitest";
import { partMessage } from "#core/message/part.ts";
import { plainMessage } from "#core/message/say.ts";
import type { ServiceState } from "#desk/port/chat-service.ts";
import { createClient } from "#edge/slack/client.ts";
import { SLACK_BUDGET } from "#edge/slack/render.ts";
import { createSlack } from "#edge/slack/service.ts";
import { idleDesk } from "#tests/fake/front-desk.ts";
import { createInbox } from "#tests/fake/inbox.ts";
import { createLogInbox } from "#tests/fake/log.ts";
import { takeState } from "#tests/fake/state.ts";
import { QUICK } from "./fake/service.ts";

const TOKEN = "xoxb-emulated";

async function setUp() {
  const emulator = await createEmulator({
    service: "slack",
    port: 0,
    hostname: "127.0.0.1",
    seed: {
      slack: {
        channels: [{ name: "front-page" }],
        bots: [{ name: "copydesk" }],
        tokens: [{ token: TOKEN, scopes: ["chat:write", "channels:history", "channels:read"] }],
      },
    },
  });
  onTestFinished(() => emulator.close());
  const api = `${emulator.url}/api/`;
  const { log } = createLogInbox();
  const service = createSlack({
    botToken: TOKEN,
    appToken: null,
    signingSecret: null,
    httpPort: null,
    frontDesk: idleDesk,
    log,
    channelOf: () => null,
    places: () => [],
    api,
    timing: QUICK,
  });
  onTestFinished(() => service.stop());
  const client = createClient(TOKEN, { api, timeout: 1_000, log });
  const { channels = [] } = await client.conversations.list({});
  const address = channels.find(({ name }) => name === "front-page")?.id ?? "";
  return { service, client, address };
}

test("a digest arrives in an emulated Slack, part by part, with its keys", async () => {
  const { service, client, address } = await setUp();
  const states = createInbox<ServiceState>();
  service.start((state) => states.put(state));
  await takeState(states, "ready");
  const digest = {
    summary: "Front page & more",
    sections: Array.from({ length: 5 }, (_, index) => ({
      blocks: [
        { kind: "headline", spans: [{ text: `Item ${index}`, style: "strong" }] },
        { kind: "paragraph", spans: [{ text: "word ".repeat(560) }] },
      ] as const,
    })),
  };
  const parts = partMessage(digest, SLACK_BUDGET);
  for (const [index, message] of parts.entries()) {
    await service.courier.post({ address, message, key: `k1p${index}`, again: false });
  }
  const { messages = [] } = await client.conversations.history({
    channel: address,
    include_all_metadata: true,
  });
  expect(parts.length).toBeGreaterThan(1);
  const arrived = messages
    .toReversed()
    .map(({ text, metadata }) => ({ summary: text?.split("\n")[0], metadata }));
  expect(arrived).toEqual(
    parts.map((_, index) => ({
      summary: `Front page &amp; more (${index + 1} of ${parts.length})`,
      metadata: { event_type: "copydesk_delivery", event_payload: { key: `k1p${index}` } },
    })),
  );
  expect(messages[0]?.blocks?.map(({ type }) => type)).toContain("rich_text");
});

test("a repeated post with `again` leaves one message, with the first receipt", async () => {
  const { service, client, address } = await setUp();
  const parcel = { address, message: plainMessage("Once."), key: "k2p0" };
  const first = await service.courier.post({ ...parcel, again: false });
  expect(await service.courier.post({ ...parcel, again: true })).toEqual(first);
  const { messages } = await client.conversations.history({ channel: address });
  expect(messages).toHaveLength(1);
});

test("doctor looks at a channel of an emulated Slack", async () => {
  const { service, address } = await setUp();
  expect((await service.check([address, "C404"])).slice(-2)).toMatchObject([
    { subject: `Slack channel ${address}`, ok: true },
    { subject: "Slack channel C404", ok: false },
  ]);
});
