import type { Instant } from "#core/article/instant.ts";
import type { DeliveryKey } from "./courier.ts";

/**
 * Names one part of the edition of one slot in one place: the same at every call, also in another
 * process, so that a platform can tell a repeat from a new message.
 */
export function deliveryKey(subscription: string, slot: Instant, part: number): DeliveryKey {
  return `${fnv1a(subscription).toString(36)}${slot.toString(36)}p${part.toString(36)}`;
}

/** FNV-1a, 64 bits (draft-eastlake-fnv): spreads a few hundred names without a collision to expect. */
function fnv1a(text: string): bigint {
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(text)) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  }
  return hash;
}
