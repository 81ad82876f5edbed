import type { ArticleId } from "#core/article/article.ts";
import { type FoundLink, THRESHOLD } from "./place.ts";

/** What somebody else than the rules says of two reports. */
export interface PairOpinion {
  readonly one: ArticleId;
  readonly other: ArticleId;
  /** They are of one event. */
  readonly isSame: boolean;
}

/** Of a pair that is surer than this nobody else is asked, and a report that readers miss is the dearer mistake. */
export const SURE = 1;
/** From here down the rules hold it for likelier that they are two events than one. */
export const LIKELIER_TWO: number = -THRESHOLD;
/** What two opinions that agree are worth. */
const AGREED = 0.5;

/** Says whether a second opinion of a pair may count: the rules lean towards one event, and are not sure. */
export function isInDoubt(score: number): boolean {
  return score > LIKELIER_TWO && score < SURE;
}

/**
 * Weighs pairs by two opinions: those of which the rules are not sure are joined where both hold them for one event, and parted
 * where the other does not. Nobody alone joins what the rules hold for two.
 */
export function withOpinions(
  links: readonly FoundLink[],
  opinions: readonly PairOpinion[],
): readonly FoundLink[] {
  if (opinions.length === 0) return links;
  const said = new Map(opinions.map((one) => [pairKey(one), one.isSame]));
  return links.map((link) => {
    const isSame = said.get(pairKey(link));
    if (isSame === undefined || !isInDoubt(link.score)) return link;
    return {
      ...link,
      score: isSame ? Math.max(AGREED, link.score) : Math.min(-AGREED, link.score),
    };
  });
}

function pairKey({ one, other }: Pick<PairOpinion, "one" | "other">): string {
  return one < other ? `${one} ${other}` : `${other} ${one}`;
}
