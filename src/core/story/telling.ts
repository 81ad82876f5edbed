import type { Article, ArticleId } from "#core/article/article.ts";
import type { Filing } from "#core/change/filing.ts";
import { filedAt, sourceOf } from "#core/change/filing.ts";
import type { Other, OtherPiece, Telling } from "./story.ts";

/** Copy that states no urgency counts as ordinary: IPTC's 5. */
const ORDINARY = 5;
/** A shorter report than this share of the longest is a flash: it doesn't tell the story. */
const FULL = 0.5;

/**
 * Chooses who tells a story: of the reports that are told in full (at least half as long as the longest),
 * the most urgent; of those the latest, because its figures are the newest; then the one whose id comes
 * first. Near-identical copies are not counted, but one of them may lead where its original is not there;
 * and where a source has filed its own text again, only what it filed last is counted.
 *
 * @param reports of one story, in any order; `null` for none
 * @param copies those of them that are near-identical to another, by its id
 */
export function tellStory(
  reports: readonly Filing[],
  copies: ReadonlyMap<ArticleId, ArticleId> = new Map(),
): Telling | null {
  const distinct = withoutCopies(reports, copies);
  const longest = Math.max(0, ...distinct.map(lengthOf));
  const [lead] = distinct.filter((filing) => lengthOf(filing) >= longest * FULL).toSorted(byRank);
  if (lead === undefined) return null;
  const others = distinct.filter((filing) => filing !== lead).toSorted(byRank);
  const named = Map.groupBy(others, ({ article }) => sourceOf(article));
  const listed = [...named].flatMap(([source, of]): readonly Other[] =>
    source === null ? [] : [{ source, reports: of.length, url: of[0]?.article.sourceUrl ?? null }],
  );
  return {
    lead,
    distinct: [lead, ...others],
    others: listed.toSorted((a, b) => b.reports - a.reports || order(a.source, b.source)),
    reports: distinct.length,
  };
}

/** Of each text what its source filed last: the version that counts. */
function withoutCopies(
  reports: readonly Filing[],
  copies: ReadonlyMap<ArticleId, ArticleId>,
): readonly Filing[] {
  const here = new Map(reports.map((filing) => [filing.article.id, filing]));
  const texts = Map.groupBy(reports, (filing) => {
    const original = here.get(copies.get(filing.article.id) ?? "");
    return original ?? filing;
  });
  return [...texts].map(([original, versions]) => {
    // Copy of which nobody says whose it is, is the newsroom's own.
    const source = sourceOf(original.article);
    const own = versions.filter(({ article }) => sourceOf(article) === source);
    const [last = original] = own.toSorted((a, b) => byTime(b.article, a.article));
    return last;
  });
}

/** `also: AFP, Reuters (3 reports)`; empty where nobody else reports it. */
export function sayOthers({ others, reports }: Telling): readonly OtherPiece[] {
  const beside = reports - 1;
  if (others.length === 0 || beside < 1) return [];
  const piece = (text: string, href: string | null = null) => ({ text, href });
  const named = others.flatMap(({ source, url }, index) => [
    piece(index === 0 ? "also: " : ", "),
    piece(source, url),
  ]);
  return beside > others.length ? [...named, piece(` (${beside} reports)`)] : named;
}

function lengthOf({ brief }: Filing): number {
  return brief.body.length;
}

function byRank({ article: a }: Filing, { article: b }: Filing): number {
  const urgency = (a.urgency ?? ORDINARY) - (b.urgency ?? ORDINARY);
  return urgency || byTime(b, a) || order(a.id, b.id);
}

/** Two versions of one day have but its date: then what came in later is the later one. */
function byTime(a: Article, b: Article): number {
  return filedAt(a) - filedAt(b) || a.takenIn - b.takenIn;
}

function order(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
