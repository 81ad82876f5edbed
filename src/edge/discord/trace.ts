import { createHash } from "node:crypto";
import { z } from "zod";
import type { DeliveryKey } from "#core/outbox/courier.ts";

/**
 * The delivery key as numbers that a message carries unseen, so that it can be found again when the
 * reply to its post was lost. Discord gives a message's nonce back to the one who posts and not to
 * the one who reads the history; but it keeps the `id` of a component that an app has chosen
 * (Discord docs, "Component Reference": an optional 32-bit identifier).
 */
export interface Trace {
  /** Of the container. */
  readonly outer: number;
  /** Of the first component in it. */
  readonly inner: number;
}

/** Discord numbers components without an `id` from 1; ours lie far above. */
const FIRST = 0x10000;

/** 2^31 ids for each: that two keys of one channel share both is not to be expected. */
export function traceOf(key: DeliveryKey): Trace {
  const digest = createHash("sha256").update(key).digest();
  const outer = number(digest.readUInt32BE(0));
  const inner = number(digest.readUInt32BE(4));
  return { outer, inner: inner === outer ? inner - 1 : inner };
}

/** A positive number of 31 bits, so that it is one for a reader of signed numbers too. */
function number(hash: number): number {
  return FIRST + 1 + (hash % (0x7fffffff - FIRST - 1));
}

const Traced = z.object({
  id: z.number(),
  components: z.array(z.looseObject({ id: z.number().optional() })),
});

/** Says whether a message with these components was posted under a key. */
export function carries(components: readonly unknown[], key: DeliveryKey): boolean {
  const container = Traced.safeParse(components[0]);
  if (!container.success) return false;
  const { outer, inner } = traceOf(key);
  return container.data.id === outer && container.data.components[0]?.id === inner;
}
