import type { Article, ArticleId } from "#core/article/article.ts";
import { isKilled } from "#core/article/held.ts";
import type { Filed } from "#core/digest/edition.ts";
import { noteByCopy } from "./audit-trail.ts";
import type { FilingParts } from "./outcome.ts";
import type { SettledFile } from "./port/copy.ts";
import type { KnownAt, LedgerEntry } from "./port/ledger.ts";

/** A file, or one of its stories, whose latest word is not known. */
export interface Unknown {
  /** The file that must be read again. */
  readonly file: string;
  /** What is written into the ledger as the content that was seen. */
  readonly contentHash: string;
  /** A sentence for the editor, which names the mend. */
  readonly reason: string;
  /** When it is read again by itself: said with the reason, and no part of it, as it differs each time. */
  readonly retry?: string;
}

/** What the ledger says of it. */
export function ruleOf({ reason, retry }: Unknown): string {
  return retry === undefined ? reason : `${reason} ${retry}`;
}

/** What the ledger says of what is held so. */
export interface Noting {
  readonly stage: "held" | "quarantined";
  /** The path that it is about: the file's own, or a story's. */
  readonly path: string;
}

/** An article that is held so, and what the ledger says of it. */
export interface HeldUnread {
  readonly id: ArticleId;
  readonly rule: string;
}

const UNTIL = "What is known of it is held until it can be read again, or an editor releases it.";

/**
 * Holds the article that a path was last found to be: it is shown nowhere new, and posts stand. The
 * ledger's word and the hold are one step, so that a crash leaves neither alone.
 * @returns `null` where nothing is to be held: it was killed, or an editor has released it since
 */
export async function holdUnread(
  parts: FilingParts,
  { path: at, articleId }: KnownAt,
  unknown: Unknown,
  { stage, path }: Noting,
): Promise<HeldUnread | null> {
  const filed = await parts.archive.current(articleId);
  if (filed === null || isKilled(filed.article)) return null;
  if (await wasReleased(parts, at, filed.article, unknown)) return null;
  const now = parts.clock.now();
  const rule = `${ruleOf(unknown)} ${UNTIL}`;
  const unread = { reason: `${unknown.file}: ${rule}`, file: unknown.file, at: now };
  const entry: LedgerEntry = {
    ...{ path, contentHash: unknown.contentHash, stage, rule, at: now, articleId },
  };
  const article = { ...filed.article, unread };
  await parts.archive.restate(article, [entry], now);
  await noteByCopy(parts, filed.article, article, unknown.file);
  return { id: articleId, rule };
}

/** Whether it is held for this already. */
export function isHeldFor({ article }: Filed, { file, reason }: Unknown): boolean {
  const { unread } = article;
  return unread?.file === file && unread.reason.startsWith(`${file}: ${reason}`);
}

/**
 * Of one content an editor is asked once: read again by itself, it does not undo what was released.
 * What was read in between makes it news again.
 */
async function wasReleased(
  { ledger }: FilingParts,
  path: string,
  { id, unread }: Article,
  { contentHash }: Unknown,
): Promise<boolean> {
  if (unread !== undefined) return false;
  const history = await ledger.history(path);
  const last = history.findLast(
    (entry) => entry.path === path && entry.articleId === id && SIGHTS.has(entry.stage),
  );
  return last !== undefined && HOLDS.has(last.stage) && last.contentHash === contentHash;
}

const SIGHTS = new Set<LedgerEntry["stage"]>([
  ...(["taken-in", "merged", "held", "killed", "quarantined"] as const),
]);
const HOLDS = new Set<LedgerEntry["stage"]>(["held", "quarantined"]);

/** Lets go what was held because a file could not be read: it can, and says nothing against it. */
export async function letGo(
  parts: FilingParts,
  { path, articleId }: KnownAt,
  { path: file, contentHash }: Pick<SettledFile, "path" | "contentHash">,
): Promise<void> {
  const filed = await parts.archive.current(articleId);
  if (filed?.article.unread?.file !== file) return;
  const now = parts.clock.now();
  const rule = `${file} can be read again`;
  const entry: LedgerEntry = { path, contentHash, stage: "taken-in", rule, at: now, articleId };
  const article = withoutUnread(filed.article);
  await parts.archive.restate(article, [entry], now);
  await noteByCopy(parts, filed.article, article, file);
}

/** An article whose file can be read, or that an editor lets go. */
export function withoutUnread({ unread: _, ...article }: Article): Article {
  return article;
}
