import type { Readers } from "#core/article/audience.ts";
import type { Message } from "#core/message/message.ts";
import { note, plainMessage, section } from "#core/message/say.ts";
import type { Asked } from "#core/reply/front-desk.ts";
import { namingFor } from "#core/reply/naming.ts";

const ELSEWHERE =
  "Copy for the newsroom alone is left out here: ask an editor, or in a channel of the newsroom's own.";

/**
 * Says below an answer that finds nothing that there may be something elsewhere. It stands below every such answer where
 * something could be kept back, whether it is or not: so nobody learns by asking that there is anything, nor of what.
 */
export function toldElsewhere(message: Message, { audience, internalSections }: Readers): Message {
  const isWhole = audience === "internal" || (audience === null && internalSections.length === 0);
  if (isWhole) return message;
  return { ...message, sections: [...message.sections, section(note({ text: ELSEWHERE }))] };
}

/** Said where the editions of a channel are asked for in a place that they are not for. */
export function editionsElsewhere(channel: string, asked: Asked): Message {
  return plainMessage(
    `The editions of ${channel} are not for this place.`,
    `Ask in that channel, or for a digest made for here: ${namingFor(asked)("digest now")}`,
  );
}
