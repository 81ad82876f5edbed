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

/** A source is no judge of its names before it has filed so much. */
const OWN_BACKGROUND = 200;

/** The key under which it is counted how often a source has a name, or, with none, how much it has filed. */
export function sourceKey(source: string, name: string): string {
  return `${source}\n${name}`;
}

/** How much a name tells: what its source repeats in whatever it files, its town or itself, tells little. */
export function nameRarity(name: string, source: string | null, commonness: Commonness): number {
  const all = rarity(name, commonness);
  if (source === null) return all;
  const filed = commonness.of(sourceKey(source, ""));
  const own = commonness.of(sourceKey(source, name)) + 0.5;
  return Math.min(all, Math.log((filed + OWN_BACKGROUND) / own));
}
