import { FIRST_NAMES, isFirstName, isNamePart, isWill, opensDate } from "./name-part.ts";
import {
  HONORIFICS,
  OFFICE_DOMAINS,
  ORG_WORDS,
  PLURAL_TITLES,
  ROLE_NOUNS,
  TRADE,
} from "./role-lexicon.ts";
import type { Token } from "./token.ts";
import { DAYS_AND_MONTHS } from "./word-class.ts";

/** A run of capitalised words, split into what stands before the name and the name itself. */
export interface NameRun {
  /** Token indexes, both inclusive. */
  readonly first: number;
  readonly last: number;
  /** First token of the name proper; behind `last` where the run is an office alone. */
  readonly name: number;
  /** Last token of the role within the run; before `first` where there is none. */
  readonly role: number;
  readonly honorific: "male" | "female" | "unknown" | null;
}

const PARTICLES: ReadonlySet<string> = new Set(
  "al el bin bint ibn ben abu de del della der den di da do dos das du la le van von ter ten ul ur y st zu".split(
    " ",
  ),
);
// These may open a name that has no first name: "de Blasio said".
const OPENING_PARTICLES: ReadonlySet<string> = new Set(
  "bin ibn abu de del della di da dos du van von".split(" "),
);
// A month or a trade may be a surname: Theresa May, Billie Jean King.
const MONTH_NAMES: ReadonlySet<string> = new Set("may march april june august".split(" "));
const TRADE_NAMES: ReadonlySet<string> = new Set(
  "dean butler clerk abbot porter singer monk priest nurse coach constable sergeant chancellor knight mason miller fisher king bishop judge pope prince marshal cook baker guard justice speaker major duke cardinal star head chief deputy farmer fellow driver hunter carpenter gardener painter barber monk guide keeper model".split(
    " ",
  ),
);
/** Nouns of institutions that people are called by, too: Petronella Cross. */
export const SURNAMES_TOO: ReadonlySet<string> = new Set(
  "cross star house church temple bank post court guard park page press force house mirror sun watch gale commons clinic chambers reserve supreme capital parliament police oil steel".split(
    " ",
  ),
);
const CLOSES_FIRM =
  /^(?:co|company|sons|daughters|brothers|bros|partners|associates|ltd|limited|inc|llc|llp|plc)$/u;
// Offices in letters, which are an hour's or a word's elsewhere: "CM Adya Rao".
const LETTERS: ReadonlySet<string> = new Set("pm cm dcm ag dg".split(" "));
// "Mother-of-two Kelly Marsh"
const PARENT = /^(?:grand)?(?:mother|father|mum|dad)-of-/u;
const STATION =
  /^(?:Channel|Radio|News|Newsradio|FOX|Fox|NBC|ABC|CBS|PBS|BBC|CBC|ITV|TVNZ?|[KW]\p{Lu}{2,3}(?:-TV)?)$/u;
const DISTRICT_POLICE = /^(?:dcp|acp|dsp)$/u;
const DISTRICT =
  /^(?:(?:north|south|east|west|central|outer)(?:east|west)?|city|rural|traffic|crime)$/u;
const CONNECTORS: ReadonlySet<string> = new Set("of for on at".split(" "));
const LONGEST = 14;
const LONGEST_NICKNAME = 8;
// But not: at Dreamharbour "is our dream," Voss said
const NICKNAME = /^ (?:["“«'‘][^"”»’,.!?]{1,30}["”»'’]|\(["“][^"”)]{1,30}["”]\)) $/u;

/** Reads the run of capitalised words that opens at a token; `null` where none does. */
export function readNameRun(
  body: string,
  tokens: readonly Token[],
  first: number,
  end: number,
): NameRun | null {
  if (!opensRun(tokens, first)) return null;
  let last = first;
  while (last + 1 < end && last - first < LONGEST) {
    const next = extend(body, tokens, first, last, end);
    if (next === last) break;
    last = next;
  }
  if (isPremises(body, tokens, first, last))
    return { first, last, name: first, role: first - 1, honorific: null };
  return split(tokens, first, last);
}

const PREMISES =
  /^(?:headquarters|hq|offices?|buildings?|secretariat|annexe?|complex|compound|premises|residence|barracks)$/u;

/** "DCI Headquarters", "CM House": where the letters of an office or a body sit, and nobody's name. */
export function isPremises(
  body: string,
  tokens: readonly Token[],
  first: number,
  last: number,
): boolean {
  const [letters, noun] = [tokens[first], tokens[last]];
  if (last !== first + 1 || letters === undefined || noun === undefined) return false;
  const house = noun.lower === "house" && LETTERS.has(letters.lower);
  return (
    /^\p{Lu}{2,5}$/u.test(body.slice(letters.start, letters.end)) &&
    (house || PREMISES.test(noun.lower))
  );
}

/** Says whether two tokens stand in one line with nothing but a space between them. */
export function adjoins(body: string, left: Token | undefined, right: Token | undefined): boolean {
  if (left === undefined || right === undefined) return false;
  const gap = right.start - left.end;
  if (gap === 1) return body.charCodeAt(left.end) !== 10;
  return gap > 1 && gap < 4 && !body.slice(left.end, right.start).includes("\n");
}

function opensRun(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token === undefined) return false;
  if (OPENING_PARTICLES.has(token.lower) && !token.capital) {
    return isNamePart(tokens[at + 1]) && tokens[at + 1]?.capital === true;
  }
  if (opensDate(tokens, at)) return false;
  // "said Will Otis"; but not "Will Britain vote?"
  if (isWill(token) && tokens[at - 1]?.kind === "word" && isNamePart(tokens[at + 1])) return true;
  if (FIRST_NAMES.has(token.lower)) return isNamePart(token) && isFirstName(tokens, at);
  return isNamePart(token) && !DAYS_AND_MONTHS.has(token.lower);
}

/** The last token of the run once it has taken in what follows; the same where it ends here. */
function extend(
  body: string,
  tokens: readonly Token[],
  first: number,
  last: number,
  end: number,
): number {
  const here = tokens[last];
  const next = tokens[last + 1];
  if (next === undefined || !adjoins(body, here, next)) return last;
  // "Lally & Co.", "Quill & Otter Limited": a firm.
  const joined = tokens[last + 2];
  if (next.lower === "&" && isNamePart(joined) && last + 2 < end && adjoins(body, next, joined)) {
    if ([joined, tokens[last + 3]].some((word) => CLOSES_FIRM.test(word?.lower ?? "")))
      return last + 2;
  }
  if (next.kind === "mark") return behindNickname(body, tokens, last, end);
  if (isChannel(body, here, next)) return last + 1;
  if (DAYS_AND_MONTHS.has(next.lower)) {
    const dated = tokens[last + 2]?.kind === "number";
    return next.capital && MONTH_NAMES.has(next.lower) && !dated ? last + 1 : last;
  }
  if (isNamePart(next) || isWill(next)) return last + 1;
  const after = tokens[last + 2];
  if (last + 2 >= end || !adjoins(body, next, after)) return last;
  // "Olaf A. I. Moe": an initial, and nobody's "I".
  if (next.lower === "i" && next.end - next.start === 2 && isNamePart(after)) return last + 2;
  if (PARTICLES.has(next.lower)) {
    if (isNamePart(after)) return last + 2;
    const third = tokens[last + 3];
    return after !== undefined && PARTICLES.has(after.lower) && isNamePart(third) ? last + 3 : last;
  }
  if (CONNECTORS.has(next.lower) && here !== undefined && takesOf(here.lower)) {
    // "the Harbour Tribune on February 11": when, and no part of its name.
    if (DAYS_AND_MONTHS.has(after?.lower ?? "")) return last;
    if (isNamePart(after)) return last + 2;
    return after?.lower === "the" && isNamePart(tokens[last + 3]) ? last + 3 : last;
  }
  const listed =
    next.lower === "and" && tokens.slice(first, last).some(({ lower }) => lower === "of");
  return listed && isNamePart(after) && OFFICE_DOMAINS.has(after?.lower ?? "") ? last + 2 : last;
}

/** John “Red” Morrow, Anna (“Annie”) Voss: the name goes on behind the nickname. */
function behindNickname(body: string, tokens: readonly Token[], last: number, end: number): number {
  for (let at = last + 2; at < Math.min(end, last + LONGEST_NICKNAME); at += 1) {
    const word = tokens[at];
    if (word === undefined) return last;
    if (word.kind !== "mark") continue;
    const surname = tokens[at + 1];
    const between = body.slice(tokens[last]?.end, surname?.start);
    const named = NICKNAME.test(between) && isNamePart(surname) && at + 1 < end;
    if (named) return at + 1;
  }
  return last;
}

/** "NBC 4 New Arden", "Channel 11 News": the number is a part of a station's name. */
function isChannel(body: string, here: Token | undefined, next: Token): boolean {
  if (here === undefined || next.kind !== "number" || next.end - next.start > 2) return false;
  return here.capital && STATION.test(body.slice(here.start, here.end));
}

function takesOf(lower: string): boolean {
  return ORG_WORDS.has(lower) || ROLE_NOUNS.has(lower);
}

function split(tokens: readonly Token[], first: number, last: number): NameRun {
  let role = first - 1;
  let honorific: NameRun["honorific"] = null;
  // "the Justice Department", "the Lakes Observer Mission": a trade within an institution's name.
  if (last > first && isInstitution(tokens[last]?.lower ?? ""))
    return { first, last, name: first, role, honorific };
  for (let at = first; at <= last; at += 1) {
    const lower = bare(tokens[at]?.lower ?? "");
    const title = HONORIFICS.get(lower) ?? (isExcellency(tokens, at) ? "unknown" : undefined);
    if (title !== undefined && at < last) {
      honorific = title;
      role = at;
    } else if (at === first && last - first > 1 && (TRADE.test(lower) || PARENT.test(lower))) {
      role = at;
    } else if (isOffice(lower) && !isTradeName(tokens, first, at, last)) {
      role = at;
    } else if (at < last && (PLURAL_TITLES.has(lower) || LETTERS.has(lower))) role = at;
  }
  if (role >= first && role < last) role = skipDomain(tokens, role, last);
  // "the archbishop of Canterbury Rowan Williams"
  // "the envoy to Orva Ann Roe"
  if (followsSeat(tokens, first) && role < first && last - first === 2) role = first;
  return { first, last, name: role + 1, role, honorific };
}

/** "Co-President Ann Roe" */
function isOffice(lower: string): boolean {
  return ROLE_NOUNS.has(lower) || (lower.startsWith("co-") && ROLE_NOUNS.has(lower.slice(3)));
}

/** "H E Ann Roe": her Excellency, and no initials, which stand alone at most once before a given name. */
function isExcellency(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.lower === "e" && tokens[at - 1]?.lower === "h" && isSpelt(tokens[at + 2]);
}

function isSpelt(token: Token | undefined): boolean {
  return isNamePart(token) && (token?.lower.length ?? 0) > 2;
}

/** "archbishop of", "envoy to": what opens next is the seat of an office. */
export function followsSeat(tokens: readonly Token[], first: number): boolean {
  const link = tokens[first - 1]?.lower ?? "";
  if (link !== "of" && link !== "to") return false;
  // "Consul General of Orva to Tarn Ann Roe": whose, and where.
  const whose = link === "to" && tokens[first - 2]?.capital === true && tokens[first - 3];
  const at = whose && whose.lower === "of" ? first - 4 : first - 2;
  return ROLE_NOUNS.has(bare(tokens[at]?.lower ?? ""));
}

/** A noun of institutions that is nobody's surname. */
function isInstitution(lower: string): boolean {
  return ORG_WORDS.has(lower) && !SURNAMES_TOO.has(lower) && !ROLE_NOUNS.has(lower);
}

/** An institution, though some of these are surnames as well. */
function isBody(lower: string): boolean {
  return isInstitution(lower) || /^(?:police|parliament|force|court|press|reserve)$/u.test(lower);
}

function bare(lower: string): string {
  return lower.endsWith(".") ? lower.slice(0, -1) : lower;
}

/** "Stephen King" is a name; "Mayor King" and "the King" are too or are not, by what stands before. */
function isTradeName(tokens: readonly Token[], first: number, at: number, last: number): boolean {
  if (isGivenName(tokens, first, at, last)) return true;
  if (at === first || !TRADE_NAMES.has(tokens[at]?.lower ?? "")) return false;
  const before = tokens[at - 1]?.lower ?? "";
  return (
    at === last && !OFFICE_DOMAINS.has(before) && !ROLE_NOUNS.has(before) && !ORG_WORDS.has(before)
  );
}

const RANKS_GIVEN = /^(?:dean|marshal|duke|earl)$/u;
const RANKS_ABOVE =
  /^(?:assistant|associate|deputy|vice|executive|senior|chief|founding|former|acting|professor|prof|detective|general)$/u;

/** "Sen. Dean Heller": behind another title it is what he is called. But: "Assistant Dean Ann Roe". */
function isGivenName(tokens: readonly Token[], first: number, at: number, last: number): boolean {
  if (at === first || at >= last || !RANKS_GIVEN.test(tokens[at]?.lower ?? "")) return false;
  const before = bare(tokens[at - 1]?.lower ?? "");
  return ROLE_NOUNS.has(before) && !RANKS_ABOVE.test(before);
}

function isPlainName(words: readonly Token[]): boolean {
  return (
    words.length === 2 && words.every(({ lower, capital }) => capital && !ORG_WORDS.has(lower))
  );
}

/** "Secretary of State John Kerry": the office goes on behind "of". */
function skipDomain(tokens: readonly Token[], role: number, last: number): number {
  const next = tokens[role + 1]?.lower ?? "";
  // "DCP West Ada Voss": a police district.
  if (DISTRICT_POLICE.test(tokens[role]?.lower ?? "") && DISTRICT.test(next) && last - role > 2)
    return role + 1;
  if (!CONNECTORS.has(next)) return role;
  let at = role + 2;
  if (tokens[at]?.lower === "the") at += 1;
  let known = at;
  while (known <= last) {
    const lower = tokens[known]?.lower ?? "";
    if (!OFFICE_DOMAINS.has(lower) && lower !== "and" && lower !== "&") break;
    known += 1;
  }
  if (known > at) return known - 1;
  // "Governor of the Central Bank of Zamaria" is all office.
  const tail = tokens.slice(at, last + 1);
  if (tail.some(({ lower }) => CONNECTORS.has(lower)) && !isPlainName(tail.slice(-2))) return last;
  // "Chief Constable of the British Transport Police"
  if (tail.length > 2 && isBody(tokens[last]?.lower ?? "")) return last;
  // "Governor of Texas Greg Abbott": the name is the last two words; "Mayor of New York" has none.
  return last - at >= 2 ? last - 2 : last;
}
