import { expect, onTestFinished, test } from "vitest";
import { plainMessage } from "#core/message/say.ts";
import { createSlack } from "#edge/slack/service.ts";
import { idleDesk } from "#tests/fake/front-desk.ts";
import { createLogInbox } from "#tests/fake/log.ts";
import { QUICK } from "./fake/service.ts";
import { startFakeSlack } from "./fake/slack.ts";

const PARCEL = { address: "C1", message: plainMessage("The bridge reopens."), again: false };

/** A service that was never started, as in a process that posts and leaves the answers to others. */
async function setUp() {
  const slack = await startFakeSlack();
  const { log, lines } = createLogInbox();
  const { courier, stop } = createSlack({
    ...{ botToken: "xoxb-good", appToken: "xapp-good", signingSecret: null, httpPort: null },
    ...{
      frontDesk: idleDesk,
      log,
      channelOf: () => null,
      places: () => [],
      api: slack.api,
      timing: QUICK,
    },
  });
  onTestFinished(async () => {
    await stop();
    await slack.close();
  });
  return { slack, courier, lines };
}

test("what only posts asks once where it is, so that its posts have links, and connects to nothing", async () => {
  const { slack, courier } = await setUp();
  const receipts = [
    await courier.post({ ...PARCEL, key: "k1p0" }),
    await courier.post({ ...PARCEL, key: "k1p1" }),
  ];
  expect(receipts.map(({ url }) => url?.startsWith("https://"))).toEqual([true, true]);
  expect(slack.calls.all).toEqual(["auth.test", "chat.postMessage", "chat.postMessage"]);
});

test("where it cannot be told, the post goes out without a link, and it is asked again with the next", async () => {
  const { slack, courier, lines } = await setUp();
  slack.script("auth.test", { kind: "status", status: 503 });
  expect(await courier.post({ ...PARCEL, key: "k1p0" })).toMatchObject({ url: null });
  expect(lines.all.map(({ event }) => event)).toContain("slack workspace not told");
  expect((await courier.post({ ...PARCEL, key: "k1p1" })).url).not.toBeNull();
  expect(slack.posted).toHaveLength(2);
});
