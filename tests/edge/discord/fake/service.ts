import { expect, onTestFinished } from "vitest";
import type { Message } from "#core/message/message.ts";
import { plainMessage } from "#core/message/say.ts";
import type { Form, FormName } from "#core/reply/form.ts";
import type { Asked, FrontDesk, PostedMessage, Question } from "#core/reply/front-desk.ts";
import type { Greet } from "#desk/greeting.ts";
import type { ChatService, ServiceState } from "#desk/port/chat-service.ts";
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
  /** The messages that were asked about. */
  readonly posts: Inbox<PostedMessage & { readonly channel: string | null }>;
  readonly submitted: Inbox<Submitted>;
  /** A channel that the newsroom calls front-page. */
  readonly channel: string;
}

/** A form that was handed in. */
export interface Submitted {
  readonly form: FormName;
  readonly values: Readonly<Record<string, string>>;
  readonly from: Asked;
}

export interface RunOptions {
  /** The desk that is asked, instead of one that notes the questions. */
  readonly desk?: FrontDesk;
  /** The forms that questions of their names open. */
  readonly forms?: readonly Form[];
  /** Servers whose channel managers are editors. */
  readonly servers?: readonly string[];
  /** What the desk answers to everything. */
  readonly answer?: () => Promise<Message>;
  readonly token?: string;
  /** Told of servers that invite the bot. */
  readonly greet?: Greet;
  /** What is to happen on the line before the service starts. */
  readonly prepare?: (line: Line) => void;
  readonly timing?: Timing;
}

/** Starts a service on a line of its own; both end with the test. */
export async function run(twin: Twin, options: RunOptions = {}): Promise<Running> {
  const { answer = async () => plainMessage("The answer."), token = TOKEN } = options;
  const { timing = QUICK, prepare, forms = [], servers = [] } = options;
  const line = await openLine(twin);
  prepare?.(line);
  const channel = await twin.newChannel();
  const { log, lines } = createLogInbox();
  const questions = createInbox<Question>();
  const typed = createInbox<string>();
  const posts: Running["posts"] = createInbox();
  const submitted = createInbox<Submitted>();
  const frontDesk: FrontDesk = {
    ask(question) {
      questions.put(question);
      return answer();
    },
    home: answer,
    askPost: (post, from) => {
      posts.put({ ...post, channel: from.channel });
      return answer();
    },
    formFor: ({ command }) => forms.find(({ name }) => name === command) ?? null,
    formForLine: (line) => forms.find(({ name }) => name === line) ?? null,
    check: async () => null,
    submit: (form, values, from) => {
      submitted.put({ form, values, from });
      return answer();
    },
    askTyped(asked, place) {
      return this.askLine(asked, place);
    },
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
    frontDesk: options.desk ?? frontDesk,
    log,
    channelOf,
    servers,
    api: line.api,
    timing,
    ...(options.greet !== undefined && { greet: options.greet }),
  });
  onTestFinished(async () => {
    await service.stop();
    await line.close();
  });
  const states = createInbox<ServiceState>();
  service.start((state) => states.put(state));
  return { line, service, states, lines, questions, typed, posts, submitted, channel };
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
