import { ORG_WORDS, PAPER_NOUNS, ROLE_NOUNS } from "#core/text/role-lexicon.ts";
import type { Range } from "#core/text/text.ts";
import type { Entity } from "./mention.ts";
import type { Settled } from "./scene.ts";

/** How much of what stands before a quotation is looked at. */
const NEAR = 60;

// "The tagline? “", "Their motto: “", "The sign on the door? “"
const INSCRIBED =
  /\b(?:tag-?line|slogan|motto|catch-?phrase|hashtag|headline|subject line|proverb|saying|adage)\b[^.!“”"\n]{0,24}[?:,]\s*["“]?$/i;
// – Silas Wend, A Harbour Carol
const WORK = /^, (?:A|An|The) \p{Lu}[^\n,.;]{2,60}$/u;

/**
 * Says whether words in marks are no one's speech, though a quotation holds them: a slogan that nobody is
 * told to have said, the text of a paper ("…,” it reads), or a passage out of a book.
 */
export function isNotSaid(body: string, open: number, { entity, cue, mention }: Settled): boolean {
  if (entity === null) {
    if (cue === null) return INSCRIBED.test(body.slice(Math.max(0, open - NEAR), open));
    return /^reads$/i.test(cue);
  }
  return mention !== null && isOutOfBook(body, mention.end);
}

/** A line that credits words to a work, and not to an office or a paper: "— Silas Wend, A Harbour Carol". */
function isOutOfBook(body: string, end: number): boolean {
  const line = body.indexOf("\n", end);
  const rest = body.slice(end, line < 0 ? end + 80 : Math.min(line, end + 80)).trimEnd();
  if (!WORK.test(rest) || !/[—–-]\s*[^\n,]{3,60}$/u.test(body.slice(Math.max(0, end - NEAR), end)))
    return false;
  const words = rest.toLowerCase().match(/\p{L}+/gu) ?? [];
  return !words.some(
    (word) => ROLE_NOUNS.has(word) || ORG_WORDS.has(word) || PAPER_NOUNS.has(word),
  );
}

// "He quoted the late singer to make his point: “"
const RECITES = /^ (?:quot(?:ed|es)|recit(?:ed|es)) /u;
// "perhaps in reference to Jeremiah 17:13: “"
const SCRIPTURE = /\p{Lu}\p{Ll}+ \d{1,3}: ?\d{1,3}[^.!?“”"\n]{0,80}["“]$/u;

/** Says whether words are another's, whom somebody quotes, or stand in scripture: then nobody here has said them. */
export function isRecited(body: string, start: number, mention: Range): boolean {
  const behind = body.slice(mention.end, mention.end + NEAR);
  const recites = RECITES.test(behind) && mention.end < start && !/\bas saying\b/u.test(behind);
  return recites || SCRIPTURE.test(body.slice(Math.max(0, start - NEAR * 2), start));
}

// "One stated", "A third cursed": one of several, who are somewhere else.
const NOBODY =
  /^(?:one|another|others?|the others?|parts?|some|many|most|people|a (?:second|third|fourth|fifth))$/i;

/**
 * "The Rook said", of one of the Rooks, and "W:", of whoever asks: nobody's name.
 * @param mention as the article prints it, with what stands before it
 */
export function isNoName(body: string, { name, kind }: Entity, mention: string): boolean {
  if (/^\p{L}\.?$/u.test(name) || NOBODY.test(name)) return true;
  if (kind !== "unknown" || name.includes(" ") || !/\bthe \S+$/i.test(mention)) return false;
  return new RegExp(`\\b${name.replace(/[^\p{L}\p{N}]/gu, ".")}s\\b`, "u").test(body);
}

// -- Ann Roe (aroe@tarnpost.com)
const SIGNS = /["”’']\s*(?:[—–―]|--?)\s*$/u;
const ENDS_COPY = /^\s*(?:\([^()\n]{0,60}\)\s*)?$/u;

/**
 * Says whether the name behind a dash signs the report, and not the words in marks before it: it ends the copy, and
 * the paragraph has more than these words.
 */
export function isSigned(body: string, start: number, { start: from, end }: Range): boolean {
  if (from < start || !SIGNS.test(body.slice(Math.max(0, from - NEAR / 2), from))) return false;
  if (!ENDS_COPY.test(body.slice(end, end + NEAR * 3))) return false;
  const line = body.slice(body.lastIndexOf("\n", start) + 1, start);
  return /\p{L}/u.test(line);
}
