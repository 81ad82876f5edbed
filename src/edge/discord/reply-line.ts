import {
  DiscordAPIError,
  InteractionResponseType,
  MessageFlags,
  RateLimitError,
  Routes,
} from "discord.js";
import type { Message } from "#core/message/message.ts";
import { partMessage } from "#core/message/part.ts";
import type { Api } from "./api.ts";
import { codeOf } from "./failure.ts";
import { DISCORD_BUDGET, renderMessage } from "./render.ts";

/** What an interaction is answered by. */
export interface Ticket {
  readonly id: string;
  readonly applicationId: string;
  /** Good for 15 minutes, and for nothing but this interaction; never logged. */
  readonly token: string;
}

/** The way back to one asker, seen by no one else. */
export interface ReplyLine {
  /** Tells Discord that an answer will come: at once, since it waits three seconds. */
  defer(): Promise<void>;
  /** Shows a message: in the place of "is thinking…" first, below it after that. */
  show(message: Message): Promise<void>;
}

/** "Interaction has already been acknowledged." */
export const ALREADY_ANSWERED = 40060;

/** Unknown interaction, unknown webhook, invalid webhook token: its time is over. */
const EXPIRED: readonly (number | null)[] = [10062, 10015, 50027];

export function isExpired(error: unknown): boolean {
  return EXPIRED.includes(codeOf(error));
}

export function createReplyLine(api: Api, { id, applicationId, token }: Ticket): ReplyLine {
  let begun = false;
  return {
    async defer() {
      const body = {
        type: InteractionResponseType.DeferredChannelMessageWithSource,
        data: { flags: MessageFlags.Ephemeral },
      };
      const call = () => api.answer("POST", Routes.interactionCallback(id, token), body);
      await call().catch(async (error: unknown) => {
        if (isSettled(error)) throw error;
        // The reply was lost. If the first call went through all the same, this one says so.
        await call().catch((second: unknown) => {
          if (codeOf(second) !== ALREADY_ANSWERED) throw second;
        });
      });
    },
    async show(message) {
      for (const part of partMessage(message, DISCORD_BUDGET)) {
        const body = renderMessage(part);
        if (begun) {
          const flags = body.flags | MessageFlags.Ephemeral;
          await api.answer("POST", Routes.webhook(applicationId, token), { ...body, flags });
        } else {
          await editOriginal(api, { applicationId, token }, body);
          begun = true;
        }
      }
    },
  };
}

/** An edit can be repeated without harm, so a lost reply is tried once more. */
async function editOriginal(
  api: Api,
  { applicationId, token }: Omit<Ticket, "id">,
  body: unknown,
): Promise<void> {
  const call = () => api.answer("PATCH", Routes.webhookMessage(applicationId, token), body);
  await call().catch((error: unknown) => {
    if (isSettled(error)) throw error;
    return call();
  });
}

/** Discord has answered: asking again would get the same answer. */
function isSettled(error: unknown): boolean {
  return error instanceof DiscordAPIError || error instanceof RateLimitError;
}
