import { randomUUID } from "node:crypto";
import type { webApi } from "@slack/bolt";
import type { Message } from "#core/message/message.ts";
import { plainMessage } from "#core/message/say.ts";
import type { Form } from "#core/reply/form.ts";
import type { Asked, FrontDesk } from "#core/reply/front-desk.ts";
import { concernsEditors } from "#core/reply/parse.ts";
import type { Log } from "#desk/port/log.ts";
import type { IsEditor } from "./editors.ts";
import { explain } from "./failure.ts";
import { renderModal } from "./modal.ts";
import { type ReplyTo, reply } from "./reply.ts";
import type { Seen } from "./seen.ts";

export interface AnswerOptions {
  /** Milliseconds that one call may take. */
  readonly timeout: number;
  readonly frontDesk: FrontDesk;
  readonly log: Log;
  /** The newsroom's name of an address. */
  readonly channelOf: (address: string) => string | null;
  /** The address of what Slack calls so in a workspace. */
  readonly addressOf: (team: string | null, id: string) => string;
  readonly isEditor: IsEditor;
  readonly seen: Seen;
  /** Takes an interaction on for this process; left out: no other is there. */
  readonly take?: ((id: string) => Promise<boolean>) | undefined;
  /** Holds back the end of `stop` until the work is done. */
  readonly track: (work: Promise<unknown>) => void;
}

/** The workspace that a question comes from. */
export interface AskedWorkspace {
  readonly client: webApi.WebClient;
  /** Slack's id of it, where it is told. */
  readonly team: string | null;
}

/** The client has the token of the workspace that the interaction came from. */
export function workspaceOf(
  client: webApi.WebClient,
  { teamId }: { readonly teamId?: string },
): AskedWorkspace {
  return { client, team: teamId ?? null };
}

/** Someone who asks, in whichever of Slack's ways. */
export interface Asking {
  /** The same in every repetition of one interaction. */
  readonly id: string;
  readonly workspace: AskedWorkspace;
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
export function once(options: Once, id: string, work: () => Promise<void>): void {
  const { seen, log, track } = options;
  if (seen.isNew(id)) track(unlessTaken(options, id, work));
  else log.debug("slack repetition", { id });
}

type Once = Pick<AnswerOptions, "seen" | "take" | "log" | "track">;

/** Slack may have repeated it to another process. While that cannot be known, it is answered: nobody else may be there. */
async function unlessTaken(
  { take, log }: Once,
  id: string,
  work: () => Promise<void>,
): Promise<void> {
  const isOurs = await take?.(id).catch((error: unknown) => {
    log.warn("slack interaction not taken", { id, error });
    return true;
  });
  if (isOurs === false) log.debug("slack repetition", { id });
  else await work();
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
    if (message !== null) await tell(options, asking, message);
  } catch (error) {
    const trace = randomUUID().slice(0, 8);
    log.error("slack answer failed", { trace, asked: said, error });
    await tell(options, asking, apology(trace)).catch((failure: unknown) => {
      const says = `the asker could not be told: ${explain(failure)}`;
      log.error("slack answer failed", { trace, says });
    });
  }
}

function tell(
  { timeout }: AnswerOptions,
  { workspace, to }: Asking,
  message: Message,
): Promise<void> {
  return reply({ client: workspace.client, timeout }, to, message);
}

/** Who asks, and where; who is an editor is looked up where it matters, each time. */
export async function askedOf(
  { channelOf, addressOf, isEditor }: Pick<AnswerOptions, "channelOf" | "addressOf" | "isEditor">,
  { user, channel, workspace }: Pick<Asking, "user" | "channel" | "workspace">,
  editors: boolean,
): Promise<Asked> {
  const { client, team } = workspace;
  const address = channel === null ? null : addressOf(team, channel.id);
  const own = address === null ? null : channelOf(address);
  // Slack tells a bot of no other managers of a channel than who made it; anyone may make one, so it must be ours.
  const managed = own === null ? null : (channel?.id ?? null);
  const editor = editors && (await isEditor({ client, user: user.id, channel: managed }));
  return {
    asker: { id: `slack:${addressOf(team, user.id)}`, name: user.name, editor },
    place: address === null ? null : { platform: "slack", address, name: channel?.name ?? null },
    channel: own,
  };
}

/** Says whether it opened: what comes later than three seconds after the question is refused. */
async function open({ log }: AnswerOptions, asking: Asking, form: Form): Promise<boolean> {
  const { trigger, channel, to, workspace } = asking;
  const along = {
    channel: channel?.id ?? null,
    channelName: channel?.name ?? null,
    responseUrl: to.kind === "response" ? to.url : null,
  };
  try {
    await workspace.client.views.open({
      trigger_id: trigger ?? "",
      view: renderModal(form, along),
    });
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
