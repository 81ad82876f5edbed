import { webApi } from "@slack/bolt";
import { DeliveryError } from "#core/outbox/courier.ts";
import { callFailure, reasonOf, withMend } from "#edge/chat/failure.ts";

/** What is to be done about an error that Slack names (Slack docs, "chat.postMessage", Errors). */
const MENDS: Readonly<Record<string, string>> = {
  not_in_channel: "invite the bot there: /invite @Copydesk",
  channel_not_found:
    "check the channel's id in config/newsroom.yaml (it starts with C); if the channel is private, invite the bot there: /invite @Copydesk",
  is_archived: "unarchive the channel, or take it out of config/newsroom.yaml",
  restricted_action: "ask a workspace admin to let apps post in this channel",
  restricted_action_read_only_channel: "ask a workspace admin to let apps post in this channel",
  restricted_action_non_threadable_channel:
    "choose a channel that takes threads: this one has none",
  invalid_auth: "copy the bot token anew from “OAuth & Permissions” to SLACK_BOT_TOKEN in .env",
  not_authed: "copy the bot token anew from “OAuth & Permissions” to SLACK_BOT_TOKEN in .env",
  not_allowed_token_type:
    "SLACK_BOT_TOKEN takes the token that starts with xoxb-, SLACK_APP_TOKEN the one with xapp-",
  token_revoked: "install the app again and copy its new bot token to SLACK_BOT_TOKEN in .env",
  token_expired:
    "turn token rotation off for the app, install it again and copy its token into .env",
  account_inactive:
    "the app was removed or its workspace deleted: install it again and copy its token into .env",
  missing_scope: "add the scope under “OAuth & Permissions” and install the app again",
  no_permission: "add the app's scopes under “OAuth & Permissions” and install it again",
  ekm_access_denied: "ask a workspace admin to let apps post while keys are revoked",
  msg_blocks_too_long: "lower “most” of this channel in config/newsroom.yaml",
  msg_too_long: "lower “most” of this channel in config/newsroom.yaml",
  cant_update_message:
    "use the token of the app that posted it: another one cannot edit it (SLACK_BOT_TOKEN in .env)",
  edit_window_closed:
    "ask a workspace admin to let messages be edited at any time (Settings, Message Editing)",
  update_failed: "please report it, with the log: Slack could not edit the message",
  is_inactive: "unarchive the channel, or take it out of config/newsroom.yaml",
  cannot_reply_to_message: "choose a channel that takes replies: this message can have none",
  restricted_action_thread_only_channel:
    "choose a channel that takes messages outside threads: this one takes replies alone",
  restricted_action_thread_locked: "unlock the thread",
  invalid_blocks: "please report it, with the log: the message was not set as Slack expects",
  metadata_too_large: "please report it, with the log: the message was not set as Slack expects",
};

/** Slack asks to come back later. */
const RATE_LIMITS = ["ratelimited", "rate_limited", "message_limit_exceeded"];

/** The post that an edit or a reply is for is not there (Slack docs, "chat.update", Errors). */
const GONE = ["message_not_found", "thread_not_found"];

/** Slack failed in the middle: "It's possible some aspect of the operation succeeded". */
const MISHAPS = [
  "internal_error",
  "fatal_error",
  "service_unavailable",
  "request_timeout",
  "team_added_to_org",
  "accesslimited",
];

const SECOND = 1_000;

/** Sets any failure of a call in the terms of the outbox; `doing` begins its sentence: `posting to C1`. */
export function deliveryError(error: unknown, doing: string): DeliveryError {
  const failure = callFailure("Slack", doing, error);
  if (error instanceof webApi.WebAPIRateLimitedError) {
    return failure.wait(null, error.retryAfter * SECOND);
  }
  if (!(error instanceof webApi.WebAPIPlatformError)) return failure.unreachable(reason(error));
  const { error: name, response_metadata } = error.data;
  if (RATE_LIMITS.includes(name)) {
    const wait = response_metadata?.retryAfter;
    return failure.wait(name, wait === undefined ? null : wait * SECOND);
  }
  if (GONE.includes(name)) return failure.gone(name);
  // The SDK gives a body that is no JSON as the error's name: a proxy's page, or half a reply.
  if (!/^[a-z][a-z0-9_]*$/.test(name)) return failure.failed("its reply cannot be read");
  return MISHAPS.includes(name) ? failure.failed(name) : failure.refused(mended(error));
}

/** Blocks that Slack does not take, or in which it "failed downloading" a picture, now and then (slackapi/python-slack-sdk#1782). */
const INVALID_BLOCKS = ["invalid_blocks", "invalid_blocks_format"];

/** Says whether Slack refused how a message is set: nothing of it stands in the channel. */
export function isInvalidBlocks(error: unknown): boolean {
  const cause = error instanceof DeliveryError ? error.cause : error;
  return cause instanceof webApi.WebAPIPlatformError && INVALID_BLOCKS.includes(cause.data.error);
}

/** Why Slack gives the app token no socket, in one line, with the mend. */
export function explainAppToken(error: webApi.WebAPIPlatformError): string {
  return `SLACK_APP_TOKEN is not taken (${error.data.error}): turn Socket Mode on, make a token with the scope connections:write under “Basic Information”, App-Level Tokens, and copy it into .env`;
}

/** A failure of a call in one line, with its mend where there is one. */
export function explain(error: unknown): string {
  return error instanceof webApi.WebAPIPlatformError ? mended(error) : reason(error);
}

function mended({ data }: webApi.WebAPIPlatformError): string {
  const needed = "needed" in data && typeof data.needed === "string" ? ` (${data.needed})` : "";
  return withMend(`${data.error}${needed}`, MENDS[data.error]);
}

function reason(error: unknown): string {
  if (error instanceof webApi.WebAPIHTTPError) return `HTTP ${error.statusCode}`;
  if (error instanceof webApi.WebAPIRequestError) return reason(error.original);
  // Whoever throws it has told of Slack's own error in its words.
  const isTold = error instanceof Error && error.cause instanceof webApi.WebAPIPlatformError;
  return isTold ? error.message : reasonOf(error);
}
