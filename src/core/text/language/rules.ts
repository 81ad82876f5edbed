import { runsOf } from "../letters.ts";
import { ARABIC } from "./arabic.ts";
import { DUTCH } from "./dutch.ts";
import { FRENCH } from "./french.ts";
import { GERMAN } from "./german.ts";
import { ITALIAN } from "./italian.ts";
import { POLISH } from "./polish.ts";
import { PORTUGUESE } from "./portuguese.ts";
import { RUSSIAN } from "./russian.ts";
import { SPANISH } from "./spanish.ts";
import { type LanguageTable, words } from "./table.ts";
import { TURKISH } from "./turkish.ts";
import { URDU } from "./urdu.ts";

const TABLES: ReadonlyMap<string, LanguageTable> = new Map(
  [SPANISH, FRENCH, GERMAN, ITALIAN, PORTUGUESE, DUTCH, POLISH, TURKISH, RUSSIAN, ARABIC, URDU].map(
    (table) => [table.code, table],
  ),
);

/**
 * By which rules a body is read: the rules of English, a language's table, or its marks alone, when
 * nobody is named.
 */
export type LanguageRules =
  | { readonly by: "english" }
  | { readonly by: "table"; readonly table: LanguageTable }
  | { readonly by: "marks" };

/** The small words of English that hardly any other language prints. */
const ENGLISH = words(
  `the of and to that for with by from has have had are were will would which who his they this been said says it
  was at not but he she their be as is you we our my your i`,
);
const SAMPLE = 4000;
/** Shorter copy has too few words to tell anything: a headline, a line of sport. */
const FEWEST_WORDS = 25;
/** The share of small words that copy has in its own language, and that it never has in another. */
const SMALL_SHARE = 0.08;
const FOREIGN_SHARE = 0.15;
/** As much of a text as tells that it is English, and the share of small words that does. */
const OPENING = 600;
const SURE_SHARE = 0.2;
/** One word again and again is no language: a table, a list. */
const FEWEST_SMALL = 6;

/** Says by which rules a body is read, whose language is `language` in BCP 47, or not known. */
export function rulesFor(language: string | null, body: string): LanguageRules {
  const code = language?.split("-", 1)[0]?.toLowerCase();
  // What is not told is read as English only where it looks so, and what is stated to be English may be none.
  if (code === undefined) return { by: readsAsEnglish(body) ? "english" : "marks" };
  if (code === "en") return { by: readsAsAnother(body) ? "marks" : "english" };
  const table = TABLES.get(code);
  return table === undefined ? { by: "marks" } : { by: "table", table };
}

/** The table that a body is read by; `null` for English and where there is none. */
export function tableOf(rules: LanguageRules): LanguageTable | null {
  return rules.by === "table" ? rules.table : null;
}

function readsAsEnglish(body: string): boolean {
  const found = wordsOf(body);
  if (found.filter((word) => /^\p{Script=Latin}/u.test(word)).length * 2 < found.length)
    return false;
  return found.length < FEWEST_WORDS || shareOf(found, ENGLISH) >= SMALL_SHARE;
}

function readsAsAnother(body: string): boolean {
  // Most copy shows by its opening that it is English, and needs no second look.
  if (shareOf(wordsOf(body.slice(0, OPENING)), ENGLISH) >= SURE_SHARE) return false;
  const found = wordsOf(body);
  const english = shareOf(found, ENGLISH);
  if (found.length < FEWEST_WORDS || english >= SMALL_SHARE) return false;
  return [...TABLES.values()].some(({ openers, prepositions }) => {
    const small = found.filter((word) => openers.has(word) || prepositions.has(word));
    const share = small.length / found.length;
    return share >= FOREIGN_SHARE + english && new Set(small).size >= FEWEST_SMALL;
  });
}

function wordsOf(body: string): readonly string[] {
  return runsOf(body.slice(0, SAMPLE).toLowerCase(), "letter or mark");
}

function shareOf(found: readonly string[], small: ReadonlySet<string>): number {
  return found.filter((word) => small.has(word)).length / Math.max(1, found.length);
}
