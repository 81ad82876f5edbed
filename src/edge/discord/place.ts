/** Where one message stands: a thread is a channel of its own. */
export interface Place {
  readonly channel: string;
  readonly message: string;
}

/**
 * Reads the id of a receipt: `MESSAGE` stands in the channel that it was sent to, `THREAD/MESSAGE` in
 * a thread of it. To everyone but the courier it is one opaque word.
 */
export function placeOf(address: string, messageId: string): Place {
  const [channel, message] = messageId.split("/", 2);
  return message === undefined || channel === undefined
    ? { channel: address, message: messageId }
    : { channel, message };
}

/** The id of a receipt, as `placeOf` reads it. */
export function messageIdOf(address: string, { channel, message }: Place): string {
  return channel === address ? message : `${channel}/${message}`;
}
