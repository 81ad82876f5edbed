import { wordsText } from "#core/digest/topic.ts";
import { parseTopic } from "#core/digest/topic-parse.ts";
import { isNumberWord } from "#core/text/figure-number.ts";
import { isFunctionWord } from "#core/text/word-class.ts";
import { type Piece, piecesOf } from "./piece.ts";

/** What somebody wants more or less of. */
export interface WishTopic {
  /** As digests and alerts take it: `cricket OR rugby`; empty for everything. */
  readonly text: string;
  /** What was typed and is not looked for, in its order. */
  readonly leftOut: readonly string[];
}

const NEWS =
  "(?:news|updates?|developments?|stories|story|articles?|reports?|coverage|headlines?|information|pieces?|items?|posts?|copy|anything|something|everything|stuff|things?)";
// Reads: there is any news about · anything happens in · something new on · the latest on · about
const LEAD = new RegExp(
  "^(?:(?:there(?:'s| is| are| will be)|(?:you|we) (?:have|get|hear|see|find)) )?" +
    `(?:(?:(?:any|some|all|the|more|further|new|fresh|latest|breaking|every) )*(?:${NEWS}|latest|all)(?: (?:new|else|more|that|which))?` +
    "(?: (?:happens?|comes?(?: in| up| out)?|breaks?|changes|is (?:posted|published|filed|reported)|appears?|arrives?|develops))?" +
    "(?: (?:about|on|of|in|with|from|regarding|concerning|around|at|to|for|mentions?|mentioning))? |(?:about|on|of|with|regarding|concerning|for) )+",
  "iu",
);
// Reads: celebrity news · sport stories
const TRAIL = new RegExp(
  `(?<=\\S) (?:${NEWS.replace("anything|something|everything|", "")})$`,
  "iu",
);
const EVERYTHING =
  /^(?:(?:of|about|on|with) )?(?:all|every|the )*\b ?(?:everything|all|(?:the )?(?:news|headlines|stories|articles))$/iu;
/** Somebody writes the language of topics. */
const WRITTEN = /["“”()*:<>]|\b(?:OR|AND|NOT)\b/u;
/** Reads: -ferry, which topics write as NOT ferry. */
const EXCLUDES = /(?<!\S)[-−–]["“\p{L}\p{N}]/u;

/**
 * Reads what a wish is about as a digest's topic. Words alone must all stand in an article; a list of single words, or one
 * with "or", asks for any of them.
 * @returns `null` where it names nothing
 */
export function wishTopic(text: string): WishTopic | null {
  const trimmed = text.trim().replace(/^[,:–—-] ?|[,:;.!?…]+$/gu, "");
  if (trimmed === "" || EVERYTHING.test(trimmed)) return { text: "", leftOut: [] };
  const about = trimmed.replace(LEAD, "").replace(TRAIL, "");
  if (WRITTEN.test(about) && !EXCLUDES.test(about)) {
    const reading = parseTopic(about);
    if (reading.ok) return { text: about, leftOut: [] };
  }
  const pieces = piecesOf(about);
  const kept = pieces.filter((piece, at) => !isDropped(piece, at));
  if (kept.length === 0) return null;
  const leftOut = pieces
    .filter((piece, at) => isDropped(piece, at) && !JOINS.test(piece.lower))
    .map((piece) => piece.text);
  const read = expression(pieces);
  return parseTopic(read).ok ? { text: read, leftOut } : null;
}

const JOINS = /^(?:and|or)$/u;

function isDropped({ lower, text, capital, marked }: Piece, at: number): boolean {
  if (marked || isNumberWord(lower) || !isFunctionWord(lower)) return false;
  // "US" and "May" name somebody; what begins a line with a capital does not.
  return !(capital && (at > 0 || /^\p{Lu}{2,}$/u.test(text)));
}

/** Reads: cricket, rugby and golf · storm velsk or flood · the Hormuz crisis */
function expression(pieces: readonly Piece[]): string {
  const parts: Piece[][] = [[]];
  const joins: string[] = [];
  for (const [at, piece] of pieces.entries()) {
    const part = parts.at(-1) ?? [];
    if (!piece.marked && JOINS.test(piece.lower)) {
      if (part.length === 0) continue;
      joins.push(piece.lower);
      parts.push([]);
      continue;
    }
    if (!isDropped(piece, at)) part.push(piece);
    if (piece.ends && at < pieces.length - 1 && part.length > 0) {
      joins.push(",");
      parts.push([]);
    }
  }
  const filled = parts.filter((part) => part.length > 0);
  const isList = filled.length > 1 && filled.every((part) => part.length === 1) && !isPair(pieces);
  const isEither = isList || (joins.includes("or") && !joins.includes("and"));
  return filled.map((part) => part.map(written).join(" ")).join(isEither ? " OR " : " ");
}

/** "Between Russia and Ukraine": both are meant. */
function isPair(pieces: readonly Piece[]): boolean {
  return pieces.some(({ lower }) => lower === "between" || lower === "both");
}

function written({ raw, text, marked }: Piece): string {
  const words = wordsText({ text, prefix: false });
  return marked && /^[-−–]/u.test(raw) ? `NOT ${words}` : words;
}
