import type { Range } from "#core/text/text.ts";
import { isBeside, isWord, lowerAt, type Page } from "./table-page.ts";

/** A name that stands in an article; offsets in the body, token indexes inclusive. */
export interface PlainName extends Range {
  readonly name: string;
  readonly first: number;
  readonly last: number;
  /** Stands behind an office, a trade or "Mrs". */
  readonly titled: boolean;
}

const LONGEST = 8;
const MOST_WORDS = 4;
/** Agencies pass on what others say. */
const AGENCY =
  /^(?:efe|afp|reuters|ap|ansa|dpa|pap|aa|aa'ya|lusa|tass|тасс|риа|интерфакс|interfax|belga|anp|apa|iha|dha|europa|press)$/u;
// Ministerialities, and endings of what is inflected: "powiedział Janowi", "сказал Путину".
const OBLIQUE = /(?:owi|emu|ego|iej|ym|imi|ą|ę|у|ю|ом|ем|ым|им|ой|ого|его|ому|ему|ах|ях)$/u;
const MEN_OTHERWISE =
  /^(?:kuba|barnaba|cezary|jerzy|konstanty|antoni|ignacy|maurycy|wincenty|walery|jeremi|ambroży|hilary|юрий|никита|илья|фома|лука|савва|кузьма|данила|гаврила|бонавентура|миша|саша|дима|паша|лёша|коля|ваня|женя|гоша)$/u;
const MAN = /[bcdfghjklłmnńprsśtwzźżбвгджзйклмнпрстфхцчшщь]$/u;
const OF_A_WOMAN = /(?:ła|ла|лась|tła)$/u;
const OF_A_MAN = /(?:ł|л|лся)$/u;

/** Index of the last token of the run of capitalised words that opens at a token; `null` for none. */
export function runEnd(page: Page, first: number, limit: number): number | null {
  if (!isCapital(page, first)) return null;
  let last = first;
  while (last + 1 < limit && last - first < LONGEST && isBeside(page, last)) {
    if (isCapital(page, last + 1)) last += 1;
    else {
      let next = last + 1;
      while (
        next - last < 4 &&
        page.table.particles.has(lowerAt(page, next)) &&
        isBeside(page, next)
      )
        next += 1;
      if (next === last + 1 || next >= limit || !isCapital(page, next)) break;
      last = next;
    }
  }
  return last;
}

/** Index of the first token of the run that ends at a token; `null` for none. */
export function runStart(page: Page, last: number, limit: number): number | null {
  if (!isCapital(page, last)) return null;
  let first = last;
  while (first - 1 >= limit && last - first < LONGEST && isBeside(page, first - 1)) {
    if (isCapital(page, first - 1)) first -= 1;
    else {
      let next = first - 1;
      while (
        first - next < 4 &&
        page.table.particles.has(lowerAt(page, next)) &&
        next > limit &&
        isBeside(page, next - 1)
      )
        next -= 1;
      if (next === first - 1 || !isCapital(page, next)) break;
      first = next;
    }
  }
  return first;
}

function isCapital(page: Page, at: number): boolean {
  const token = page.tokens[at];
  return (
    token?.kind === "word" &&
    token.capital &&
    !/^(?:d|l|dell|nell|all|dall|sull|qu|un)'/u.test(token.lower)
  );
}

/**
 * The name in a run of capitalised words: without what opens its sentence, and behind its last title.
 * `null` where no name is left, or what is left may be none.
 */
export function nameIn(page: Page, first: number, last: number): PlainName | null {
  let start = first;
  while (start < last && (isNoName(page, start) || isCapitalByPlace(page, start))) start += 1;
  let titled = page.table.title.test(bareOf(page, start - 1));
  for (let at = start; at <= last; at += 1) {
    if (!page.table.title.test(bareOf(page, at))) continue;
    if (at === last && isSurname(page, start, at)) break;
    // "sagte Müllers Sprecherin": what ends in an office is nobody's name.
    if (at === last) return null;
    start = at + 1;
    titled = true;
  }
  const count = countCapitals(page, start, last);
  if (count > MOST_WORDS || !isCapital(page, start)) return null;
  if (isNoName(page, last) || (count === 1 && isNoName(page, start))) return null;
  const { tokens, body, table } = page;
  if (AGENCY.test(bareOf(page, last)) || isSuffixed(page, last)) return null;
  // Nouns have capitals: what stands before a name may be its trade.
  if (table.grammar === "nouns" && !titled && count > 2) return null;
  if (table.grammar === "nouns" && hasNoun(page, start, last)) return null;
  const from = tokens[start]?.start ?? 0;
  const to = tokens[last]?.end ?? from;
  return {
    name: body.slice(from, to).replace(/\s+/gu, " "),
    start: from,
    end: to,
    first: start,
    last,
    titled,
  };
}

/** "Katrin Hollmann", "Jan Koch": a trade that people are called by, behind a name; not "Siemens Fahrer", "Müllers Koch". */
function isSurname(page: Page, start: number, at: number): boolean {
  const { surname } = page.table;
  if (at <= start || !surname.test(bareOf(page, at))) return false;
  return !/s$/u.test(bareOf(page, at - 1));
}

/** "Colega Wout Daems": a word that opens its sentence, and has no capital elsewhere. */
function isCapitalByPlace({ tokens, starts, common }: Page, at: number): boolean {
  const token = tokens[at];
  if (token === undefined || !common.has(token.lower)) return false;
  return starts.has(token.start);
}

function hasNoun({ tokens, common }: Page, first: number, last: number): boolean {
  return tokens.slice(first, last + 1).some(({ capital, lower }) => capital && common.has(lower));
}

/** "Çelik’in", "Bush's": an ending that says the name is no subject. */
function isSuffixed(page: Page, at: number): boolean {
  if (page.tokens[at + 1]?.kind === "possessive") return true;
  return page.table.verbLast && /\p{L}'\p{L}{1,5}$/u.test(lowerAt(page, at));
}

function isNoName(page: Page, at: number): boolean {
  const lower = lowerAt(page, at);
  const { table } = page;
  return (
    table.openers.has(lower) ||
    table.determiners.has(lower) ||
    table.pronouns.has(lower) ||
    table.prepositions.has(lower)
  );
}

function bareOf(page: Page, at: number): string {
  const lower = lowerAt(page, at);
  return lower.endsWith(".") ? lower.slice(0, -1) : lower;
}

function countCapitals(page: Page, first: number, last: number): number {
  let count = 0;
  for (let at = first; at <= last; at += 1) if (isCapital(page, at)) count += 1;
  return count;
}

/**
 * Says whether a name may be the subject of a verb where names are inflected: "сказала Анна Петрова",
 * but not "сообщила мать Ивана Петрова", whose ending is a woman's as much as a genitive's.
 */
export function mayBeSubject(page: Page, { first, last }: PlainName, verb: string): boolean {
  const { women, grammar } = page.table;
  if (grammar !== "cases") return true;
  const given = lowerAt(page, first);
  const surname = lowerAt(page, last);
  if (OBLIQUE.test(surname) && !/(?:кой|ской)$/u.test(surname)) return false;
  if (first === last) {
    // Right beside the verb there is no case to mistake but the oblique ones.
    return !(OF_A_MAN.test(verb) && /(?:ова|ева|ёва|ина|ая|ska|cka)$/u.test(surname));
  }
  const isWoman = women?.has(given) === true;
  if (OF_A_WOMAN.test(verb)) return isWoman;
  return isManNamed(given) || (isWoman && !OF_A_MAN.test(verb));
}

/** "Ivan", "Kuba", but not "Ivana" nor "Ivanem": a man's given name as a subject has it. */
function isManNamed(given: string): boolean {
  return MEN_OTHERWISE.test(given) || (MAN.test(given) && !/(?:ом|ем|em)$/u.test(given));
}

/** Says whether a name is sure to be in the case of a subject, wherever it stands. */
export function isPlainCase(page: Page, { first, last }: PlainName): boolean {
  const given = lowerAt(page, first);
  return (
    !OBLIQUE.test(lowerAt(page, last)) &&
    (page.table.women?.has(given) === true || isManNamed(given))
  );
}

export function isNameWord(page: Page, at: number): boolean {
  return isWord(page, at) && isCapital(page, at);
}
