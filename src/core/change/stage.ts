/** How far a case has come, by the words that any copy has for it, the earliest first. */
const STAGES: readonly RegExp[] = (
  [
    "arrest(?:s|ed)?|detained|(?:in|into) custody|apprehended|captured|surrender(?:s|ed)|turned (?:himself|herself|themselves) in",
    "(?<!\\b(?:in|took|takes?) )charg(?:ed|es)|indict(?:ed|s|ment)|arraign(?:ed|ment)|faces? \\p{L}+ counts?",
    "plead(?:s|ed)?|pled|on trial|testif(?:ied|ies)|jurors?",
    "sentenc(?:es|ed|ing)|convict(?:s|ed)(?! felons?\\b)|found (?:not )?guilty|acquitt(?:ed|al)|verdict",
  ] as const
).map((words) => new RegExp(`(?<![\\p{L}’'-])(?:${words})(?![\\p{L}])`, "iu"));

// Pleas of the office for help, and what somebody had been found guilty of before
const OTHER_CASE =
  /\b(?:pleads? (?:for|with)|pleaded (?:for|with)|plead(?:s|ed)? to the public|had (?:been |previously |also |once )*(?:pleaded|pled|convicted|sentenced)|previously (?:pleaded|pled|convicted|sentenced)|convict(?:ed|s) felons?)\b/giu;

/**
 * Says whether a sentence tells an earlier stage of a case than readers know: that somebody is charged, to those who
 * have read of the plea. What is filed late, or updated under a new date, is no news.
 */
export function isOlderStage(sentence: string, known: readonly string[]): boolean {
  const told = stageOf(sentence);
  return told >= 0 && known.some((text) => stageOf(text) > Math.max(told, CHARGED));
}

/** Whoever is charged may have been arrested since; only pleas and verdicts come after all that. */
const CHARGED = 1;

function stageOf(text: string): number {
  const own = text.replace(OTHER_CASE, "");
  return STAGES.findLastIndex((words) => words.test(own));
}
