/** One piece of a line: a word, a phrase in quotes, or either behind a minus. */
export interface LineToken {
  /** As it was typed. */
  readonly raw: string;
  /** `speaker` of `speaker:solen`; `null` where there is no colon, or it stands in quotes. */
  readonly key: string | null;
  /** What is said: without its key, its minus and its quotes. */
  readonly value: string;
  readonly quoted: boolean;
  readonly minus: boolean;
}

// Reads: harbour · "harbour bridge" · -ferry · -"old ferry" · speaker:solen · speaker:"Mira Solen" · speaker:
const TOKEN =
  /(?<!\S)(?<bare>\p{L}{2,12}):(?=\s|$)|(?<minus>(?<!\S)[-−–])?(?:(?<key>\p{L}{2,12}):(?!\/\/))?(?:["“”„](?<phrase>[^"“”]*)["“”]?|(?<word>[^\s"“”„]+))/gu;

/** Cuts a line into its pieces. A quote that is never closed goes on to the end. */
export function lineTokens(line: string): readonly LineToken[] {
  return [...line.matchAll(TOKEN)].map(({ 0: raw, groups = {} }) => {
    const { minus, key, phrase, word, bare } = groups;
    return {
      raw,
      key: (key ?? bare)?.toLowerCase() ?? null,
      value: (phrase ?? word ?? "").trim(),
      quoted: phrase !== undefined,
      minus: minus !== undefined,
    };
  });
}
