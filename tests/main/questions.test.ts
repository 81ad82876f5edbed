import { expect, onTestFinished, test } from "vitest";
import { plainMessage } from "#core/message/say.ts";
import { COMMANDS, type CommandName } from "#core/reply/command.ts";
import type { Asked, FrontDesk, Question } from "#core/reply/front-desk.ts";
import { createFrontDesk } from "#desk/reply/front-desk.ts";
import type { Handler, Handlers } from "#desk/reply/parts.ts";
import { createPreview } from "#edge/preview/service.ts";
import { asked } from "#tests/asked.ts";
import { NO_FORMS } from "#tests/fake/editors.ts";
import { takeState } from "#tests/fake/state.ts";
import { textOf } from "#tests/message-text.ts";
import { sampleQuote } from "#tests/samples.ts";
import { replyDesk } from "../desk/reply/desk.ts";
import { run } from "../edge/discord/fake/service.ts";
import { startTwin } from "../edge/discord/fake/twin.ts";
import { createNewsroom } from "../edge/preview/newsroom.ts";
import { send } from "../edge/preview/send.ts";
import { eventEnvelope } from "../edge/slack/fake/envelopes.ts";
import { runService } from "../edge/slack/fake/service.ts";
import { type Expected, QUESTIONS } from "./questions.ts";

/** An archive in which every word of the table stands in one article, and each name is one of its kind. */
async function newsroom() {
  const room = await replyDesk();
  const speaker = (name: string) => ({ ...{ name, role: null }, start: 0, end: 1 });
  await room.file(
    {
      ...{ id: "a1", path: "a1.txt", title: "Harbour bridge", source: "Reuters" },
      ...{ located: "Velsk Bay", places: ["Marna", "Reading", "Tarnmouth"] },
      ...{ tags: ["grain", "storm surge"], published: room.clock.now() },
      body: QUESTIONS.map(([line]) => line.slice(0, 500).replaceAll("-", " ")).join("\n"),
    },
    {
      quotes: ["Mira Solen", "Theresa May"].map((name) => sampleQuote({ speaker: speaker(name) })),
    },
  );
  const given: Question[] = [];
  const note: Handler = async (question) => {
    given.push(question);
    return plainMessage(`Given: ${question.command}`);
  };
  const handlers = Object.fromEntries(
    COMMANDS.map(({ name }) => [name, note]),
  ) as unknown as Handlers;
  const desk = createFrontDesk(room.parts, handlers, NO_FORMS);
  return { desk, given };
}

/** What a line came to: the last command that was given, else what was said. */
async function cameTo(
  given: Question[],
  answer: () => Promise<string>,
): Promise<readonly [CommandName, Readonly<Record<string, string>>] | string> {
  given.length = 0;
  const text = await answer();
  const [question] = given;
  return question === undefined ? text : [question.command, question.options];
}

/** All lines are compared at once, so that every one that is misread shows. */
type Row = readonly [line: string, came: unknown];

function rowOf(line: string, came: unknown, expected: Expected): readonly [Row, Row] {
  const label = line.slice(0, 60);
  if (typeof expected !== "string")
    return [
      [label, came],
      [label, [expected[0], expected[1] ?? {}]],
    ];
  const isSaid = typeof came === "string" && came.includes(expected);
  return [
    [label, isSaid ? expected : came],
    [label, expected],
  ];
}

function compare(rows: readonly (readonly [Row, Row])[]): void {
  expect(rows.map(([came]) => came)).toEqual(rows.map(([, expected]) => expected));
}

const reader: Asked = asked({ channel: "front-page" });

test("every line is read as its asker meant it", async () => {
  const { desk, given } = await newsroom();
  expect(QUESTIONS.length).toBeGreaterThanOrEqual(80);
  const rows: (readonly [Row, Row])[] = [];
  for (const [line, expected] of QUESTIONS) {
    const came = await cameTo(given, async () => textOf(await desk.askTyped(line, reader)));
    rows.push(rowOf(line, came, expected));
  }
  compare(rows);
});

test("the page reads them alike", async () => {
  const { desk, given } = await newsroom();
  const page = createPreview({ port: 0, ...createNewsroom(), frontDesk: asReader(desk) });
  onTestFinished(() => page.stop());
  const { url } = await page.start();
  const rows: (readonly [Row, Row])[] = [];
  for (const [line, expected] of QUESTIONS) {
    const came = await cameTo(given, async () => {
      const { json } = await send(`${url}/api/ask`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ line, channel: "front-page", face: "paper" }),
      });
      return JSON.stringify(json);
    });
    rows.push(rowOf(line, came, expected));
  }
  compare(rows);
});

/** Whoever sits at the page is an editor; the table is a reader's. */
function asReader(desk: FrontDesk): FrontDesk {
  return { ...desk, askTyped: (text) => desk.askTyped(text, reader) };
}

test("a mention on Slack is read alike", async () => {
  const { desk, given } = await newsroom();
  const { slack, states } = await runService({ frontDesk: desk });
  await takeState(states, "ready");
  const answers = () => slack.arguments("chat.postEphemeral");
  const rows: (readonly [Row, Row])[] = [];
  for (const [index, [line, expected]] of QUESTIONS.entries()) {
    const came = await cameTo(given, async () => {
      const typed = line.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
      const at = { ts: `${index}.1`, event_ts: `${index}.1`, channel: "C1" };
      const event = { type: "app_mention", user: "U1", text: `<@U99> ${typed}`, ...at };
      slack.send(eventEnvelope(`e${index}`, `Ev${index}`, event));
      await expect.poll(() => answers().length, { timeout: 5_000 }).toBeGreaterThan(index);
      return JSON.stringify(answers()[index]).replaceAll("\\\\", "");
    });
    rows.push(rowOf(line, came, expected));
  }
  compare(rows);
});

/** "Message content 2,000 characters" (Discord docs, "Create Message"). */
const DISCORD_MOST = 2_000;

test("a mention on Discord is read alike", { timeout: 120_000 }, async () => {
  const { desk, given } = await newsroom();
  const twin = await startTwin();
  onTestFinished(() => twin.discord.stop());
  const { states, channel, line } = await run(twin, { desk });
  const direct = await twin.newChannel();
  await takeState(states, "ready");
  const answers = () =>
    line.calls.filter(({ route }) => route === `POST /channels/${direct}/messages`);
  const lines = QUESTIONS.filter(([typed]) => typed.length < DISCORD_MOST - 50);
  const rows: (readonly [Row, Row])[] = [];
  for (const [typed, expected] of lines) {
    const came = await cameTo(given, async () => {
      const before = answers().length;
      const opened = { kind: "reply", status: 200, body: { id: direct } } as const;
      line.script(/^POST \/users\/@me\/channels$/u, opened);
      const content = `<@${twin.discord.botUserId}> ${typed}`;
      await twin.discord.channel(channel).user(twin.reader).sendMessage({ content });
      await expect.poll(() => answers().length, { timeout: 5_000 }).toBeGreaterThan(before);
      return JSON.stringify(answers()[before]?.body).replaceAll("\\", "");
    });
    rows.push(rowOf(typed, came, expected));
  }
  compare(rows);
});
