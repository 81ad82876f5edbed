import type { Figure } from "#core/text/figure.ts";
import { isNumberWord } from "#core/text/figure-number.ts";
import { labelOf } from "#core/text/measured.ts";
import { DAYS_AND_MONTHS, isFunctionWord } from "#core/text/word-class.ts";
import { type Piece, piecesOf } from "./pieces.ts";
import { statesWhole } from "./whole.ts";
import { type Alignment, alignWords, type Hunk } from "./word-diff.ts";

/** A figure that moved: `killed: 12 → 15`. */
export interface FigureMove {
  readonly label: string;
  readonly before: Figure;
  readonly after: Figure;
}

/** A name that is written otherwise now. */
export interface NameChange {
  readonly before: string;
  readonly after: string;
  /** Only a few letters of it have changed. */
  readonly isSpelling: boolean;
}

/** A sentence as it was and as it is, its words aligned. */
interface Pair {
  readonly before: string;
  readonly after: string;
  readonly old: readonly Piece[];
  readonly now: readonly Piece[];
  readonly alignment: Alignment;
}

const NEGATION = /^(?:no|not|never|none|nobody|without|neither|nor|\p{L}+n['’]t|denied|false)$/iu;
const MOST_NAME_WORDS = 4;
const MOST_EDITS = 2;

/** Figures that moved in one sentence, where nothing else of weight has changed in it. */
export function figureMoves(before: string, after: string): readonly FigureMove[] {
  const pair = pairOf(before, after);
  if (pair === null || !pair.alignment.hunks.every((hunk) => isSoft(pair, hunk))) return [];
  return pair.alignment.same.flatMap(([from, to]) => {
    const [was, is] = [pair.old[from]?.figure, pair.now[to]?.figure];
    if (was == null || is == null || was.value === is.value) return [];
    const label = certainLabel(before, was);
    const same = label !== null && label === certainLabel(after, is);
    return same ? [{ label, before: was, after: is }] : [];
  });
}

/** What a figure counts as a whole; `null` where it may count a part, a rise or another time. */
function certainLabel(sentence: string, figure: Figure): string | null {
  return statesWhole(sentence, figure) ? labelOf(sentence, figure) : null;
}

/** Of the words of the longer sentence so many stand in both, in the same order. */
const MOST_REWORDED = 0.75;

/** Says whether a sentence stayed but for a word or two, which may make it count another thing. */
export function nearlyStayed(before: string, after: string): boolean {
  const pair = pairOf(before, after);
  if (pair === null) return false;
  const longest = Math.max(pair.old.length, pair.now.length);
  return pair.alignment.same.length >= longest * MOST_REWORDED;
}

/** Names that are written otherwise in a sentence whose other words stayed. */
export function nameChanges(before: string, after: string): readonly NameChange[] {
  const pair = pairOf(before, after);
  if (pair === null) return [];
  const hard = pair.alignment.hunks.filter((hunk) => !isSoft(pair, hunk));
  const names = hard.map((hunk) => nameChange(pair, hunk));
  const certain = names.filter((name) => name !== null);
  return certain.length === names.length ? certain : [];
}

function pairOf(before: string, after: string): Pair | null {
  const [old, now] = [piecesOf(before), piecesOf(after)];
  const alignment = alignWords(
    old.map(({ key }) => key),
    now.map(({ key }) => key),
  );
  return alignment === null ? null : { before, after, old, now, alignment };
}

/** Words that come and go without making it another thing that is said: "at least", "have", "rose". */
const SOFT = new Set(
  `a an the about almost around approximately nearly some over more than at least up to as many only just now so far
  already also still has have had is are was were be been being it its this that of by in on and but
  rise rises rose risen rising climb climbs climbed climbing increase increased jump jumped jumps grow grew grown reach reached
  stood stands said says say saying according police officials authorities confirm confirmed confirms reported
  reportedly people persons person later earlier today yesterday late early`.split(/\s+/u),
);

function isSoft({ old, now }: Pair, { from, gone, to, fresh }: Hunk): boolean {
  const removed = old.slice(from, from + gone);
  const added = now.slice(to, to + fresh);
  if (gone === 0 && isAnotherCount(added)) return true;
  return [...removed, ...added].every(({ key, figure }) => figure === null && SOFT.has(key));
}

/** "12 killed" has become "15 killed and 3 injured": what is added counts another thing. */
function isAnotherCount([and, count, ...others]: readonly Piece[]): boolean {
  if (and?.key !== "and" || count?.figure == null) return false;
  return others.every(
    ({ text, figure }) => figure === null && /^\p{Ll}/u.test(text) && !NEGATION.test(text),
  );
}

function nameChange(pair: Pair, hunk: Hunk): NameChange | null {
  const { old, now } = pair;
  if (hunk.gone === 0 || hunk.fresh === 0) return null;
  const was = nameAround(pair.before, old, hunk.from, hunk.gone);
  const is = nameAround(pair.after, now, hunk.to, hunk.fresh);
  if (was === null || is === null) return null;
  const edits = editsBetween(was.toLowerCase(), is.toLowerCase());
  return { before: was, after: is, isSpelling: edits <= MOST_EDITS };
}

/** The whole name of which these words are part; `null` where they are none, or only begin a sentence. */
function nameAround(
  sentence: string,
  tokens: readonly Piece[],
  from: number,
  count: number,
): string | null {
  if (!tokens.slice(from, from + count).every(isNameWord)) return null;
  let [first, last] = [from, from + count - 1];
  while (joins(sentence, tokens[first - 1], tokens[first])) first -= 1;
  while (joins(sentence, tokens[last], tokens[last + 1])) last += 1;
  const [start, end] = [tokens[first]?.start, tokens[last]?.end];
  const words = last - first + 1;
  if (start === undefined || end === undefined || words > MOST_NAME_WORDS) return null;
  if (first === 0 && words === 1) return null;
  const name = sentence.slice(start, end);
  return /^[\p{L}\p{M}'’. -]+$/u.test(name) ? name : null;
}

function joins(sentence: string, one: Piece | undefined, other: Piece | undefined): boolean {
  if (one === undefined || other === undefined || !isNameWord(one) || !isNameWord(other))
    return false;
  return /^\.? $/u.test(sentence.slice(one.end, other.start));
}

function isNameWord({ text, key, figure }: Piece): boolean {
  const isWord = isFunctionWord(key) || DAYS_AND_MONTHS.has(key) || isNumberWord(key);
  return figure === null && /^\p{Lu}/u.test(text) && !isWord;
}

/** Levenshtein's distance of two names. */
export function editsBetween(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let at = 1; at <= one.length; at += 1) {
    const next = [at];
    for (let to = 1; to <= other.length; to += 1) {
      const swap = (row[to - 1] ?? 0) + (one.charAt(at - 1) === other.charAt(to - 1) ? 0 : 1);
      next.push(Math.min(swap, (row[to] ?? 0) + 1, (next[to - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
