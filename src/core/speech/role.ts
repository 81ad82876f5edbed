import { adjoins, type NameRun } from "#core/text/name.ts";
import { POST_NOMINALS } from "#core/text/name-part.ts";
import type { Range } from "#core/text/text.ts";
import { type Token, tokenAt } from "#core/text/token.ts";
import {
  AUXILIARIES,
  DAYS_AND_MONTHS,
  DETERMINERS,
  isFunctionWord,
} from "#core/text/word-class.ts";
import { readCue } from "./cue.ts";
import { appositionBehind } from "./role-behind.ts";
import { bodyBehind, foreignBefore, lettersBefore, ministryBefore } from "./role-body.ts";
import { copulaBehind } from "./role-copula.ts";
import { officeFronted } from "./role-fronted.ts";
import { isPluralTitle, isRoleNoun, rangeOf } from "./role-noun.ts";
import { ownerStart } from "./role-owner.ts";
import { spokenTitle } from "./role-spoken.ts";
import { titleBefore } from "./role-title.ts";
import { isWholeRole, withoutAnaphor } from "./role-whole.ts";

// "Republican Ann Reed": a party alone is no role.
const PARTY =
  /^(?:Republican|Democrat|Conservative|Liberal|Labour|Socialist|man|woman|boy|girl|User|user|Account|account|Poster|poster)$/u;
// "Professor Ann Roe, a zoologist at Sable College": what the title is of says more.
// "Gen. Otto Merrin, the army spokesman": so does what follows a rank, or "Sister".
const ADDRESS =
  /^(?:Prof\.?|Professor|Dr\.?|Father|Fr\.?|Sister|Brother|(?:(?:Lt|Maj|Brig|Rear|Vice|Det|Chief|Staff|Master|First|Second)\.? )*(?:Gen|General|Lt|Lieutenant|Col|Colonel|Maj|Major|Capt|Captain|Sgt|Sergeant|Cpl|Corporal|Adm|Admiral|Cmdr|Commander|Brig|Brigadier|Insp|Inspector|Supt|Superintendent|Det|Detective|Const|Constable|Cst|Ofc|Tpr|Trooper|Rev|Reverend|Sen|Rep|Gov|Pc|PC)\.?)$/u;
// "Sable College's Prof Ann Roe": where she is, and how she is addressed, are no office.
const ADDRESS_OF = /['’]s? (?:Prof|Professor|Dr)\.?$/u;
// "study co-author", "prosecutor": what stands behind the name says more.
const VAGUE = /^(?:\p{Ll}[\p{Ll}-]* ?){1,2}$/u;
const KIN = /\b(?:wife|husband|widow|son|daughter|mother|father|brother|sister|friend)\b/u;
const SITE = /^\.(?:com|org|net|edu|gov|io|ai|co\.\p{Ll}{2})\b/u;
const OPENING = /(?:^|[.!?”"\n])\s*(?:the\s|an?\s)?$/i;
const LONGEST_PHRASE = 14;
const SAYS =
  /^(?:said|says|wrote|writes|added|adds|explained|explains|recalled|recalls|noted|notes)$/u;

/**
 * Finds the role that the article states beside a name: before it ("Foreign Minister Ishaq"),
 * behind it ("Ishaq, the foreign minister,") or as the phrase that the name explains ("the foreign
 * minister, Ishaq,").
 */
export function findRole(body: string, tokens: readonly Token[], run: NameRun): Range | null {
  for (const stated of statedRoles(body, tokens, run)) {
    if (stated === null) continue;
    // "an analyst with Harbours.com": the tokens part a site's name.
    const site = SITE.exec(body.slice(stated.end, stated.end + 8))?.[0] ?? "";
    const role = withoutAnaphor(body, { ...stated, end: stated.end + site.length });
    if (isWholeRole(body, role)) return role;
  }
  return null;
}

/** What the article states beside a name, what says most first. */
function* statedRoles(
  body: string,
  tokens: readonly Token[],
  run: NameRun,
): Generator<Range | null> {
  const title = titleBefore(body, tokens, run) ?? spokenTitle(body, tokens, run);
  const printed = title === null ? "" : body.slice(title.start, title.end);
  const several = isPluralTitle(printed.split(" ").at(-1)?.toLowerCase() ?? "");
  const address = ADDRESS.test(printed) || ADDRESS_OF.test(printed);
  // "according to prosecutor Ann Roe, the Attorney for the District of Velmark"
  const vague = VAGUE.test(printed);
  const behind = vague ? appositionBehind(body, tokens, run) : null;
  const said = behind === null ? "" : body.slice(behind.start, behind.end);
  if (/ (?:of|at|for|with) .*\p{Lu}/u.test(said) && !KIN.test(said)) yield behind;
  if (!several && !PARTY.test(printed) && !address) yield title;
  const before =
    phraseBefore(body, tokens, run) ??
    ministryBefore(body, tokens, run) ??
    officeBefore(body, tokens, run) ??
    officeFronted(body, tokens, run);
  // "The band's drummer, Cross, a magistrate, said": what a sentence opens with comes first.
  const opens =
    before !== null && OPENING.test(body.slice(Math.max(0, before.start - 12), before.start));
  if (opens) yield before;
  yield vague ? behind : appositionBehind(body, tokens, run);
  yield before;
  yield copulaBehind(body, tokens, run);
  yield bodyBehind(body, tokens, run);
  yield lettersBefore(body, run, tokens);
  yield foreignBefore(body, tokens, run);
  if (address && !ADDRESS_OF.test(printed)) yield title;
}

/**
 * "The foreign minister, Ishaq, said", "The owner of the station, Mann, said", "Smith's mother, Carol,
 * wept", "the guard who found it, Ives", "Incoming head of Tarn Power, Voss,": a description that the
 * name explains.
 */
function phraseBefore(body: string, tokens: readonly Token[], run: NameRun): Range | null {
  let comma = run.first - 1;
  // "The Archbishop of Tressel, the Most Rev. Ann Roe,"
  if (run.honorific !== null)
    while (/^(?:the|most|right|very)$/u.test(tokens[comma]?.lower ?? "")) comma -= 1;
  if (tokens[comma]?.lower !== ",") return null;
  const lettered = POST_NOMINALS.has(tokens[run.last + 1]?.lower ?? "");
  const after = run.last + (lettered ? 2 : 1);
  const next = tokens[after];
  const closed = /^(?:[,.]|of|from|at)$/u.test(next?.lower ?? "");
  // "The parks secretary, Mr Lund announced": with no comma behind it, where it can be nothing else.
  const spoken = speaksAt(tokens, after);
  if (!closed && !spoken) return null;
  const found = readPhrase(body, tokens, comma);
  if (found === null || closed || run.honorific !== null) return found;
  const from = tokenAt(tokens, found.start);
  return opensSentence(body, tokens, from) || isBehindOpening(body, tokens, from) ? found : null;
}

/** "said", "has revealed", "on Sunday said", "also warned" */
function speaksAt(tokens: readonly Token[], from: number): boolean {
  let at = from;
  if (
    /^(?:on|last|this)$/u.test(tokens[at]?.lower ?? "") &&
    DAYS_AND_MONTHS.has(tokens[at + 1]?.lower ?? "")
  )
    at += 2;
  while (/^(?:has|had|also|later|yesterday|today|then)$/u.test(tokens[at]?.lower ?? "")) at += 1;
  const word = tokens[at];
  return word !== undefined && !word.capital && readCue(word.lower)?.form === "past";
}

/** "Speaking of the storm, Orva's mayor, Roe said": the subject stands behind what its sentence opens with. */
function isBehindOpening(body: string, tokens: readonly Token[], from: number): boolean {
  const [word, comma] = [tokens[from - 2], tokens[from - 1]];
  if (comma?.lower !== "," || word === undefined || word.capital || word.kind !== "word")
    return false;
  for (let at = from - 2; at > from - LONGEST_PHRASE && at >= 0; at -= 1) {
    if (tokens[at]?.kind === "mark") return false;
    if (opensSentence(body, tokens, at))
      return /^(?:in|at|after|during|speaking|discussing|responding|commenting|asked)$/u.test(
        tokens[at]?.lower ?? "",
      );
  }
  return false;
}

function readPhrase(body: string, tokens: readonly Token[], comma: number): Range | null {
  // The clause behind "who" is no part of the role.
  const end = clauseBefore(tokens, comma) - 1;
  let noun = -1;
  let head = -1;
  for (let at = end; at > comma - LONGEST_PHRASE; at -= 1) {
    const word = tokens[at];
    // "Chief Officer (Acting) of the Lakes Board"
    const aside = word?.lower === ")" && tokens[at - 2]?.lower === "(";
    if (aside) at -= 2;
    if (word === undefined || (word.kind === "mark" && word.lower !== "-" && !aside)) return null;
    if (word.kind === "possessive")
      return noun < 0 ? null : rangeOf(tokens, ownerStart(body, tokens, at - 1), end);
    if (AUXILIARIES.has(word.lower)) return null;
    // "wrote harbour photographer, Ann Roe,"
    const says = noun === end && SAYS.test(word.lower);
    if (says) return rangeOf(tokens, at + 1, end);
    if (isRoleNoun(word)) noun = at;
    if (head < 0) head = noun;
    const determined = DETERMINERS.has(word.lower);
    const opens = !determined && opensBare(body, tokens, at, head);
    if (!determined && !opens) continue;
    const linked = /^(?:of|at|for|in|on|to)$/u.test(tokens[at - 1]?.lower ?? "");
    if (noun < 0 && linked) continue;
    if (noun < 0 || tokens.slice(at, end).some(({ lower }) => readCue(lower)?.form === "past"))
      return null;
    const start = /^(?:an?|the|another)$/u.test(word.lower) ? at + 1 : at;
    // Near the noun it is this phrase's own; "the speech, its author" is another's.
    const near = noun - at < 5 || isInCapitals(tokens, at + 1, noun);
    return near ? rangeOf(tokens, start, end) : null;
  }
  return null;
}

/** "An Orva Department of Parks spokesperson, Ann Roe, said": all of it is the name of whom she speaks for. */
function isInCapitals(tokens: readonly Token[], first: number, noun: number): boolean {
  const words = tokens.slice(first, noun);
  return (
    words.length < LONGEST_BODY &&
    words.every(({ capital, lower }) => capital || /^(?:of|for|and|the|&)$/u.test(lower))
  );
}
const LONGEST_BODY = 9;

/** "Incoming head of Tarn Power, Voss,": a sentence opens with an office. But: "President Reed, Voss, and". */
function opensBare(body: string, tokens: readonly Token[], at: number, head: number): boolean {
  const behind = tokens[head + 1];
  if (head < 0 || behind === undefined || tokens[at]?.capital !== true) return false;
  const { lower = "" } = tokens[at] ?? {};
  // "Speaking to newspaper Star of Tarn, Ann Roe said"
  if (isFunctionWord(lower) || (/ing$/u.test(lower) && !isGoing(lower))) return false;
  // "ZHDA president, Ann Roe said"
  const small = behind.lower === "," && tokens[head]?.capital === false && at < head;
  const whole = small || behind.lower === "(" || (!behind.capital && isFunctionWord(behind.lower));
  return whole && (opensSentence(body, tokens, at) || isBehindOpening(body, tokens, at));
}

function isGoing(lower: string): boolean {
  return /^(?:acting|incoming|outgoing|managing|leading|founding|visiting|presiding|marketing)$/u.test(
    lower,
  );
}

function opensSentence(body: string, tokens: readonly Token[], at: number): boolean {
  const start = tokens[at]?.start ?? 0;
  return OPENING.test(body.slice(Math.max(0, start - 12), start));
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
