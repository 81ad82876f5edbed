import { adjoins, type NameRun } from "#core/text/name.ts";
import { POST_NOMINALS } from "#core/text/name-part.ts";
import { ORG_WORDS, ROLE_NOUNS } from "#core/text/role-lexicon.ts";
import type { Range } from "#core/text/text.ts";
import type { Token } from "#core/text/token.ts";
import { AUXILIARIES, CONJUNCTIONS, DETERMINERS, PREPOSITIONS } from "#core/text/word-class.ts";
import { readCue } from "./cue.ts";
import {
  bare,
  behindCopula,
  isLetters,
  isPluralOwner,
  isRoleNoun,
  isTrade,
  rangeOf,
} from "./role-noun.ts";
import {
  endOfLetters,
  endOfOffice,
  endOfTitle,
  goesOnBehindAnd,
  isFirmBehind,
  isTownBehind,
  wholeEnd,
} from "./role-whole.ts";

const LONGEST_APPOSITION = 26;
const ENDS =
  /^(?:who|which|that|whose|he|she|they|it|said|says|told|but|when|known|called|named|nicknamed|dubbed|aged|considered|bidding)$/u;
// "said Ann Roe, Md., the second Democrat", "Ann Roe, R-Ky., a farmer", "Ann Roe, of Tarn, a plumber"
const STATE = /^(?:[DRI]-\p{L}+\.?|\p{Lu}\p{L}{1,5}\.|\p{Lu}\.\p{Lu}\.)$/u;
const FRONTED =
  /^(?:in|on|at|for|with|according|after|before|from|under|despite|unlike|like|by|to|as|when|while|if|since)$/u;

/** What an apposition is made of, as token indexes. */
interface Apposition {
  readonly first: number;
  readonly last: number;
  /** The noun that says what the person is. */
  readonly noun: number;
  /** The token that ends it. */
  readonly stop: number;
}

/** The role that stands in apposition behind a name: "Ishaq, the foreign minister,". */
export function appositionBehind(
  body: string,
  tokens: readonly Token[],
  run: NameRun,
): Range | null {
  const first = openingOf(body, tokens, run);
  if (first === null) return null;
  const { noun, last, stop } = scan(body, tokens, first);
  if (noun < 0 || last < noun)
    return isInCourt(tokens, first) ? rangeOf(tokens, first, first) : null;
  // "With Otto Lund, the coach has": a clause, and what it opens with.
  if (AUXILIARIES.has(tokens[stop]?.lower ?? "")) return null;
  if (tokens[stop]?.lower !== "," && isFronted(body, tokens, run)) return null;
  // "Smith, President Obama and others" is a list, not an apposition.
  const named = tokens[noun + 1];
  if (named?.capital === true && adjoins(body, tokens[noun], named)) return null;
  const opener = tokens[first];
  const start = /^(?:an?|the|another)$/u.test(opener?.lower ?? "") ? first + 1 : first;
  const isOffice = noun === last && start === first && opener?.capital === true;
  const end = isOffice ? endOfOffice(body, tokens, last) : wholeEnd(tokens, start, noun, last);
  return end === null ? null : rangeOf(tokens, start, end);
}

/** "Ann Roe, prosecuting, said": what she is in this court. */
function isInCourt(tokens: readonly Token[], at: number): boolean {
  return (
    /^(?:prosecuting|defending|mitigating)$/u.test(tokens[at]?.lower ?? "") &&
    tokens[at + 1]?.lower === ","
  );
}

/** The first token behind the comma that opens an apposition; `null` where no comma stands there. */
function openingOf(
  body: string,
  tokens: readonly Token[],
  { first, last }: NameRun,
): number | null {
  let at = last + 1;
  if (POST_NOMINALS.has(tokens[at]?.lower ?? "")) at += 1;
  if (tokens[at]?.lower === "(") at = behindBracket(tokens, at);
  // "said Ann Roe a member of the Tarn Growers"
  if (/^an?$/u.test(tokens[at]?.lower ?? "") && at === last + 1 && last > first)
    return readCue(tokens[first - 1]?.lower ?? "")?.use === "say" ? at : null;
  if (tokens[at]?.lower !== ",") return null;
  at = behindLetters(body, tokens, at);
  // "Ann Roe, who is Tarn's head of parks": not "who was".
  if (tokens[at + 1]?.lower === "who" && tokens[at + 2]?.lower === "is")
    return behindCopula(tokens, at + 2);
  const between = tokens[at + 1];
  const stop = tokens[at + 2];
  // "said Ann Roe, Md., the second Democrat": the stop is its own.
  const closed = stop?.lower === "." && stop.start === between?.end ? at + 3 : at + 2;
  const printed = body.slice(between?.start, tokens[closed - 1]?.end);
  // "Jane Doe, 45, a plumber"
  const aside = between?.kind === "number" || STATE.test(printed);
  if (aside && tokens[closed]?.lower === ",") return closed + 1;
  const from = /^(?:of|from)$/u.test(between?.lower ?? "") && tokens[at + 2]?.capital === true;
  return from && tokens[at + 3]?.lower === "," ? at + 4 : at + 1;
}

/** "Ann Roe, M.D., FRSA, president of": the comma behind the letters. */
function behindLetters(body: string, tokens: readonly Token[], comma: number): number {
  const word = tokens[comma + 1];
  const closed = tokens[comma + 2]?.lower === "." ? comma + 3 : comma + 2;
  const printed = body.slice(word?.start, tokens[closed - 1]?.end);
  const isLetters = /^(?:\p{Lu}[\p{Lu}.]{1,6}|Ph\.?D\.?|Jr\.?|Sr\.?|Esq\.?)$/u.test(printed);
  return isLetters && tokens[closed]?.lower === "," ? behindLetters(body, tokens, closed) : comma;
}

export function scan(body: string, tokens: readonly Token[], first: number): Apposition {
  let noun = -1;
  let last = first - 1;
  let linked = false;
  let next = first;
  for (; next < first + LONGEST_APPOSITION; next += 1) {
    const word = tokens[next];
    if (word === undefined) break;
    const title =
      noun >= 0 ? (endOfTitle(body, tokens, next) ?? endOfLetters(body, tokens, next)) : null;
    if (title !== null) next = title;
    else if (ends(body, tokens, next, noun, first)) break;
    // "Chief Executive of Brine Power", "a Granite Motors executive": the office is all of its words.
    else if (!linked && (isRoleNoun(word) || isTrade(tokens, next))) noun = next;
    if (noun >= 0 && (PREPOSITIONS.has(word.lower) || word.lower === "and")) linked = true;
    last = next;
  }
  return { first, last, noun, stop: next };
}

function ends(
  body: string,
  tokens: readonly Token[],
  at: number,
  noun: number,
  first: number,
): boolean {
  const word = tokens[at];
  const before = tokens[at - 1];
  if (word === undefined || before === undefined) return true;
  if (word.lower === "," && noun >= 0)
    return (
      !isFirmBehind(body, tokens, at) && !isTownBehind(tokens, at) && !isFieldBehind(tokens, at)
    );
  // "a Kansas City, Missouri-based lawyer"
  if (word.lower === "," && /-based$/u.test(tokens[at + 1]?.lower ?? "") && before.capital)
    return false;
  if (word.kind === "mark" && !isPluralOwner(tokens, at) && !/^[&/-]$/u.test(word.lower))
    return true;
  if (body.slice(before.end, word.start).includes("\n")) return true;
  if (AUXILIARIES.has(word.lower)) return true;
  if (ENDS.test(word.lower) && !isLetters(body, word)) return true;
  if (noun >= 0)
    return word.lower === "and" && !joinsRole(tokens, at) && !goesOnBehindAnd(tokens, noun, at);
  const small = PREPOSITIONS.has(word.lower) || CONJUNCTIONS.has(word.lower);
  return small && !isWithin(tokens, at, first);
}

/** "at the Agency for Tides, Winds and Ferries": the commas are the body's own. */
function isFieldBehind(tokens: readonly Token[], comma: number): boolean {
  const [body, link, field] = tokens.slice(comma - 3, comma);
  const [next, and, last] = tokens.slice(comma + 1, comma + 4);
  const isBody = body?.capital === true && ORG_WORDS.has(body.lower);
  if (!isBody || !/^(?:for|of)$/u.test(link?.lower ?? "") || field?.capital !== true) return false;
  return next?.capital === true && and?.lower === "and" && last?.capital === true;
}

/** "a Tarn College of Law professor", "a fierce and uncompromising elder": links before the noun. */
function isWithin(tokens: readonly Token[], at: number, first: number): boolean {
  const before = tokens[at - 1];
  const next = tokens[at + 1];
  if (at === first || before === undefined || next === undefined) return false;
  const { lower = "" } = tokens[at] ?? {};
  if (/^(?:of|for|on|and)$/u.test(lower) && before.capital)
    return next.capital || (next.lower === "the" && tokens[at + 2]?.capital === true);
  const adjectives = before.kind === "word" && next.kind === "word" && !DETERMINERS.has(next.lower);
  return lower === "and" && adjectives && DETERMINERS.has(tokens[first]?.lower ?? "");
}

/** "historian and author" goes on, "historian and runs a site" ends. */
function joinsRole(tokens: readonly Token[], and: number): boolean {
  if (tokens[and + 1]?.capital === true) return true;
  // "a former foreign minister and a deputy of Mr. Roe"
  const from = /^(?:an?|the)$/u.test(tokens[and + 1]?.lower ?? "") ? and + 2 : and + 1;
  for (let at = from; at < and + 5; at += 1) {
    const lower = bare(tokens[at]?.lower ?? "");
    if (ROLE_NOUNS.has(lower)) return true;
    if (DETERMINERS.has(lower) || PREPOSITIONS.has(lower)) return false;
  }
  return false;
}

/** "According to Ann Roe, the premier praised it": behind what a sentence opens with stands its subject. */
function isFronted(body: string, tokens: readonly Token[], { first }: NameRun): boolean {
  for (let at = first; at > first - 14 && at > 0; at -= 1) {
    const before = tokens[at - 1];
    const opens =
      before === undefined ||
      /^[.!?”"]$/u.test(before.lower) ||
      body.slice(before.end, tokens[at]?.start).includes("\n");
    if (opens) return FRONTED.test(tokens[at]?.lower ?? "");
    if (before.lower === ",") return false;
  }
  return first < 14 && FRONTED.test(tokens[0]?.lower ?? "");
}

function behindBracket(tokens: readonly Token[], at: number): number {
  for (let next = at + 1; next < at + 8; next += 1)
    if (tokens[next]?.lower === ")") return next + 1;
  return at;
}
