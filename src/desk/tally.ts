import type { ArticleId } from "#core/article/article.ts";
import type { Instant } from "#core/article/instant.ts";
import type { Subscription } from "#core/digest/subscription.ts";
import { subjectOf } from "#core/digest/topic-match.ts";
import { orderOf, verdictOn } from "#core/digest/verdict.ts";
import type { Tally } from "#core/message/edition.ts";
import type { Archive } from "./port/archive.ts";
import type { Clock } from "./port/clock.ts";
import type { Ledger, Standing } from "./port/ledger.ts";

export interface TallyParts {
  readonly archive: Pick<Archive, "current" | "get" | "withdrawal">;
  readonly ledger: Pick<Ledger, "standings">;
  readonly clock: Clock;
  /** Lets others have a turn: thousands of places may count at once. */
  readonly pause: () => Promise<void>;
}

/**
 * Counts what became of the files that came in since a moment, for the closing lines of all places that
 * count from there: the ledger is asked once, each article is read once, and places of the same order
 * are judged once. What is held is not counted, nor a copy of it, nor what was killed before it was
 * out: its being there is told nowhere.
 * @returns by the ids of the subscriptions
 */
export async function tallySince(
  parts: TallyParts,
  subscriptions: readonly Subscription[],
  since: Instant,
): Promise<ReadonlyMap<string, Tally>> {
  const now = parts.clock.now();
  const standings = await parts.ledger.standings(since, now);
  const common = await countForAll(parts, standings, now);
  const orders = new Map(subscriptions.map((one) => [orderOf(one), { wanted: one, refused: 0 }]));
  for (const id of openIn(standings)) {
    const filed = await parts.archive.current(id);
    if (filed === null) continue;
    const subject = subjectOf(filed);
    for (const order of orders.values())
      if (!verdictOn(subject, order.wanted).carried) order.refused += 1;
    await parts.pause();
  }
  return new Map(
    subscriptions.map((one) => {
      const refused = orders.get(orderOf(one))?.refused ?? 0;
      return [one.id, { ...common, filtered: common.filtered + refused }];
    }),
  );
}

/** What any place counts, whatever it orders. */
async function countForAll(
  { archive, pause }: TallyParts,
  standings: readonly Standing[],
  now: Instant,
): Promise<Tally> {
  const tally = { merged: 0, filtered: 0, quarantined: 0 };
  for (const { kind, articleId } of standings) {
    if (kind === "quarantined") tally.quarantined += 1;
    if (articleId === null || (kind !== "merged" && kind !== "killed")) continue;
    if (kind === "merged" && (await archive.get(articleId, now)) !== null) tally.merged += 1;
    if (kind === "killed" && (await archive.withdrawal(articleId, now)) !== null)
      tally.filtered += 1;
    await pause();
  }
  return tally;
}

/** Articles that places carry or refuse. What another report stands for is counted by the edition that tells it. */
function openIn(standings: readonly Standing[]): ReadonlySet<ArticleId> {
  return new Set(
    standings.flatMap(({ kind, articleId }) =>
      articleId !== null && ["open", "posted", "told"].includes(kind) ? [articleId] : [],
    ),
  );
}
