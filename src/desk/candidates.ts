import type { ArticleId } from "#core/article/article.ts";
import type { Instant } from "#core/article/instant.ts";
import { changeForReaders } from "#core/change/revision.ts";
import type { Filed } from "#core/digest/edition.ts";
import type { Candidate } from "#core/digest/group.ts";
import type { Subscription } from "#core/digest/subscription.ts";
import { SURELY_ONE } from "#core/story/strand.ts";
import type { CarriedReport, Editions, Offer, Span } from "./port/editions.ts";
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

/**
 * What a subscription might carry, newest first: not held at `now`, taken in at or before `asOf`, not passed over,
 * and with a revision that tells its readers something new; with the reports of its strand that they know.
 */
export async function candidatesFor(
  ports: { readonly editions: Editions; readonly stories: Stories },
  subscription: Subscription,
  now: Instant,
  asOf: Instant,
): Promise<readonly NumberedCandidate[]> {
  const { editions, stories } = ports;
  const span = await spanOf(editions, subscription.id, now, asOf);
  const offers = (await editions.offers(subscription, span)).filter(isNews);
  const inStories = new Set(offers.flatMap(({ story }) => story ?? []));
  const strands = await stories.strands(inStories, SURELY_ONE, now);
  // A place that has got nowhere yet has carried nothing.
  if (span.since === null) return offers.map((offer) => candidateOf(offer, strands, new Map()));
  const ids = offers.map(({ filed }) => filed.article.id);
  const carried = await editions.carried(subscription.id, { stories: inStories, ids }, span);
  const known = knownIn(carried, strands);
  return offers.map((offer) => candidateOf(offer, strands, known));
}

async function spanOf(
  editions: Editions,
  subscription: string,
  now: Instant,
  asOf: Instant,
): Promise<Span> {
  const progress = await editions.progress(subscription);
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
