import { DiscordAPIError, HTTPError, RateLimitError } from "discord.js";
import { DeliveryError } from "#core/outbox/courier.ts";

const CHANNEL_ID =
  "check the channel's id in config/newsroom.yaml (right-click the channel, Copy Channel ID), and that the bot is on that server";
const NO_TEXT_CHANNEL = "choose a text channel, an announcement channel or a thread";
const REPORT = "please report it, with the log: the message was not set as Discord expects";
export const TOKEN_MEND =
  "copy the bot's token anew (Developer Portal, Bot, Reset Token) into DISCORD_TOKEN in .env";

/** What is to be done about an error code (Discord docs, "Opcodes and Status Codes", JSON error codes). */
const MENDS: ReadonlyMap<number | string, string> = new Map([
  [10003, CHANNEL_ID],
  [10004, "invite the bot to the server again"],
  [20016, "turn slow mode off in the channel, or give the bot Bypass Slowmode there"],
  [40001, TOKEN_MEND],
  [50001, "invite the bot to the channel and give it View Channel and Send Messages"],
  [50006, REPORT],
  [50008, NO_TEXT_CHANNEL],
  [
    50013,
    "give the bot View Channel, Send Messages and Read Message History in the channel (in a thread, Send Messages in Threads)",
  ],
  [50024, NO_TEXT_CHANNEL],
  [50035, REPORT],
  [160005, "unlock the thread, or choose another channel"],
  [200000, "exempt the bot from AutoMod in the server's settings"],
  [200001, "exempt the bot from AutoMod in the server's settings"],
]);

/** Slow mode: it passes, though it comes as a refusal. */
const SLOW_MODE = 20016;

/** Sets any failure of a call in the terms of the outbox; `doing` begins its sentence: `posting to 123`. */
export function deliveryError(error: unknown, doing: string): DeliveryError {
  if (error instanceof RateLimitError) {
    const wait = error.retryAfter > 0 ? error.retryAfter : error.timeToReset;
    return new DeliveryError("rate-limited", `Discord asks to wait, ${doing}`, {
      cause: error,
      ...(wait > 0 && { retryAfter: wait }),
    });
  }
  if (error instanceof DiscordAPIError && error.code === SLOW_MODE) {
    const says = `Discord asks to wait, ${doing}: ${explain(error)}`;
    return new DeliveryError("rate-limited", says, { cause: error });
  }
  if (error instanceof DiscordAPIError && isRefusal(error)) {
    return new DeliveryError("refused", `Discord refuses, ${doing}: ${explain(error)}`, {
      cause: error,
    });
  }
  return new DeliveryError(
    "unreachable",
    `Discord cannot be reached, ${doing}: ${explain(error)}`,
    {
      cause: error,
    },
  );
}

/** A page of a proxy, or a request that timed out on its way, says nothing about the channel. */
function isRefusal({ code, status }: DiscordAPIError): boolean {
  return status !== 408 && (status === 401 || typeof code === "number");
}

/** A failure of a call in one line, with its mend where there is one. */
export function explain(error: unknown): string {
  if (error instanceof HTTPError) return `HTTP ${error.status}`;
  if (error instanceof DiscordAPIError) return withMend(error);
  if (!(error instanceof Error)) return String(error);
  if (error.name === "AbortError" || error.name === "TimeoutError") return "no reply in time";
  return error.cause instanceof Error ? `${error.message} (${error.cause.message})` : error.message;
}

/** The number of an error that Discord names; `null` for any other. */
export function codeOf(error: unknown): number | null {
  return error instanceof DiscordAPIError && typeof error.code === "number" ? error.code : null;
}

function withMend(error: DiscordAPIError): string {
  if (error.status === 401) return `401 Unauthorized: ${TOKEN_MEND}`;
  if (typeof error.code !== "number") return `HTTP ${error.status}`;
  const says = error.message.replace(/\s+/g, " ");
  // An id that is no number comes back as a form error: `channel_id[NUMBER_TYPE_COERCE]`.
  const mend = says.includes("channel_id") ? CHANNEL_ID : MENDS.get(error.code);
  return mend === undefined ? `${says} (${error.code})` : `${says} (${error.code}): ${mend}`;
}
