import type { Platform } from "#core/digest/subscription.ts";
import { deliveryKey } from "#core/outbox/key.ts";
import { greeting } from "#core/reply/greeting.ts";
import type { Clock } from "./port/clock.ts";
import type { UnitOfWork } from "./port/unit-of-work.ts";

/** Where the bot was invited. */
export interface Invitation {
  readonly platform: Platform;
  /** Of the channel in which it is to say who it is. */
  readonly address: string;
  /** What is greeted once for good: the channel itself, or what it is the first channel of. */
  readonly place: string;
}

/** Says once, where the bot is invited, what it is. */
export type Greet = (invitation: Invitation) => Promise<void>;

export interface GreetingParts {
  readonly store: UnitOfWork;
  readonly clock: Clock;
  /** Has what is in the outbox carried now. */
  readonly carry: () => void;
}

/** The greeting is in the outbox as soon as the place counts as greeted: both are one. */
export function createGreeter({ store, clock, carry }: GreetingParts): Greet {
  return async ({ platform, address, place }) => {
    const isNew = await store.transaction(async ({ greetings, notices }) => {
      const now = clock.now();
      if (!(await greetings.take(`${platform}:${place}`, now))) return false;
      const id = `greeting@${platform}:${address}`;
      const slot = await notices.freeSlot(id, now);
      const part = { key: deliveryKey(id, slot, 1), message: greeting() };
      await notices.put({ id, platform, address }, slot, part, now);
      return true;
    });
    if (isNew) carry();
  };
}
