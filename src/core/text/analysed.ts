import type { Dateline } from "./dateline.ts";
import type { Passage, Sentence } from "./text.ts";
import { type Token, tokenize } from "./token.ts";

/** What the rules of this room have read of one article so far. */
export interface AnalysedText {
  readonly title: string | null;
  readonly body: string;
  readonly dateline: Dateline | null;
  readonly tokens: readonly Token[];
  readonly passages: readonly Passage[];
  readonly sentences: readonly Sentence[];
}

/** Reads the tokens of an article whose passages and sentences are known. */
export function analyse(text: Omit<AnalysedText, "tokens">): AnalysedText {
  return { ...text, tokens: tokenize(text.body) };
}
