import { adjoins, followsSeat, type NameRun } from "#core/text/name.ts";
import { HONORIFICS, OFFICE_DOMAINS, ORG_WORDS, ROLE_NOUNS } from "#core/text/role-lexicon.ts";
import type { Range } from "#core/text/text.ts";
import type { Token } from "#core/text/token.ts";
import { CONJUNCTIONS, DETERMINERS, isFunctionWord, PREPOSITIONS } from "#core/text/word-class.ts";
import { readCue } from "./cue.ts";
import { officeOfField } from "./office-name.ts";
import { coordinated, opensTitle } from "./role-joined.ts";
import { bare, isLetters, isPluralOwner, isRoleNoun, isRoleWord, rangeOf } from "./role-noun.ts";
import { acrossLink, beforeMark, goesThrough, ownerStart } from "./role-owner.ts";
import { withoutRank } from "./role-rank.ts";

const LONGEST_TITLE = 12;
const ORDINAL = /^(?:first|second|third|then|now)$/u;

/** The title that stands right before a name: "Foreign Minister Ishaq". */
export function titleBefore(body: string, tokens: readonly Token[], run: NameRun): Range | null {
  const last = lastRoleWord(body, tokens, run);
  if (last === null) {
    const office = run.name === run.first ? officeOfField(tokens, run.first) : null;
    return office === null
      ? null
      : rangeOf(tokens, expandLeft(body, tokens, office), run.first - 1);
  }
  let first = last;
  if (run.role >= run.first) first = Math.min(run.first, last);
  // "the archbishop of Canterbury": the office stands before the seat.
  const seated = run.role === run.first || (run.role > run.first && run.honorific !== null);
  const seat = seated && run.last > run.role && followsSeat(tokens, first);
  if (seat && !isRoleWord(bare(tokens[first]?.lower ?? ""))) first -= 2;
  first = expandLeft(body, tokens, first);
  for (let at = last - 1; at >= first; at -= 1) if (isDoing(tokens, at)) first = at + 1;
  // "thanks to law professor Ann Roe", "asked to support fellow Ann Roe": a noun or a verb, who knows.
  if (tokens[first]?.capital === false && isRoleWord(tokens[first]?.lower ?? ""))
    if (isInfinitive(tokens, first - 1)) return null;
  if (isOfAnother(tokens, first, last)) return null;
  while (first < last && HONORIFICS.has(bare(tokens[first]?.lower ?? ""))) first += 1;
  // "singer, actor, and rights advocate Ann Roe": the last of three is not the whole.
  const [left, item, right, and] = tokens.slice(Math.max(0, first - 4), first);
  const listed = and?.lower === "and" && right?.lower === "," && left?.lower === ",";
  if (listed && item !== undefined && isRoleNoun(item)) return null;
  // "17 year old driver"
  if (first + 2 <= last && tokens[first]?.lower === "year" && tokens[first + 1]?.lower === "old")
    first += 2;
  return rangeOf(tokens, first, withoutRank(tokens, first, last));
}

/** "In 2000, as a Liberal Roe won": what she was. "the leader in the City Council Advocate Roe": half of it is the council's. */
function isOfAnother(tokens: readonly Token[], first: number, last: number): boolean {
  const [link, article] = tokens.slice(Math.max(0, first - 2), first);
  if (link?.lower === "as") return /^an?$/u.test(article?.lower ?? "");
  if (link?.lower !== "in" || article?.lower !== "the") return false;
  return tokens.slice(first, last).some(({ lower, capital }) => capital && ORG_WORDS.has(lower));
}

/** The last word of the title before a name, in its run or, in lower case, right before it. */
function lastRoleWord(body: string, tokens: readonly Token[], run: NameRun): number | null {
  if (run.role >= run.first) {
    const lower = bare(tokens[run.role]?.lower ?? "");
    // "Ambassador to Orva H E Ann Roe"
    if (isLetterE(tokens, run.role)) return run.role - 2;
    if (!HONORIFICS.has(lower) || ROLE_NOUNS.has(lower)) return run.role;
    if (run.role > run.first) return run.role - 1;
  }
  const before = tokens[run.first - 1];
  if (before === undefined || !adjoins(body, before, tokens[run.first])) return null;
  return isRoleNoun(before) && !isGoverned(tokens, run.first - 1) ? run.first - 1 : null;
}

/** What people are called in small letters that ends as what is done does: "disgraced financier Ann Roe". */
const CALLED =
  /^(?:retired|disgraced|renowned|noted|celebrated|acclaimed|respected|decorated|convicted|accused|jailed|imprisoned|exiled|deposed|ousted|embattled|beloved|esteemed|distinguished|self-.*|.*-.*ed|elected|appointed|registered|chartered|licen[sc]ed|certified|qualified|skilled|trained|experienced|seasoned|learned|suspected|alleged|wanted|married|bearded|injured|wounded|displaced|famed|storied|feared|hated|troubled|shared|united|allied|armed|crowned|tenured|salaried|unelected|underrated|defeated|indicted|charged|detained|arrested|slain|sacked|reputed)$/u;

/**
 * "the land was closed, prompted farmer Ann Roe to ask", "which led farmer Ann Roe": what opens the title is what was done
 * to her. But: "by disgraced financier Ann Roe", "said retired judge Ann Roe".
 */
function isDoing(tokens: readonly Token[], at: number): boolean {
  const word = tokens[at];
  const before = tokens[at - 1];
  if (word === undefined || word.capital || before === undefined) return false;
  if (!/\p{L}{3}ed$/u.test(word.lower) || CALLED.test(word.lower)) return false;
  const led = DETERMINERS.has(before.lower) || PREPOSITIONS.has(before.lower);
  return (
    !led &&
    !CONJUNCTIONS.has(before.lower) &&
    before.kind !== "possessive" &&
    readCue(before.lower) === null
  );
}

function isLetterE(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.lower === "e" && tokens[at - 1]?.lower === "h";
}

const MODAL = /^(?:will|would|can|could|may|might|must|shall|should|do|does|did|n't)$/u;

/** "will also star Josh Reed", "which placed incumbent Ann Roe": the word is a verb there. */
function isGoverned(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]?.capital === true) return false;
  let left = at - 1;
  while (/^(?:also|now|then|not|never|soon|still)$/u.test(tokens[left]?.lower ?? "")) left -= 1;
  const before = tokens[left]?.lower ?? "";
  return MODAL.test(before) || /^(?:which|who|he|she|they|we|you|i)$/u.test(before);
}

/** Takes in the words that belong to a title before it: "Clinton campaign" Chairman. */
function expandLeft(body: string, tokens: readonly Token[], from: number, joins = true): number {
  let at = from;
  let sure = from;
  while (from - at < LONGEST_TITLE) {
    const word = tokens[at - 1];
    if (word === undefined || !adjoins(body, word, tokens[at])) return at;
    if (word.kind === "possessive" || isPluralOwner(tokens, at - 1)) {
      // "Also that’s founder Ann Roe"
      const { lower = "", capital = false } = tokens[at - 2] ?? {};
      return isFunctionWord(lower) && !capital ? at : ownerStart(body, tokens, at - 2);
    }
    if (word.kind === "mark") {
      const before = beforeMark(body, tokens, at - 1);
      if (before === null) return at;
      // "the “Harbour Lights” star": what is in marks opens the title.
      if (tokens[before]?.kind === "mark" && tokens[before]?.lower !== "(") return before;
      at = before;
      sure = before;
      continue;
    }
    // "around 1 a.m. Turkish President": a time's stop is no part of the title.
    if (word.kind !== "word" || (!word.capital && body.charAt(word.end - 1) === ".")) return at;
    const next = stepLeft(body, tokens, at);
    if (next === null) {
      if (word.lower === "and" && joins)
        return coordinated(body, tokens, at, (left) => expandLeft(body, tokens, left, false)) ?? at;
      return isBound(word) || word.capital || opensTitle(tokens[at]) || isInfinitive(tokens, at - 1)
        ? at
        : sure;
    }
    at = next;
    if (tokens[at]?.capital === true) sure = at;
  }
  return sure;
}

/** The first token of what belongs to a title before the token at which it begins so far; else `null`. */
function stepLeft(body: string, tokens: readonly Token[], at: number): number | null {
  const word = tokens[at - 1];
  const here = tokens[at];
  if (word === undefined || here === undefined) return null;
  if (word.lower === "and" && joinsTitles(tokens, at)) return at - 2;
  if (isFunctionWord(word.lower) && !isLetters(body, word)) {
    // "Scotland's First Minister"; "New Boys On The Quay singer"
    if (ORDINAL.test(word.lower) && isRoleNoun(here)) return at - 1;
    if (word.capital && word.lower === "under" && here.lower === "secretary") return at - 1;
    if (word.capital) return goesThrough(body, tokens, at - 1) ? at - 1 : null;
    return here.capital ? acrossLink(body, tokens, at - 1) : null;
  }
  if (opensTitle(here) && !/^(?:fellow|now|then)$/u.test(word.lower)) return null;
  if (word.capital)
    return /^(?:according|speaking|given|including)$/u.test(word.lower) ? null : at - 1;
  if (isVerb(word.lower) || isGoverned(tokens, at - 1) || isInfinitive(tokens, at - 1)) return null;
  // "the Oval Office include President": a verb, and no word of the title; "the deal President Reed struck".
  const named = here.capital && (!isModifier(word.lower) || NOUN_IN_AL.test(word.lower));
  return named ? null : at - 1;
}

const NOUN_IN_AL =
  /^(?:deal|meal|appeal|goal|trial|rival|proposal|approval|arrival|survival|refusal|withdrawal|removal|hospital|festival|signal|animal|criminal|journal|material|scandal|tribunal|carnival)$/u;

const BEFORE_TO =
  /^(?:according|thanks|due|close|next|adviser|advisor|aide|assistant|successor|heir|spokes(?:man|woman|person)|talk(?:ed|ing)?|sp(?:oke|eak|eaking)|married|back|up)$/u;

/** "to investigate political rival Ann Roe": what stands behind "to" is a verb, and no part of her title. */
function isInfinitive(tokens: readonly Token[], at: number): boolean {
  const word = tokens[at];
  if (word === undefined || word.capital || tokens[at - 1]?.lower !== "to") return false;
  return !BEFORE_TO.test(tokens[at - 2]?.lower ?? "") && !isModifier(word.lower);
}

/** A word that stands before a title, and in none: what is behind it is all of the title. */
function isBound({ lower, capital }: Token): boolean {
  // "then vice president Ann Roe"
  if (!capital && /^(?:then|now|as|also)$/u.test(lower)) return true;
  const small = DETERMINERS.has(lower) || PREPOSITIONS.has(lower) || CONJUNCTIONS.has(lower);
  return small || (!capital && (isVerb(lower) || /^(?:where|here|there)\p{Ll}+$/u.test(lower)));
}

// "colleagues including fellow Ann Roe", "a photo showing actor Ann Roe"
const PARTICIPLE =
  /^(?:including|featuring|showing|starring|involving|naming|backing|supporting|replacing|making)$/u;

function isVerb(lower: string): boolean {
  if (PARTICIPLE.test(lower)) return true;
  return readCue(lower) !== null && !ROLE_NOUNS.has(lower) && !isModifier(lower);
}

/** "then President", "state Senator", "campaign Chairman": what may stand in small letters before a title. */
function isModifier(lower: string): boolean {
  return (
    ORG_WORDS.has(lower) ||
    ORG_WORDS.has(lower.replace(/s$/u, "")) ||
    OFFICE_DOMAINS.has(lower) ||
    isRoleWord(lower) ||
    /(?:al|ian|ish|ese|ern|-elect|-based|wide)$/u.test(lower) ||
    /^(?:then|former|ex|acting|state|city|county|fire|district|local|outgoing|incoming|current|longtime|senior|junior|retired|first|vice|deputy|assistant|co|super|pac|band|club|ruling|prime|first-term|second-term|new|late|fellow|top|only|sitting|embattled|popular|veteran|presumptive|eventual)$/u.test(
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
