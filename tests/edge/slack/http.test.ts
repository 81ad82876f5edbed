import { once } from "node:events";
import { connect } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { takeState } from "#tests/fake/state.ts";
import { clickPayload, commandPayload } from "./fake/envelopes.ts";
import { HTTP, listeningAt, post } from "./fake/http.ts";
import { runService } from "./fake/service.ts";

test("a signed slash command is acknowledged and answered", async () => {
  const { slack, states, lines } = await runService(HTTP);
  const url = await listeningAt(lines);
  await takeState(states, "ready");
  const responseUrl = slack.responseUrl("signed");
  const payload = commandPayload({ command: "/desk", text: "facts", trigger: "t1", responseUrl });
  expect(await post(url, new URLSearchParams(payload).toString())).toBe(200);
  expect((await slack.responses.take()).body).toMatchObject({
    response_type: "ephemeral",
    text: "You asked: facts",
  });
});

test("a signed click is acknowledged and answered, and a repetition is answered once", async () => {
  const { slack, states, lines, asked } = await runService(HTTP);
  const url = await listeningAt(lines);
  await takeState(states, "ready");
  const responseUrl = slack.responseUrl("click");
  const payload = clickPayload({
    actionId: "ask-2-0",
    value: "brief a1",
    trigger: "t1",
    responseUrl,
  });
  const body = new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
  expect(await post(url, body)).toBe(200);
  expect(await post(url, body)).toBe(200);
  await slack.responses.take();
  expect(asked.all).toEqual(["brief a1 in front-page"]);
});

test.each([
  ["another secret", { secret: "not-the-secret" }],
  ["a time ten minutes old", { at: Math.floor(Date.now() / 1_000) - 600 }],
  ["a time ten minutes to come", { at: Math.floor(Date.now() / 1_000) + 600 }],
  ["a time without end", { at: Number.POSITIVE_INFINITY }],
])("a request signed with %s is refused and not answered", async (_, signing) => {
  const { slack, states, lines, asked } = await runService(HTTP);
  const url = await listeningAt(lines);
  await takeState(states, "ready");
  const responseUrl = slack.responseUrl("forged");
  const payload = commandPayload({ command: "/brief", text: "", trigger: "t1", responseUrl });
  expect(await post(url, new URLSearchParams(payload).toString(), signing)).toBe(401);
  expect(asked.all).toEqual([]);
});

test.each([
  ["four minutes old", -240],
  ["four minutes ahead", 240],
])("a request that is %s is taken: clocks differ", async (_, seconds) => {
  const { slack, states, lines } = await runService(HTTP);
  const url = await listeningAt(lines);
  await takeState(states, "ready");
  const responseUrl = slack.responseUrl("near");
  const payload = commandPayload({ command: "/desk", text: "facts", trigger: "t1", responseUrl });
  const at = Math.floor(Date.now() / 1_000) + seconds;
  expect(await post(url, new URLSearchParams(payload).toString(), { at })).toBe(200);
});

test("HTTP mode without a signing secret opens no port", async () => {
  const { states } = await runService({ ...HTTP, signingSecret: null });
  expect((await takeState(states, "ready")).as).toContain("SLACK_SIGNING_SECRET");
});

test("a port that is taken is reported and tried again", async () => {
  const first = await runService(HTTP);
  const port = Number(new URL(await listeningAt(first.lines)).port);
  await takeState(first.states, "ready");
  const { states } = await runService({ ...HTTP, httpPort: port });
  expect((await takeState(states, "failed")).reason).toContain("set another SLACK_HTTP_PORT");
  await first.service.stop();
  await takeState(states, "ready");
});

test("stop does not wait for a request that never ends", async () => {
  const { service, states, lines } = await runService(HTTP);
  const { port } = new URL(await listeningAt(lines));
  await takeState(states, "ready");
  const socket = connect(Number(port), "127.0.0.1");
  onTestFinished(() => {
    socket.destroy();
  });
  await once(socket, "connect");
  socket.write("POST /slack/events HTTP/1.1\r\nhost: x\r\ncontent-length: 9\r\n\r\n");
  const closed = once(socket, "close");
  await service.stop();
  await closed;
  expect(states.all.at(-1)?.kind).toBe("ready");
});
