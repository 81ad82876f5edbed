import type { Instant } from "#core/article/instant.ts";
import { type Channel, onThePage } from "#core/digest/channel.ts";
import type { Edition } from "#core/digest/edition.ts";
import { replay, type Span, type StoredRevision } from "#core/digest/replay.ts";
import type { Received, Replays } from "./port/replays.ts";

/** What a channel would have had, and how that differs from what it did have. */
export interface Rehearsed {
  readonly channel: string;
  readonly timeZone: string;
  readonly editions: readonly Edition[];
  /** It did not have them. */
  readonly more: readonly Received[];
  /** It had them, and would not have. */
  readonly fewer: readonly Received[];
}

/** Plays a channel again, by its place on the page: every channel has one. */
export async function rehearse(
  replays: Replays,
  copy: readonly StoredRevision[],
  channel: Channel,
  span: Span,
  now: Instant,
): Promise<Rehearsed> {
  const place = onThePage(channel);
  const digests = await replays.digests(place.id, span);
  const editions = replay(place, copy, span, digests);
  const had = await replays.received(place.id, span, now);
  const would = editions.flatMap(({ items }) =>
    items.map(({ filed: { article, brief } }) => ({ id: article.id, headline: brief.headline })),
  );
  return {
    ...{ channel: channel.name, timeZone: channel.cadence.timeZone, editions },
    more: without(would, had),
    fewer: without(had, would),
  };
}

/** Each once. */
function without(some: readonly Received[], others: readonly Received[]): readonly Received[] {
  const known = new Set(others.map(({ id }) => id));
  const left = new Map(some.filter(({ id }) => !known.has(id)).map((one) => [one.id, one]));
  return [...left.values()];
}
