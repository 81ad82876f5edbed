import type { Candidate } from "./candidate.ts";

// He said the pier is old. Secondly, the rail is loose. Further, …
const NEXT =
  /^["'“‘(]*(?:firstly|second(?:ly)?|third(?:ly)?|fourth(?:ly)?|further(?:more)?|moreover|in addition|additionally|finally|lastly|similarly|likewise),/i;
/** As far as a row of what someone lists goes on without saying so. */
const MOST_IN_ROW = 3;

type Read = Pick<Candidate, "text" | "owner" | "words">;

/** The sentences that go on with what someone lists, and do not say again whose words they are. */
export function findEnumerated<T extends Read>(candidates: readonly T[]): ReadonlySet<T> {
  const listed = new Set<T>();
  let spoken = false;
  let left = 0;
  for (const candidate of candidates) {
    const { text, owner, words } = candidate;
    if (owner !== null || words.some(({ reported }) => reported)) {
      spoken = true;
      // "Secondly, they pose a risk, he said": the row goes on behind it.
      left = NEXT.test(text) || left > 0 ? MOST_IN_ROW : 0;
      continue;
    }
    if (spoken && NEXT.test(text)) left = MOST_IN_ROW;
    spoken = left > 0;
    if (left === 0) continue;
    listed.add(candidate);
    left -= 1;
  }
  return listed;
}
