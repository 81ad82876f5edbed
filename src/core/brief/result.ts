const SCORE = /(?=\d)(?<![\p{L}\p{N}$£€.,/-])\d{1,3}\s?[-–]\s?\d{1,3}(?![\p{L}\p{N}/-]|\.\d)/u;
const RESULT =
  /\b(?:beat|beats|beaten|won|win|wins|lost|lose|drew|draw|held|defeat(?:ed|s)?|thrash(?:ed)?|edged|victory|draws|triumph(?:ed)?|hammered|overcame|downed|eliminated|knocked out)\b/u;
const STANDING = /\b(?:led|lead|leads|leading|trailed|trailing|ahead|behind|level)\b/u;

/** "Tarn beat Lund 20-16": how a match ended. */
export function tellsResult(text: string): boolean {
  return SCORE.test(text) && RESULT.test(text);
}

/** "Tarn led 20-16", before "Lund came back to win 62-28": printed alone, who led seems to have won. */
export function isOvertaken(text: string, next: string): boolean {
  const score = SCORE.exec(text)?.[0];
  if (score === undefined || !STANDING.test(text) || RESULT.test(text)) return false;
  const end = SCORE.exec(next)?.[0];
  return end !== undefined && end !== score && RESULT.test(next);
}
