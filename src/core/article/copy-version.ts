import type { Article } from "./article.ts";
import type { Change, Made } from "./change.ts";
import { isBareOrder } from "./order.ts";

/**
 * Which text of its copy an article is: what a reader is told as its revision. A hold, a kill, a release and a mending file
 * revisions of their own, and are none of the copy. Every number that is printed comes from here.
 */
export function copyVersion({ texts, revision }: Pick<Article, "texts" | "revision">): number {
  return texts ?? revision;
}

/** Whether it was filed because other copy came; of what an earlier version filed the mendings alone are known. */
export function isOfCopy({ change }: Pick<Article, "change">): boolean {
  return change?.made === undefined && change?.kind !== "mended";
}

/** The next revision of an article, by copy that came. */
export function nextText(before: Article | null, article: Article): Article {
  // An order that came before its article is no text of it.
  const texts = before === null || isBareOrder(before) ? 1 : copyVersion(before) + 1;
  return counted({ ...article, revision: (before?.revision ?? 0) + 1 }, texts);
}

/** The next revision of an article by somebody, or something, else than its copy: its text stays. */
export function nextState(before: Article, article: Article, change: Change, made: Made): Article {
  const next = { ...article, revision: before.revision + 1, change: { ...change, made } };
  return counted(next, copyVersion(before));
}

/** @param texts with this one */
function counted({ texts: _before, ...article }: Article, texts: number): Article {
  return texts === article.revision ? article : { ...article, texts };
}
