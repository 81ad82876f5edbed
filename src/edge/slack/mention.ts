import type { App } from "@slack/bolt";
import { isCommandName } from "#core/reply/command.ts";
import { type AnswerOptions, type Asking, answerLine, workspaceOf } from "./answer.ts";
import { unescapeText } from "./escape.ts";
import { showHome } from "./home.ts";

/** Lets the app answer whoever mentions it or writes to it, and fills the home that someone opens. */
export function answerEvents(app: App, options: AnswerOptions): void {
  app.event("app_mention", async ({ event, body, client, context }) => {
    const { user, channel, ts, thread_ts: thread = null } = event;
    if (user === undefined || event.bot_id !== undefined) return;
    const asking: Asking = {
      id: body.event_id,
      workspace: workspaceOf(client, context),
      user: { id: user, name: user },
      channel: { id: channel, name: null },
      // Only for their eyes, like the answer to a command: what everyone reads must be corrected later.
      to: { kind: "ephemeral", channel, user, thread: thread === ts ? null : thread },
      trigger: null,
    };
    options.once(asking.id, () => answerLine(options, asking, soughtIn(event.text)));
  });
  app.event("message", async ({ event, body, client, context }) => {
    // The bot's own messages come back to it, and edits and deletions come as messages too.
    if (event.channel_type !== "im" || event.subtype !== undefined) return;
    if (event.bot_id !== undefined || event.text === undefined) return;
    const { user, channel } = event;
    const asking: Asking = {
      id: body.event_id,
      workspace: workspaceOf(client, context),
      user: { id: user, name: user },
      channel: { id: channel, name: null },
      to: { kind: "direct", user },
      trigger: null,
    };
    const line = lineIn(event.text);
    options.once(asking.id, () => answerLine(options, asking, line));
  });
  app.event("app_home_opened", async ({ event, body, client, context }) => {
    if (event.tab !== "home") return;
    const { user } = event;
    const workspace = workspaceOf(client, context);
    const opened = { user: { id: user, name: user }, workspace };
    options.once(body.event_id, () => showHome(options, opened));
  });
}

/** A question to the bot is a search for its words. */
function soughtIn(text: string): string {
  const words = plainWords(text);
  return words === "" || words.toLowerCase() === "help" ? "help" : `search ${words}`;
}

/** A direct message is a command where it begins with one's name. */
function lineIn(text: string): string {
  const words = plainWords(text).replace(/^\//u, "");
  const [first = ""] = words.split(/\s/u, 1);
  return isCommandName(first.toLowerCase()) ? words : soughtIn(text);
}

/** Without mentions, and without the mark of the question. */
function plainWords(text: string): string {
  return unescapeText(text.replace(/<[@#!][^>]*>/gu, " "))
    .replace(/\s+/gu, " ")
    .replace(/[\s?:,]+$/u, "")
    .replace(/^[\s:,]+/u, "");
}
