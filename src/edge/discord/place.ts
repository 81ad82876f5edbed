import { readMessageId, writeMessageId } from "#edge/chat/message-id.ts";

/** Where one message stands: a thread is a channel of its own. */
export interface Place {
  readonly channel: string;
  readonly message: string;
}

/**
 * Reads the id of a receipt: `MESSAGE` stands in the channel that it was sent to, `THREAD/MESSAGE` in
 * a thread of it.
 */
export function placeOf(address: string, messageId: string): Place {
  const { within, message } = readMessageId(messageId);
  return { channel: within ?? address, message };
}

/** The id of a receipt, as `placeOf` reads it. */
export function messageIdOf(address: string, { channel, message }: Place): string {
  return writeMessageId({ within: channel === address ? null : channel, message });
}
