import { randomUUID } from "node:crypto";
import type { webApi } from "@slack/bolt";
import type { Message } from "#core/message/message.ts";
import { plainMessage } from "#core/message/say.ts";
import type { Form } from "#core/reply/form.ts";
import type { Asked, FrontDesk } from "#core/reply/front-desk.ts";
import { concernsEditors } from "#core/reply/parse.ts";
import type { Log } from "#desk/port.ts";
import type { IsEditor } from "./editors.ts";
import { explain } from "./failure.ts";
import { renderModal } from "./modal.ts";
import { type ReplyTo, reply } from "./reply.ts";
import type { Seen } from "./seen.ts";

export interface AnswerOptions {
  readonly client: webApi.WebClient;
  /** Milliseconds that one call may take. */
  readonly timeout: number;
  readonly frontDesk: FrontDesk;
  readonly log: Log;
  /** The newsroom's name of a Slack channel. */
  readonly channelOf: (address: string) => string | null;
  readonly isEditor: IsEditor;
  readonly seen: Seen;
  /** Holds back the end of `stop` until the work is done. */
  readonly track: (work: Promise<unknown>) => void;
}

/** Someone who asks, in whichever of Slack's ways. */
export interface Asking {
  /** The same in every repetition of one interaction. */
  readonly id: string;
  readonly user: { readonly id: string; readonly name: string };
  readonly channel: { readonly id: string; readonly name: string | null } | null;
  readonly to: ReplyTo;
  /** Opens a form within three seconds; `null` where there is none. */
  readonly trigger: string | null;
}

/** Longer lines are cut: no headline is that long, and a search for more words finds nothing. */
const LINE_MOST = 500;

/**
 * Answers once, however often Slack brings the same. Not awaited by its callers: the acknowledgement
 * is out, and Slack waits for nothing more.
 */
export function once(
  { seen, log, track }: Pick<AnswerOptions, "seen" | "log" | "track">,
  id: string,
  work: () => Promise<void>,
): void {
  if (seen.isNew(id)) track(work());
  else log.debug("slack repetition", { id });
}

/** Answers a line, or opens the form that it asks for. */
export async function answerLine(
  options: AnswerOptions,
  asking: Asking,
  line: string,
): Promise<void> {
  const { frontDesk } = options;
  const asked = line.slice(0, LINE_MOST);
  await answer(options, asking, { said: asked, editors: concernsEditors(asked) }, async (from) => {
    const form = asking.trigger === null ? null : frontDesk.formForLine(asked, from);
    if (form !== null && (await open(options, asking, form))) return null;
    return frontDesk.askLine(asked, from);
  });
}

/** What is asked, for the log, and whether it matters who is an editor. */
export interface Subject {
  readonly said: string;
  readonly editors: boolean;
}

/**
 * Tells the asker what `work` answers, `null` for nothing. What fails is told as a plain sentence with
 * a trace that the log knows.
 */
export async function answer(
  options: AnswerOptions,
  asking: Asking,
  { said, editors }: Subject,
  work: (asked: Asked) => Promise<Message | null>,
): Promise<void> {
  const { log } = options;
  try {
    const message = await work(await askedOf(options, asking, editors));
    if (message !== null) await reply(options, asking.to, message);
  } catch (error) {
    const trace = randomUUID().slice(0, 8);
    log.error("slack answer failed", { trace, asked: said, error });
    await reply(options, asking.to, apology(trace)).catch((failure: unknown) => {
      const says = `the asker could not be told: ${explain(failure)}`;
      log.error("slack answer failed", { trace, says });
    });
  }
}

/** Who asks, and where; who is an editor is looked up where it matters, each time. */
export async function askedOf(
  { channelOf, isEditor }: Pick<AnswerOptions, "channelOf" | "isEditor">,
  { user, channel }: Pick<Asking, "user" | "channel">,
  editors: boolean,
): Promise<Asked> {
  const editor = editors && (await isEditor(user.id, channel?.id ?? null));
  return {
    asker: { id: `slack:${user.id}`, name: user.name, editor },
    place: channel === null ? null : { platform: "slack", address: channel.id, name: channel.name },
    channel: channel === null ? null : channelOf(channel.id),
  };
}

/** Says whether it opened: what comes later than three seconds after the question is refused. */
async function open({ client, log }: AnswerOptions, asking: Asking, form: Form): Promise<boolean> {
  const { trigger, channel, to } = asking;
  const along = {
    channel: channel?.id ?? null,
    channelName: channel?.name ?? null,
    responseUrl: to.kind === "response" ? to.url : null,
  };
  try {
    await client.views.open({ trigger_id: trigger ?? "", view: renderModal(form, along) });
    return true;
  } catch (error) {
    log.warn("slack form not opened", { form: form.name, says: explain(error) });
    return false;
  }
}

function apology(trace: string): Message {
  return plainMessage(
    "That did not work, and it is not your fault. Please try again; if it goes on, tell whoever runs Copydesk.",
    `Trace ${trace}`,
  );
}
