import { onTestFinished } from "vitest";
import { createClient } from "#edge/slack/client.ts";
import { createCourier } from "#edge/slack/courier.ts";
import { courierContract, type Errand, type Standing } from "#tests/contract/courier.ts";
import { createLogInbox } from "#tests/fake/log.ts";
import { NO_PACE } from "./fake/service.ts";
import { startFakeSlack } from "./fake/slack.ts";
import type { Posted } from "./fake/workspace.ts";

courierContract("Slack", async () => {
  const slack = await startFakeSlack();
  onTestFinished(() => slack.close());
  const { log } = createLogInbox();
  const client = createClient("xoxb-good", { api: slack.api, timeout: 1_000, log });
  return {
    courier: createCourier({ client, workspace: () => null, pace: NO_PACE }),
    address: "C1",
    read: async () => slack.posted.filter(({ thread }) => thread === null).map(standingOf),
    threads: {
      read: async ({ messageId }) =>
        slack.posted.filter(({ thread }) => thread === messageId).map(standingOf),
      remove: async ({ messageId }) => slack.remove(messageId.split("/").at(-1) ?? ""),
    },
    refused: { address: "C404", mend: "/invite @Copydesk" },
    faults: {
      breakConnection: (errand) => slack.script(METHODS[errand], { kind: "reset" }),
      loseReply: (errand) => slack.script(METHODS[errand], { kind: "reply-lost" }),
      rateLimit: (errand, seconds) =>
        slack.script(METHODS[errand], { kind: "status", status: 429, retryAfter: seconds }),
    },
  };
});

const METHODS: Readonly<Record<Errand, string>> = {
  post: "chat.postMessage",
  edit: "chat.update",
  reply: "chat.postMessage",
};

function standingOf(message: Posted): Standing {
  const { ts, thread, text, blocks } = message;
  return {
    messageId: thread === null ? ts : `${thread}/${ts}`,
    mentions: mentionsIn(message),
    text: JSON.stringify({ text, blocks }),
  };
}

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
