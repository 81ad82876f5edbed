import type { App } from "@slack/bolt";
import { type AnswerOptions, type Asking, answerTyped, workspaceOf } from "./answer.ts";
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
    options.once(asking.id, () => answerTyped(options, asking, plainWords(event.text)));
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
    const words = plainWords(event.text);
    options.once(asking.id, () => answerTyped(options, asking, words));
  });
  app.event("app_home_opened", async ({ event, body, client, context }) => {
    if (event.tab !== "home") return;
    const { user } = event;
    const workspace = workspaceOf(client, context);
    const opened = { user: { id: user, name: user }, workspace };
    options.once(body.event_id, () => showHome(options, opened));
  });
}

/** Without mentions of people and channels, whose ids no article has. */
function plainWords(text: string): string {
  return unescapeText(text.replace(/<[@#!][^>]*>/gu, " "))
    .replace(/\s+/gu, " ")
    .replace(/^[\s:,]+/u, "")
    .trim();
}
