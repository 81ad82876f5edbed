import type { ArticleId } from "#core/article/article.ts";
import type { Instant } from "#core/article/instant.ts";
import type { ChannelName } from "#core/digest/subscription.ts";
import type { LedgerEntry } from "./port/ledger.ts";
import type { Tx } from "./port/unit-of-work.ts";

/** Notes in the ledger that an editor has left articles out of a channel for good. */
export async function noteLeftOut(
  { archive, ledger }: Pick<Tx, "archive" | "ledger">,
  name: ChannelName,
  ids: readonly ArticleId[],
  { by, at }: { readonly by: string; readonly at: Instant },
): Promise<void> {
  for (const articleId of ids) {
    const filed = await archive.current(articleId);
    if (filed === null) continue;
    const { path, contentHash } = filed.article;
    const rule = `of ${name}, by ${by}`;
    const entry: LedgerEntry = { path, contentHash, stage: "left-out", rule, at, articleId };
    await ledger.record(entry);
  }
}
