import type { Token } from "#core/text/token.ts";
import { bare, isRoleWord } from "./role-noun.ts";

// "Inspector General", "Secretary General": there the rank is the office.
const BEFORE_GENERAL =
  /^(?:inspector|attorney|director|secretary|solicitor|surgeon|governor|auditor|consul|adjutant|comptroller|postmaster|advocate|registrar|commissioner|prosecutor|quartermaster)$/u;
const RANK =
  /^(?:general|gen|lieutenant|lt|colonel|col|major|maj|captain|capt|sergeant|sgt|corporal|admiral|adm|commander|cmdr|brigadier|brig|commodore|marshal|inspector|insp|superintendent|supt|professor|prof|dr|sen|senator|rep|representative|rev|reverend|engineer|barrister|advocate)$/u;
// "Chief Inspector", "Assistant Professor", "Deputy Commander": one title.
const GRADES =
  /^(?:chief|deputy|assistant|associate|detective|staff|master|first|second|vice|rear|senior|junior|air|field|police|fire|wing|flight|squadron|group|lance|police|district|state|us|u\.s|army|navy)$/u;
// "the union's chairperson President Reed", "her son Prince Rolf": two titles, and the first says more.
const SECOND = /^(?:president|prince|princess|king|queen|premier|father)$/u;
const KIND =
  /^(?:incumbent|candidate|nominee|hopeful|fellow|vice|democrat|republican|rival|billionaire)$/u;
const OVER_CHIEF = /^(?:general|gen|lieutenant|lt|admiral|adm|professor|prof|dr|sen|rep)$/u;

/**
 * "Chairman Lieutenant General", "Chief Medical Officer Professor": an office, and behind it how its holder
 * is addressed. The last token of the office; the last of all where the rank is a part of it.
 */
export function withoutRank(tokens: readonly Token[], first: number, last: number): number {
  const lowerOf = (at: number) => bare(tokens[at]?.lower ?? "");
  let at = last;
  while (at > first && RANK.test(lowerOf(at)) && !isOffice(lowerOf(at - 1), lowerOf(at))) at -= 1;
  const double = at === last && tokens[at]?.capital === true && SECOND.test(lowerOf(at));
  const before = lowerOf(at - 1);
  if (double && at > first && isRoleWord(before) && !RANK.test(before) && !KIND.test(before))
    at -= 1;
  const small = smallOffice(tokens, first, last);
  if (small !== null) return small;
  const office = lowerOf(at);
  if (at === last || !isRoleWord(office) || RANK.test(office)) return last;
  // "Republican Sen.": the party is no office.
  if (/^(?:republican|democrat|conservative|liberal|socialist)$/u.test(office)) return last;
  if (office === "chief") return OVER_CHIEF.test(lowerOf(at + 1)) ? at : last;
  return GRADES.test(office) || /^(?:executive|founder|founding)$/u.test(office) ? last : at;
}

// "executive VP", "state party secretary General"
const GOES_ON = /^(?:executive|managing|general|secretary|director|inspector|chief|head|former)$/u;
const IN_LETTERS = /^(?:[a-z]?vp|c[a-z]o|ciso|mp|mep|msp|mla|md|general)$/u;

/** "longtime department spokesman Undersecretary Ann Roe", "lecturer Associate Professor": in capitals how she is addressed. */
function smallOffice(tokens: readonly Token[], first: number, last: number): number | null {
  for (let at = last; at > first && tokens[at]?.capital === true; at -= 1) {
    const before = tokens[at - 1];
    if (before === undefined || before.capital || !isRoleWord(bare(before.lower))) continue;
    const isOne =
      KIND.test(before.lower) || GRADES.test(before.lower) || GOES_ON.test(before.lower);
    return isOne || IN_LETTERS.test(tokens[last]?.lower ?? "") ? null : at - 1;
  }
  return null;
}

function isOffice(before: string, rank: string): boolean {
  return /^gen(?:eral)?$/u.test(rank) && BEFORE_GENERAL.test(before);
}
