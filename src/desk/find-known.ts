import type { Article, ArticleId } from "#core/article/article.ts";
import { isRevisionOf, soughtKeys, type Verdict } from "#core/article/identity.ts";
import { isAlike, sharesMuch } from "#core/article/likeness.ts";
import { isBareOrder, isOrder, underOrder } from "#core/article/order.ts";
import { bareSlug, isSpecificSlug } from "#core/article/slug.ts";
import { wasDeleted } from "./gone.ts";
import type { FilingParts } from "./outcome.ts";

/** What a story turns out to be. */
export type Found =
  /** It is filed as the next revision of `before`, or as a new article. */
  | {
      readonly kind: "article";
      readonly id: ArticleId;
      readonly before: Article | null;
      /** As it is to be filed: under the order that was there before it. */
      readonly story: Article;
    }
  | {
      readonly kind: "merged";
      readonly rule: string;
      readonly before: Article;
      /** Left out: an older text than the article's. */
      readonly story?: Article;
    }
  /** It orders something about these, and is no text of them. */
  | { readonly kind: "ordered"; readonly targets: readonly Article[] };

interface Judged {
  readonly stored: Article;
  readonly verdict: Verdict;
}

/**
 * Which article a story is: the one whose revision it is by its guid, its path or its slug, else a new
 * one. The same text at another path is that article once more.
 */
export async function findArticle(
  parts: FilingParts,
  path: string,
  story: Article,
): Promise<Found> {
  const { archive, articleIdAt } = parts;
  const judged = await judge(parts, path, story);
  if (isOrder(story)) {
    const targets = targetsOf(judged, story);
    if (targets.length > 0) return { kind: "ordered", targets };
  }
  // The same text first: of two articles with one guid, each finds itself again.
  const isSame = ({ stored }: Judged) => stored.contentHash === story.contentHash;
  const ordered = [...judged.filter(isSame), ...judged.filter((one) => !isSame(one))];
  for (const { stored, verdict } of ordered) {
    if (verdict.kind === "other" || isUnclear(verdict, story)) continue;
    if (isSame({ stored, verdict }) && wasDeleted(stored)) return cameBack(stored, story);
    const own = { kind: "article", id: stored.id, before: stored } as const;
    if (verdict.kind === "revision") return { ...own, story };
    if (isBareOrder(stored)) return { ...own, story: underOrder(stored, story) };
    return { kind: "merged", rule: verdict.rule, before: stored };
  }
  const same = await archive.ofContent(story.contentHash);
  if (same !== null && same.path !== path) {
    const before = (await archive.current(same.id))?.article;
    // Its file was moved, and was found to be gone before it was found here.
    if (before !== undefined && wasDeleted(before)) return cameBack(before, story);
    const rule = `The same content as ${same.path}`;
    if (before !== undefined) return { kind: "merged", rule, before, story };
  }
  const own = articleIdAt(path);
  const isTaken = (await archive.revision(own)) > 0;
  // The file holds another article than before: that one keeps its id, in commands and in buttons.
  const id = isTaken ? articleIdAt(`${path}#${story.contentHash}`) : own;
  return { kind: "article", id, before: null, story };
}

function cameBack(before: Article, story: Article): Found {
  return { kind: "article", id: before.id, before, story };
}

/** An everyday slug names nothing for sure, but to an order that finds one article of it. */
function isUnclear({ by }: Verdict, { slug }: Article): boolean {
  return by === "slug" && !isSpecificSlug(bareSlug(slug ?? ""));
}

/** Every article that the story may be, with what the rules say of the two. */
async function judge(
  { archive, ledger, articleIdAt }: FilingParts,
  path: string,
  story: Article,
): Promise<readonly Judged[]> {
  const [known] = (await ledger.articlesAt(path)).filter((at) => at.path === path);
  const atPath = await archive.current(known?.articleId ?? articleIdAt(path));
  const sharing = await archive.sharing(soughtKeys(story));
  const all = [...sharing, ...(atPath === null ? [] : [atPath.article])];
  const distinct = new Map(all.map((stored) => [stored.id, stored]));
  return [...distinct.values()].map((stored) => ({
    stored,
    verdict: isRevisionOf(stored, story),
  }));
}

function isTextOf(stored: Article, order: Article): boolean {
  return isAlike(stored, order) || (stored.path === order.path && sharesMuch(stored, order));
}

/**
 * What an order is about: every article of its guid; else the newest of a slug that names one story, or
 * the only one of another slug; else what lies at its path. One that carries a new text of it is a
 * revision like any other.
 */
function targetsOf(judged: readonly Judged[], order: Article): readonly Article[] {
  const meant = judged.filter(({ verdict }) => verdict.kind === "revision");
  const by = (name: Verdict["by"]) =>
    meant.flatMap(({ stored, verdict }) => (verdict.by === name ? [stored] : []));
  const slugged = by("slug");
  const [newest] = slugged;
  const isClear = isSpecificSlug(bareSlug(order.slug ?? "")) || slugged.length === 1;
  const named = newest !== undefined && isClear ? [newest] : [];
  const [targets = []] = [by("guid"), named, by("headline"), by("path")].filter(
    (list) => list.length > 0,
  );
  const [only] = targets;
  const isText = !isBareOrder(order) && only !== undefined && isTextOf(only, order);
  return isText && targets.length === 1 ? [] : targets;
}
