import { onTestFinished } from "vitest";
import { plainMessage } from "#core/message/say.ts";
import type { Form, FormName } from "#core/reply/form.ts";
import type { Asked, FrontDesk, PostedMessage } from "#core/reply/front-desk.ts";
import type { ChatService, ServiceState } from "#desk/port/chat-service.ts";
import type { PaceOptions } from "#edge/slack/pace.ts";
import { createSlack, type SlackOptions, type Timing } from "#edge/slack/service.ts";
import { idleDesk } from "#tests/fake/front-desk.ts";
import { createInbox, type Inbox } from "#tests/fake/inbox.ts";
import { createLogInbox, type LogLine } from "#tests/fake/log.ts";
import { type FakeSlack, startFakeSlack } from "./slack.ts";

/** No wait between two calls. */
export const NO_PACE: PaceOptions = { channel: 0, posts: 0, edits: 0, looks: 0, bookmarks: 0 };

/** Short enough for tests; the proportions are the real ones. */
export const QUICK: Timing = { first: 10, longest: 80, timeout: 1_000, pace: NO_PACE, ping: 5_000 };

export interface Running {
  readonly slack: FakeSlack;
  readonly service: ChatService;
  readonly states: Inbox<ServiceState>;
  readonly lines: Inbox<LogLine>;
  /** The lines that the desk was asked, with the channel. */
  readonly asked: Inbox<string>;
  readonly askers: Inbox<Asked>;
  readonly submitted: Inbox<Submitted>;
  readonly posts: Inbox<PostedMessage>;
}

/** A form that was handed in. */
export interface Submitted {
  readonly form: FormName;
  readonly values: Readonly<Record<string, string>>;
  readonly from: Asked;
}

/** What a slash makes of a line is the desk's business. */
function withoutSlash(line: string): string {
  return line.replace(/^\/(?:desk(?: |$))?/u, "");
}

/** Starts a service against a fake Slack of its own; both end with the test. */
export async function runService(
  options: Partial<SlackOptions> = {},
  answer: FrontDesk["askLine"] = async (line) => plainMessage(`You asked: ${line}`),
  forms: readonly Form[] = [],
  check: FrontDesk["check"] = async () => null,
): Promise<Running> {
  const slack = await startFakeSlack();
  const { log, lines } = createLogInbox();
  const asked = createInbox<string>();
  const askers = createInbox<Asked>();
  const submitted = createInbox<Submitted>();
  const posts = createInbox<PostedMessage>();
  const states = createInbox<ServiceState>();
  const told: FrontDesk["askLine"] = (line, from) => {
    asked.put(`${line} in ${from.channel}`);
    askers.put(from);
    return answer(line, from);
  };
  const service = createSlack({
    botToken: "xoxb-good",
    appToken: "xapp-good",
    signingSecret: null,
    httpPort: null,
    frontDesk: {
      ...idleDesk,
      formForLine: (line) => forms.find(({ name }) => name === withoutSlash(line)) ?? null,
      check,
      async submit(form, values, from) {
        submitted.put({ form, values, from });
        return plainMessage(`You handed in: ${form}`);
      },
      async askPost(post, from) {
        posts.put(post);
        return plainMessage(`You asked in ${from.channel}`);
      },
      home: async ({ asker }) => plainMessage(`The home of ${asker.id}`),
      askLine: told,
      askTyped: (line, from) => told(withoutSlash(line), from),
    },
    log,
    channelOf: (address) => (address === "C1" ? "front-page" : null),
    places: () => [{ channel: "front-page", address: "C1" }],
    api: slack.api,
    timing: QUICK,
    ...options,
  });
  onTestFinished(async () => {
    await service.stop();
    await slack.close();
  });
  service.start((state) => states.put(state));
  return { slack, service, states, lines, asked, askers, submitted, posts };
}
