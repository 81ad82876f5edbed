import type { Instant } from "#core/article/instant.ts";
import type { Message } from "#core/message/message.ts";
import { count, dayAndTime } from "#core/message/say.ts";
import type { Output } from "./output.ts";
import { renderTerminal } from "./render.ts";
import { printable } from "./wrap.ts";

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
  /** What is told where it would be sent nothing. */
  readonly nothing: Nothing;
}

/** Why a channel would be sent nothing. */
export interface Nothing {
  /** What might have been for it, and is not, by which rule. */
  readonly choices: readonly { readonly headline: string; readonly rule: string }[];
  /** The slot of its last edition; `null`: it has had none. */
  readonly last: Instant | null;
  /** No article that may be shown is there at all. */
  readonly isEmpty: boolean;
  readonly timeZone: string;
}

/** Articles whose rules are told one by one. */
const MOST_TOLD = 5;

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
    for (const line of reasons(rehearsal.nothing)) out.complain(`  ${line}`);
  }
  return 0;
}

function reasons({ choices, last, isEmpty, timeZone }: Nothing): readonly string[] {
  if (isEmpty) return ["No article that may be shown has come in yet."];
  if (choices.length === 0 && last !== null)
    return [`No article for it has come in since its edition of ${dayAndTime(last, timeZone)}.`];
  if (choices.length === 0) return ["None of the articles that are there is what it orders."];
  const told = choices
    .slice(0, MOST_TOLD)
    .map(({ headline, rule }) => `“${printable(headline)}”: ${printable(rule)}`);
  const more = choices.length - told.length;
  return [...told, ...(more > 0 ? [`and ${count(more, "more article")}, for such reasons`] : [])];
}
