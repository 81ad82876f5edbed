import type { Instant } from "#core/article/instant.ts";
import type { Message } from "#core/message/message.ts";
import { dayName, plainMessage, timeWithZone } from "#core/message/say.ts";
import type { Withdrawal } from "#core/message/withdraw.ts";

/** What a button below a story says that was withdrawn since: when, and nothing of its text. */
export function withdrawnAnswer(how: Withdrawal, at: Instant, timeZone: string): Message {
  const when = `${timeWithZone(at, timeZone)} on ${dayName(at, timeZone)}`;
  const order = how === "killed" ? "Do not use it." : "Do not use it until it is released.";
  return plainMessage(`This story was withdrawn at ${when}.`, order);
}
