import { PLURAL_TITLES, ROLE_NOUNS, TRADE } from "#core/text/role-lexicon.ts";
import type { Range } from "#core/text/text.ts";
import type { Token } from "#core/text/token.ts";
import { isFunctionWord } from "#core/text/word-class.ts";

export function isRoleNoun({ lower, capital }: Token): boolean {
  return isRoleWord(lower) || (!capital && TRADE.test(lower));
}

export function isRoleWord(lower: string): boolean {
  const word = bare(lower);
  if (ROLE_NOUNS.has(word)) return true;
  if (!word.includes("-")) return false;
  // "the attorney-owner": both halves are offices or trades.
  const halves = word.split("-");
  return (
    ROLE_NOUNS.has(word.replace(/^(?:co|ex|vice|sub)-/u, "")) ||
    halves.every((half) => ROLE_NOUNS.has(half))
  );
}

export function isPluralTitle(lower: string): boolean {
  return PLURAL_TITLES.has(bare(lower));
}

/** "US President", "WHO chief": letters, and no pronoun. */
export function isLetters(body: string, { start, end }: Token): boolean {
  return end - start <= LONGEST_LETTERS && LETTERS.has(body.slice(start, end));
}

const LETTERS: ReadonlySet<string> = new Set(["US", "WHO", "IT"]);
const LONGEST_LETTERS = 3;

export function bare(lower: string): string {
  return lower.endsWith(".") ? lower.slice(0, -1) : lower;
}

export function rangeOf(tokens: readonly Token[], first: number, last: number): Range | null {
  const start = tokens[first]?.start;
  const end = tokens[last]?.end;
  return start === undefined || end === undefined || first > last ? null : { start, end };
}

/** "the dockers' shop steward" */
export function isPluralOwner(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  const mark = tokens[at];
  if (before === undefined || !/^['’]$/u.test(mark?.lower ?? "")) return false;
  return before.end === mark?.start && before.lower.endsWith("s");
}

/** "a net mender who was asleep": what a lone trade in small letters looks like, behind its article. */
export function isTrade(tokens: readonly Token[], at: number): boolean {
  const word = tokens[at];
  const next = tokens[at + 1];
  if (word === undefined || word.kind !== "word" || word.capital) return false;
  if (!/\p{L}{3}(?:er|or|ist|eer|ian|smith|wright|monger)$/u.test(word.lower)) return false;
  if (THINGS.has(word.lower) || isFunctionWord(word.lower)) return false;
  const article = tokens
    .slice(Math.max(0, at - 5), at)
    .some(({ lower, kind }) => kind === "possessive" || /^(?:an?|another)$/u.test(lower));
  return article && (next === undefined || next.kind === "mark" || ENDS_TRADE.test(next.lower));
}

const ENDS_TRADE = /^(?:who|whose|at|of|from|in|for|with|on|and)$/u;
/** Words that look like trades and are things. */
export const THINGS: ReadonlySet<string> = new Set(
  `number tower paper letter centre center water weather order border computer newspaper power chapter
  corner winter summer october matter disaster career motor tractor factor sector error mirror harbor
  floor door trawler tanker freighter thriller bestseller river fever liver father-figure carrier
  steamer cruiser clipper schooner bomber fighter helicopter cancer tumor tumour order quarter
  semester trailer charter register theater laughter dinner supper gutter rubber copper silver
  leather feather over under after ever never either other another better longer former latter`.split(
    /\s+/,
  ),
);

/** The determiner, or the owner, behind "is" or "is also"; `null` where another thing stands there. */
export function behindCopula(tokens: readonly Token[], is: number): number | null {
  const at = /^(?:also|now|currently)$/u.test(tokens[is + 1]?.lower ?? "") ? is + 2 : is + 1;
  const next = tokens[at];
  if (next === undefined) return null;
  return next.capital || /^(?:an?|the)$/u.test(next.lower) ? at : null;
}
