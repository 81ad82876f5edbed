import { randomUUID } from "node:crypto";
import type { App, BlockButtonAction, RespondFn } from "@slack/bolt";
import type { Message } from "#core/message/message.ts";
import { partMessage } from "#core/message/part.ts";
import { plainMessage } from "#core/message/say.ts";
import { COMMANDS } from "#core/reply/command.ts";
import type { FrontDesk, Place } from "#core/reply/front-desk.ts";
import type { Log } from "#desk/port.ts";
import { unescapeText } from "./escape.ts";
import { ASK_ACTION, LINK_ACTION, renderMessage, SLACK_BUDGET } from "./render.ts";
import type { Seen } from "./seen.ts";

export interface InteractionOptions {
  readonly frontDesk: FrontDesk;
  readonly log: Log;
  /** The newsroom's name of a Slack channel. */
  readonly channelOf: (address: string) => string | null;
  readonly seen: Seen;
  /** Holds back the end of `stop` until the work is done. */
  readonly track: (work: Promise<unknown>) => void;
}

/** The one command under which every other stands as a word. */
export const DESK_COMMAND = "desk";

/** Longer lines are cut: no headline is that long, and a search for more words finds nothing. */
const LINE_MOST = 500;

/** Slack docs, "Handling user interaction": a `response_url` "can be used up to five times within 30 minutes". */
const RESPONSES_MOST = 5;

/** A question as any of Slack's ways brought it. */
interface Asked {
  /** The same in every repetition of one interaction. */
  readonly id: string;
  readonly line: string;
  readonly user: { readonly id: string; readonly name: string };
  readonly channel: string | undefined;
  readonly respond: RespondFn;
}

/** Lets the app answer the slash commands and the buttons of Copydesk's messages. */
export function answerInteractions(app: App, options: InteractionOptions): void {
  const alone = COMMANDS.filter(({ aloneOnSlack }) => aloneOnSlack).map(({ name }) => name);
  for (const name of [DESK_COMMAND, ...alone]) {
    app.command(`/${name}`, async ({ command, ack, respond }) => {
      await ack();
      const words = unescapeText(command.text ?? "").trim();
      const line = name === DESK_COMMAND ? words || "help" : `${name} ${words}`.trim();
      answerOnce(options, {
        id: command.trigger_id,
        line,
        user: { id: command.user_id, name: command.user_name },
        channel: command.channel_id,
        respond,
      });
    });
  }
  app.action<BlockButtonAction>(startingWith(ASK_ACTION), async (args) => {
    await args.ack();
    answerOnce(options, {
      id: args.body.trigger_id,
      line: unescapeText(args.action.value ?? ""),
      user: { id: args.body.user.id, name: args.body.user.name ?? args.body.user.id },
      channel: args.body.channel?.id,
      respond: args.respond,
    });
  });
  // Slack tells the app of a click on a link as well, and shows an error where nobody acknowledges it.
  app.action(startingWith(LINK_ACTION), ({ ack }) => ack());
  app.error(async (error) => {
    options.log.error("slack interaction failed", { says: error.message });
  });
}

function startingWith(prefix: string): RegExp {
  return new RegExp(`^${prefix}`);
}

/** Not awaited by its callers: the acknowledgement is out, and Slack waits for nothing more. */
function answerOnce(options: InteractionOptions, asked: Asked): void {
  if (options.seen.isNew(asked.id)) options.track(answer(options, asked));
  else options.log.debug("slack repetition", { id: asked.id });
}

async function answer(options: InteractionOptions, asked: Asked): Promise<void> {
  const { frontDesk, log, channelOf } = options;
  const channel = asked.channel === undefined ? null : channelOf(asked.channel);
  try {
    const question = {
      asker: { id: `slack:${asked.user.id}`, name: asked.user.name, editor: false },
      place: placeOf(asked),
      channel,
    };
    await reply(asked.respond, await frontDesk.askLine(asked.line.slice(0, LINE_MOST), question));
  } catch (error) {
    const trace = randomUUID().slice(0, 8);
    log.error("slack answer failed", { trace, asked: asked.line, error });
    await reply(asked.respond, apology(trace)).catch((failure: unknown) => {
      log.error("slack answer failed", {
        trace,
        says: "the asker could not be told",
        error: failure,
      });
    });
  }
}

function placeOf({ channel }: Asked): Place | null {
  return channel === undefined ? null : { platform: "slack", address: channel, name: null };
}

function apology(trace: string): Message {
  return plainMessage(
    "That did not work, and it is not your fault. Please try again; if it goes on, tell whoever runs Copydesk.",
    `Trace ${trace}`,
  );
}

/** Answers the asker alone. */
async function reply(respond: RespondFn, message: Message): Promise<void> {
  const parts = partMessage(message, SLACK_BUDGET);
  const shown =
    parts.length <= RESPONSES_MOST
      ? parts
      : [...parts.slice(0, RESPONSES_MOST - 1), cutShort(parts.length - RESPONSES_MOST + 1)];
  for (const part of shown) {
    const { text, blocks } = renderMessage(part);
    await respond({
      response_type: "ephemeral",
      replace_original: false,
      text,
      ...(blocks.length > 0 && { blocks: [...blocks] }),
      unfurl_links: false,
      unfurl_media: false,
    });
  }
}

function cutShort(left: number): Message {
  return plainMessage(
    `Slack lets an answer have five parts; ${left} more would follow. Ask for something narrower.`,
  );
}
