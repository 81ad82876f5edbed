import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { plainMessage } from "#core/message/say.ts";
import type { ServiceState } from "#desk/port/chat-service.ts";
import { createDiscord } from "#edge/discord/service.ts";
import { idleDesk } from "#tests/fake/front-desk.ts";
import { createInbox } from "#tests/fake/inbox.ts";
import { createLogInbox } from "#tests/fake/log.ts";
import { takeState } from "#tests/fake/state.ts";
import { refusal } from "./fake/fault.ts";
import type { Line } from "./fake/line.ts";
import { QUICK, type Running, run } from "./fake/service.ts";
import { startTwin, TOKEN, type Twin } from "./fake/twin.ts";

let twin: Twin;
beforeAll(async () => {
  twin = await startTwin();
});
afterAll(() => twin.discord.stop());

test("a digest arrives, and says that it is ready under the bot's name", async () => {
  const { service, states, channel, line } = await run(twin);
  expect(await takeState(states, "ready")).toMatchObject({
    as: expect.stringMatching(/^Copydesk/),
  });
  const message = plainMessage("The harbour bridge reopens on Monday.");
  const parcel = { address: channel, message, key: "k1p1", again: false };
  const { messageId } = await service.courier.post(parcel);
  expect(await line.read(channel)).toMatchObject([{ messageId, mentions: [] }]);
});

test("links to messages need no call where the gateway has told of the channel", async () => {
  const address = await twin.newChannel();
  const { service, states, line } = await run(twin);
  await takeState(states, "ready");
  await expect
    .poll(async () => {
      line.script(/^GET \/channels/, refusal(403, 50001));
      const message = plainMessage("The harbour bridge reopens on Monday.");
      return (await service.courier.post({ address, message, key: "k1p1", again: false })).url;
    })
    .toContain(`/channels/${twin.discord.guildId}/${address}/`);
});

test("commands are registered once, and not again at a restart", async () => {
  const { line, states, service } = await run(twin);
  await takeState(states, "ready");
  await service.stop();
  const { log } = createLogInbox();
  const again = createDiscord({
    token: TOKEN,
    frontDesk: idleDesk,
    log,
    channelOf: () => null,
    api: line.api,
    timing: QUICK,
  });
  onTestFinished(() => again.stop());
  const later = createInbox<ServiceState>();
  again.start((state) => later.put(state));
  await takeState(later, "ready");
  const puts = line.calls.filter(({ route }) => route.startsWith("PUT "));
  expect(puts).toHaveLength(1);
});

test("commands that cannot be registered do not keep the bot from its work", async () => {
  const { states, line, channel, questions } = await run(twin, {
    prepare: (line) => line.script(/^PUT \/applications/, refusal(400, 30034)),
  });
  const { as } = await takeState(states, "ready");
  expect(as).toMatch(/^Copydesk.* \(its commands could not be registered: .*30034/);
  await twin.discord.channel(channel).user(twin.reader).runSlashCommand({ name: "help" });
  expect(await questions.take()).toMatchObject({ command: "help" });
  expect(line.calls.filter(({ route }) => route.startsWith("PUT"))).toHaveLength(1);
});

test("a bad token is told with its mend, and tried again with growing waits", async () => {
  const { line, states } = await run(twin, { token: "a-wrong-token" });
  const waits = [];
  for (let count = 0; count < 4; count += 1) waits.push(await takeState(states, "failed"));
  expect(waits.map(({ retryIn }) => retryIn)).toEqual([10, 20, 40, 80]);
  expect(waits[0]?.reason).toContain("DISCORD_TOKEN");
  line.token = "a-wrong-token";
  // The REST door opens, the gateway's does not: its refusal is a bad token as well.
  const { reason } = await takeState(states, "failed");
  expect(reason).toContain("DISCORD_TOKEN");
});

test("a gateway that is cut is connected again, and commands are answered", async () => {
  const { line, states, channel, questions } = await run(twin);
  await takeState(states, "ready");
  line.cutGateway();
  await takeState(states, "connecting");
  await takeState(states, "ready");
  await twin.discord.channel(channel).user(twin.reader).runSlashCommand({ name: "help" });
  expect(await questions.take()).toMatchObject({ command: "help" });
});

test("a gateway that stays away is told with its reason, and found when it comes back", async () => {
  const { line, states } = await run(twin);
  await takeState(states, "ready");
  line.gatewayDown = true;
  line.cutGateway();
  const { reason } = await takeState(states, "failed");
  expect(reason).toBe("the gateway does not answer");
  line.gatewayDown = false;
  await takeState(states, "ready");
});

const TWO_SHARDS = {
  prepare: (line: Line) => {
    line.shards = 2;
  },
};

test("where Discord asks for two shards both are opened; one that stays away is told of, and waited for", async () => {
  const { line, states, channel, questions } = await run(twin, TWO_SHARDS);
  await takeState(states, "ready");
  expect(line.attempts.all).toHaveLength(2);
  await twin.discord.channel(channel).user(twin.reader).runSlashCommand({ name: "help" });
  expect(await questions.take()).toMatchObject({ command: "help" });
  line.gatewayDown = true;
  line.cutGateway(1);
  await takeState(states, "connecting");
  // Another one that is away from now on counts as lost: so would this one, were it but one connection.
  const other = await run(twin);
  await takeState(other.states, "ready");
  other.line.gatewayDown = true;
  other.line.cutGateway();
  await takeState(other.states, "failed");
  expect(states.all.some(({ kind }) => kind === "failed")).toBe(false);
  line.gatewayDown = false;
  await takeState(states, "ready");
});

test("shards that are all away count as lost, and are opened anew", async () => {
  const { line, states } = await run(twin, TWO_SHARDS);
  await takeState(states, "ready");
  line.gatewayDown = true;
  line.cutGateway();
  const { reason } = await takeState(states, "failed");
  expect(reason).toBe("the gateway does not answer");
  line.gatewayDown = false;
  await takeState(states, "ready");
});

test.each<[string, (running: Running) => Promise<void>]>([
  ["before it is connected", async () => undefined],
  [
    "while it reconnects",
    async ({ line, states }) => {
      await takeState(states, "ready");
      line.gatewayDown = true;
      line.cutGateway();
      await takeState(states, "connecting");
    },
  ],
])("a service that is stopped %s connects no more", async (_, prepare) => {
  const stopped = await run(twin);
  await takeState(stopped.states, "connecting");
  await prepare(stopped);
  await stopped.service.stop();
  const attempts = stopped.line.attempts.all.length;
  stopped.line.gatewayDown = false;
  // Another one needs longer to come back than the SDK waits before its next attempt.
  const other = await run(twin);
  await takeState(other.states, "ready");
  other.line.cutGateway();
  await takeState(other.states, "failed");
  expect(stopped.line.attempts.all).toHaveLength(attempts);
});

test("a stop waits for the post in flight", async () => {
  const { service, states, channel, line } = await run(twin);
  await takeState(states, "ready");
  const message = plainMessage("The harbour bridge reopens on Monday.");
  const posting = service.courier.post({ address: channel, message, key: "k1p1", again: false });
  await service.stop();
  expect(await line.read(channel)).toHaveLength(1);
  await posting;
});

test("a stop ends a post that hangs, and the outbox hears that it may have arrived", async () => {
  const { service, states, channel, line } = await run(twin, {
    timing: { ...QUICK, timeout: 100 },
  });
  await takeState(states, "ready");
  line.script(/^POST \/channels/, { kind: "hang-in-body" });
  const message = plainMessage("The harbour bridge reopens on Monday.");
  const posting = service.courier.post({ address: channel, message, key: "k1p1", again: false });
  const failure = expect(posting).rejects.toMatchObject({ code: "unreachable" });
  await service.stop();
  await failure;
});
