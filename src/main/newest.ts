import type { Instant } from "#core/article/instant.ts";
import { type Channel, subscriptionId } from "#core/digest/channel.ts";
import type { Edition } from "#core/digest/edition.ts";
import { PAGE } from "#core/digest/subscription.ts";
import type { Editions } from "#desk/port/editions.ts";

/** The slot of each channel's newest edition on the page. */
export interface Newest {
  /** By the names of the channels, but for those that had none. */
  all(): Promise<ReadonlyMap<string, Instant>>;
  /** An edition was stored. */
  made(edition: Edition): void;
}

export interface NewestParts {
  readonly editions: Pick<Editions, "newest">;
  readonly channels: () => readonly Channel[];
  readonly pause: () => Promise<void>;
  /** Milliseconds, of a clock that is never put right. */
  readonly now: () => number;
}

/** Another process at the same store may have made some: so long it is not asked for them, in milliseconds. */
const KNOWN_FOR = 5_000;
/** Channels that are asked about between two turns of others. */
const ASKED_AT_ONCE = 500;

/**
 * Asks for thousands of channels now and then, and keeps what is made in between: the page asks each time that
 * one of them has changed.
 */
export function createNewest({ editions, channels, pause, now }: NewestParts): Newest {
  const slots = new Map<string, Instant>();
  let asked: { readonly of: readonly Channel[]; readonly at: number } | null = null;
  let asking: Promise<void> | null = null;
  const keep = (name: string, slot: Instant) => {
    const known = slots.get(name);
    if (known === undefined || known < slot) slots.set(name, slot);
  };
  const ask = async () => {
    const of = channels();
    const at = now();
    for (let first = 0; first < of.length; first += ASKED_AT_ONCE) {
      const some = of.slice(first, first + ASKED_AT_ONCE).map(({ name }) => name);
      const names = new Map(some.map((name) => [idOf(name), name]));
      const found = await editions.newest([...names.keys()]);
      for (const [id, slot] of found) keep(names.get(id) ?? id, slot);
      await pause();
    }
    asked = { of, at };
  };
  return {
    async all() {
      const isKnown = asked !== null && asked.of === channels() && now() - asked.at < KNOWN_FOR;
      if (isKnown) return slots;
      asking ??= ask().finally(() => {
        asking = null;
      });
      await asking;
      return slots;
    },
    made({ subscription, channel, slot }) {
      if (subscription === idOf(channel)) keep(channel, slot);
    },
  };
}

function idOf(name: string): string {
  return subscriptionId(name, PAGE, name);
}
