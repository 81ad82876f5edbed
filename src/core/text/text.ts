/** Half-open range of UTF-16 units in a body. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * What a stretch of copy is. Only `prose` and `item` are the story; `heading` may name a speaker in
 * question-and-answer copy; `furniture` (captions, bylines, "Read more", ©, contact blocks,
 * advertisements, tickers) is neither fact nor quote.
 */
export type PassageKind = "prose" | "item" | "heading" | "furniture";

/** One paragraph, list item or line of the body. */
export interface Passage extends Range {
  readonly kind: PassageKind;
  /** Where its sentences end, where they had to be read to tell what it is. */
  readonly ends?: readonly number[];
}

/** One sentence, without the white space around it and without a dateline before it. */
export interface Sentence extends Range {
  /** Index of its passage. */
  readonly passage: number;
}
