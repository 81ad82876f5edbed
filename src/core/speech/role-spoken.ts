import { adjoins, type NameRun } from "#core/text/name.ts";
import type { Range } from "#core/text/text.ts";
import type { Token } from "#core/text/token.ts";
import { isAdverb, isFunctionWord } from "#core/text/word-class.ts";
import { readCue } from "./cue.ts";
import { genderOfName } from "./given-name.ts";
import { isRoleWord, rangeOf } from "./role-noun.ts";

const LONGEST = 5;
const OPENS = /^(?:former|ex|retired|veteran|longtime)$/u;

/**
 * "said net tosser T. J. Roe", "former dredger Ann Roe": the words in small letters between a verb of speech, or
 * a word that only titles open with, and a full name say what someone is, whether or not a list holds the trade.
 */
export function spokenTitle(body: string, tokens: readonly Token[], run: NameRun): Range | null {
  if (run.honorific !== null || run.name !== run.first || run.last === run.first) return null;
  // "said senior White House adviser Ann Roe"
  const next = tokens[run.last + 1];
  if (next?.capital === false && isRoleWord(next.lower)) return null;
  const given = `${tokens[run.name]?.lower ?? ""} ${tokens[run.last]?.lower ?? ""}`;
  for (let at = run.first - 1; at >= run.first - LONGEST && at > 0; at -= 1) {
    const word = tokens[at];
    if (word?.kind !== "word" || !adjoins(body, word, tokens[at + 1])) return null;
    const size = run.first - 1 - at;
    if (OPENS.test(word.lower) && size > 0 && genderOfName(given) !== "unknown")
      return rangeOf(tokens, at, run.first - 1);
    const cue = readCue(word.lower);
    if (size > 0 && !word.capital && cue?.use === "say" && cue.form === "past")
      return rangeOf(tokens, at + 1, run.first - 1);
    if (word.capital || isFunctionWord(word.lower) || isAdverb(word.lower)) return null;
    if (size === 0 && !isNoun(word.lower)) return null;
  }
  return null;
}

/** What a title may end with. */
function isNoun(lower: string): boolean {
  if (lower.length < 4 || readCue(lower) !== null || ADJECTIVE.test(lower)) return false;
  return !/[^s]s$/u.test(lower);
}

const ADJECTIVE =
  /(?:ed|ing|ous|ful|able|ible|ical|ish|ese|-old|-based|-born)$|^(?:senior|junior|national|federal|foreign|local|conservative|liberal|young|then|fellow|rising|chief)$/u;
