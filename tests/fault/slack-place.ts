import { onTestFinished } from "vitest";
import { createClient } from "#edge/slack/client.ts";
import { createCourier } from "#edge/slack/courier.ts";
import type { Fault } from "#tests/edge/slack/fake/faults.ts";
import { NO_PACE } from "#tests/edge/slack/fake/service.ts";
import { startFakeSlack } from "#tests/edge/slack/fake/slack.ts";
import { silentLog } from "#tests/fake/log.ts";
import { type Errand, type FaultName, RETRY_AFTER } from "./faults.ts";
import { type FaultyPlace, TIMEOUT } from "./place.ts";

const METHODS: Readonly<Record<Errand, string>> = {
  post: "chat.postMessage",
  edit: "chat.update",
  reply: "chat.postMessage",
  thread: "chat.postMessage",
  "forum post": "chat.postMessage",
  look: "conversations.history",
};

const FAULTS: Readonly<Record<Exclude<FaultName, "a delay">, Fault>> = {
  "429 with retry-after": { kind: "status", status: 429, retryAfter: RETRY_AFTER },
  "HTTP 500": { kind: "status", status: 500 },
  "HTTP 502": { kind: "status", status: 502 },
  "a 502 after the work": { kind: "bad-gateway" },
  "a connection reset": { kind: "reset" },
  "a reply dropped after the work": { kind: "reply-lost" },
  "a reply cut in the middle": { kind: "reply-cut" },
  "a garbled reply": { kind: "garbled" },
  "a reply that never comes": { kind: "hang" },
  "a reply that stalls": { kind: "hang-in-body" },
};

/** Slack's courier before a fake Slack of its own, which ends with the test. */
export async function openSlackPlace(): Promise<FaultyPlace> {
  const slack = await startFakeSlack();
  onTestFinished(() => slack.close());
  const client = createClient(slack.token, { api: slack.api, timeout: TIMEOUT, log: silentLog });
  const copies = (of: string | null) =>
    slack.posted
      .filter(({ thread }) => thread === of)
      .map(({ ts, thread, text, blocks }) => ({
        messageId: thread === null ? ts : `${thread}/${ts}`,
        text: JSON.stringify({ text, blocks }),
      }));
  return {
    courier: createCourier({ client, workspace: () => null, pace: NO_PACE }),
    address: "C1",
    read: async () => copies(null),
    readThread: async (messageId) => copies(messageId),
    fail: (errand, fault, until) =>
      slack.script(METHODS[errand], fault === "a delay" ? { kind: "wait", until } : FAULTS[fault]),
    calls: (errand) => slack.arguments(METHODS[errand]).length,
    forget: () => undefined,
  };
}
