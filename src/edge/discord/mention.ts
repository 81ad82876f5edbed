import { type Message as DiscordMessage, MessageType, Routes } from "discord.js";
import { z } from "zod";
import type { Message } from "#core/message/message.ts";
import { partMessage } from "#core/message/part.ts";
import { plainMessage } from "#core/message/say.ts";
import { answer } from "#edge/chat/answer.ts";
import { askedOf } from "./asked.ts";
import { codeOf, explain } from "./failure.ts";
import { type InteractionOptions, safe } from "./interactions.ts";
import { DISCORD_BUDGET, renderMessage } from "./render.ts";

const DirectChannel = z.object({ id: z.string() });

/** "Cannot send messages to this user": they take no direct messages. */
const CLOSED = 50007;

/**
 * Answers whoever writes to the bot or mentions it, once. Discord shows nobody alone a message in a channel, and what
 * everyone reads would have to be corrected later: so the answer to a mention goes by direct message. The gateway
 * gives the text of such messages alone, without the privileged intent (Discord docs, "Message Content Intent").
 */
export function createListener(options: InteractionOptions): (message: DiscordMessage) => void {
  return (message) => {
    const text = saidToBot(message);
    if (text !== null) options.once(message.id, () => answerOne(options, message, text));
  };
}

function answerOne(
  options: InteractionOptions,
  message: DiscordMessage,
  text: string,
): Promise<void> {
  const { frontDesk, log } = options;
  const show = (said: Message) => tell(options, message, said);
  const answering = { platform: "discord", log, noted: { id: message.id }, show, explain, safe };
  return answer(answering, () => frontDesk.askTyped(text, whoAsks(options, message)));
}

/** What someone says to the bot, without mentions; `null` for a message that is none of its business. */
function saidToBot({ author, content, guildId, type, webhookId, client }: DiscordMessage) {
  const isTalk = type === MessageType.Default || type === MessageType.Reply;
  if (author.bot || webhookId !== null || !isTalk) return null;
  // A reply to a digest pings the bot without a word to it: its name must stand there.
  const isCalled = new RegExp(`<@!?${client.user.id}>`, "u").test(content);
  if (guildId !== null && !isCalled) return null;
  return content
    .replace(/<(?:[@#][!&]?|\/[^:>]*:|a?:\w+:)\d+>/gu, " ")
    .replace(/\s+/gu, " ")
    .replace(/^[\s:,]+/u, "")
    .trim();
}

function whoAsks({ whereabouts }: InteractionOptions, message: DiscordMessage) {
  const { author: user, guildId, guild, channelId, channel, member } = message;
  return askedOf(whereabouts, { user, guildId, guild, member, channelId, channel });
}

async function tell(
  { api, log }: InteractionOptions,
  { id, author, channelId, guildId }: DiscordMessage,
  said: Message,
): Promise<void> {
  const post = async (to: string, message: Message, more: object = {}) => {
    for (const [index, part] of partMessage(message, DISCORD_BUDGET).entries()) {
      const nonce = { nonce: `${id}p${index}`, enforce_nonce: true };
      await api.post(Routes.channelMessages(to), { ...renderMessage(part), ...nonce, ...more });
    }
  };
  if (guildId === null) return post(channelId, said);
  try {
    const opened = await api.post(Routes.userChannels(), { recipient_id: author.id });
    await post(DirectChannel.parse(opened).id, said);
  } catch (error) {
    if (codeOf(error) !== CLOSED) throw error;
    log.info("discord direct messages closed", { id });
    const reference = { message_id: id, fail_if_not_exists: false };
    await post(channelId, closedAnswer(), { message_reference: reference });
  }
}

function closedAnswer(): Message {
  return plainMessage(
    "A mention is answered by direct message, and you take none from here.",
    "Ask with a command instead, such as /search: its answer is for you alone.",
  );
}
