import { adjoins, type NameRun } from "#core/text/name.ts";
import { ORG_WORDS } from "#core/text/role-lexicon.ts";
import type { Range } from "#core/text/text.ts";
import type { Token } from "#core/text/token.ts";
import { rangeOf } from "./role-noun.ts";

const LONGEST = 14;
const LINK = /^(?:of|for|and|the|&|at|in|on)$/u;

/**
 * "said Ann Roe, of the Harbour Institute at Tarn College.": the body that she speaks of a thing for, where no
 * office stands beside her name. But: "Ann Roe, of Tarn, said".
 */
export function bodyBehind(body: string, tokens: readonly Token[], run: NameRun): Range | null {
  const comma = run.last + 1;
  if (run.last === run.name || tokens[comma]?.lower !== ",") return null;
  if (!/^(?:of|from|at|with)$/u.test(tokens[comma + 1]?.lower ?? "")) return null;
  const first = comma + (tokens[comma + 2]?.lower === "the" ? 3 : 2);
  if (tokens[first]?.capital !== true) return null;
  let last = first;
  let isBody = false;
  for (let at = first; at < first + LONGEST; at += 1) {
    const word = tokens[at];
    if (word === undefined || word.kind === "mark") break;
    if (at > first && !adjoins(body, tokens[at - 1], word)) break;
    if (!word.capital && !LINK.test(word.lower)) return null;
    isBody ||= word.capital && ORG_WORDS.has(word.lower);
    last = at;
  }
  const stop = tokens[last + 1];
  const isClosed = stop !== undefined && /^[,.]$/u.test(stop.lower);
  return isBody && isClosed && tokens[last]?.capital === true ? rangeOf(tokens, first, last) : null;
}

const BY_LETTERS = /(?<![\p{L}.’'-])(?<owner>\p{Lu}{3,5}(?: \p{Lu}\p{Ll}+)?)['’]s $/u;
const COUNTRY = /^(?:USA|UAE|DRC|USSR|GDR)\b/u;

/** "said TWA's Ann Roe": the body in letters whose she is. */
export function lettersBefore(body: string, run: NameRun, tokens: readonly Token[]): Range | null {
  const start = tokens[run.first]?.start ?? 0;
  if (tokens[run.first - 1]?.kind !== "possessive" || run.last === run.name) return null;
  const owner = BY_LETTERS.exec(body.slice(Math.max(0, start - 30), start))?.groups?.owner;
  if (owner === undefined || COUNTRY.test(owner)) return null;
  return { start: start - 3 - owner.length, end: start - 3 };
}

const FOREIGN =
  /(?<![\p{L}’'-])(?<office>(?:\p{Lu}{2,4} |\p{Lu}\p{Ll}+ )?(?:chef de mission|charg[ée] d['’]affaires|directeur sportif|maître d['’]hôtel)),? $/iu;

/** "chef de mission Ann Roe": an office of several words, none of which is a trade by itself. */
export function foreignBefore(body: string, tokens: readonly Token[], run: NameRun): Range | null {
  const end = tokens[run.first]?.start ?? 0;
  const found = FOREIGN.exec(body.slice(Math.max(0, end - 50), end));
  const office = found?.groups?.office;
  if (found === null || office === undefined) return null;
  const start = end - found[0].length;
  return { start, end: start + office.length };
}

const MINISTRY =
  /(?:^|[.!?”"\n]\s*|^\d+\.? |\n\d+\.? |\b[Tt]he )(?<office>(?:\p{Lu}[\p{L}-]+(?:['’]s)? ){0,4}(?:Minister|Secretary|Commissioner) (?:of|for) (?:the )?(?:\p{Lu}\p{L}+,? ){0,8}(?:and|&) (?:the )?\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)?(?:,? and (?:\p{Lu}\p{L}+ ){0,3}(?:Minister|Secretary) (?:of|for) (?:the )?\p{Lu}\p{L}+(?:(?: and| &)? \p{Lu}\p{L}+){0,3})?), $/u;
const FURTHEST = 160;

/** "Orva’s Minister for Lakes, Forests and Parks, Ann Roe said": the commas are the office's own. */
export function ministryBefore(body: string, tokens: readonly Token[], run: NameRun): Range | null {
  const end = tokens[run.first]?.start ?? 0;
  const comma = tokens[run.first - 1];
  if (comma?.lower !== ",") return null;
  const from = Math.max(0, end - FURTHEST);
  const found = MINISTRY.exec(body.slice(from, end))?.groups?.office;
  return found === undefined ? null : { start: end - 2 - found.length, end: comma.start };
}
