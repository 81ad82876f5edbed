import { expect, onTestFinished } from "vitest";
import type { Message } from "#core/message/message.ts";
import { plainMessage } from "#core/message/say.ts";
import type { FrontDesk, Question } from "#core/reply/front-desk.ts";
import type { ChatService, ServiceState } from "#desk/port.ts";
import { createDiscord, type Timing } from "#edge/discord/service.ts";
import { createInbox, type Inbox } from "#tests/fake/inbox.ts";
import { createLogInbox, type LogLine } from "#tests/fake/log.ts";
import { type Line, openLine } from "./line.ts";
import { TOKEN, type Twin } from "./twin.ts";

/** Short enough for tests; the proportions are the real ones. */
export const QUICK: Timing = { first: 10, longest: 80, timeout: 2_000, away: 1_000 };

export interface Running {
  readonly line: Line;
  readonly service: ChatService;
  readonly states: Inbox<ServiceState>;
  readonly lines: Inbox<LogLine>;
  readonly questions: Inbox<Question>;
  readonly typed: Inbox<string>;
  /** A channel that the newsroom calls front-page. */
  readonly channel: string;
}

export interface RunOptions {
  /** What the desk answers to everything. */
  readonly answer?: () => Promise<Message>;
  readonly token?: string;
  /** What is to happen on the line before the service starts. */
  readonly prepare?: (line: Line) => void;
  readonly timing?: Timing;
}

/** Starts a service on a line of its own; both end with the test. */
export async function run(twin: Twin, options: RunOptions = {}): Promise<Running> {
  const { answer = async () => plainMessage("The answer."), token = TOKEN } = options;
  const { timing = QUICK, prepare } = options;
  const line = await openLine(twin);
  prepare?.(line);
  const channel = await twin.newChannel();
  const { log, lines } = createLogInbox();
  const questions = createInbox<Question>();
  const typed = createInbox<string>();
  const frontDesk: FrontDesk = {
    ask(question) {
      questions.put(question);
      return answer();
    },
    formFor: () => null,
    formForLine: () => null,
    submit: async () => plainMessage("Nobody should have asked."),
    askLine(asked, place) {
      typed.put(`${asked} in ${place.channel}`);
      return answer();
    },
    suggest: async (command, option, words) => [
      { label: `${command} ${option} ${words} ${"long ".repeat(30)}`, value: "a1" },
      { label: "too long to give back", value: "x".repeat(101) },
    ],
  };
  const channelOf = (address: string) => (address === channel ? "front-page" : null);
  const service = createDiscord({
    token,
    frontDesk,
    log,
    channelOf,
    api: line.api,
    timing,
  });
  onTestFinished(async () => {
    await service.stop();
    await line.close();
  });
  const states = createInbox<ServiceState>();
  service.start((state) => states.put(state));
  return { line, service, states, lines, questions, typed, channel };
}

/** The components of the answer to an interaction, as soon as the bot has put it there. */
export async function answerIn(twin: Twin, channel: string): Promise<string> {
  const { components, flags } = await twin.discord.channel(channel).waitForBotReply();
  expect(flags).toBe(1 << 15);
  return JSON.stringify(components);
}

/** Waits for a line of the log. */
export async function logged(
  lines: Inbox<LogLine>,
  event: string,
  fields: Readonly<Record<string, unknown>>,
): Promise<void> {
  for (;;) {
    const line = await lines.take();
    if (line.event !== event) continue;
    expect(line.fields).toMatchObject(fields);
    return;
  }
}
