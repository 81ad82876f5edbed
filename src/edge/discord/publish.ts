import { Routes } from "discord.js";
import type { DeliveryError } from "#core/outbox/courier.ts";
import type { Log } from "#desk/port/log.ts";
import { withMend } from "#edge/chat/failure.ts";
import type { Api } from "./api.ts";
import { codeOf, deliveryError } from "./failure.ts";
import type { Place } from "./place.ts";

/** "This message has already been crossposted" (Discord docs, "Opcodes and Status Codes", JSON error codes). */
const PUBLISHED = 40033;

export const NO_ANNOUNCEMENTS =
  "make it an announcement channel (the channel's settings, Overview), or take publish out of config/newsroom.yaml";

/** Of what Discord says where a channel is none of announcements, and where the bot may not publish. */
const MENDS: ReadonlyMap<number, string> = new Map([
  [50024, NO_ANNOUNCEMENTS],
  [50068, NO_ANNOUNCEMENTS],
  [50001, "give the bot View Channel and Send Messages in the channel"],
  [50013, "give the bot Send Messages and Manage Messages in the channel"],
]);

/** Milliseconds, where Discord asks to wait and does not say how long: its limit is counted by the hour. */
const HOUR = 60 * 60 * 1000;

/**
 * Publishes a post to those who follow its channel (Discord docs, "Crosspost Message"): once more changes nothing, and
 * what becomes of the post later is carried on by Discord.
 *
 * Ten an hour are taken in a channel. What is more is left as it is, in the channel alone, so that no post waits for it;
 * the log says so once for as long as it lasts.
 *
 * @param again it is the second attempt at the post
 * @returns why it was not published, with the mend; `null` where it was, or was left
 * @throws {DeliveryError} `unreachable` at the first attempt: the next one finds the post, and publishes it
 */
export type Publish = (place: Place, again: boolean) => Promise<string | null>;

export function createPublisher(api: Api, log: Pick<Log, "warn">): Publish {
  /** Until when channels take no more, by the clock that nobody puts forward or back. */
  const full = new Map<string, number>();
  return async ({ channel, message }, again) => {
    const doing = `publishing ${message} of ${channel}`;
    if ((full.get(channel) ?? 0) > performance.now()) return null;
    full.delete(channel);
    try {
      await api.post(Routes.channelMessageCrosspost(channel, message), {});
      return null;
    } catch (error) {
      if (codeOf(error) === PUBLISHED) return null;
      const failure = deliveryError(error, doing);
      switch (failure.code) {
        // Somebody has deleted it meanwhile.
        case "gone":
          return null;
        case "rate-limited":
        case "put-off":
          full.set(channel, performance.now() + (failure.retryAfter ?? HOUR));
          log.warn("discord posts not published for now", { channel, says: failure.message });
          return null;
        case "unreachable":
          if (!again) throw failure;
          return withMend(failure.message, "publish it by hand (the message's menu, Publish)");
        case "refused":
          return refusal(failure, doing);
      }
    }
  };
}

function refusal(failure: DeliveryError, doing: string): string {
  const code = codeOf(failure);
  const mend = code === null ? undefined : MENDS.get(code);
  return mend === undefined ? failure.message : `Discord refuses, ${doing} (${code}): ${mend}`;
}
