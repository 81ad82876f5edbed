import type { Token } from "./token.ts";
import { DAYS_AND_MONTHS, isFunctionWord, PREPOSITIONS } from "./word-class.ts";

/** Months that people are called by. */
export const FIRST_NAMES: ReadonlySet<string> = new Set(
  "jan jun mar june april may august".split(" "),
);
/** Letters behind a name that are no part of it: "Ruth Lomax KC". */
export const POST_NOMINALS: ReadonlySet<string> = new Set(
  "kc qc obe mbe cbe kbe phd md esq frs".split(" "),
);

/** Words before a day or a month: "Next May" names nobody. */
const DATING: ReadonlySet<string> = new Set(
  "next last late early mid this every each since until by in on from come".split(" "),
);
/** Adverbs that no given name looks like: "Eventually", not "Beverly". */
const SURE_ADVERB =
  /^\p{L}{3,}(?:ually|ically|onally|inally|ately|ously|ently|antly|ibly|ably|edly|ingly|fully|ively)$/u;

/** Says whether a word in lower case is such an adverb. */
export function isSureAdverb(lower: string): boolean {
  return lower.endsWith("ly") && SURE_ADVERB.test(lower);
}

/** "Spanish-speaking", "London-based": tells of what kind someone is; but not "Xiao-ming". */
const KIND_OF =
  /-(?:\p{L}{3,}(?:ing|ed)|born|made|led|run|held|owned|based|built|backed|style|era|wide|year-old)$/u;

/** Says whether a token may be a part of a name by its own looks. */
export function isNamePart(token: Token | undefined): boolean {
  if (token === undefined || token.kind !== "word") return false;
  if (POST_NOMINALS.has(token.lower) || isSureAdverb(token.lower)) return false;
  if (token.lower.includes("-") && KIND_OF.test(token.lower)) return false;
  // "Sonya A. Hale": an initial, and no article.
  if (token.capital && token.lower === "a" && token.end - token.start === 2) return true;
  return (
    token.capital &&
    !isFunctionWord(token.lower) &&
    !(token.lower.includes("'") && /^i'|'(?:s|re|ve|ll|d|m|t)$/u.test(token.lower))
  );
}

/** "said June Park", "Jun Reyes, 52"; but not "in June Ann Park said" nor "late May Day". */
export function isFirstName(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  const next = tokens[at + 1];
  if (!isNamePart(next) || DAYS_AND_MONTHS.has(next?.lower ?? "")) return false;
  if (before === undefined || PREPOSITIONS.has(before.lower)) return false;
  return (
    !/^(?:late|early|mid|last|next|this|every|and|or|to)$/u.test(before.lower) &&
    before.kind !== "number"
  );
}

/** Will: a verb, or a name where it has a capital. */
export function isWill({ lower, capital }: Token): boolean {
  return capital && lower === "will";
}

/** "Next May", "Early March", "Last Friday": a time, though its first word has a capital. */
export function opensDate(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1]?.lower ?? "";
  return DATING.has(tokens[at]?.lower ?? "") && DAYS_AND_MONTHS.has(next);
}
