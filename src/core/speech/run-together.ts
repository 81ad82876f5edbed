import type { Sighting } from "./sighting.ts";

/**
 * First names that a picture's credit prints before the caption's own: "Effie Effie says" shows that this copy's credits run
 * on into its captions, and that "Effie Wren, five, trains" may be Effie's picture of Wren. In small letters.
 */
export function creditedNames(sightings: readonly Sighting[]): ReadonlySet<string> {
  return new Set(
    sightings.flatMap(({ words }) => {
      const [word, other] = words;
      return words.length === 2 && word !== undefined && word === other ? [word] : [];
    }),
  );
}

/** Of a credited name and another, which stands alone as well, the other is the one whom the caption speaks of. */
export function partRunTogether(
  sightings: readonly Sighting[],
  credited: ReadonlySet<string>,
): readonly Sighting[] {
  if (credited.size === 0) return sightings;
  const alone = new Set(sightings.flatMap(({ words }) => (words.length === 1 ? words : [])));
  return sightings.map((sighting) => {
    const { run, words } = sighting;
    const isPair = words.length === 2 && credited.has(words[0] ?? "");
    if (!isPair || !words.every((word) => alone.has(word))) return sighting;
    const cut = { ...run, first: run.last, name: run.last, role: run.last - 1 };
    return { ...sighting, run: cut, words: words.slice(-1), kind: "unknown" };
  });
}
