import { expect, onTestFinished, test, vi } from "vitest";
import { plainMessage } from "#core/message/say.ts";
import { takeState } from "#tests/fake/state.ts";
import { commandEnvelope, commandPayload } from "./fake/envelopes.ts";
import { QUICK, runService } from "./fake/service.ts";
import type { FakeSlack } from "./fake/slack.ts";

test("after a refresh that Slack announces, the app is back and answers", async () => {
  const { slack, states, asked } = await runService();
  await takeState(states, "ready");
  await slack.greeted.take();
  slack.refresh();
  await slack.greeted.take();
  await takeState(states, "ready");
  const responseUrl = slack.responseUrl("again");
  slack.send(
    commandEnvelope(
      "e1",
      commandPayload({ command: "/facts", text: "", trigger: "t1", responseUrl }),
    ),
  );
  expect(await asked.take()).toBe("facts in front-page");
});

test("a bad token is reported with its mend, and tried again until it is good", async () => {
  const { slack, states } = await runService({ botToken: "xoxb-other" });
  const first = await takeState(states, "failed");
  const second = await takeState(states, "failed");
  expect(first.reason).toContain("invalid_auth: copy the bot token anew");
  expect(second.retryIn).toBe(first.retryIn * 2);
  slack.token = "xoxb-other";
  expect(await takeState(states, "ready")).toEqual({ kind: "ready", as: "copydesk" });
});

test.each([
  ["a bad app token", { kind: "error", error: "invalid_auth" }, "SLACK_APP_TOKEN is not taken"],
  ["an outage", { kind: "status", status: 503 }, "HTTP 503"],
  ["a broken connection", { kind: "reset" }, "fetch failed"],
] as const)("%s at apps.connections.open is reported, and survived", async (_, fault, reason) => {
  const { slack, states } = await runService();
  await takeState(states, "ready");
  slack.script("apps.connections.open", fault);
  slack.refresh();
  expect((await takeState(states, "failed")).reason).toContain(reason);
  await takeState(states, "ready");
});

test("without an app token it posts only, and says how to mend it", async () => {
  const { slack, states, lines } = await runService({ appToken: null });
  const { as } = await takeState(states, "ready");
  expect(as).toContain("set SLACK_APP_TOKEN");
  expect(lines.all.map(({ event }) => event)).toContain("slack posts only");
  expect(slack.calls.all).toEqual(["auth.test"]);
});

test("stop ends the answer that is being given, and answers nothing after", async () => {
  const answer = Promise.withResolvers<void>();
  const { slack, service, states, asked } = await runService({}, async () => {
    await answer.promise;
    return plainMessage("Done");
  });
  await takeState(states, "ready");
  const responseUrl = slack.responseUrl("last");
  slack.send(
    commandEnvelope(
      "e1",
      commandPayload({ command: "/brief", text: "", trigger: "t1", responseUrl }),
    ),
  );
  await asked.take();
  const stopped = service.stop();
  answer.resolve();
  await stopped;
  expect(slack.responses.all).toHaveLength(1);
});

test("a socket that goes deaf is replaced", async () => {
  const { slack, states, asked } = await runService({ timing: { ...QUICK, ping: 150 } });
  await takeState(states, "ready");
  slack.stall();
  await takeState(states, "ready");
  const responseUrl = slack.responseUrl("heard");
  const payload = commandPayload({ command: "/facts", text: "", trigger: "t1", responseUrl });
  slack.send(commandEnvelope("e1", payload));
  expect(await asked.take()).toBe("facts in front-page");
});

test("a socket that breaks without a word is replaced", async () => {
  const { slack, states } = await runService();
  await takeState(states, "ready");
  slack.cut();
  await takeState(states, "connecting");
  expect((await takeState(states, "ready")).as).toBe("copydesk");
});

test("stop does not wait for a deaf socket to say farewell", async () => {
  const { slack, service, states } = await runService({ timing: { ...QUICK, ping: 60_000 } });
  await takeState(states, "ready");
  slack.stall();
  await service.stop();
  expect(states.all.at(-1)?.kind).toBe("ready");
});

test("stop while the token is refused ends the attempts", async () => {
  const { service, states, slack } = await runService({ botToken: "xoxb-other" });
  await takeState(states, "failed");
  await service.stop();
  const calls = slack.calls.all.length;
  slack.token = "xoxb-other";
  await service.stop();
  expect(slack.calls.all).toHaveLength(calls);
});

test("nothing is printed: the SDK's own lines go to the log, without what readers typed", async () => {
  const printed = (["debug", "info", "log", "warn", "error"] as const).map((method) =>
    vi.spyOn(console, method),
  );
  onTestFinished(() => {
    vi.restoreAllMocks();
  });
  const { slack, states, lines } = await runService();
  await takeState(states, "ready");
  slack.script("auth.test", { kind: "status", status: 500 });
  slack.script("apps.connections.open", { kind: "error", error: "invalid_auth" });
  slack.refresh();
  await takeState(states, "failed");
  await takeState(states, "failed");
  await takeState(states, "ready");
  const responseUrl = slack.responseUrl("private");
  const payload = commandPayload({
    command: "/desk",
    text: "search my secret",
    trigger: "t1",
    responseUrl,
  });
  slack.send(commandEnvelope("e1", payload));
  await slack.responses.take();
  for (const method of printed) expect(method).not.toHaveBeenCalled();
  expect(lines.all.map(({ level, event }) => `${level} ${event}`)).toContain("warn slack failed");
  expect(JSON.stringify(lines.all)).not.toContain("my secret");
});

test("a socket that breaks as soon as it stands is tried again ever later", async () => {
  const { slack, states } = await runService();
  const cutting = (async () => {
    for (let time = 0; time < 4; time += 1) {
      await slack.greeted.take();
      slack.cut();
    }
  })();
  const waits = [(await takeState(states, "failed")).retryIn];
  waits.push((await takeState(states, "failed")).retryIn);
  expect(waits[1]).toBeGreaterThan(waits[0] ?? 0);
  await cutting;
  await takeState(states, "ready");
});

test("a socket that comes to stand after the stop is closed at once", async () => {
  const { slack, service, states } = await runService();
  await takeState(states, "ready");
  await slack.greeted.take();
  const address = Promise.withResolvers<void>();
  slack.script("apps.connections.open", { kind: "wait", until: address.promise });
  slack.cut();
  await slack.left.take();
  await callOf(slack, 2, "apps.connections.open");
  await service.stop();
  address.resolve();
  await slack.greeted.take();
  expect(await slack.left.take()).toBe(0);
});

/** Takes calls until a method was called so many times. */
async function callOf({ calls }: FakeSlack, times: number, method: string): Promise<void> {
  for (let left = times; left > 0; ) if ((await calls.take()) === method) left -= 1;
}
