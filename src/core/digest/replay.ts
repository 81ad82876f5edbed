import type { ArticleId } from "#core/article/article.ts";
import { isShown } from "#core/article/held.ts";
import type { Instant } from "#core/article/instant.ts";
import { changeForReaders } from "#core/change/revision.ts";
import type { StoryId } from "#core/story/story.ts";
import { nextSlots } from "./cadence.ts";
import type { Edition, Filed } from "./edition.ts";
import { atOnceNow, readyAt, termsAt, waitsForMore } from "./edition-time.ts";
import type { Candidate } from "./group.ts";
import { editionOf, type Selection, selectAtOnce, selectFirst, selectItems } from "./select.ts";
import type { Subscription } from "./subscription.ts";
import { ORDINARY_URGENCY } from "./topic-match.ts";
import { verdict } from "./verdict.ts";
import { type Clocks, createClocks } from "./wall-clock.ts";

/** One revision of an article as it came in, with its place in its story. */
export interface StoredRevision {
  readonly filed: Filed;
  readonly story?: StoryId;
  readonly copyOf?: ArticleId;
}

/** The time that is played again: from the first moment to the last, both included. */
export interface Span {
  readonly from: Instant;
  readonly to: Instant;
}

/** When a place really had a digest; `first`: it had none before. */
export interface HadDigest {
  /** Its slot. */
  readonly at: Instant;
  /** When it was made: at its slot, or later, and then of what had come by then. */
  readonly made: Instant;
  readonly first: boolean;
}

/** What a place has carried so far, and what it hears no more of. */
interface Played {
  readonly carried: Map<ArticleId, Filed>;
  readonly passed: Map<ArticleId, number>;
}

const SLOTS_AT_ONCE = 200;

/**
 * What a subscription would have had of copy that is stored, at each of its slots and of urgent copy
 * between them, had it been ordered so from the beginning. What came before counts as carried where it
 * was ordered: no flood begins a replay. It looks at each minute's copy as it was then; what may not be
 * shown today is to be left out of `revisions`.
 *
 * @param had digests that it really had: one that came beside the schedule, such as the first, comes again
 */
export function replay(
  subscription: Subscription,
  revisions: readonly StoredRevision[],
  { from, to }: Span,
  had: readonly HadDigest[] = [],
): readonly Edition[] {
  const clocks = createClocks();
  const sorted = revisions.toSorted((a, b) => readyAt(a) - readyAt(b));
  const played = begin(subscription, sorted, from);
  const moments = [
    ...slotsOf(slotsBetween(subscription, { from, to }, clocks), had),
    ...urgentMoments(subscription, sorted, { from, to }).map((at) => ({
      at,
      seen: at,
      slot: false,
      first: false,
    })),
  ].toSorted((a, b) => a.at - b.at || Number(a.slot) - Number(b.slot));
  return moments.flatMap(({ at, seen, slot, first }) => {
    const candidates = candidatesAt(sorted, played, seen);
    const edition = slot
      ? playSlot(subscription, candidates, at, { played, clocks, first })
      : playAtOnce(subscription, candidates, at, { played, clocks, first });
    return edition === null ? [] : [edition];
  });
}

function begin(
  subscription: Subscription,
  revisions: readonly StoredRevision[],
  from: Instant,
): Played {
  const played: Played = { carried: new Map(), passed: new Map() };
  for (const one of revisions) {
    if (readyAt(one) >= from) break;
    const { filed } = one;
    played.passed.set(filed.article.id, filed.article.revision);
    const wasCarried = isShown(filed.article, from) && verdict(filed, subscription).carried;
    if (wasCarried) played.carried.set(filed.article.id, filed);
  }
  return played;
}

function slotsOf(due: readonly Instant[], had: readonly HadDigest[]) {
  const first = had.find((one) => one.first)?.at;
  const made = new Map(had.map((one) => [one.at, one.made]));
  const all = new Set([...due, ...had.map(({ at }) => at)]);
  return [...all].map((at) => ({ at, seen: made.get(at) ?? at, slot: true, first: at === first }));
}

function slotsBetween(
  { cadence }: Subscription,
  { from, to }: Span,
  clocks: Clocks,
): readonly Instant[] {
  const slots: Instant[] = [];
  for (let after = from - 1; ; ) {
    const next = nextSlots(cadence, after, SLOTS_AT_ONCE, clocks);
    slots.push(...next.filter((slot) => slot <= to));
    const last = next.at(-1);
    if (last === undefined || last > to || next.length < SLOTS_AT_ONCE) return slots;
    after = last;
  }
}

function urgentMoments(
  { atOnce }: Subscription,
  revisions: readonly StoredRevision[],
  { from, to }: Span,
): readonly Instant[] {
  if (atOnce === null) return [];
  const moments = revisions
    .filter(({ filed }) => (filed.article.urgency ?? ORDINARY_URGENCY) <= atOnce)
    .map(readyAt)
    .filter((at) => at >= from && at <= to);
  return [...new Set(moments)];
}

/** The latest revision of each article by then, as `Editions.candidates` offers them. */
function candidatesAt(
  revisions: readonly StoredRevision[],
  { carried, passed }: Played,
  at: Instant,
): readonly Candidate[] {
  const latest = new Map<ArticleId, StoredRevision>();
  for (const one of revisions) {
    if (readyAt(one) > at) break;
    const before = latest.get(one.filed.article.id);
    if ((before?.filed.article.revision ?? 0) <= one.filed.article.revision) {
      latest.set(one.filed.article.id, one);
    }
  }
  const known = Map.groupBy(carried.values(), ({ article }) =>
    storyOf(latest.get(article.id), article.id),
  );
  return [...latest.values()].flatMap((one): readonly Candidate[] => {
    const { filed, story, copyOf } = one;
    const { id } = filed.article;
    if (isPassed(revisions, one, passed.get(id)) || !isShown(filed.article, at)) return [];
    const own = known.get(storyOf(one, id));
    return [
      {
        ...{ filed, carried: carried.get(id)?.article.revision ?? null },
        ...(story !== undefined && { story }),
        ...(copyOf !== undefined && { copyOf }),
        ...(own !== undefined && { known: own }),
      },
    ];
  });
}

/** What was held and given back as it was is nothing new to those who have read it. */
function isPassed(
  revisions: readonly StoredRevision[],
  { filed: { article } }: StoredRevision,
  passed: number | undefined,
): boolean {
  if (passed === undefined || passed >= article.revision) return passed !== undefined;
  const read = revisions.find(
    ({ filed }) => filed.article.id === article.id && filed.article.revision === passed,
  );
  if (read === undefined) return false;
  return changeForReaders(read.filed.article, article).kind === "unchanged";
}

function storyOf(one: StoredRevision | undefined, id: ArticleId): StoryId {
  return one?.story ?? id;
}

interface Playing {
  readonly played: Played;
  readonly clocks: Clocks;
  /** It is the place's first digest. */
  readonly first: boolean;
}

function playSlot(
  subscription: Subscription,
  candidates: readonly Candidate[],
  at: Instant,
  { played, clocks, first }: Playing,
): Edition | null {
  const { most, name } = termsAt(subscription, at, clocks);
  const select = first ? selectFirst : selectItems;
  const selection = select(candidates, { ...subscription, most }, at);
  const tooFew = !first && waitsForMore(subscription, selection.items, at, clocks);
  const isMade = selection.items.length > 0 && !tooFew;
  for (const { filed, kind } of selection.choices) {
    const isLeft = kind === "waiting" || (!isMade && (kind === "chosen" || kind === "told"));
    if (!isLeft) played.passed.set(filed.article.id, filed.article.revision);
  }
  if (!isMade) return null;
  note(played, selection);
  const edition = editionOf(subscription, at, selection, clocks);
  return name === null ? edition : { ...edition, name };
}

function playAtOnce(
  subscription: Subscription,
  candidates: readonly Candidate[],
  at: Instant,
  { played, clocks }: Playing,
): Edition | null {
  if (atOnceNow(subscription.cadence, at, clocks) === "wait") return null;
  const selection = selectAtOnce(candidates, subscription, at);
  if (selection.items.length === 0) return null;
  const done = [
    ...selection.items.map(({ filed }) => filed.article),
    ...selection.told.map(({ article }) => article),
  ];
  for (const { id, revision } of done) played.passed.set(id, revision);
  note(played, selection);
  return { ...editionOf(subscription, at, selection, clocks), kind: "at-once" };
}

function note({ carried }: Played, { items }: Selection): void {
  for (const { filed } of items) carried.set(filed.article.id, filed);
}
