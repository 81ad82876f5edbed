import type { webApi } from "@slack/bolt";
import type { Message } from "#core/message/message.ts";
import type { Form } from "#core/reply/form.ts";
import type { Asked, FrontDesk } from "#core/reply/front-desk.ts";
import { concernsEditors, concernsMembers } from "#core/reply/parse.ts";
import type { Log } from "#desk/port/log.ts";
import { answer as answerWith } from "#edge/chat/answer.ts";
import type { Once } from "#edge/chat/once.ts";
import { explain } from "./failure.ts";
import type { IsMember } from "./member.ts";
import { renderModal } from "./modal.ts";
import { type ReplyTo, reply } from "./reply.ts";
import type { RightsOf } from "./rights.ts";

export interface AnswerOptions {
  /** Milliseconds that one call may take. */
  readonly timeout: number;
  readonly frontDesk: FrontDesk;
  readonly log: Log;
  /** The newsroom's name of an address. */
  readonly channelOf: (address: string) => string | null;
  /** The address of what Slack calls so in a workspace. */
  readonly addressOf: (team: string | null, id: string) => string;
  readonly rightsOf: RightsOf;
  readonly isMember: IsMember;
  /** The newsroom's channels in a workspace, by their names; `null` for a workspace that is not its own. */
  readonly channelsIn: (team: string | null) => readonly string[] | null;
  readonly once: Once;
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

/** A message of Slack may be longer; the desk reads less, and says so. */
const LINE_MOST = 5_000;

/** Answers what someone typed, or opens the form that it asks for. */
export function answerTyped(options: AnswerOptions, asking: Asking, text: string): Promise<void> {
  return answerBy(options, asking, text, options.frontDesk.askTyped);
}

/** Answers the line of a button or a menu, or opens the form that it asks for. */
export function answerLine(options: AnswerOptions, asking: Asking, line: string): Promise<void> {
  return answerBy(options, asking, line, options.frontDesk.askLine);
}

async function answerBy(
  options: AnswerOptions,
  asking: Asking,
  line: string,
  ask: FrontDesk["askLine"],
): Promise<void> {
  const { frontDesk } = options;
  const asked = line.slice(0, LINE_MOST);
  const subject = {
    said: asked,
    ...{ editors: concernsEditors(asked), members: concernsMembers(asked) },
  };
  await answer(options, asking, subject, async (from) => {
    const form = asking.trigger === null ? null : frontDesk.formForLine(asked, from);
    if (form !== null && (await open(options, asking, form))) return null;
    return ask(asked, from);
  });
}

/** What is asked, for the log, and whether it matters who is an editor, or one of the newsroom's people. */
export interface Subject {
  readonly said: string;
  readonly editors: boolean;
  /** Left out: only where no channel's settings count. */
  readonly members?: boolean;
}

/** Tells the asker what `work` answers, `null` for nothing, or what came of it. */
export async function answer(
  options: AnswerOptions,
  asking: Asking,
  { said, editors, members }: Subject,
  work: (asked: Asked) => Promise<Message | null>,
): Promise<void> {
  const { log, timeout } = options;
  const { client } = asking.workspace;
  const show = (message: Message) => reply({ client, timeout }, asking.to, message);
  await answerWith({ platform: "slack", log, noted: { asked: said }, show, explain }, async () =>
    work(await askedOf(options, asking, editors, members)),
  );
}

/** What is known of who asks and where, or can be asked for. */
type Lookups = Pick<
  AnswerOptions,
  "channelOf" | "addressOf" | "rightsOf" | "isMember" | "channelsIn"
>;

/**
 * Who asks, and where. What they may do is looked up where it matters, each time: to editors' commands, and in direct messages,
 * which show whatever their asker may see. Whose people they are of is asked where no channel's own settings count, and for what
 * they order: one call of `users.info`, and in a direct message one more beside those about editors. Nothing is remembered.
 */
export async function askedOf(
  { channelOf, addressOf, rightsOf, ...lookups }: Lookups,
  { user, channel, workspace }: Pick<Asking, "user" | "channel" | "workspace">,
  editors: boolean,
  members = false,
): Promise<Asked> {
  const { client, team } = workspace;
  const address = channel === null ? null : addressOf(team, channel.id);
  const own = address === null ? null : channelOf(address);
  const who = addressOf(team, user.id);
  // Slack tells a bot of no other managers of a channel than who made it; anyone may make one, so it must be ours.
  const made = own === null || channel === null ? null : { name: own, id: channel.id };
  const looked = { client, workspace: team, who, channel: made };
  const isDirect = channel === null || channel.id.startsWith("D");
  const [{ unsure: _, standing: __, ...rights }, whereabouts] = await Promise.all([
    editors || isDirect ? rightsOf(looked) : READER,
    own === null || isDirect || members
      ? whereaboutsIn(lookups, { user, workspace }, isDirect)
      : FOREIGN,
  ]);
  return {
    asker: { id: `slack:${who}`, name: user.name, ...rights },
    place: address === null ? null : { platform: "slack", address, name: channel?.name ?? null },
    channel: own,
    whereabouts,
    manner: "word",
  };
}

const READER = { role: "reader", unsure: false, standing: "gone" } as const;
const FOREIGN = { kind: "foreign" } as const;

/** Guests, and who comes by Slack Connect, are of the outside world wherever they ask. */
async function whereaboutsIn(
  { isMember, channelsIn }: Pick<Lookups, "isMember" | "channelsIn">,
  { user, workspace: { client, team } }: Pick<Asking, "user" | "workspace">,
  isDirect: boolean,
): Promise<Asked["whereabouts"]> {
  const channels = channelsIn(team);
  const isOwn = channels !== null && (await isMember(client, user.id, team));
  if (isOwn) return { kind: "own", channels, isDirect };
  return isDirect ? { kind: "direct" } : FOREIGN;
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
