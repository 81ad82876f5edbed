import type { ArticleId } from "#core/article/article.ts";
import type { Instant } from "#core/article/instant.ts";
import type { Filed } from "#core/digest/edition.ts";
import type { Subscription } from "#core/digest/subscription.ts";
import { verdict } from "#core/digest/verdict.ts";
import type { Tally } from "#core/message/edition.ts";
import type { Archive } from "./port/archive.ts";
import type { Clock } from "./port/clock.ts";
import type { Ledger } from "./port/ledger.ts";

export interface TallyParts {
  readonly archive: Archive;
  readonly ledger: Ledger;
  readonly clock: Clock;
}

/**
 * Counts what became of the files that came in since a moment, for the closing line of an edition.
 * What is held is not counted, nor a copy of it, nor what was killed before it was out: its being there
 * is told nowhere.
 */
export async function tallySince(
  { archive, ledger, clock }: TallyParts,
  subscription: Subscription,
  since: Instant,
): Promise<Tally> {
  const now = clock.now();
  const known = new Map<ArticleId, Filed | null>();
  const tally = { merged: 0, filtered: 0, quarantined: 0 };
  for (const { kind, articleId } of await ledger.standings(since, now)) {
    if (kind === "quarantined") tally.quarantined += 1;
    if (articleId === null) continue;
    if (kind === "merged" && (await archive.get(articleId, now)) !== null) tally.merged += 1;
    if (kind === "killed" && (await archive.withdrawal(articleId, now)) !== null)
      tally.filtered += 1;
    // What another report stands for is counted by the edition that tells it.
    if (!["open", "posted", "told"].includes(kind)) continue;
    const filed = known.get(articleId) ?? (await archive.current(articleId));
    known.set(articleId, filed);
    if (filed !== null && !verdict(filed, subscription).carried) tally.filtered += 1;
  }
  return tally;
}
