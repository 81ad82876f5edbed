import { adjoins } from "#core/text/name.ts";
import { ORG_WORDS } from "#core/text/role-lexicon.ts";
import type { Token } from "#core/text/token.ts";
import { isFunctionWord } from "#core/text/word-class.ts";
import { readCue } from "./cue.ts";

const LONGEST_NAME = 9;
const LONGEST_MARKED = 8;
const ABBREVIATED = /^(?:co|corp|inc|ltd|bros)$/u;
/** What a body is for, as the first half of its name: "Orva Fish and Wildlife Commission". */
export const FIELDS =
  /^(?:fish|food|health|trade|housing|energy|transport|transportation|environment|environmental|science|education|agriculture|fisheries|forestry|parks|homeland|security|finance|consumer|arts|culture|tourism|planning|emergency|safety|labor|labour|oceanic|water|fire|justice|veterans)$/u;
const LINK = /^(?:of|for|on|and|the)$/u;

/** "the ministry’s spokesman", "the Bank of Oster's governor": the first token of the owner, which belongs to the role. */
export function ownerStart(body: string, tokens: readonly Token[], owner: number): number {
  let at = owner;
  const named = tokens[owner]?.capital === true;
  while (at > 0 && owner - at < (named ? LONGEST_NAME : 4)) {
    const word = tokens[at - 1];
    const here = tokens[at];
    if (!adjoins(body, word, here) || word === undefined) break;
    if (word.lower === "&" && tokens[at - 2]?.capital === true) at -= 2;
    else if (word.kind !== "word" || (!word.capital && readCue(word.lower) !== null)) break;
    else if (named && word.capital && isFunctionWord(word.lower)) {
      if (!goesThrough(body, tokens, at - 1)) break;
      at -= 1;
    } else if (named && isFunctionWord(word.lower)) {
      const before = acrossLink(body, tokens, at - 1);
      if (before === null) break;
      at = before;
    } else if (isFunctionWord(word.lower) || (!word.capital && here?.capital === true)) break;
    else at -= 1;
  }
  return at;
}

/** "New Boys On The Quay": a small word in capitals within a name, and not the first word of a sentence. */
export function goesThrough(body: string, tokens: readonly Token[], at: number): boolean {
  for (let left = at - 1; left > at - 4; left -= 1) {
    const word = tokens[left];
    if (word?.capital !== true || !adjoins(body, word, tokens[left + 1])) return false;
    if (!isFunctionWord(word.lower)) return true;
  }
  return false;
}

/**
 * "Institute for Tide Studies", "Bank of Oster", "Food and Drug Administration": a link in small letters
 * within a name, by its token. The token from which the name goes on to the left; `null` where it ends here.
 */
export function acrossLink(body: string, tokens: readonly Token[], link: number): number | null {
  if (!LINK.test(tokens[link]?.lower ?? "")) return null;
  let at = link;
  if (tokens[at]?.lower === "the" && LINK.test(tokens[at - 1]?.lower ?? "")) at -= 1;
  const left = tokens[at - 1];
  if (left?.capital !== true || isFunctionWord(left.lower)) return null;
  if (!adjoins(body, left, tokens[at])) return null;
  const { lower = "" } = tokens[at] ?? {};
  // "Wife of President Reed": the first word of a sentence has its capital from there.
  const opens = !adjoins(body, tokens[at - 2], left);
  if (lower === "of") return opens && !ORG_WORDS.has(left.lower) ? null : at - 1;
  const institution = institutionBefore(body, tokens, at);
  if (institution !== null) return institution;
  // "Orva Fish and Wildlife Commission": the first is no one's name.
  const field = lower === "and" && tokens[link + 1]?.capital === true && FIELDS.test(left.lower);
  if (field) return at - 1;
  const listed = lower === "and" && tokens[at - 2]?.lower === "the";
  return listed && ORG_WORDS.has(tokens[link + 2]?.lower ?? "") ? at - 1 : null;
}

/** "Center for Strategic and …": the noun of the institution whose name has a link behind it. */
function institutionBefore(body: string, tokens: readonly Token[], link: number): number | null {
  for (let at = link - 1; at > link - LONGEST_NAME; at -= 1) {
    const word = tokens[at];
    if (word === undefined || !adjoins(body, word, tokens[at + 1])) return null;
    if (!word.capital && !LINK.test(word.lower)) return null;
    const linked = /^(?:of|for|on)$/u.test(tokens[at + 1]?.lower ?? "");
    if (word.capital && linked && ORG_WORDS.has(word.lower)) return at;
  }
  return null;
}

/**
 * What a mark before a title closes: "Harbour Authority (HA) chairman", "Tarn Power Co. director",
 * "“Harbour Lights” star". The token from which the title goes on; `null` where the mark ends it.
 */
export function beforeMark(body: string, tokens: readonly Token[], at: number): number | null {
  const { lower = "" } = tokens[at] ?? {};
  const before = tokens[at - 1];
  if (lower === ".")
    return ABBREVIATED.test(before?.lower ?? "") && before?.end === tokens[at]?.start
      ? at - 1
      : null;
  if (lower === ")") {
    const letters = body.slice(before?.start, before?.end);
    const bracketed = tokens[at - 2]?.lower === "(" && tokens[at - 3]?.capital === true;
    return bracketed && /^\p{Lu}[\p{Lu}&]{1,7}$/u.test(letters) ? at - 2 : null;
  }
  return /^["”’'»]$/u.test(lower) ? openingOf(tokens, at) : null;
}

/** The mark that opens a title in marks, all of it in capitals: “Boys of the Quay”. */
function openingOf(tokens: readonly Token[], close: number): number | null {
  if (tokens[close - 1]?.kind === "mark") return null;
  for (let at = close - 1; at > close - LONGEST_MARKED; at -= 1) {
    const word = tokens[at];
    if (word === undefined) return null;
    if (/^["“‘'«]$/u.test(word.lower)) return tokens[at + 1]?.capital === true ? at : null;
    if (word.kind === "mark" && !/^[:&-]$/u.test(word.lower)) return null;
    if (!word.capital && word.kind === "word" && !isFunctionWord(word.lower)) return null;
  }
  return null;
}
