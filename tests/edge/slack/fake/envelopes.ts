import type { Envelope } from "./sockets.ts";

/** A slash command as Slack describes it ("Implementing slash commands", The payload). */
export function commandPayload(options: {
  command: string;
  text: string;
  trigger: string;
  responseUrl: string;
}): Record<string, string> {
  return {
    token: "verification",
    team_id: "T1",
    team_domain: "desk",
    channel_id: "C1",
    channel_name: "name-C1",
    user_id: "U1",
    user_name: "reader",
    command: options.command,
    text: options.text,
    api_app_id: "A1",
    is_enterprise_install: "false",
    response_url: options.responseUrl,
    trigger_id: options.trigger,
  };
}

/** A click on a button, as Slack describes it ("block_actions payload"). */
export function clickPayload(options: {
  actionId: string;
  value?: string;
  trigger: string;
  responseUrl: string;
}): Record<string, unknown> {
  return {
    type: "block_actions",
    team: { id: "T1", domain: "desk" },
    user: { id: "U1", username: "reader", name: "reader", team_id: "T1" },
    api_app_id: "A1",
    token: "verification",
    container: { type: "message", message_ts: "1.1", channel_id: "C1", is_ephemeral: false },
    channel: { id: "C1", name: "name-C1" },
    trigger_id: options.trigger,
    response_url: options.responseUrl,
    actions: [
      {
        type: "button",
        action_id: options.actionId,
        block_id: "b1",
        text: { type: "plain_text", text: "Details", emoji: false },
        value: options.value,
        action_ts: "1.2",
      },
    ],
  };
}

export function commandEnvelope(id: string, payload: Readonly<Record<string, unknown>>): Envelope {
  return { envelope_id: id, type: "slash_commands", payload };
}

export function clickEnvelope(id: string, payload: Readonly<Record<string, unknown>>): Envelope {
  return { envelope_id: id, type: "interactive", payload };
}
