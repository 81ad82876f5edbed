import { DiscordAPIError, HTTPError, RateLimitError } from "discord.js";
import { DeliveryError } from "#core/outbox/courier.ts";
import { callFailure, reasonOf, withMend } from "#edge/chat/failure.ts";

const CHANNEL_ID =
  "check the channel's id in config/newsroom.yaml (right-click the channel, Copy Channel ID), and that the bot is on that server";
const NO_TEXT_CHANNEL = "choose a text channel, an announcement channel or a thread";
const TEXT_CHANNEL_OR_FORUM =
  "the channel is a forum: set “forum” for it in config/newsroom.yaml, so that each brief opens a post, or choose a text channel";
const ARCHIVED = "open the thread again and unlock it, or give the bot Manage Threads there";
const NO_FORUM_TAG =
  "name tags that the forum has under “forum” of this channel in config/newsroom.yaml";
const TOO_MANY_THREADS =
  "close some of the server's open threads and posts, or let them be archived sooner";
const REPORT = "please report it, with the log: the message was not set as Discord expects";
export const TOKEN_MEND =
  "copy the bot's token anew (Developer Portal, Bot, Reset Token) into DISCORD_TOKEN in .env";

/** What is to be done about an error code (Discord docs, "Opcodes and Status Codes", JSON error codes). */
const MENDS: ReadonlyMap<number | string, string> = new Map([
  [10003, CHANNEL_ID],
  [10004, "invite the bot to the server again"],
  [10087, NO_FORUM_TAG],
  [20016, "turn slow mode off in the channel, or give the bot Bypass Slowmode there"],
  [30033, "remove somebody from the thread: it has as many members as a thread can have"],
  [40001, TOKEN_MEND],
  [40058, TEXT_CHANNEL_OR_FORUM],
  [40060, REPORT],
  [40066, "give the bot Manage Threads in the forum, or let everyone set one of its tags"],
  [40067, NO_FORUM_TAG],
  [50001, "invite the bot to the channel and give it View Channel and Send Messages"],
  [50005, "use the token of the bot that posted it: another one cannot edit it"],
  [50006, REPORT],
  [50008, `${NO_TEXT_CHANNEL}; a forum needs “forum” in config/newsroom.yaml`],
  [
    50013,
    "give the bot View Channel, Send Messages and Read Message History in the channel (in a thread or under a forum's post, Send Messages in Threads; for a forum's tag that moderators alone may set, Manage Threads)",
  ],
  [50024, NO_TEXT_CHANNEL],
  [50035, REPORT],
  [50083, ARCHIVED],
  [160002, "give the bot Read Message History in the channel"],
  [160005, "unlock the thread, or choose another channel"],
  [160006, TOO_MANY_THREADS],
  [160007, TOO_MANY_THREADS],
  [200000, "exempt the bot from AutoMod in the server's settings"],
  [200001, "exempt the bot from AutoMod in the server's settings"],
]);

/**
 * These pass, though they come as refusals: slow mode, the limits of what is edited in announcements,
 * of what is written in a channel and on a server, and of edits to messages older than an hour.
 */
const PASSING: ReadonlySet<number | string> = new Set([20016, 20022, 20028, 20029, 30046, 40062]);

/** Discord itself is in trouble: "API resource is currently overloaded. Try again a little later". */
const OVERLOADED = 130000;

const INVALID_FORM = 50035;

/** Unknown message. */
const GONE: ReadonlySet<number | string> = new Set([10008]);

// Reads: message_reference[MESSAGE_REFERENCE_UNKNOWN_MESSAGE]: Unknown message
const UNKNOWN_REFERENCE = /message_reference\[\w*UNKNOWN_MESSAGE\]/;

/** Sets any failure of a call in the terms of the outbox; `doing` begins its sentence: `posting to 123`. */
export function deliveryError(error: unknown, doing: string): DeliveryError {
  const failure = callFailure("Discord", doing, error);
  if (error instanceof RateLimitError) {
    const wait = error.retryAfter > 0 ? error.retryAfter : error.timeToReset;
    return failure.wait(null, wait > 0 ? wait : null);
  }
  if (!(error instanceof DiscordAPIError)) return failure.unreachable(explain(error));
  if (PASSING.has(error.code)) return failure.wait(explain(error), null);
  if (isGone(error)) return failure.gone(explain(error));
  return isRefusal(error) ? failure.refused(explain(error)) : failure.unreachable(explain(error));
}

function isGone({ code, message }: DiscordAPIError): boolean {
  return GONE.has(code) || (code === INVALID_FORM && UNKNOWN_REFERENCE.test(message));
}

/** A page of a proxy, or a request that timed out on its way, says nothing about the channel. */
function isRefusal({ code, status }: DiscordAPIError): boolean {
  if (code === OVERLOADED) return false;
  return status !== 408 && (status === 401 || typeof code === "number");
}

/** A failure of a call in one line, with its mend where there is one. */
export function explain(error: unknown): string {
  if (error instanceof HTTPError) return `HTTP ${error.status}`;
  if (error instanceof DiscordAPIError) return mended(error);
  const isTimeout =
    error instanceof Error && (error.name === "AbortError" || error.name === "TimeoutError");
  return isTimeout ? "no reply in time" : reasonOf(error);
}

/** The number of an error that Discord names, or that stands behind a failed delivery; `null` for any other. */
export function codeOf(error: unknown): number | null {
  if (error instanceof DeliveryError) return codeOf(error.cause);
  return error instanceof DiscordAPIError && typeof error.code === "number" ? error.code : null;
}

/** Says whether Discord refused how a message is set, such as a picture's address that is none to it: nothing of it was posted. */
export function isInvalidForm(error: unknown): boolean {
  return codeOf(error) === INVALID_FORM;
}

function mended(error: DiscordAPIError): string {
  if (error.status === 401) return withMend("401 Unauthorized", TOKEN_MEND);
  if (typeof error.code !== "number") return `HTTP ${error.status}`;
  const says = error.message.replace(/\s+/g, " ");
  // An id that is no number comes back as a form error: `channel_id[NUMBER_TYPE_COERCE]`.
  const mend = says.includes("channel_id") ? CHANNEL_ID : MENDS.get(error.code);
  return withMend(`${says} (${error.code})`, mend);
}
