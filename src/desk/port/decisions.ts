import type { Article, ArticleId } from "#core/article/article.ts";
import type { Brief } from "#core/brief/brief.ts";
import type { Platform } from "#core/digest/subscription.ts";
import type { LedgerEntry } from "./ledger.ts";
import type { AuditEntry } from "./standing-orders.ts";

/** A post in which an article stands. */
export interface PostedPlace {
  readonly subscription: string;
  readonly platform: Platform;
  /** `stands`: or may stand · `on-its-way`: this moment · `waits`: nobody can have read it, and it goes without the article. */
  readonly state: "stands" | "on-its-way" | "waits";
}

/** Port: what editors do to articles, each with the entry that tells of it. */
export interface Decisions {
  /**
   * Files a revision on which an editor has decided, with its ledger and audit entries, all or
   * nothing. It waits for the disk: nobody else knows of a decision.
   */
  decide(
    article: Article,
    brief: Brief,
    entries: readonly LedgerEntry[],
    audit: AuditEntry,
  ): Promise<void>;
  /** The posts that show something of an article, or are on their way to. */
  postsOf(id: ArticleId): Promise<readonly PostedPlace[]>;
}
