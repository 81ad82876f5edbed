import { adjoins, followsSeat, type NameRun } from "#core/text/name.ts";
import { POST_NOMINALS } from "#core/text/name-part.ts";
import {
  HONORIFICS,
  OFFICE_DOMAINS,
  ORG_WORDS,
  PLURAL_TITLES,
  ROLE_NOUNS,
  TRADE,
} from "#core/text/role-lexicon.ts";
import type { Range } from "#core/text/text.ts";
import type { Token } from "#core/text/token.ts";
import {
  AUXILIARIES,
  CONJUNCTIONS,
  DETERMINERS,
  isFunctionWord,
  PREPOSITIONS,
} from "#core/text/word-class.ts";
import { readCue } from "./cue.ts";
import { endOfOffice, goesOnBehindAnd, isFirmBehind, isWholeRole } from "./role-whole.ts";

// "Republican Ann Reed": a party alone is no role.
const PARTY =
  /^(?:Republican|Democrat|Conservative|Liberal|Labour|Socialist|man|woman|boy|girl|User|user|Account|account|Poster|poster)$/u;
// "Professor Ann Roe, a zoologist at Sable College": what the title is of says more.
// "Gen. Otto Merrin, the army spokesman": so does what follows a rank.
const ADDRESS =
  /^(?:Prof\.?|Professor|Dr\.?|(?:(?:Lt|Maj|Brig|Rear|Vice|Det|Chief|Staff|Master|First|Second)\.? )*(?:Gen|General|Lt|Lieutenant|Col|Colonel|Maj|Major|Capt|Captain|Sgt|Sergeant|Cpl|Corporal|Adm|Admiral|Cmdr|Commander|Brig|Brigadier|Insp|Inspector|Supt|Superintendent|Det|Detective|Rev|Reverend|Sen|Rep|Gov|Pc|PC)\.?)$/u;
const OPENING = /(?:^|[.!?”"\n])\s*(?:the\s|an?\s)?$/iu;
const LONGEST_TITLE = 8;
const LONGEST_PHRASE = 14;
const LONGEST_APPOSITION = 22;

/**
 * Finds the role that the article states beside a name: before it ("Foreign Minister Ishaq"),
 * behind it ("Ishaq, the foreign minister,") or as the phrase that the name explains ("the foreign
 * minister, Ishaq,").
 */
export function findRole(body: string, tokens: readonly Token[], run: NameRun): Range | null {
  const role = stateRole(body, tokens, run);
  return role !== null && isWholeRole(body, role) ? role : null;
}

function stateRole(body: string, tokens: readonly Token[], run: NameRun): Range | null {
  const title = titleBefore(body, tokens, run);
  const printed = title === null ? "" : body.slice(title.start, title.end);
  const several = PLURAL_TITLES.has(bare(printed.split(" ").at(-1)?.toLowerCase() ?? ""));
  if (title !== null && !several && !PARTY.test(printed) && !ADDRESS.test(printed)) return title;
  const before = phraseBefore(body, tokens, run) ?? officeBefore(body, tokens, run);
  // "The band's drummer, Cross, a magistrate, said": what a sentence opens with comes first.
  const opens =
    before !== null && OPENING.test(body.slice(Math.max(0, before.start - 12), before.start));
  const stated = opens ? before : (appositionBehind(body, tokens, run) ?? before);
  return stated ?? (ADDRESS.test(printed) ? title : null);
}

function titleBefore(body: string, tokens: readonly Token[], run: NameRun): Range | null {
  const end = lastRoleWord(body, tokens, run);
  // "Merrow Wash of Sable Owner": the firm's name is cut.
  const isCut = run.role > run.first && tokens[run.first - 1]?.lower === "of";
  if (end === null || (isCut && tokens[run.first - 2]?.capital === true)) return null;
  let first = end;
  if (run.role >= run.first) first = Math.min(run.first, end);
  // "the archbishop of Canterbury": the office stands before the seat.
  if (run.role === run.first && run.last > run.role && followsSeat(tokens, first)) first -= 2;
  first = expandLeft(body, tokens, first);
  while (first < end && HONORIFICS.has(bare(tokens[first]?.lower ?? ""))) first += 1;
  return rangeOf(tokens, first, end);
}

/** The last word of the title before a name, in its run or, in lower case, right before it. */
function lastRoleWord(body: string, tokens: readonly Token[], run: NameRun): number | null {
  if (run.role >= run.first) {
    const lower = bare(tokens[run.role]?.lower ?? "");
    if (!HONORIFICS.has(lower) || ROLE_NOUNS.has(lower)) return run.role;
    if (run.role > run.first) return run.role - 1;
  }
  const before = tokens[run.first - 1];
  if (before === undefined || !adjoins(body, before, tokens[run.first])) return null;
  return isRoleNoun(before) ? run.first - 1 : null;
}

/** Takes in the words that belong to a title before it: "Clinton campaign" Chairman. */
function expandLeft(body: string, tokens: readonly Token[], from: number): number {
  let at = from;
  let sure = from;
  while (from - at < LONGEST_TITLE) {
    const word = tokens[at - 1];
    if (word === undefined || !adjoins(body, word, tokens[at])) return at;
    if (word.kind === "possessive" || isPluralOwner(tokens, at - 1))
      return ownerStart(body, tokens, at - 2);
    // "around 1 a.m. Turkish President": a time's stop is no part of the title.
    if (word.kind !== "word" || (!word.capital && body.charAt(word.end - 1) === ".")) return at;
    if (word.lower === "and" && joinsTitles(tokens, at)) at -= 1;
    // "Bank of Oster governor"
    else if (word.lower === "of" && ORG_WORDS.has(tokens[at - 2]?.lower ?? "")) at -= 1;
    else if (isFunctionWord(word.lower)) {
      const bounded =
        DETERMINERS.has(word.lower) || PREPOSITIONS.has(word.lower) || CONJUNCTIONS.has(word.lower);
      return bounded ? at : sure;
    } else if (!word.capital && readCue(word.lower) !== null && !ROLE_NOUNS.has(word.lower))
      return at;
    // "the Oval Office include President": a verb, and no word of the title.
    else if (!word.capital && tokens[at]?.capital === true && !isModifier(word.lower)) return sure;
    at -= 1;
    if (tokens[at]?.capital === true && at === sure - 1) sure = at;
  }
  return sure;
}

/** "then President", "state Senator", "campaign Chairman": what may stand in small letters before a title. */
function isModifier(lower: string): boolean {
  return (
    ORG_WORDS.has(lower) ||
    OFFICE_DOMAINS.has(lower) ||
    isRoleWord(lower) ||
    /(?:al|ian|ish|ese|ern|-elect|-based|wide)$/u.test(lower) ||
    /^(?:then|former|ex|acting|state|city|county|district|local|outgoing|incoming|current|longtime|senior|junior|retired|first|vice|deputy|assistant|co|super|pac|band|club|ruling|prime|first-term|second-term|new|late|fellow|top|only|sitting|embattled|popular|veteran|presumptive|eventual)$/u.test(
      lower,
    ) ||
    /^(?:then|ex|former|anti|pro)-/u.test(lower)
  );
}

/** "Deputy Prime Minister and Foreign Minister": two titles of one person, with no article before. */
function joinsTitles(tokens: readonly Token[], at: number): boolean {
  const left = tokens[at - 2];
  if (left === undefined || !ROLE_NOUNS.has(bare(left.lower))) return false;
  let first = at - 2;
  while (
    first > 0 &&
    tokens[first - 1]?.kind === "word" &&
    !isFunctionWord(tokens[first - 1]?.lower ?? "")
  )
    first -= 1;
  return left.capital === tokens[at]?.capital && !DETERMINERS.has(tokens[first - 1]?.lower ?? "");
}

/** "the ministry’s spokesman": the owner belongs to the role. */
function ownerStart(body: string, tokens: readonly Token[], owner: number): number {
  let at = owner;
  while (at > 0 && owner - at < 4) {
    const word = tokens[at - 1];
    const here = tokens[at];
    if (word?.kind !== "word" || !adjoins(body, word, here)) break;
    if (isFunctionWord(word.lower) || (word.capital !== here?.capital && here?.capital)) break;
    at -= 1;
  }
  return at;
}

function appositionBehind(body: string, tokens: readonly Token[], run: NameRun): Range | null {
  let at = run.last + 1;
  if (tokens[at]?.lower === "(") at = behindBracket(tokens, at);
  if (tokens[at]?.lower !== ",") return null;
  // "Jane Doe, 45, a plumber"
  if (tokens[at + 1]?.kind === "number" && tokens[at + 2]?.lower === ",") at += 2;
  const first = at + 1;
  let noun = -1;
  let last = first - 1;
  for (let next = first; next < first + LONGEST_APPOSITION; next += 1) {
    const word = tokens[next];
    if (word === undefined || endsApposition(body, tokens, next, noun)) break;
    if (noun < 0 && (isRoleNoun(word) || isTrade(tokens, next))) noun = next;
    // "Chief Executive of Brine Power": the office is all of its words.
    else if (noun === next - 1 && word.capital && isRoleNoun(word)) noun = next;
    last = next;
  }
  if (noun < 0 || last < noun) return null;
  const opener = tokens[first];
  const start = opener !== undefined && /^(?:an?|the)$/u.test(opener.lower) ? first + 1 : first;
  // "Smith, President Obama and others" is a list, not an apposition.
  const named = tokens[noun + 1];
  if (named?.capital === true && adjoins(body, tokens[noun], named)) return null;
  if (opener?.capital === true && start === first && tokens[run.last + 1]?.lower !== ",")
    return null;
  const isOffice = noun === last && start === first && opener?.capital === true;
  const end = isOffice ? endOfOffice(body, tokens, last) : last;
  return end === null ? null : rangeOf(tokens, start, end);
}

function endsApposition(body: string, tokens: readonly Token[], at: number, noun: number): boolean {
  const word = tokens[at];
  const before = tokens[at - 1];
  if (word === undefined || before === undefined) return true;
  const owner = isPluralOwner(tokens, at);
  if (word.lower === "," && noun >= 0 && isFirmBehind(body, tokens, at)) return false;
  if (word.kind === "mark" && !owner && !/^[&/.-]$/u.test(word.lower)) return true;
  if (word.lower === ".") return true;
  if (body.slice(before.end, word.start).includes("\n")) return true;
  if (
    AUXILIARIES.has(word.lower) ||
    /^(?:who|which|that|whose|he|she|they|it|said|says|told|but|when|known|called|named|nicknamed|dubbed|aged)$/u.test(
      word.lower,
    )
  ) {
    return true;
  }
  if (word.lower === "and" && noun >= 0)
    return !joinsRole(tokens, at) && !goesOnBehindAnd(tokens, noun, at);
  if (noun < 0 && (PREPOSITIONS.has(word.lower) || CONJUNCTIONS.has(word.lower))) return true;
  return false;
}

/** "the dockers' shop steward" */
function isPluralOwner(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  const mark = tokens[at];
  if (before === undefined || !/^['’]$/u.test(mark?.lower ?? "")) return false;
  return before.end === mark?.start && before.lower.endsWith("s");
}

/** "historian and author" goes on, "historian and runs a site" ends. */
function joinsRole(tokens: readonly Token[], and: number): boolean {
  if (tokens[and + 1]?.capital === true) return true;
  for (let at = and + 1; at < and + 5; at += 1) {
    const lower = bare(tokens[at]?.lower ?? "");
    if (ROLE_NOUNS.has(lower)) return true;
    if (DETERMINERS.has(lower) || PREPOSITIONS.has(lower)) return false;
  }
  return false;
}

function behindBracket(tokens: readonly Token[], at: number): number {
  for (let next = at + 1; next < at + 8; next += 1)
    if (tokens[next]?.lower === ")") return next + 1;
  return at;
}

/**
 * "The foreign minister, Ishaq, said", "The owner of the station, Mann, said", "Smith's mother, Carol,
 * wept", "the guard who found it, Ives": a description that the name explains.
 */
function phraseBefore(body: string, tokens: readonly Token[], run: NameRun): Range | null {
  let comma = run.first - 1;
  // "The Archbishop of Tressel, the Most Rev. Ann Roe,"
  if (run.honorific !== null)
    while (/^(?:the|most|right|very)$/u.test(tokens[comma]?.lower ?? "")) comma -= 1;
  const lettered = POST_NOMINALS.has(tokens[run.last + 1]?.lower ?? "");
  const next = tokens[run.last + (lettered ? 2 : 1)]?.lower ?? "";
  if (tokens[comma]?.lower !== "," || !/^(?:[,.]|of|from|at)$/u.test(next)) return null;
  // The clause behind "who" is no part of the role.
  const who = clauseBefore(tokens, comma);
  const end = who - 1;
  let noun = -1;
  for (let at = end; at > comma - LONGEST_PHRASE; at -= 1) {
    const word = tokens[at];
    if (word === undefined || (word.kind === "mark" && word.lower !== "-")) return null;
    if (word.kind === "possessive") {
      return noun < 0 ? null : rangeOf(tokens, ownerStart(body, tokens, at - 1), end);
    } else if (isRoleNoun(word)) noun = at;
    if (!DETERMINERS.has(word.lower)) continue;
    const linked = /^(?:of|at|for|in)$/u.test(tokens[at - 1]?.lower ?? "");
    if (noun < 0 && linked) continue;
    if (noun < 0 || tokens.slice(at, end).some(({ lower }) => readCue(lower)?.form === "past"))
      return null;
    const start = /^(?:an?|the)$/u.test(word.lower) ? at + 1 : at;
    // Near the noun it is this phrase's own; "the speech, its author" is another's.
    return noun - at < 5 ? rangeOf(tokens, start, end) : null;
  }
  return null;
}

function rangeOf(tokens: readonly Token[], first: number, last: number): Range | null {
  const start = tokens[first]?.start;
  const end = tokens[last]?.end;
  return start === undefined || end === undefined || first > last ? null : { start, end };
}

/** The "who" of the clause that ends at a comma; the comma where none does. */
function clauseBefore(tokens: readonly Token[], comma: number): number {
  for (let at = comma - 1; at > comma - LONGEST_PHRASE; at -= 1) {
    const word = tokens[at];
    if (word === undefined || word.kind === "mark") return comma;
    if (word.lower === "who") return at;
  }
  return comma;
}

/** "a net mender who was asleep": what a lone trade in small letters looks like, behind its article. */
function isTrade(tokens: readonly Token[], at: number): boolean {
  const word = tokens[at];
  const next = tokens[at + 1];
  if (word === undefined || word.kind !== "word" || word.capital) return false;
  if (!/\p{L}{3}(?:er|or|ist|eer|ian|smith|wright|monger)$/u.test(word.lower)) return false;
  if (THINGS.has(word.lower) || isFunctionWord(word.lower)) return false;
  const article = tokens.slice(Math.max(0, at - 4), at).some(({ lower }) => /^an?$/u.test(lower));
  return article && (next === undefined || next.kind === "mark" || ENDS_TRADE.test(next.lower));
}

const ENDS_TRADE = /^(?:who|whose|at|of|from|in|for|with|on|and)$/u;
/** Words that look like trades and are things. */
const THINGS: ReadonlySet<string> = new Set(
  `number tower paper letter centre center water weather order border computer newspaper power chapter
  corner winter summer october matter disaster career motor tractor factor sector error mirror harbor
  floor door trawler tanker freighter thriller bestseller river fever liver father-figure carrier
  steamer cruiser clipper schooner bomber fighter helicopter cancer tumor tumour order quarter
  semester trailer charter register theater laughter dinner supper gutter rubber copper silver
  leather feather over under after ever never either other another better longer former latter`.split(
    /\s+/,
  ),
);

/**
 * "The Governor of the Central Bank of Zamaria (CBZ) Mr. Olu Adeyo": an office that runs up to a name,
 * with its letters in brackets between.
 */
function officeBefore(body: string, tokens: readonly Token[], run: NameRun): Range | null {
  let end = run.first - 1;
  if (tokens[end]?.lower !== ")" || tokens[end - 2]?.lower !== "(") return null;
  if (!/^\p{Lu}{2,8}$/u.test(body.slice(tokens[end - 1]?.start, tokens[end - 1]?.end))) return null;
  end -= 3;
  let first = -1;
  for (let at = end; at >= 0 && end - at < LONGEST_PHRASE; at -= 1) {
    const word = tokens[at];
    if (word?.kind !== "word" || !adjoins(body, word, tokens[at + 1])) break;
    const inner = /^(?:of|for|the|and|on|in)$/u.test(word.lower) && !word.capital;
    if (!word.capital && !inner) break;
    if (isRoleNoun(word)) first = at;
    if (word.capital && /^the$/u.test(word.lower)) break;
  }
  if (first < 0) return null;
  while (tokens[first - 1]?.capital === true && !isFunctionWord(tokens[first - 1]?.lower ?? ""))
    first -= 1;
  return rangeOf(tokens, first, end);
}

function isRoleNoun({ lower, capital }: Token): boolean {
  return isRoleWord(lower) || (!capital && TRADE.test(lower));
}

function isRoleWord(lower: string): boolean {
  return ROLE_NOUNS.has(bare(lower).replace(/^(?:co|ex|vice)-/u, ""));
}

function bare(lower: string): string {
  return lower.endsWith(".") ? lower.slice(0, -1) : lower;
}
