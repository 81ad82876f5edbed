import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { OF_THE_NEWSROOM } from "#core/access/audience.ts";
import type { Message } from "#core/message/message.ts";
import { partMessage } from "#core/message/part.ts";
import type { CommandName } from "#core/reply/command.ts";
import type { Manner } from "#core/reply/front-desk.ts";
import { DISCORD_BUDGET, renderMessage as renderDiscord } from "#edge/discord/render.ts";
import { createPreview } from "#edge/preview/service.ts";
import { renderMessage as renderSlack, SLACK_BUDGET } from "#edge/slack/render.ts";
import { asked } from "#tests/asked.ts";
import { takeState } from "#tests/fake/state.ts";
import { replyDesk } from "../desk/reply/desk.ts";
import { run } from "../edge/discord/fake/service.ts";
import { startTwin, type Twin } from "../edge/discord/fake/twin.ts";
import { createNewsroom } from "../edge/preview/newsroom.ts";
import { send } from "../edge/preview/send.ts";
import { commandEnvelope, commandPayload } from "../edge/slack/fake/envelopes.ts";
import { runService } from "../edge/slack/fake/service.ts";

let twin: Twin;
beforeAll(async () => {
  twin = await startTwin();
});
afterAll(() => twin.discord.stop());

/** Questions as they are typed on Slack and on the page, and as Discord hands over their typed options. */
const CASES: [line: string, command: CommandName, options?: Record<string, string>][] = [
  ["brief harbour bridge", "brief", { article: "harbour bridge" }],
  ["brief", "brief"],
  ["brief zeppelin", "brief", { article: "zeppelin" }],
  ["brief harbour", "brief", { article: "harbour" }],
  ["quotes solen", "quotes", { speaker: "solen" }],
  ["quotes about:ferry speaker:solen", "quotes", { speaker: "solen", about: "ferry" }],
  ["facts harbour since:2026-05-01", "facts", { about: "harbour", since: "2026-05-01" }],
  ["facts since:nonsense", "facts", { since: "nonsense" }],
  ["search harbour -ferry", "search", { words: "harbour -ferry" }],
  ['search "harbour bridge"', "search", { words: '"harbour bridge"' }],
  ["search harbour page:2", "search", { words: "harbour", page: "2" }],
  ['search "\'; drop table article; --"', "search", { words: '"\'; drop table article; --"' }],
  ["text a1", "text", { article: "a1" }],
  ["context a1 part:q1", "context", { article: "a1", part: "q1" }],
  ["digest", "digest"],
  ["digest now topic:harbour", "digest", { edition: "now", topic: "harbour" }],
  ["digest latest channel:nowhere", "digest", { edition: "latest", channel: "nowhere" }],
  ["timeline harbour", "timeline", { about: "harbour" }],
  ["why bridge.txt", "why", { article: "bridge.txt" }],
  ["help search", "help", { command: "search" }],
  ["brief secret", "brief", { article: "secret" }],
];

async function newsroom() {
  const room = await replyDesk(
    { id: "a1", path: "bridge.txt", title: "Harbour bridge reopens" },
    { id: "a2", path: "ferry.txt", title: "Ferry keeps its harbour berth @everyone <!channel>" },
    {
      ...{ id: "a3", path: "secret.txt", title: "A secret tide" },
      embargo: { kind: "unreadable", text: "later" },
    },
  );
  return room.desk;
}

const inFront = asked({ channel: "front-page" });

test.each(
  CASES,
)("%s is answered alike on Discord, on Slack and on the page", async (line, command, options = {}) => {
  const desk = await newsroom();
  // Each names commands as it has them.
  const on = (manner: Manner) => desk.askLine(line, { ...inFront, manner });
  expect(await onDiscord(desk, command, options)).toEqual(firstOf(await on("options"), "discord"));
  expect(await onSlack(desk, line)).toEqual(firstOf(await on("word"), "slack"));
  // Nobody can be written to directly there, so that it offers nobody to be kept posted.
  // Whoever sits at the machine is an editor, and sees what the desk does.
  const asker = { ...inFront.asker, id: "preview:page", role: "admin" } as const;
  const place = { platform: "preview", address: "front-page", name: "front-page" };
  const whereabouts = { kind: "page", as: OF_THE_NEWSROOM } as const;
  const onPage = { ...inFront, asker, place, whereabouts, manner: "line" } as const;
  expect(await onThePage(desk, line)).toEqual(await desk.askLine(line, onPage));
});

type Desk = Awaited<ReturnType<typeof newsroom>>;

/** What Discord or Slack is sent first of a message. */
function firstOf(message: Message, platform: "discord" | "slack"): unknown {
  const budget = platform === "discord" ? DISCORD_BUDGET : SLACK_BUDGET;
  const [first = message] = partMessage(message, budget);
  return platform === "discord" ? renderDiscord(first).components : renderSlack(first).blocks;
}

async function onDiscord(
  desk: Desk,
  name: string,
  options: Readonly<Record<string, string>>,
): Promise<unknown> {
  const { states, channel, line } = await run(twin, { desk });
  await takeState(states, "ready");
  const given = Object.entries(options).map(([key, value]) => ({ name: key, type: 3, value }));
  await twin.discord.channel(channel).user(twin.reader).runSlashCommand({ name, options: given });
  const edits = () => line.calls.filter(({ route }) => route.startsWith("PATCH /webhooks/"));
  await expect.poll(edits, { timeout: 5_000 }).toHaveLength(1);
  const [edit] = edits();
  expect(edit?.body).toMatchObject({ allowed_mentions: { parse: [] } });
  return edit?.body.components;
}

async function onSlack(desk: Desk, text: string): Promise<unknown> {
  const { slack, states } = await runService({ frontDesk: desk });
  await takeState(states, "ready");
  const responseUrl = slack.responseUrl("one");
  const typed = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  slack.send(
    commandEnvelope(
      "e1",
      commandPayload({ command: "/desk", text: typed, trigger: "t1", responseUrl }),
    ),
  );
  return (await slack.responses.take()).body.blocks;
}

async function onThePage(desk: Desk, line: string): Promise<unknown> {
  const page = createPreview({ port: 0, ...createNewsroom(), frontDesk: desk });
  onTestFinished(() => page.stop());
  const { url } = await page.start();
  const { json } = await send(`${url}/api/ask`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ line, channel: "front-page", face: "paper" }),
  });
  const { parts } = json as { parts: readonly unknown[] };
  return parts.length === 1 ? parts[0] : parts;
}
