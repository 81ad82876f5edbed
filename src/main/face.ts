import type { Instant } from "#core/article/instant.ts";
import type { Platform } from "#core/digest/subscription.ts";
import type { Budget, Message } from "#core/message/message.ts";
import { partMessage } from "#core/message/part.ts";
import { deliveryKey } from "#core/outbox/key.ts";
import { postBody } from "#edge/discord/body.ts";
import { DISCORD_BUDGET } from "#edge/discord/render.ts";
import { postArguments } from "#edge/slack/arguments.ts";
import { SLACK_BUDGET } from "#edge/slack/render.ts";

/** What one message may hold on each platform; the page takes an edition whole. */
export const BUDGETS: Readonly<Record<Platform, Budget>> = {
  slack: SLACK_BUDGET,
  discord: DISCORD_BUDGET,
  preview: { fits: () => true },
};

/** Where and for which slot a message would be posted. */
interface Place {
  /** The id of the subscription. */
  readonly id: string;
  readonly address: string;
  readonly at: Instant;
}

/** The exact bodies in which a platform gets a message, one a part. */
export function bodiesOf(
  platform: "slack" | "discord",
  message: Message,
  { id, address, at }: Place,
): readonly unknown[] {
  return partMessage(message, BUDGETS[platform]).map((part, index) => {
    const parcel = { address, message: part, key: deliveryKey(id, at, index + 1) };
    return platform === "slack" ? postArguments(parcel) : postBody(parcel);
  });
}

/** The bodies for the page, which only looks, so that any address will do. */
export const faceOf = (platform: "slack" | "discord") => (message: Message) =>
  bodiesOf(platform, message, { id: "page", address: "page", at: 0 });
