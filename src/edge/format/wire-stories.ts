import type { Reading, Story } from "#desk/port/copy.ts";
import { quarantine } from "./quarantine.ts";
import type { WireMessage } from "./wire-message.ts";

const CUT_OFF =
  "This wire message ends before its end mark, so it was cut off on its way; send it again.";

const TOO_LONG =
  "This wire message is too long for an article; save the story alone as plain text.";
/** Of one message, in bytes: twenty times what the longest series of an agency has. */
const MOST_TEXT = 1024 * 1024;

/** Reads the messages of one file: a story each, named by their number where there are several. */
export function storiesOf(
  messages: readonly WireMessage[],
  part: (message: WireMessage) => string,
  read: (message: WireMessage) => Reading,
): Reading {
  const [only, another] = messages;
  const whole = (message: WireMessage): Reading => {
    if (message.text.length > MOST_TEXT) return quarantine(TOO_LONG);
    return message.isWhole ? read(message) : quarantine(CUT_OFF);
  };
  if (only !== undefined && another === undefined) return whole(only);
  return { ok: true, stories: messages.flatMap((message) => named(part(message), whole(message))) };
}

function named(part: string, reading: Reading): readonly Story[] {
  if (!reading.ok) return [{ part, ok: false, reason: reading.reason }];
  return reading.stories.map((story) => ({ ...story, part }));
}

/** A message without a number is still told from the file that it lies in. */
export function partOf(number: string): string {
  return number === "" ? "message" : number;
}
