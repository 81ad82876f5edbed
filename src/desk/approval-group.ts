import type { ArticleId } from "#core/article/article.ts";
import type { Instant } from "#core/article/instant.ts";
import type { Filed } from "#core/digest/edition.ts";
import { articlesOf, type KeptEdition, type Renewed, renew } from "#core/digest/kept.ts";
import type { Subscription } from "#core/digest/subscription.ts";
import type { Approvals, Awaiting } from "./port/approvals.ts";
import type { Archive } from "./port/archive.ts";

/** What waits in one of a channel's places. */
export interface PlaceWaiting {
  readonly awaiting: Awaiting;
  /** `null`: the channel does not go there now, or its platform is not set up. */
  readonly place: Subscription | null;
  /** What it would be now. */
  readonly renewed: Renewed;
}

/** One edition of a channel that waits for an editor's word, in every place that it goes to. */
export interface WaitingEdition {
  /** By which it is named: the last of its places' numbers, so that none that came since is meant by it. */
  readonly number: number;
  readonly channel: string;
  readonly slot: Instant;
  readonly timeZone: string;
  /** It carries what is urgent, and would have gone at once. */
  readonly urgent: boolean;
  /** When it goes by itself; `null`: never. */
  readonly goesAt: Instant | null;
  /** One at least. */
  readonly places: readonly PlaceWaiting[];
}

/**
 * Joins what is one edition to people: a digest by its slot; what is urgent by what it carries, since each place has a moment of
 * its own for that.
 */
export function groupWaiting(all: readonly Awaiting[]): readonly (readonly Awaiting[])[] {
  return [...Map.groupBy(all, keyOf).values()];
}

function keyOf({ channel, kept }: Awaiting): string {
  return kept.kind === "at-once"
    ? `${channel} at once ${idsOf(kept).toSorted().join(" ")}`
    : `${channel} ${kept.slot}`;
}

function idsOf({ items }: KeptEdition): readonly ArticleId[] {
  return items.map(({ id }) => id);
}

/** Whether two are one edition to people. */
export function isOfOne(one: Awaiting, other: Awaiting): boolean {
  return keyOf(one) === keyOf(other);
}

export interface Looking {
  readonly archive: Pick<Archive, "current">;
  readonly approvals: Pick<Approvals, "carriedBeside">;
  readonly places: ReadonlyMap<string, Subscription>;
  readonly now: Instant;
}

/** What a group would be now, by its articles as they are. @returns `null` for none */
export async function lookAtGroup(
  { archive, approvals, places, now }: Looking,
  group: readonly Awaiting[],
): Promise<WaitingEdition | null> {
  const [first] = group;
  if (first === undefined) return null;
  const ids = new Set(group.flatMap(({ kept }) => articlesOf(kept)));
  const current = new Map<ArticleId, Filed>();
  for (const id of ids) {
    const filed = await archive.current(id);
    if (filed !== null) current.set(id, filed);
  }
  const ends = group.map(({ goesAt }) => goesAt ?? Number.POSITIVE_INFINITY);
  const goesAt = Math.max(...ends);
  const waiting: PlaceWaiting[] = [];
  for (const awaiting of group) {
    const place = places.get(awaiting.subscription) ?? null;
    const carried = await approvals.carriedBeside(awaiting.number, articlesOf(awaiting.kept));
    const renewed =
      place === null
        ? { edition: null, out: [] }
        : renew(awaiting.kept, current, place, now, carried);
    waiting.push({ awaiting, place, renewed });
  }
  return {
    ...{ ...calledOf(first), number: Math.max(...group.map(({ number }) => number)) },
    goesAt: Number.isFinite(goesAt) ? goesAt : null,
    places: waiting,
  };
}

/** What people call it by. */
export function calledOf({
  channel,
  kept: { slot, timeZone, kind },
}: Awaiting): Pick<WaitingEdition, "channel" | "slot" | "timeZone" | "urgent"> {
  return { channel, slot, timeZone, urgent: kind === "at-once" };
}
