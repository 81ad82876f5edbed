import { onTestFinished } from "vitest";
import { createClient } from "#edge/slack/client.ts";
import { createCourier } from "#edge/slack/courier.ts";
import { courierContract } from "#tests/contract/courier.ts";
import { createLogInbox } from "#tests/fake/log.ts";
import { startFakeSlack } from "./fake/slack.ts";
import type { Posted } from "./fake/workspace.ts";

courierContract("Slack", async () => {
  const slack = await startFakeSlack();
  onTestFinished(() => slack.close());
  const { log } = createLogInbox();
  const client = createClient("xoxb-good", { api: slack.api, timeout: 1_000, log });
  return {
    courier: createCourier({ client, workspace: () => null, pace: 0 }),
    address: "C1",
    read: async () =>
      slack.posted.map((message) => ({ messageId: message.ts, mentions: mentionsIn(message) })),
    refused: { address: "C404", mend: "/invite @Copydesk" },
    faults: {
      breakConnection: () => slack.script("chat.postMessage", { kind: "reset" }),
      loseReply: () => slack.script("chat.postMessage", { kind: "reply-lost" }),
      rateLimit: (seconds) =>
        slack.script("chat.postMessage", { kind: "status", status: 429, retryAfter: seconds }),
    },
  };
});

/**
 * Mentions as Slack reads them: tokens in any text, rich text included, to be on the safe side, and
 * the elements of rich text that are mentions.
 */
function mentionsIn({ text, blocks }: Posted): readonly string[] {
  const all = JSON.stringify({ text, blocks });
  const tokens = all.match(/<[!@#][^>]*>/g) ?? [];
  const elements = all.match(/"type":"(?:user|usergroup|channel|broadcast|team)"/g) ?? [];
  return [...tokens, ...elements];
}
