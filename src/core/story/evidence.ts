import type { Feature } from "./feature.ts";
import type { Weighed } from "./weighed.ts";

/** About as rare as words get. */
const MOST_RARITY = 8;
const MOST_HEADED = 3;

/** What two reports share beside names, and beside what they call those they name. */
export type Evidence = Extract<Feature, "rarest word shared" | "rarest words of headlines shared">;

/**
 * How rare the words are that both have and that tell what has happened. One firm has two matters on one day, and
 * two short reports of it then share its name, its chief, its trade and its town, and nothing else.
 */
export function evidenceOf(one: Weighed, other: Weighed): Readonly<Record<Evidence, number>> {
  let rarest = 0;
  const headed: number[] = [];
  for (const [key, weight] of one.text.weights) {
    if (!other.text.weights.has(key) || key.startsWith("~") || tellsWho(key, one, other)) continue;
    const rarity = one.lede.weights.get(key) ?? weight;
    rarest = Math.max(rarest, rarity);
    if (one.headed.has(key) || other.headed.has(key)) headed.push(rarity);
  }
  const most = headed.sort((a, b) => b - a).slice(0, MOST_HEADED);
  return {
    "rarest word shared": rarest / MOST_RARITY,
    "rarest words of headlines shared":
      most.reduce((sum, rarity) => sum + rarity, 0) / (MOST_HEADED * MOST_RARITY),
  };
}

/** A name in either report, or what both call by it. */
function tellsWho(key: string, one: Weighed, other: Weighed): boolean {
  if (one.names.weights.has(key) || other.names.weights.has(key)) return true;
  return one.tags.has(key) && other.tags.has(key);
}
