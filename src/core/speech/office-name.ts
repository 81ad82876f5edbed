import type { NameRun } from "#core/text/name.ts";
import { OFFICE_DOMAINS, ROLE_NOUNS } from "#core/text/role-lexicon.ts";
import type { Token } from "#core/text/token.ts";
import { DETERMINERS } from "#core/text/word-class.ts";
import { genderOfName } from "./given-name.ts";

/** Ranks that people are called by: Marshal Quill, Dean Orr. */
const GIVEN_TOO: ReadonlySet<string> = new Set("marshal dean duke earl".split(" "));

/**
 * "Marshal Quill", where nobody is called a marshal: his given name, and no rank.
 *
 * @param lowered the words that the article has in small letters, too
 */
export function withGivenName(
  lowerOf: (token: number) => string,
  run: NameRun,
  lowered: ReadonlySet<string>,
): NameRun {
  const { first, last, role } = run;
  const given = lowerOf(first);
  if (role !== first || last !== first + 1 || !GIVEN_TOO.has(given)) return run;
  if (lowered.has(given) || lowerOf(first - 1) === "the") return run;
  return { ...run, name: first, role: first - 1 };
}

/** "King said", where Wayne King is known: his surname, and no king. */
export function withSurname(
  lowerOf: (token: number) => string,
  run: NameRun,
  surnames: ReadonlySet<string>,
): NameRun {
  const { first, last, name } = run;
  const isOffice = name <= last || first !== last || lowerOf(first - 1) === "the";
  if (isOffice || !surnames.has(lowerOf(first))) return run;
  return { ...run, name: first, role: first - 1 };
}

/**
 * "John Legend", where he stands as "Legend" elsewhere, and nobody is called a legend: his surname, and no
 * trade. A given name goes before it, so that "Chase Manager" is none.
 *
 * @param called what `callsAlone` found
 */
export function withTradeSurname(
  lowerOf: (token: number) => string,
  run: NameRun,
  called: ReadonlySet<string>,
): NameRun {
  const { first, last, name, role } = run;
  if (name <= last || role !== last || last - first > 2 || last === first) return run;
  const isCalled = called.has(lowerOf(last));
  const isGiven = genderOfName(`${lowerOf(first)} ${lowerOf(last)}`) !== "unknown";
  return isCalled && isGiven ? { ...run, name: first, role: first - 1 } : run;
}

const LINKS_OFFICE = /^(?:of|for|in|from|to|and|&)$/u;
const FURTHEST_OFFICE = 8;

/**
 * "U.S. Attorney for Velmark Joshua Levy", "Dean for Student Life Larry G. Benedict": where an office and its
 * field stand before a given name, the name begins there, and what stands before it is the office's.
 */
export function withoutField(tokens: readonly Token[], run: NameRun): NameRun {
  const { first, last, name } = run;
  if (name === first && isField(tokens, run))
    return { ...run, first: first + 1, name: first + 1, role: first };
  for (let at = first; at < last; at += 1) {
    if (!isGivenAt(tokens, at)) continue;
    const inside = at > first && opensField(tokens, first, at);
    if (at === name || !(inside || opensField(tokens, first - FURTHEST_OFFICE, at))) return run;
    return inside
      ? { ...run, name: at, role: at - 1 }
      : { ...run, first: at, name: at, role: at - 1 };
  }
  return run;
}

/**
 * "Attorney for the District of Velmark [Joshua Levy]", "director of Tide Watch [Seo-jun Han]": the noun of the office
 * whose field runs up to a name, by its token; `null` where none does.
 */
export function officeOfField(tokens: readonly Token[], first: number): number | null {
  if (tokens[first - 1]?.capital !== true) return null;
  const afterField = isField(tokens, { first: first - 1, last: first + 1 });
  if (!afterField && !isGivenAt(tokens, first)) return null;
  for (let at = first - 1; at > first - FURTHEST_OFFICE && at >= 0; at -= 1) {
    const word = tokens[at];
    const next = tokens[at + 1]?.lower ?? "";
    if (word?.kind !== "word") return null;
    if (at < first - 2 && ROLE_NOUNS.has(word.lower)) return LINKS_SEAT.test(next) ? at : null;
    if (!word.capital && !LINKS_FIELD.test(word.lower)) return null;
  }
  return null;
}

const LINKS_SEAT = /^(?:of|for|from|to)$/u;
const LINKS_FIELD = /^(?:of|for|in|from|to|and|the)$/u;

/** "Minister of State for [Finance Shavi Semara]": what a ministry is for is no given name. */
function isField(
  tokens: readonly Token[],
  { first, last }: Pick<NameRun, "first" | "last">,
): boolean {
  if (last - first < 2 || !OFFICE_DOMAINS.has(tokens[first]?.lower ?? "")) return false;
  const office = tokens.slice(Math.max(0, first - LONGEST_SEAT), first);
  return office.at(-1)?.lower === "for" && office.some(({ lower }) => SEATS.test(lower));
}
const LONGEST_SEAT = 4;
const SEATS = /^(?:minister|secretary|undersecretary|commissioner|spokes(?:man|woman|person))$/u;

/** "Dean for Student Life", "Attorney for the District of Velmark": an office, and behind it of what. */
function opensField(tokens: readonly Token[], from: number, to: number): boolean {
  const before = tokens.slice(Math.max(0, from), to);
  const link = before.findLastIndex(({ lower }) => LINKS_OFFICE.test(lower));
  const field = before.slice(link + 1).filter(({ lower }) => lower !== "the");
  const isField = link > 0 && field.length > 0 && field.every(({ capital }) => capital);
  // "Orva director of Tide Watch Seo-jun Han"
  const office = ROLE_NOUNS.has(before[link - 1]?.lower ?? "");
  const led = before.slice(0, link).some(({ lower, capital }) => capital && ROLE_NOUNS.has(lower));
  return isField && (office || led);
}

/** "Larry Moe", "Larry G. Moe": a given name with the name behind it. */
function isGivenAt(tokens: readonly Token[], at: number): boolean {
  const [given, next] = [tokens[at], tokens[at + 1]];
  const behind = next?.lower.length === 1 && next.capital ? tokens[at + 2] : next;
  if (given?.capital !== true || behind?.capital !== true) return false;
  // "Seo-jun Han"
  if (/^\p{L}{2,6}-\p{L}{2,6}$/u.test(given.lower)) return true;
  return genderOfName(`${given.lower} ${behind.lower}`) !== "unknown";
}

/** "Legend said", and neither "the Legend" nor "Governor Ann Roe": a trade's noun that stands as a name does. */
export function callsAlone(tokens: readonly Token[], at: number): boolean {
  const [before, word, next] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (word?.capital !== true || !ROLE_NOUNS.has(word.lower)) return false;
  if (next?.kind === "mark" || next?.capital === true) return false;
  return before?.kind !== "word" || (!before.capital && !DETERMINERS.has(before.lower));
}
