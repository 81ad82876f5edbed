import { adjoins } from "#core/text/name.ts";
import { OFFICE_DOMAINS, PLURAL_TITLES } from "#core/text/role-lexicon.ts";
import type { Token } from "#core/text/token.ts";
import { DETERMINERS, isFunctionWord } from "#core/text/word-class.ts";
import { readCue } from "./cue.ts";
import { isRoleWord, THINGS } from "./role-noun.ts";

const KIN =
  /^(?:(?:grand|step)?(?:father|mother|son|daughter)|(?:half-|step)?(?:brother|sister)|husband|wife|widow|widower|uncle|aunt|cousin|nephew|niece|mum|mom|dad|partner|girlfriend|boyfriend|friend|colleague|neighbou?r|teammate|team|band|group|company|club|party|board|government|crowd|police|public|press|media|family|staff)$/u;

/**
 * "trade and industry commissioner", "lead researcher and harbour scientist": what stands before the "and"
 * belongs to the title too, from the token that this gives. `null` where the "and" joins somebody else:
 * "Reed and film director Ann Roe", "his wife and film director Ann Roe".
 *
 * @param at the first token of the title so far, right behind the "and"
 * @param expandLeft finds where a title begins
 */
export function coordinated(
  body: string,
  tokens: readonly Token[],
  at: number,
  expandLeft: (from: number) => number,
): number | null {
  const [before, left, and, here] = [tokens[at - 3], tokens[at - 2], tokens[at - 1], tokens[at]];
  if (left?.kind !== "word" || !adjoins(body, left, and) || here === undefined) return null;
  if (isFunctionWord(left.lower) || KIN.test(left.lower) || isSeveral(left.lower)) return null;
  const office = isRoleWord(left.lower) || isTradeLike(left);
  const field = OFFICE_DOMAINS.has(left.lower) || /\p{L}{3}(?:al|ic)$/u.test(left.lower);
  // "Housing and Community Affairs Chair"
  const cased = here.capital === left.capital && (!here.capital || OFFICE_DOMAINS.has(left.lower));
  const ofField = field && cased && !isRoleWord(here.lower) && !opensTitle(here);
  if (readCue(left.lower) !== null && !isRoleWord(left.lower)) return null;
  const determined = DETERMINERS.has(before?.lower ?? "") || before?.kind === "possessive";
  if (!(ofField || (office && !determined))) return null;
  // "Reed and former governor Ann Roe"
  if (left.capital && !isRoleWord(left.lower) && !ofField && adjoins(body, before, left))
    return null;
  const first = expandLeft(at - 2);
  return at - first > LONGEST ? null : first;
}

const LONGEST = 8;

function isSeveral(lower: string): boolean {
  if (OFFICE_DOMAINS.has(lower)) return false;
  return PLURAL_TITLES.has(lower) || (/[^s]s$/u.test(lower) && !/ics$/u.test(lower));
}

/** A trade by its ending: theorist, demographer; but not "a paper". */
function isTradeLike({ lower }: Token): boolean {
  return /\p{L}{3}(?:er|or|ist|ian)$/u.test(lower) && !THINGS.has(lower);
}

/** "former Governor Roe", "outgoing Speaker Roe": nothing of the title stands before it. */
export function opensTitle(token: Token | undefined): boolean {
  if (token === undefined || token.capital) return false;
  return /^(?:former|outgoing|incoming|late|longtime|long-time|onetime|one-time|ousted|disgraced|then|ex)$/u.test(
    token.lower,
  );
}
