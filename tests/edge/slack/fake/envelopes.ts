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

const WHO = { id: "U1", username: "reader", name: "reader", team_id: "T1" };

/** A message shortcut, as Slack describes it ("message_actions payload"). */
export function messageShortcutPayload(options: {
  trigger: string;
  responseUrl: string;
  ts: string;
  thread?: string;
}): Record<string, unknown> {
  const { ts, thread, trigger, responseUrl } = options;
  return {
    ...{ type: "message_action", callback_id: "brief_this", token: "verification" },
    ...{ team: { id: "T1", domain: "desk" }, user: WHO, channel: { id: "C1", name: "name-C1" } },
    ...{ trigger_id: trigger, response_url: responseUrl, message_ts: ts, action_ts: "1.2" },
    message: { type: "message", ts, text: "…", ...(thread !== undefined && { thread_ts: thread }) },
  };
}

/** A global shortcut ("shortcuts payload"). */
export function globalShortcutPayload(trigger: string): Record<string, unknown> {
  return {
    ...{ type: "shortcut", callback_id: "search", token: "verification", action_ts: "1.2" },
    ...{ team: { id: "T1", domain: "desk" }, user: WHO, trigger_id: trigger },
  };
}

/** A modal that was handed in ("view_submission payload"). */
export function submissionPayload(options: {
  viewId: string;
  form: string;
  along: Readonly<Record<string, string | null>>;
  values: Readonly<Record<string, unknown>>;
}): Record<string, unknown> {
  const { viewId, form, along, values } = options;
  return {
    ...{ type: "view_submission", token: "verification", trigger_id: "t9", api_app_id: "A1" },
    ...{ team: { id: "T1", domain: "desk" }, user: WHO, response_urls: [] },
    view: {
      ...{ id: viewId, type: "modal", callback_id: `form:${form}`, hash: "1.h", blocks: [] },
      private_metadata: JSON.stringify(along),
      state: {
        values: Object.fromEntries(
          Object.entries(values).map(([name, value]) => [name, { [name]: value }]),
        ),
      },
    },
  };
}

/** A click where the app is at home: there is no channel and no address for an answer. */
export function homeClickPayload(value: string, trigger: string): Record<string, unknown> {
  return {
    ...{ type: "block_actions", token: "verification", trigger_id: trigger, api_app_id: "A1" },
    ...{ team: { id: "T1", domain: "desk" }, user: WHO },
    container: { type: "view", view_id: "V1" },
    view: { id: "V1", type: "home", blocks: [], state: { values: {} } },
    actions: [
      {
        ...{ type: "button", action_id: "ask-1-0", block_id: "b1", value, action_ts: "1.2" },
        text: { type: "plain_text", text: "Search", emoji: false },
      },
    ],
  };
}

/** An event, as the Events API wraps it. */
export function eventEnvelope(
  id: string,
  eventId: string,
  event: Readonly<Record<string, unknown>>,
): Envelope {
  const payload = {
    ...{ type: "event_callback", token: "verification", team_id: "T1", api_app_id: "A1" },
    ...{ event_id: eventId, event_time: 1, event },
  };
  return { envelope_id: id, type: "events_api", payload };
}
