import type { Message } from "#core/message/message.ts";
import type { Output } from "./output.ts";
import { renderTerminal } from "./render.ts";

/** How `digest` shows an edition where no platform is named. */
export const PLAIN = "terminal";

/** What a channel would be sent. */
export interface Rehearsal {
  readonly channel: string;
  /** The moment it was asked for, in ISO 8601. */
  readonly at: string;
  /** As one message, undivided; `null` when there is nothing for it. */
  readonly message: Message | null;
  /** The bodies of the posts, as the platform gets them. */
  readonly payloads: readonly unknown[];
}

/** `digest CHANNEL`: prints what the channel would be sent; the platforms' JSON, one post a line. */
export function printDigest(
  out: Output,
  rehearsal: Rehearsal,
  face: string,
  json: boolean,
): number {
  const { channel, message, payloads } = rehearsal;
  if (face !== PLAIN) {
    for (const payload of payloads) out.line(JSON.stringify(payload));
  } else if (json) {
    out.line(JSON.stringify({ channel, at: rehearsal.at, message }));
  } else if (message !== null) {
    for (const line of renderTerminal(message, out)) out.line(line);
  }
  if (message === null && !json) {
    out.complain(`Nothing new for ${channel}: an empty edition is not posted.`);
  }
  return 0;
}
