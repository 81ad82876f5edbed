import type { Feature } from "./feature.ts";
import { differInHeadline, type Pair } from "./pair.ts";
import type { Weighed } from "./weighed.ts";

/** Hours: what the same source files later on is more often another event. */
const LATEST = 12;
/** Smaller tolls are alike by chance: one town may have two such accidents in a day. */
const LEAST_TOLL = 3;
/** So much of the names that open either report stands in the other. */
const NAMES = 0.75;
const CONFLICTS = [
  ...["other people", "other places", "other street", "other ages"],
  ...["other day", "other magnitude", "other score"],
] as const satisfies readonly Feature[];

/**
 * Says whether a report is the next version of one that its source filed some hours before: the same happening,
 * place and names, nothing that speaks against it, and a toll that rose. Flashes of two sentences have too few
 * words for the score of pairs to tell so, and their update is the commonest of all.
 */
export function isNextVersion({ one, other, hours, features }: Pair): boolean {
  if (features["same source"] === 0 || hours === 0 || hours > LATEST) return false;
  if (CONFLICTS.some((conflict) => features[conflict] > 0)) return false;
  if (features["same source, names"] < NAMES || differInHeadline(one, other)) return false;
  const [before, after] = one.signature.at < other.signature.at ? [one, other] : [other, one];
  return tellsAgain(before, after) && hasRisen(before, after);
}

/** Every word of the first sentence: "an air strike on a market" is not told again by "an air strike on a school". */
function tellsAgain({ signature }: Weighed, { signature: after, text }: Weighed): boolean {
  const { opener } = signature;
  if (opener.length === 0 || after.opener.length === 0) return false;
  return opener.every((key) => text.weights.has(key));
}

/** One toll is higher, and none is lower. */
function hasRisen({ signature: before }: Weighed, { signature: after }: Weighed): boolean {
  const risen = before.details.tolls.flatMap(({ fate, count }) => {
    const later = after.details.tolls.filter((toll) => toll.fate === fate);
    if (later.length === 0) return [];
    return [Math.sign(Math.max(...later.map((toll) => toll.count)) - count)];
  });
  const highest = Math.max(0, ...before.details.tolls.map(({ count }) => count));
  return highest >= LEAST_TOLL && risen.includes(1) && !risen.includes(-1);
}
