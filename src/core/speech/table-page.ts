import type { AnalysedText } from "#core/text/analysed.ts";
import type { LanguageTable } from "#core/text/language/table.ts";
import { adjoins } from "#core/text/name.ts";
import type { Passage, Sentence } from "#core/text/text.ts";
import type { Token } from "#core/text/token.ts";

/** An article in a language that is read by its table. */
export interface Page {
  readonly body: string;
  /** Without marks of direction, which nobody sees. */
  readonly tokens: readonly Token[];
  readonly passages: readonly Passage[];
  readonly sentences: readonly Sentence[];
  readonly table: LanguageTable;
  /** Words that the article prints in lower case, too, or behind an article: they are no names. */
  readonly common: ReadonlySet<string>;
  /** Offsets at which sentences begin. */
  readonly starts: ReadonlySet<number>;
}

const DIRECTION = /^[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]$/u;

export function layPage(text: AnalysedText, table: LanguageTable): Page {
  const { body, passages, sentences } = text;
  const tokens = text.tokens.filter(({ lower }) => !DIRECTION.test(lower));
  const starts = new Set(sentences.map(({ start }) => start));
  return { body, tokens, passages, sentences, table, common: findCommon(tokens, table), starts };
}

function findCommon(tokens: readonly Token[], table: LanguageTable): ReadonlySet<string> {
  const common = new Set<string>();
  tokens.forEach(({ kind, lower, capital }, index) => {
    if (kind !== "word") return;
    const before = tokens[index - 1]?.lower ?? "";
    const owned = table.grammar === "nouns" && table.determiners.has(before);
    if (!capital || owned) common.add(lower);
  });
  return common;
}

/** The last sentence that begins at or before an offset. */
export function sentenceAt({ sentences }: Page, offset: number): Sentence | undefined {
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sentences[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return sentences[low - 1];
}

/** Says whether two neighbouring tokens stand in one line with nothing but a blank between them. */
export function isBeside({ body, tokens }: Page, left: number): boolean {
  return adjoins(body, tokens[left], tokens[left + 1]);
}

export function lowerAt({ tokens }: Page, at: number): string {
  return tokens[at]?.lower ?? "";
}

export function isWord({ tokens }: Page, at: number): boolean {
  return tokens[at]?.kind === "word";
}
