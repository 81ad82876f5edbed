import type { Courier, Parcel, Receipt } from "#core/outbox/courier.ts";

/** A courier that hands everything, posts, edits and replies, to one function. */
export function fakeCourier(
  platform: Courier["platform"],
  carry: (parcel: Parcel) => Promise<Receipt>,
): Courier {
  return { platform, budget: { fits: () => true }, post: carry, edit: carry, reply: carry };
}
