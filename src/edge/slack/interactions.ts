import type {
  App,
  BlockAction,
  ButtonAction,
  GlobalShortcut,
  MessageShortcut,
  SlashCommand,
  StaticSelectAction,
} from "@slack/bolt";
import { COMMANDS } from "#core/reply/command.ts";
import type { AnswerOptions, AskedWorkspace, Asking } from "./answer.ts";
import { answer, answerLine, answerTyped, workspaceOf } from "./answer.ts";
import { unescapeText } from "./escape.ts";
import { answerForms } from "./hand-in.ts";
import { showHome } from "./home.ts";
import { answerEvents } from "./mention.ts";
import { nameOf, replyTo, startingWith } from "./payload.ts";
import { messageIdOf } from "./place.ts";
import { ASK_ACTION, LINK_ACTION } from "./render.ts";

/** The one command under which every other stands as a word. */
export const DESK_COMMAND = "desk";

/** `callback_id` of the shortcuts. */
export const BRIEF_SHORTCUT = "brief_this";
export const SEARCH_SHORTCUT = "search";

/**
 * Lets the app answer commands, buttons, menus, forms, shortcuts, mentions and direct messages, and
 * keep its home. Each is acknowledged first, since Slack waits three seconds, and answered then.
 */
export function answerInteractions(app: App, options: AnswerOptions): void {
  answerCommands(app, options);
  answerActions(app, options);
  answerShortcuts(app, options);
  answerForms(app, options);
  answerEvents(app, options);
  app.error(async (error) => {
    options.log.error("slack interaction failed", { says: error.message });
  });
}

function answerCommands(app: App, options: AnswerOptions): void {
  const alone = COMMANDS.filter(({ standsAlone }) => standsAlone).map(({ name }) => name);
  for (const name of [DESK_COMMAND, ...alone]) {
    app.command(`/${name}`, async ({ command, ack, client, context }) => {
      await ack();
      const words = unescapeText(command.text ?? "").trim();
      const line = `/${name} ${words}`.trim();
      const asking = byCommand(command, workspaceOf(client, context));
      options.once(asking.id, () => answerTyped(options, asking, line));
    });
  }
}

/** What Slack calls a place that has no name of its own. */
const NAMELESS = ["directmessage", "privategroup"];

function byCommand(command: SlashCommand, workspace: AskedWorkspace): Asking {
  const { channel_name: name } = command;
  return {
    id: command.trigger_id,
    workspace,
    user: { id: command.user_id, name: command.user_name },
    channel: { id: command.channel_id, name: NAMELESS.includes(name) ? null : name },
    to: { kind: "response", url: command.response_url },
    trigger: command.trigger_id,
  };
}

function answerActions(app: App, options: AnswerOptions): void {
  app.action<BlockAction<ButtonAction | StaticSelectAction>>(
    startingWith(ASK_ACTION),
    async ({ ack, body, action, client, context }) => {
      await ack();
      const asking = byClick(body, workspaceOf(client, context));
      const line = unescapeText(
        action.type === "static_select" ? action.selected_option.value : (action.value ?? ""),
      );
      options.once(asking.id, async () => {
        await answerLine(options, asking, line);
        // What was asked at home may have changed what stands there.
        if (body.view?.type === "home") await showHome(options, asking);
      });
    },
  );
  // Slack tells the app of a click on a link as well, and shows an error where nobody acknowledges it.
  app.action(startingWith(LINK_ACTION), ({ ack }) => ack());
}

/** A click in a message has an address for its answer; one at home is answered by direct message. */
function byClick(body: BlockAction, workspace: AskedWorkspace): Asking {
  const { user, channel, response_url: url } = body;
  return {
    id: body.trigger_id,
    workspace,
    user: nameOf(user),
    channel: channel === undefined ? null : { id: channel.id, name: channel.name },
    to: replyTo(url, user.id),
    trigger: body.trigger_id,
  };
}

function answerShortcuts(app: App, options: AnswerOptions): void {
  app.shortcut<MessageShortcut>(
    { type: "message_action", callback_id: BRIEF_SHORTCUT },
    async ({ ack, shortcut, client, context }) => {
      await ack();
      const { channel, message, user, trigger_id: id } = shortcut;
      const workspace = workspaceOf(client, context);
      const asking: Asking = {
        ...{ id, workspace, user: nameOf(user), channel, trigger: null },
        to: replyTo(shortcut.response_url, user.id),
      };
      const thread = typeof message.thread_ts === "string" ? message.thread_ts : null;
      const messageId = messageIdOf({
        ts: message.ts ?? shortcut.message_ts,
        thread: thread === message.ts ? null : thread,
      });
      const address = options.addressOf(workspace.team, channel.id);
      const post = { platform: "slack", address, messageId } as const;
      options.once(id, () =>
        answer(options, asking, { said: "Brief this", editors: false }, (asked) =>
          options.frontDesk.askPost(post, asked),
        ),
      );
    },
  );
  app.shortcut<GlobalShortcut>(
    { type: "shortcut", callback_id: SEARCH_SHORTCUT },
    async ({ ack, shortcut, client, context }) => {
      await ack();
      const { user, trigger_id: id } = shortcut;
      const to = { kind: "direct", user: user.id } as const;
      const workspace = workspaceOf(client, context);
      const asking = { id, workspace, user: nameOf(user), channel: null, to, trigger: id };
      options.once(id, () => answerLine(options, asking, "search"));
    },
  );
}
