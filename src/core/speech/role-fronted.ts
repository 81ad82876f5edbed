import type { NameRun } from "#core/text/name.ts";
import type { Range } from "#core/text/text.ts";
import type { Token } from "#core/text/token.ts";
import { isAdverb, isFunctionWord } from "#core/text/word-class.ts";
import { readCue } from "./cue.ts";
import { rangeOf } from "./role-noun.ts";

const LONGEST = 8;
/** Offices, and no word that is a surname or a newspaper as well: "Pope", "Star". */
const OFFICE =
  /^(?:executive|director|manager|chair|chairman|chairwoman|chairperson|minister|mayor|secretary|president|commissioner|spokes(?:man|woman|person)|leader|councillor|superintendent|officer|ceo|treasurer|governor|headteacher|coordinator|co-ordinator|owner)$/u;
const LINK = /^(?:of|for|and|the|&)$/u;
// "Addressing Orva Minister, Ann Roe, said"
const NO_OFFICE =
  /^(?:addressing|announcing|welcoming|visiting|including|following|praising|thanking|meeting)$/u;

/**
 * "Harbour Trust Chief Executive, Ann Roe, said": an office in capitals that a sentence opens with, before the
 * name of its holder, who speaks. But: "Tarn Mayor, Ann Roe, and".
 */
export function officeFronted(body: string, tokens: readonly Token[], run: NameRun): Range | null {
  const comma = run.first - 1;
  const office = tokens[comma - 1];
  if (tokens[comma]?.lower !== "," || office?.capital !== true) return null;
  if (!OFFICE.test(office.lower) || !speaks(tokens, run.last + 1)) return null;
  for (let at = comma - 1; at >= comma - LONGEST; at -= 1) {
    const word = tokens[at];
    if (word === undefined || !(word.capital || LINK.test(word.lower))) return null;
    if (!opensSentence(body, tokens, at)) continue;
    const isOfOffice = word.capital && at < comma - 1 && !NO_OFFICE.test(word.lower);
    const isSmall = isFunctionWord(word.lower) || isAdverb(word.lower);
    return isOfOffice && !isSmall ? rangeOf(tokens, at, comma - 1) : null;
  }
  return null;
}

/** Behind a new line, or behind a stop that closes no abbreviation. */
function opensSentence(body: string, tokens: readonly Token[], at: number): boolean {
  const [word, stop] = [tokens[at - 2], tokens[at - 1]];
  if (stop === undefined || body.slice(stop.end, tokens[at]?.start).includes("\n")) return true;
  return /^[.!?]$/u.test(stop.lower) && word?.kind === "word" && !word.capital;
}

function speaks(tokens: readonly Token[], comma: number): boolean {
  const cue = readCue(tokens[comma + 1]?.lower ?? "");
  return tokens[comma]?.lower === "," && cue?.use === "say";
}
