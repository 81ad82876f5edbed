import { lineTokens } from "./line-token.ts";
import type { Sought } from "./sought.ts";

/** Reads what is typed for a search: words, "phrases", and -words that must not stand there. */
export function readSearch(text: string): Pick<Sought, "words" | "without"> {
  const tokens = lineTokens(text);
  // A minus before a space takes nothing away. `key:` that no option claimed is a word.
  const said = tokens.map(({ key, value, minus, quoted }) => ({
    minus,
    text: key === null || quoted ? value : `${key} ${value}`,
  }));
  const of = (minus: boolean) =>
    said
      .filter((one) => one.minus === minus && /[\p{L}\p{N}]/u.test(one.text))
      .map((one) => one.text);
  return { words: of(false), without: of(true) };
}
