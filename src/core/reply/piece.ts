import { lineTokens } from "./line-token.ts";

/** One word of a question, or words that its asker holds together by quotes. */
export interface Piece {
  /** As a search takes it, with its quotes and its minus. */
  readonly raw: string;
  /** Without quotes, minus, stops at its end and the owner's s: `Solen's` → `Solen`. */
  readonly text: string;
  readonly lower: string;
  /** Begins with a capital. */
  readonly capital: boolean;
  /** In quotes or behind a minus: its asker says how it is to be searched. */
  readonly marked: boolean;
  /** A stop or a comma stands behind it. */
  readonly ends: boolean;
  /** The owner's s stood behind it. */
  readonly owns: boolean;
  /** A dash stands before it, by itself: the 5 of `1 – 5 March`. */
  readonly dashed: boolean;
}

const STOPS = /[\s?!.,;:…¿¡،؟。、！？]+$/u;
const OPENING = /^[\s?!.,;:…¿¡(]+/u;
const DASH = /^[-−–—]$/u;
const OWNER = /['’]s$/u;

/** The words of a question, in order; what has neither letter nor digit is none. */
export function piecesOf(text: string): readonly Piece[] {
  const shouted = isShouted(text);
  return lineTokens(text).flatMap(({ raw, value, key, quoted, minus }, at, all) => {
    const marked = quoted || minus;
    const typed = marked ? value : key === null ? raw : `${key} ${value}`;
    const trimmed = typed.replace(OPENING, "");
    const bare = trimmed.replace(STOPS, "").replace(/\)$/u, "");
    const own = marked ? bare : bare.replace(OWNER, "");
    if (!/[\p{L}\p{N}]/u.test(own)) return [];
    return {
      ...{ raw: marked ? raw : own, text: own, lower: own.toLowerCase(), marked },
      capital: !shouted && /^\p{Lu}/u.test(own),
      ends: !marked && bare.length < trimmed.length,
      owns: !marked && own.length < bare.length,
      dashed: DASH.test(all[at - 1]?.raw ?? ""),
    };
  });
}

/** Words that are all in capitals say of none that it is a name; two or three may be names that are written so. */
const SHOUTED = 4;

function isShouted(text: string): boolean {
  return !/\p{Ll}/u.test(text) && (text.match(/\p{Lu}+/gu) ?? []).length >= SHOUTED;
}
