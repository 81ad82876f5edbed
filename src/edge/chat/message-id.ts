/** Where a message stands, as the id of its receipt has it. */
export interface Standing {
  /** What it stands in, such as a thread; `null`: the channel that it was sent to. */
  readonly within: string | null;
  readonly message: string;
}

/** Reads the id of a receipt: `MESSAGE`, or `WITHIN/MESSAGE`. To everyone but the courier it is one opaque word. */
export function readMessageId(id: string): Standing {
  const [first = id, message] = id.split("/", 2);
  return message === undefined ? { within: null, message: first } : { within: first, message };
}

/** The id of a receipt, as `readMessageId` reads it. */
export function writeMessageId({ within, message }: Standing): string {
  return within === null ? message : `${within}/${message}`;
}
