import type { Instant } from "#core/article/instant.ts";
import type { Subscription } from "#core/digest/subscription.ts";
import type { Tally } from "#core/message/edition.ts";

/** What became of the files that came in since a moment, for each of the subscriptions by its id. */
export type TallySince = (
  subscriptions: readonly Subscription[],
  since: Instant,
) => Promise<ReadonlyMap<string, Tally>>;

/** A place that an edition is made for, and the slot before it; `null`: it is the first, which counts from nowhere. */
export interface Counting {
  readonly subscription: Subscription;
  readonly last: Instant | null;
}

/**
 * What the closing lines of the editions of some places will say, where they are asked for: those that count from the same
 * moment are counted together.
 * @param tally `null`: nobody counts
 * @returns by the ids of the subscriptions
 */
export async function countFor(
  tally: TallySince | null,
  places: Iterable<Counting>,
): Promise<ReadonlyMap<string, Tally>> {
  if (tally === null) return new Map();
  const tallies = new Map<string, Tally>();
  for (const [since, some] of Map.groupBy(places, ({ last }) => last)) {
    if (since === null) continue;
    const asking = some.map(({ subscription }) => subscription).filter(({ balance }) => balance);
    if (asking.length === 0) continue;
    for (const [id, one] of await tally(asking, since)) tallies.set(id, one);
  }
  return tallies;
}
