/**
 * Asks at most once in so many milliseconds, however many want to know: they share what was found, also while it is
 * still being looked for. What failed is asked anew.
 *
 * @param elapsed milliseconds that only ever go on
 */
export function keepFor<Found>(
  milliseconds: number,
  elapsed: () => number,
  ask: () => Promise<Found>,
): () => Promise<Found> {
  let kept: { readonly at: number; readonly found: Promise<Found> } | null = null;
  return () => {
    if (kept !== null && elapsed() - kept.at <= milliseconds) return kept.found;
    const mine = { at: elapsed(), found: ask() };
    kept = mine;
    mine.found.catch(() => {
      if (kept === mine) kept = null;
    });
    return mine.found;
  };
}
