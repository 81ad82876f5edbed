import { findWords } from "#core/text/words.ts";
import { COMMON_WORDS } from "./common-words.ts";
import type { Commonness } from "./story.ts";

/** Reports that stand for the press at large, while the archive is young. */
const BACKGROUND = 3000;
/** A word that is in none of them may still be in one. */
const UNKNOWN = 0.0005;

/** About so many tell of a kind of event. */
const HAPPENING = 0.05;

const SHARES: ReadonlyMap<string, number> = new Map(
  COMMON_WORDS.flatMap(({ share, words }) =>
    findWords(words).map(({ key }) => [key, share] as const),
  ),
);

/** How much a key tells, after Spärck Jones (1972): the logarithm of how rare it is. */
export function rarity(key: string, { stored, of }: Commonness): number {
  const share = key.startsWith("~") ? HAPPENING : (SHARES.get(key) ?? UNKNOWN);
  const known = BACKGROUND * share;
  return Math.log((stored + BACKGROUND) / (of(key) + known));
}
