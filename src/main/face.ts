import type { Instant } from "#core/article/instant.ts";
import type { Message } from "#core/message/message.ts";
import { partMessage } from "#core/message/part.ts";
import { deliveryKey } from "#core/outbox/key.ts";
import type { ChatPlatform } from "#edge/chat/platform.ts";

/** Where and for which slot a message would be posted. */
interface Place {
  /** The id of the subscription. */
  readonly id: string;
  readonly address: string;
  readonly at: Instant;
}

/** The exact bodies in which a platform gets a message, one a part. */
export function bodiesOf(
  { budget, body }: Pick<ChatPlatform, "budget" | "body">,
  message: Message,
  { id, address, at }: Place,
): readonly unknown[] {
  return partMessage(message, budget).map((part, index) =>
    body({ address, message: part, key: deliveryKey(id, at, index + 1) }),
  );
}

/** The bodies for the page, which only looks, so that any address will do. */
export const faceOf = (platform: Pick<ChatPlatform, "budget" | "body">) => (message: Message) =>
  bodiesOf(platform, message, { id: "page", address: "page", at: 0 });
