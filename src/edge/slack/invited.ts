import type { App } from "@slack/bolt";
import type { Greet } from "#desk/greeting.ts";
import { type AnswerOptions, workspaceOf } from "./answer.ts";

export interface InvitedOptions extends Pick<AnswerOptions, "addressOf" | "log" | "once"> {
  /** Slack's id of the bot itself in the workspace of its token; `null` before it is told. */
  readonly self: () => string | null;
  readonly greet: Greet;
}

/** Greets each channel that the bot is brought into; others who join one are nothing to it. */
export function greetChannels(app: App, { self, greet, ...options }: InvitedOptions): void {
  const { addressOf, log, once } = options;
  app.event("member_joined_channel", async ({ event, body, client, context }) => {
    if (event.user !== (context.botUserId ?? self())) return;
    const address = addressOf(workspaceOf(client, context).team, event.channel);
    once(body.event_id, async () => {
      await greet({ platform: "slack", address, place: address }).catch((error: unknown) =>
        log.error("slack channel not greeted", { address, error }),
      );
    });
  });
}
