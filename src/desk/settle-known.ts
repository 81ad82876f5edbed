import { heldReason } from "#core/article/held.ts";
import type { Filed } from "#core/digest/edition.ts";
import type { FilingParts, Outcome } from "./outcome.ts";
import type { SettledFile } from "./port/copy.ts";
import type { KnownAt } from "./port/ledger.ts";
import { type PreparedStory, partPath } from "./prepare.ts";
import { holdUnread, isHeldFor, letGo, type Unknown, withoutUnread } from "./unread.ts";

/** No content hashes to this: a story that is in its file no more, so that it is read when it comes back. */
const DROPPED = "dropped";

/**
 * After a file has been read: lets go what was held because it could not be, and holds what was held
 * of it and is in it no more. Its desk may have taken it back, and nobody says so.
 * @param before what the file was known to hold
 */
export async function settleKnown(
  parts: FilingParts,
  file: SettledFile,
  before: readonly KnownAt[],
  stories: readonly PreparedStory[],
): Promise<readonly Outcome[]> {
  if (before.length === 0) return [];
  const ids = before.map(({ articleId }) => articleId);
  const held = new Set(await parts.archive.heldOf(ids, parts.clock.now()));
  if (held.size === 0) return [];
  const pathsOf = (ok: boolean) =>
    new Set(stories.flatMap((one) => (one.ok === ok ? [partPath(file.path, one.part)] : [])));
  const [read, unread] = [pathsOf(true), pathsOf(false)];
  const after = await parts.ledger.articlesAt(file.path);
  const found = new Set(after.flatMap((at) => (read.has(at.path) ? [at.articleId] : [])));
  const outcomes: Outcome[] = [];
  for (const at of before) {
    if (!held.has(at.articleId) || unread.has(at.path)) continue;
    if (found.has(at.articleId)) await letGo(parts, at, file);
    else outcomes.push(...(await settleMissing(parts, file, at)));
  }
  return outcomes;
}

/** A story that its file held, and holds no more. */
async function settleMissing(
  parts: FilingParts,
  file: SettledFile,
  at: KnownAt,
): Promise<readonly Outcome[]> {
  const filed = await parts.archive.current(at.articleId);
  if (filed === null) return [];
  if (filed.article.path !== at.path || !(await mustWait(parts, filed, file.path))) {
    await letGo(parts, at, file);
    return [];
  }
  const reason = `The file ${file.path} no longer holds it, and it was not to be shown yet.`;
  const unknown: Unknown = { file: file.path, contentHash: DROPPED, reason };
  if (isHeldFor(filed, unknown)) return [];
  const outcome = await holdUnread(parts, at, unknown, { stage: "held", path: at.path });
  if (outcome === null) return [];
  return [
    { kind: "held", id: outcome.id, path: at.path, until: null, rule: outcome.rule, holds: true },
  ];
}

/**
 * Says whether nobody may show an article without its file: it is held by more than a file that could
 * not be read, or its embargo ended and it stands nowhere yet, so that nobody knows which was first.
 */
export async function mustWait(
  parts: FilingParts,
  { article }: Filed,
  file: string,
): Promise<boolean> {
  const own = article.unread?.file === file ? withoutUnread(article) : article;
  if (heldReason(own, parts.clock.now()) !== null) return true;
  if (article.embargo === null) return false;
  const history = await parts.ledger.history(article.path);
  return !history.some(({ stage, articleId }) => stage === "posted" && articleId === article.id);
}
