import type { ArticleId } from "#core/article/article.ts";
import type { Instant } from "#core/article/instant.ts";
import { changeForReaders } from "#core/change/revision.ts";
import type { Filed } from "#core/digest/edition.ts";
import type { Candidate } from "#core/digest/group.ts";
import type { Subscription } from "#core/digest/subscription.ts";
import type { StoryId } from "#core/story/story.ts";
import { SURELY_ONE } from "#core/story/strand.ts";
import type { CarriedReport, Editions, Look, Offer, Passed, Span } from "./port/editions.ts";
import type { Stories } from "./port/stories.ts";

/** A candidate, and the number of its filing. */
export interface NumberedCandidate extends Candidate {
  readonly number: number;
}

/** Later than any moment that a clock has shown. */
const END = Number.MAX_SAFE_INTEGER;

/**
 * So many of the newest articles a place is offered before it has got anywhere: a first edition
 * carries a few, and reading 100,000 for them would take seconds and fill the memory.
 */
const FIRST_LOOK = 500;

/** Reports of a strand that are looked back to: the latest that a place has carried. */
const MOST_KNOWN = 8;

interface Ports {
  readonly editions: Editions;
  readonly stories: Stories;
}

/**
 * What a subscription might carry, newest first: not held at `now`, taken in at or before `asOf`, not passed over,
 * and with a revision that tells its readers something new; with the reports of its strand that they know.
 */
export async function candidatesFor(
  ports: Ports,
  subscription: Subscription,
  now: Instant,
  asOf: Instant,
): Promise<readonly NumberedCandidate[]> {
  const all = await candidatesForAll(ports, [subscription], now, asOf);
  return all.get(subscription.id) ?? [];
}

/** The same for some, by their ids: each question is asked once for all of them. */
export async function candidatesForAll(
  { editions, stories }: Ports,
  subscriptions: readonly Subscription[],
  now: Instant,
  asOf: Instant,
): Promise<ReadonlyMap<string, readonly NumberedCandidate[]>> {
  if (subscriptions.length === 0) return new Map();
  const progress = await editions.progress(subscriptions.map(({ id }) => id));
  const looks = subscriptions.map((subscription) => {
    return { subscription, span: spanOf(progress.get(subscription.id) ?? null, now, asOf) };
  });
  const offered = await editions.offers(looks);
  const news = looks.map((look, index) => ({
    ...look,
    offers: (offered[index] ?? []).filter(isNews),
  }));
  const inStories = new Set(news.flatMap(({ offers }) => [...storiesOf(offers)]));
  const strands = await stories.strands(inStories, SURELY_ONE, now);
  const carried = await carriedOf(editions, news, now);
  return new Map(
    news.map(({ subscription: { id }, offers }) => {
      const known = knownIn(carried.get(id) ?? [], strands);
      return [id, offers.map((offer) => candidateOf(offer, strands, known))];
    }),
  );
}

interface News extends Look {
  readonly offers: readonly Offer[];
}

/** A place that has got nowhere yet has carried nothing. */
async function carriedOf(
  editions: Editions,
  news: readonly News[],
  now: Instant,
): Promise<ReadonlyMap<string, readonly CarriedReport[]>> {
  const begun = news.filter(({ span, offers }) => span.since !== null && offers.length > 0);
  const [first] = begun;
  if (first === undefined) return new Map();
  const carriers = begun.map(({ subscription, offers }) => ({
    subscription: subscription.id,
    stories: storiesOf(offers),
    ids: offers.map(({ filed }) => filed.article.id),
  }));
  return editions.carried(carriers, { now, asOf: first.span.asOf });
}

function storiesOf(offers: readonly Offer[]): ReadonlySet<StoryId> {
  return new Set(offers.flatMap(({ story }) => story ?? []));
}

function spanOf(progress: Passed | null, now: Instant, asOf: Instant): Span {
  // What is stored has been before now, whatever a clock said then that was ahead.
  const until = asOf >= now ? END : asOf;
  // A look at a moment before the last slot finds what that slot has carried since.
  const since = progress !== null && until >= progress.at ? progress : null;
  return { now, asOf: until, since, limit: since === null ? FIRST_LOOK : null };
}

/** What was held and given back as it was is nothing new to those who have read it. */
function isNews({ read, filed }: Offer): boolean {
  return read === null || changeForReaders(read, filed.article).kind !== "unchanged";
}

/** The latest of each strand. */
function knownIn(
  carried: readonly CarriedReport[],
  strands: ReadonlyMap<ArticleId, ArticleId>,
): ReadonlyMap<ArticleId, readonly Filed[]> {
  const byStrand = Map.groupBy(carried, ({ id }) => strands.get(id) ?? id);
  return new Map(
    [...byStrand].map(([strand, of]) => [strand, of.slice(0, MOST_KNOWN).map((one) => one.read())]),
  );
}

/** It is told by its strand, or by itself. */
function candidateOf(
  { filed, carried, copyOf, number }: Offer,
  strands: ReadonlyMap<ArticleId, ArticleId>,
  known: ReadonlyMap<ArticleId, readonly Filed[]>,
): NumberedCandidate {
  const story = strands.get(filed.article.id) ?? filed.article.id;
  const of = known.get(story);
  return {
    ...{ filed, carried, story, number },
    ...(copyOf !== null && { copyOf }),
    ...(of !== undefined && { known: of }),
  };
}
