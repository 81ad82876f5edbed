import { onTestFinished } from "vitest";
import { createClient } from "#edge/slack/client.ts";
import { createCourier } from "#edge/slack/courier.ts";
import { NO_PACE } from "#tests/edge/slack/fake/service.ts";
import { startFakeSlack } from "#tests/edge/slack/fake/slack.ts";
import { createLogInbox } from "#tests/fake/log.ts";
import { faultSuite } from "./suite.ts";

const METHODS = { post: "chat.postMessage", edit: "chat.update", reply: "chat.postMessage" };

faultSuite("Slack", async () => {
  const slack = await startFakeSlack();
  onTestFinished(() => slack.close());
  const { log } = createLogInbox();
  const client = createClient("xoxb-good", { api: slack.api, timeout: 500, log });
  const textsOf = (inThread: boolean) =>
    slack.posted
      .filter(({ thread }) => (thread !== null) === inThread)
      .map(({ text, blocks }) => `${text} ${JSON.stringify(blocks)}`);
  return {
    courier: createCourier({ client, workspace: () => null, pace: NO_PACE }),
    address: "C1",
    trouble: (errand, trouble) => slack.script(METHODS[errand], trouble),
    texts: async () => textsOf(false),
    threadTexts: async () => textsOf(true),
  };
});
