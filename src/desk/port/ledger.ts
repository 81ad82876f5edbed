import type { ArticleId } from "#core/article/article.ts";
import type { Instant } from "#core/article/instant.ts";
import type { Slice } from "#core/reply/sought.ts";

/**
 * What became of a file, or of one of the stories in it, one entry a stage.
 *
 * - `taken-in`: read and stored · `briefed`: ready for editions · `held`: under embargo, or withheld
 * - `killed`: its publisher has withdrawn it · `gone`: its file was deleted, its article stays
 * - `merged`: it is stored already, from another path or in a newer version
 * - `opened`: it holds several stories, each with a path of its own (`news.zip#flood.txt`)
 * - `quarantined`: it could not be read · `retried`: an editor asked to read it once more · `dismissed`: an editor has said that it
 *   is nothing for this newsroom: it is known, and in quarantine no more until other bytes come
 * - `posted`: it stands in a channel · `told`: another report of its story stands there for it
 * - `left-out`: an editor has left it out of a channel for good, or an edition was posted without it, since it might not be shown
 */
export type Stage =
  | "taken-in"
  | "briefed"
  | "held"
  | "killed"
  | "gone"
  | "merged"
  | "opened"
  | "quarantined"
  | "retried"
  | "dismissed"
  | "posted"
  | "told"
  | "left-out";

export interface LedgerEntry {
  readonly path: string;
  readonly contentHash: string;
  readonly stage: Stage;
  /** The rule that decided, as a sentence for the editor. */
  readonly rule: string;
  readonly at: Instant;
  readonly articleId: ArticleId | null;
}

/** Where a file, or a story in it, stands now. Files that hold several stories stand nowhere themselves. */
export interface Standing {
  readonly path: string;
  /** `open`: it waits for its channels, or none orders it; `told`: another report stands for it. */
  readonly kind: "quarantined" | "merged" | "held" | "killed" | "posted" | "told" | "open";
  /** The rule that decided last, as the ledger has it. */
  readonly rule: string;
  readonly at: Instant;
  /** The article that it is; `null` for what was never read. */
  readonly articleId: ArticleId | null;
  /** The number of its filing, which counts up; `null` for what was never read. */
  readonly number: number | null;
}

/** The article that a path was last found to be. */
export interface KnownAt {
  /** The file's own, or that of a story in it. */
  readonly path: string;
  readonly articleId: ArticleId;
}

/** Port: what became of every file. */
export interface Ledger {
  /** The latest content seen at a path; `null` for a path never seen. */
  lastSeen(path: string): Promise<LedgerEntry | null>;
  /** Adds an entry for a file that is not filed (merged, quarantined). */
  record(entry: LedgerEntry): Promise<void>;
  /** Of a path and of the stories in it, oldest first. */
  history(path: string): Promise<readonly LedgerEntry[]>;
  /** Where every path first seen at or after `since` stands at `now`, in the order of paths. */
  standings(since: Instant, now: Instant): Promise<readonly Standing[]>;
  /** Paths of files that are still there and were merged into an article. */
  copiesOf(id: ArticleId): Promise<readonly string[]>;
  /** What the latest sight of a path, and of each story in it, was found to be; nothing for those that never were an article. */
  articlesAt(path: string): Promise<readonly KnownAt[]>;
  /** Paths of files and of stories in files that are quarantined now; none of a file that is gone. */
  quarantined(): Promise<readonly string[]>;
  /** The same with what was found of each, the latest first. */
  inQuarantine(slice: Slice): Promise<readonly LedgerEntry[]>;
  /** The stamp of every file that is dealt with, by its path. */
  stamps(): Promise<ReadonlyMap<string, string>>;
  /** Notes that a file with this stamp is dealt with; `null`: it is to be read again. */
  noteStamp(path: string, stamp: string | null): Promise<void>;
}
