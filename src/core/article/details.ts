import { figureLabel } from "#core/text/figure-label.ts";
import { tokensOf, type WordToken } from "#core/text/token-of.ts";
import { type Alignment, alignWords, type Hunk } from "./word-diff.ts";

/** A figure that moved: `killed: 12 → 15`. */
export interface FigureMove {
  readonly label: string;
  readonly before: WordToken;
  readonly after: WordToken;
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
  readonly old: readonly WordToken[];
  readonly now: readonly WordToken[];
  readonly alignment: Alignment;
}

const NO_NAME =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december|the|a|an|in|on|at|but|and|he|she|it|they|we|i|his|her|their|this|that|two|three)$/iu;
const NEGATION = /^(?:no|not|never|none|nobody|without|neither|nor|\p{L}+n['’]t|denied|false)$/iu;
const MOST_NAME_WORDS = 4;
const MOST_EDITS = 2;

/** Figures that moved in one sentence, where nothing else of weight has changed in it. */
export function figureMoves(before: string, after: string): readonly FigureMove[] {
  const pair = pairOf(before, after);
  if (pair === null || !pair.alignment.hunks.every((hunk) => isSoft(pair, hunk))) return [];
  return pair.alignment.same.flatMap(([from, to]) => {
    const [was, is] = [pair.old[from], pair.now[to]];
    if (was?.value == null || is?.value == null || was.value === is.value) return [];
    const unit = is.key.slice(1);
    const label = figureLabel(before, was.start, was.end, unit);
    const same = label !== null && label === figureLabel(after, is.start, is.end, unit);
    return same ? [{ label, before: was, after: is }] : [];
  });
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
  const [old, now] = [tokensOf(before), tokensOf(after)];
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
  return [...removed, ...added].every(({ key, value }) => value === null && SOFT.has(key));
}

/** "12 killed" has become "15 killed and 3 injured": what is added counts another thing. */
function isAnotherCount([and, figure, ...others]: readonly WordToken[]): boolean {
  if (and?.key !== "and" || figure?.value == null) return false;
  return others.every(
    ({ text, value }) => value === null && /^\p{Ll}/u.test(text) && !NEGATION.test(text),
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
  tokens: readonly WordToken[],
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

function joins(
  sentence: string,
  one: WordToken | undefined,
  other: WordToken | undefined,
): boolean {
  if (one === undefined || other === undefined || !isNameWord(one) || !isNameWord(other))
    return false;
  return /^\.? $/u.test(sentence.slice(one.end, other.start));
}

function isNameWord({ text, value }: WordToken): boolean {
  return value === null && /^\p{Lu}/u.test(text) && !NO_NAME.test(text);
}

/** Levenshtein's distance of two names. */
function editsBetween(one: string, other: string): number {
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
