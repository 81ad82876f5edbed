import type { Article } from "#core/article/article.ts";
import type { Filed, Item } from "./edition.ts";
import type { Subscription } from "./subscription.ts";

/** Copy that states no urgency counts as ordinary: IPTC's 5. */
const ORDINARY = 5;

/** What an edition is chosen from: an article, and the revision that the place has carried of it. */
export interface Candidate {
  readonly filed: Filed;
  /** The highest revision that this subscription has carried; `null` for none. */
  readonly carried: number | null;
}

/** What an edition carries, and how much more is due than it has room for. */
export interface Selection {
  readonly items: readonly Item[];
  readonly waiting: number;
}

/** What a subscription orders: its sections and tags. */
export type Order = Pick<Subscription, "sections" | "tags">;

/** Chooses what an edition carries: what was ordered, most urgent first, then newest. */
export function selectItems(
  candidates: readonly Candidate[],
  subscription: Order & Pick<Subscription, "most">,
): Selection {
  const ordered = candidates
    .filter(({ filed }) => isOrdered(filed.article, subscription))
    .toSorted((a, b) => byImportance(a.filed.article, b.filed.article));
  return {
    items: ordered
      .slice(0, subscription.most)
      .map(({ filed, carried }) => ({ filed, update: carried !== null })),
    waiting: Math.max(0, ordered.length - subscription.most),
  };
}

/** Says whether a place ordered this kind of article. */
export function isOrdered(article: Article, { sections, tags }: Order): boolean {
  const sectionFits = sections.length === 0 || sections.some((name) => same(name, article.section));
  const tagFits =
    tags.length === 0 || tags.some((tag) => article.tags.some((own) => same(tag, own)));
  return sectionFits && tagFits;
}

function same(ordered: string, own: string | null): boolean {
  return own !== null && ordered.trim().toLowerCase() === own.trim().toLowerCase();
}

/** The id comes last, so that the order never depends on that of the store. */
function byImportance(a: Article, b: Article): number {
  return (
    (a.urgency ?? ORDINARY) - (b.urgency ?? ORDINARY) ||
    (b.published ?? b.takenIn) - (a.published ?? a.takenIn) ||
    a.id.localeCompare(b.id)
  );
}
