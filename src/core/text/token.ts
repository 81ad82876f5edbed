import { goesBeforeName } from "./abbreviation.ts";
import type { Range } from "./text.ts";

/** `word` holds letters, `number` digits only, `possessive` is the `’s` behind a word, `mark` all else. */
export type TokenKind = "word" | "number" | "possessive" | "mark";

/** One word or mark of the body; its range is exact: nothing is normalised away. */
export interface Token extends Range {
  readonly kind: TokenKind;
  /** Lower case, with straight apostrophes and without the stop of an abbreviation. */
  readonly lower: string;
  /** Its first letter is a capital, or the one behind a particle: al-Assad. */
  readonly capital: boolean;
}

// A sign that only chooses how a picture looks is a mark of Unicode, and no letter.
const LETTER = /(?![\ufe00-\ufe0f])[\p{L}\p{M}\p{N}]/u;
const SPACE = /\s/u;
// al-Assad, d'Estaing: the capital stands behind the particle.
const PARTICLE = /^(?:al|el|as|ad|an|ar|ash|at|az|ul|bin|d|l)['-]\p{Lu}/u;

/** Splits a body into its tokens, in order, in one pass. */
export function tokenize(body: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < body.length) {
    const code = body.charCodeAt(at);
    if (isSpace(code, body, at)) at += 1;
    else if (isLetter(code, body, at)) at = pushWord(body, at, tokens);
    else if (opensHandle(body, at)) at = pushHandle(body, at, tokens);
    else {
      const end = at + (isPair(code) ? 2 : 1);
      tokens.push({ kind: "mark", start: at, end, lower: body.slice(at, end), capital: false });
      at = end;
    }
  }
  return tokens;
}

/** Index of the first token that starts at or behind an offset; `tokens.length` where none does. */
export function tokenAt(tokens: readonly Token[], offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function pushWord(body: string, start: number, tokens: Token[]): number {
  let at = start;
  let digits = true;
  let stops = false;
  let joined = false;
  // Of small letters, figures and joints of ASCII alone.
  let small = true;
  for (;;) {
    const code = body.charCodeAt(at);
    if (isLetter(code, body, at)) {
      if (code < 48 || code > 57) digits = false;
      if (code < 97 || code > 122) small &&= code >= 48 && code <= 57;
      at += 1;
      continue;
    }
    if (!isJoint(code, digits) || !isLetter(body.charCodeAt(at + 1), body, at + 1)) break;
    if (isApostrophe(code) && isOwner(body, at)) break;
    // Copy that lost a line break: "on Monday.The police".
    if (code === 46 && !digits && at - start > 1 && !stops) break;
    stops ||= code === 46;
    joined = true;
    at += 1;
  }
  const bare = body.slice(start, at);
  const plain = joined && bare.includes("’") ? bare.replaceAll("’", "'") : bare;
  const lower = small ? plain : plain.toLowerCase();
  if (body.charCodeAt(at) === 46 && !digits && keepsStop(bare, lower, stops)) at += 1;
  const capital =
    !digits && (plain.charAt(0) !== lower.charAt(0) || (joined && PARTICLE.test(plain)));
  tokens.push({ kind: digits ? "number" : "word", start, end: at, lower, capital });
  const behind = body.charCodeAt(at);
  if ((isApostrophe(behind) || isLost(behind)) && isOwner(body, at)) {
    tokens.push({ kind: "possessive", start: at, end: at + 2, lower: "'s", capital: false });
    at += 2;
  }
  return at;
}

/** "@night_porter", "@kim.example.social": the name of an account; but not "desk@example.org". */
function opensHandle(body: string, at: number): boolean {
  if (body.charCodeAt(at) !== 64 || !isHandleLetter(body, at + 1)) return false;
  return at === 0 || !isHandleLetter(body, at - 1);
}

/** A handle is one word whatever its letters, and a name: it counts as a word with a capital. */
function pushHandle(body: string, start: number, tokens: Token[]): number {
  let at = start + 1;
  while (isHandleLetter(body, at) || (body.charCodeAt(at) === 46 && isHandleLetter(body, at + 1)))
    at += 1;
  const lower = body.slice(start, at).toLowerCase();
  tokens.push({ kind: "word", start, end: at, lower, capital: true });
  return at;
}

function isHandleLetter(body: string, at: number): boolean {
  const code = body.charCodeAt(at);
  return code === 95 || isLetter(code, body, at);
}

/** Says whether a stop belongs to the word before it: U.S., J., Gen. */
function keepsStop(bare: string, lower: string, stops: boolean): boolean {
  if (stops) return /^(?:\p{L}\.)+\p{L}$/u.test(bare);
  return (bare.length === 1 && /^\p{Lu}$/u.test(bare)) || goesBeforeName(bare) || lower === "jr";
}

/** Says whether an apostrophe opens the `’s` that ends a word. */
function isOwner(body: string, at: number): boolean {
  const next = body.charCodeAt(at + 1);
  if (next !== 115 && next !== 83) return false;
  const after = body.charCodeAt(at + 2);
  return Number.isNaN(after) || !isLetter(after, body, at + 2);
}

/** What took an apostrophe's place in copy that went through the wrong character set: the victim?s. */
function isLost(code: number): boolean {
  return code === 63 || code === 0xfffd;
}

function isApostrophe(code: number): boolean {
  return code === 39 || code === 0x2019;
}

/** Marks that join two halves of a word: apostrophe, hyphen, stop, the ampersand of "R&D"; in numbers the comma too. */
function isJoint(code: number, digits: boolean): boolean {
  const joins = isApostrophe(code) || code === 45 || code === 46;
  return joins || (digits ? code === 44 : code === 38);
}

function isLetter(code: number, body: string, at: number): boolean {
  if (code < 128) {
    return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
  }
  // A letter of a rarer script takes two units; so does a picture, which is none.
  if (isPair(code)) return LETTER.test(body.slice(at, at + 2));
  if (code >= 0xdc00 && code <= 0xdfff) return LETTER.test(body.slice(at - 1, at + 1));
  return LETTER.test(body.charAt(at));
}

/** Says whether a unit is the first of two that are one character. */
function isPair(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}

function isSpace(code: number, body: string, at: number): boolean {
  if (code < 128) return code <= 32;
  return SPACE.test(body.charAt(at));
}
