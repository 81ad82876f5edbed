// Strongest first: what says outright that a claim is unproven, then what only leaves it open.
const HEDGES: readonly RegExp[] = [
  /\b(?:reportedly|allegedly|purportedly|supposedly|unconfirmed|unverified|rumou?red)\b/i,
  /\b(?:is|are|was|were|has been|have been|had been|being) (?:widely |also |now |still )?(?:believed|thought|said|reported|alleged|rumou?red|suspected|understood|feared|presumed|claimed|assumed|expected|likely|unlikely) (?:to|that)\b/i,
  /\b(?:believed|thought|said|reported|alleged|suspected|understood|feared|presumed|claimed) to (?:be|have)\b/i,
  /\b(?:appear(?:s|ed)?|seem(?:s|ed)?) (?:not )?to\b/i,
  /\b(?:apparently|seemingly|ostensibly|presumably|alleged|suspected|purported)\b/i,
  /\b(?:possibly|probably|perhaps|likely|unlikely)\b/i,
  /\b(?:could|may|might)\b(?! not be reached)(?!n['’]t)/u,
];

/** Finds the word that keeps a claim open, as printed; `null` where it is stated flatly. */
export function findHedge(text: string): string | null {
  for (const pattern of HEDGES) {
    const found = pattern.exec(text);
    if (found !== null) return found[0];
  }
  return null;
}
