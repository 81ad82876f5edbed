import { adjoins } from "#core/text/name.ts";
import { ORG_WORDS } from "#core/text/role-lexicon.ts";
import type { Range } from "#core/text/text.ts";
import type { Token } from "#core/text/token.ts";
import {
  AUXILIARIES,
  DAYS_AND_MONTHS,
  DETERMINERS,
  isFunctionWord,
  PREPOSITIONS,
  SUBJECT_PRONOUNS,
} from "#core/text/word-class.ts";
import { readCue } from "./cue.ts";

/** More words than this tell what somebody does, and name no office. */
const MOST_WORDS = 20;
const LONGEST_FIRM = 6;

/**
 * "an expert in drift ice and river mouths at Sable College": what the role is of goes on behind its
 * "and". But: "a professor at Sable College and has written two books".
 */
export function goesOnBehindAnd(tokens: readonly Token[], noun: number, and: number): boolean {
  const within = tokens.slice(noun + 1, and).some(({ lower }) => PREPOSITIONS.has(lower));
  const owned = tokens.slice(noun + 1, and).some(({ kind }) => kind === "possessive");
  const next = tokens[and + 1];
  // "senior vp partnerships and revenue at Tarn Games"
  const field = and > noun + 1 && /^(?:at|of|for)$/u.test(tokens[and + 2]?.lower ?? "");
  if (!(within || owned || field) || next?.kind !== "word") return false;
  if (isFunctionWord(next.lower) || AUXILIARIES.has(next.lower) || SUBJECT_PRONOUNS.has(next.lower))
    return false;
  if (!next.capital && readCue(next.lower) !== null) return false;
  const behind = tokens[and + 2];
  // "and runs a site", "and studied in Arden": a verb has something behind it that no noun has.
  const verbal = /(?:s|ed)$/u.test(next.lower) && !next.capital;
  return !(verbal && behind !== undefined && DETERMINERS.has(behind.lower));
}

/** "president of Marrow, Lyle & Root": the name of a firm goes on behind its comma. */
export function isFirmBehind(body: string, tokens: readonly Token[], comma: number): boolean {
  let at = comma + 1;
  while (at < comma + 4 && tokens[at]?.capital === true) at += 1;
  return (
    at > comma + 1 &&
    tokens[at]?.lower === "&" &&
    tokens[at + 1]?.capital === true &&
    adjoins(body, tokens[at - 1], tokens[at])
  );
}

/**
 * "said Ann Roe, Director, Tarn Power.": the last token of whom an office in capitals is of; the office's
 * own last where nothing is; `null` where what stands behind the comma may be its end or somebody else.
 */
export function endOfOffice(body: string, tokens: readonly Token[], last: number): number | null {
  let end = last;
  while (tokens[end + 1]?.lower === "," && tokens[end + 2]?.capital === true) {
    let at = end + 2;
    while (at < end + 2 + LONGEST_FIRM && isOfFirm(body, tokens, at + 1)) at += 1;
    const stop = tokens[at + 1]?.lower ?? ".";
    if (stop === "," || /^[.!?]$/u.test(stop) || isNewLine(body, tokens, at)) end = at;
    else return end === last ? null : end;
  }
  return end;
}

function isOfFirm(body: string, tokens: readonly Token[], at: number): boolean {
  const word = tokens[at];
  if (word === undefined || !adjoins(body, tokens[at - 1], word)) return false;
  return (
    word.capital || (/^(?:&|of|for|the)$/u.test(word.lower) && tokens[at + 1]?.capital === true)
  );
}

function isNewLine(body: string, tokens: readonly Token[], at: number): boolean {
  return body.slice(tokens[at]?.end, tokens[at + 1]?.start).includes("\n");
}

/** "University of Orva, Port Tarn", "Image Works, Inc.": the name goes on behind its comma. */
export function isTownBehind(tokens: readonly Token[], comma: number): boolean {
  if (/^(?:inc|llc|ltd|plc|corp|llp)$/u.test(tokens[comma + 1]?.lower ?? "")) return true;
  let left = comma - 1;
  while (left > comma - 4 && tokens[left]?.capital === true) left -= 1;
  if (tokens[left]?.lower !== "of" || tokens[left - 1]?.lower !== "university") return false;
  let at = comma + 1;
  while (at < comma + 4 && tokens[at]?.capital === true) at += 1;
  const stop = tokens[at];
  return at > comma + 1 && (stop === undefined || /^[,.;:”")]$/u.test(stop.lower));
}

/**
 * "head of the Department of Lakes (DOL) in Northern Orva": the bracket that closes behind a body's letters,
 * where what the role is of goes on behind it; `null` where no such bracket opens here.
 */
export function endOfLetters(body: string, tokens: readonly Token[], at: number): number | null {
  const [open, letters, close, link, place] = tokens.slice(at, at + 5);
  if (open?.lower !== "(" || close?.lower !== ")" || tokens[at - 1]?.capital !== true) return null;
  if (!/^\p{Lu}[\p{Lu}&]{1,7}$/u.test(body.slice(letters?.start, letters?.end))) return null;
  const goesOn = /^(?:in|of|for)$/u.test(link?.lower ?? "") && place?.capital === true;
  return goesOn && adjoins(body, close, link) && !DAYS_AND_MONTHS.has(place.lower) ? at + 2 : null;
}

const LONGEST_TITLE = 12;
/** "author of “Tide Tables”": the mark that closes a title which the role is of; `null` where none opens here. */
export function endOfTitle(body: string, tokens: readonly Token[], at: number): number | null {
  if (!/^["“‘«]$/u.test(tokens[at]?.lower ?? "")) return null;
  if (!/^(?:of|behind|for)$/u.test(tokens[at - 1]?.lower ?? "")) return null;
  for (let next = at + 1; next < at + LONGEST_TITLE; next += 1) {
    if (!/^["”’»]$/u.test(tokens[next]?.lower ?? "")) continue;
    return /[,.]/u.test(body.charAt((tokens[next]?.start ?? 0) - 1)) ? null : next;
  }
  return null;
}

/** A role of more is cut before what it only was on. */
const MANY_WORDS = 14;
const LOOSE = /^(?:at|in|on|with|from|near|during|since)$/u;

/**
 * The last token of a role that is no longer than a role may be and ends with no word that more must follow:
 * "a senior fellow at the Harbour Centre and author of" goes without its last part. `null` where none is.
 */
export function wholeEnd(
  tokens: readonly Token[],
  start: number,
  noun: number,
  last: number,
): number | null {
  let end = beforeTime(tokens, noun, last);
  if (isOpen(tokens[end])) {
    while (end > noun && tokens[end]?.lower !== "and") end -= 1;
    end -= 1;
    if (end < noun || isOpen(tokens[end])) return null;
  }
  if (end - start < MANY_WORDS) return end;
  const isLong = end - start >= MOST_WORDS;
  if (isLong) {
    // "a professor of history at Sable College and an expert on the rebuilding of": the first of two posts.
    for (let at = end - 2; at > noun && at > start; at -= 1)
      if (/^(?:an?|the)$/u.test(tokens[at + 1]?.lower ?? "") && tokens[at]?.lower === "and")
        return at - start > MOST_WORDS ? null : at - 1;
  }
  for (let at = noun + 2; at <= end && at - start <= MANY_WORDS; at += 1) {
    const before = tokens[at - 1];
    if (isOpen(before) || !LOOSE.test(tokens[at]?.lower ?? "")) continue;
    // "an aide to President Reed on his tour"; but "the Centre on Fisheries", "an expert on Orva".
    const ofOther = before?.capital === true && !ORG_WORDS.has(before.lower);
    if (isLong ? tokens[at + 1]?.capital !== true : tokens[at]?.lower === "on" && ofOther)
      return at - 1;
  }
  return isLong ? null : end;
}

/** "head of the Harbour Board in Tarn on Monday": when they said it is no part of what they are. */
function beforeTime(tokens: readonly Token[], noun: number, last: number): number {
  const [before, on, day] = tokens.slice(Math.max(0, last - 2), last + 1);
  if (last - 2 < noun || !/^(?:on|in)$/u.test(on?.lower ?? "")) return last;
  // "champion in 2014 and 2016": one year of two is another honour.
  const [and, year] = tokens.slice(last + 1, last + 3);
  if (day?.kind === "number" && /^(?:and|,)$/u.test(and?.lower ?? "") && year?.kind === "number")
    return last - 2;
  // "editor of the Mail on Sunday"
  if (before?.lower === "mail") return last;
  return DAYS_AND_MONTHS.has(day?.lower ?? "") ? last - 2 : last;
}

function isOpen(token: Token | undefined): boolean {
  // "the Director-General of the WHO"
  if (token?.lower === "who") return !token.capital;
  return PREPOSITIONS.has(token?.lower ?? "") || /^(?:and|the|an?)$/u.test(token?.lower ?? "");
}

// "the “Harbour Lights” star": what is left when the words in marks are away is no role.
const RELATIVE =
  /^(?:star|founder|co-founder|member|winner|author|half|leader|actor|actress|singer|host|creator)$/i;
// But: "Director-General of the WHO".
const OPEN =
  /\s(?:[Tt]o|[Oo]f|[Ff]or|[Aa]t|[Ii]n|[Aa]nd|[Tt]he|[Oo]n|[Ww]ith|[Ww]ho|[Ff]rom|[Bb]y)$/;
const IN_MARKS = /(?:^|\s)["“‘'«][^"“”«»\n]{2,60}["”’'»]\s$/u;
// "the first woman to cross it"
const FEAT = /^(?:first|last|only) (?:wo)?m[ae]n(?:$|\s(?:to|ever)\b)/i;

// "the company's security officer": whose it is stands elsewhere.
const ANAPHORIC =
  /^(?:(?:company|firm)(?:['’]s)?|(?:Company|Firm)(?= \p{Ll})|(?:business|group|organi[sz]ation|start-?up|outfit|retailer|carmaker|airline|institute|university|college|foundation|agency|association|union|charity|lobby)['’]s|(?:companies|firms|groups)['’]) /u;
// "director for games at the tech giant", "member of the group": which, stands elsewhere.
const ANAPHORIC_BODY =
  /\b(?:of|at|for|with|from|in) the (?:\p{Ll}[\p{Ll}-]* ){0,2}(?:company|firm|giant|group|agency|organi[sz]ation|carmaker|airline|retailer|start-?up|business|outfit|institute|association|chain|maker|charity)(?= and |$)/u;
// "premier commended the efforts": a verb, and what it is done to.
const CLAUSE =
  /^\P{Lu}*\b(?:\p{Ll}{3,}ed|took|made|gave|won|led|wrote|held|met|put|sent) (?:the|an?|his|her|its|their|that|those)\b/u;

// "the husband and wife founders" are two, and she is one of them.
const SEVERAL =
  /^(?:husband and wife|brother and sister|father and son|mother and daughter|twin)\b.*s$/i;
// "former state secretary and Orvan [energy minister]", "Clean Air - [Cool Rhos director]": without what it is cut from
// it says another thing.
const MAY_CUT_OFF = /[-–]|[Ff]ormer/u;
const CUT_OFF =
  /\b[Ff]ormer\b[^,.;:“”\n]{2,70}\band (?:\p{Lu}[\p{L}.]*\s)*$|\p{Lu}\p{L}+ [-–] (?:\p{Lu}\p{L}*\s)*$/u;

/**
 * "the company's chief safety officer": the brief does not know which company, and the office says enough by
 * itself. But "the company's president" does not.
 */
export function withoutAnaphor(body: string, role: Range): Range {
  const owner = ANAPHORIC.exec(body.slice(role.start, role.end))?.[0] ?? "";
  const start = role.start + owner.length;
  const office = body.slice(start, role.end);
  return owner === "" || !/\s/u.test(office) ? role : { ...role, start };
}

// "All Under One [Banner committee member]": a small word in capitals, of a name that goes on behind it.
const WITHIN_NAME =
  /\s$(?<=(?<![\p{L}.])\p{Lu}\p{L}* (?:One|Two|Under|Over|Up|No|All|Of|For|On|With|Not|Our)\s)/u;

// "director of the Coalition for Environment[, Equity, and Resilience]"; "friend of both Ives [and his wife]"
const LISTED = /^, \p{Lu}\p{Ll}+, (?:and|&) \p{Lu}\p{Ll}+(?! \p{Lu})\b/u;

/** A role that stands whole: no relic of a phrase in quotation marks, and no whole clause. */
export function isWholeRole(body: string, { start, end }: Range): boolean {
  const role = body.slice(start, end);
  if (role.length > MOST_WORDS && role.split(/\s+/u).length > MOST_WORDS) return false;
  // "'Harbour Lights' star"
  if (/['‘]$/u.test(body.charAt(start - 1)) && /['’]\s/u.test(role)) return false;
  // "African Export–[Import Bank president]"
  if (/[\p{L}.][-–—/]$/u.test(body.slice(Math.max(0, start - 2), start))) return false;
  // "Ex-U.S. Rep.", "an analyst with Tarn.example": cut within a word.
  if (body.charAt(start - 1) === "." || /^\.\p{L}/u.test(body.slice(end, end + 2))) return false;
  if (ANAPHORIC.test(role) || ANAPHORIC_BODY.test(role) || CLAUSE.test(role) || SEVERAL.test(role))
    return false;
  const before = body.slice(Math.max(0, start - 90), start);
  if (MAY_CUT_OFF.test(before) && CUT_OFF.test(before)) return false;
  if (WITHIN_NAME.test(body.slice(Math.max(0, start - 24), start))) return false;
  const isRelic = IN_MARKS.test(body.slice(Math.max(0, start - 70), start));
  if (LISTED.test(body.slice(end, end + 80))) return false;
  if (/\bboth\b/u.test(role) && !/\band\b/u.test(role)) return false;
  return !(isRelic && RELATIVE.test(role)) && !OPEN.test(role) && !FEAT.test(role);
}
