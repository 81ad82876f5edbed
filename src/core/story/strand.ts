import type { ArticleId } from "#core/article/article.ts";

/**
 * Of reports that may stand behind one headline it must be so much surer than of those of one story: what is
 * told there alone is lost to readers where it was of another event.
 */
export const SURELY_ONE = 2;

/**
 * Parts reports into strands: those that hang together by pairs that are surely of one event.
 *
 * @returns for each report the one that its strand is named after; none for a report that hangs together with no other
 */
export function strandsOf(
  pairs: Iterable<readonly [ArticleId, ArticleId]>,
): ReadonlyMap<ArticleId, ArticleId> {
  const beside = new Map<ArticleId, ArticleId[]>();
  for (const [one, other] of pairs) {
    const [here, there] = [beside.get(one) ?? [], beside.get(other) ?? []];
    here.push(other);
    there.push(one);
    beside.set(one, here).set(other, there);
  }
  const strands = new Map<ArticleId, ArticleId>();
  for (const first of [...beside.keys()].sort()) {
    if (strands.has(first)) continue;
    const strand = new Set([first]);
    for (const id of strand) for (const other of beside.get(id) ?? []) strand.add(other);
    for (const id of strand) strands.set(id, first);
  }
  return strands;
}
