import type { Article } from "#core/article/article.ts";
import { historyOf, type Step } from "#core/article/history.ts";
import type { Instant } from "#core/article/instant.ts";
import { changeForReaders } from "#core/change/revision.ts";
import type { Filed } from "#core/digest/edition.ts";
import type { ShownCopy } from "#desk/port/shown-copy.ts";

/** Revisions that are looked at, the latest: each is a whole text. */
const MOST_LOOKED_AT = 300;

/**
 * The last revisions of an article as those who ask have seen them, the first of them first: each with what they learn by it
 * after the one before it that they have seen. What is hidden between the two is in no line, and is no gap in the numbers of who is
 * not an editor.
 */
export async function revisionsSeen(
  archive: Pick<ShownCopy, "revisions">,
  { article: { id, revision } }: Filed,
  {
    now,
    most,
    isEditor,
  }: { readonly now: Instant; readonly most: number; readonly isEditor: boolean },
): Promise<readonly Step[]> {
  const looked = Math.min(revision, MOST_LOOKED_AT);
  const seen = await archive.revisions(id, now, looked);
  const [first] = seen;
  if (first === undefined) return [];
  const opening = looked === revision ? { ...first, change: null } : first;
  const told = [opening, ...seen.slice(1).flatMap((next, index) => newsOf(seen[index], next))];
  const numbered = historyOf(told, isEditor);
  // What lies behind the first that was looked at may be hidden, and so may what that one changed in it.
  return (looked === revision ? numbered : numbered.slice(1)).slice(-most);
}

/** The version of its copy that an article is to those who were told its history. */
export function lastVersion(history: readonly Step[], otherwise: number): number {
  return history.findLast(({ version }) => version !== null)?.version ?? otherwise;
}

/** What was held and given back as it was, or changed in what is hidden alone, is no revision to readers. */
function newsOf(before: Article | undefined, next: Article): readonly Article[] {
  const isBehind = before?.revision === next.revision - 1;
  if (before === undefined || (isBehind && next.change?.kind !== "restored")) return [next];
  const change = changeForReaders(before, next);
  return change.kind === "unchanged" ? [] : [{ ...next, change }];
}
