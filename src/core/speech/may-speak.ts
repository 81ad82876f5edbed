import { ROLE_NOUNS } from "#core/text/role-lexicon.ts";
import type { Token } from "#core/text/token.ts";
import { DETERMINERS } from "#core/text/word-class.ts";
import { skipAhead } from "./clue.ts";
import { type Ground, isTime, type NounPhrase, QUANTITIES } from "./noun-phrase.ts";
import { CONNECTIVE, kindOf } from "./phrase-kind.ts";
import { cueAt } from "./spoken.ts";

/** Never speak, whatever stands behind them: "in a low voice said", "We’re told". */
const MUTE: ReadonlySet<string> = new Set(
  `voice tone breath whisper way manner time moment mood hope hopes cost costs idea fact smile laugh
  face hand hands eye eyes tear tears hair heart head back arm arms foot feet door window`.split(
    /\s+/,
  ),
);
const NO_ONE: ReadonlySet<string> = new Set(
  "no-one noone nobody none nothing anyone anybody".split(" "),
);
const CONTRACTED = /^(?:i|we|you|he|she|they|it|that|there|who)'/u;

/** What can't speak is nobody: a thing, a verb, "quite". */
export function canSpeak(ground: Ground, phrase: NounPhrase): boolean {
  const { tokens } = ground;
  const noun = tokens[Math.min(phrase.head, phrase.last)]?.lower ?? "";
  if ((noun.includes("'") && CONTRACTED.test(noun)) || NO_ONE.has(noun)) return false;
  const kind = kindOf(ground, phrase);
  if (kind === "no noun" || kind === "thing" || isTimeAlone(ground, phrase)) return false;
  if (isObject(ground, phrase) || isCompared(tokens, phrase)) return false;
  if (phrase.form !== "name" && /^(?:ago|past|\p{N}+)$/u.test(noun)) return false;
  // "Similarly, Ann Roe said": a capital at the head of a sentence makes no name.
  if (kind === "name" && phrase.first === phrase.last && isAside(tokens, phrase.last)) return false;
  if (phrase.form === "name") return true;
  if (kind === "other noun" && isProposed(ground, phrase)) return false;
  // "the security head said"; but not "his head said".
  if (MUTE.has(noun)) return kind === "role" && phrase.head - phrase.first > 1;
  return kind !== "bare noun" || isOwned(tokens, phrase) || !isOne(tokens, phrase);
}

/** "the more you ask, the more people think": as much as that, and no people of the story. */
function isCompared(tokens: readonly Token[], { first }: NounPhrase): boolean {
  return (
    tokens[first]?.lower === "the" && /^(?:more|less|fewer)$/u.test(tokens[first + 1]?.lower ?? "")
  );
}

const TELLS =
  /^(?:reports?|stud(?:y|ies)|surveys?|papers?|reviews?|anal[iy]s[ei]s|polls?|statements?|releases?|letters?|articles?|documents?|books?|essays?|research|investigations?|audits?|inquir(?:y|ies)|lawsuits?|notices?|posts?|videos?|data|figures|findings)$/u;
const DONE =
  /^(?:proposed|described|outlined|suggested|named|detailed|presented|discussed|recommended|published|identified|predicted|advocated|considered|developed|designed|advanced)$/u;

/** "“Copper,” the larger design proposed in a study of 2013": what was done to it, and no word of it. */
function isProposed(ground: Ground, { first, head, last }: NounPhrase): boolean {
  if (ground.tokens[first - 1]?.lower === "to" || TELLS.test(ground.tokens[head]?.lower ?? ""))
    return false;
  if (!DONE.test(ground.tokens[last + 1]?.lower ?? "")) return false;
  return /^(?:in|by|at|during|for)$/u.test(ground.tokens[last + 2]?.lower ?? "");
}

/** "two weeks ago"; but not a channel or a paper that is named after a day. */
function isTimeAlone({ tokens }: Ground, { form, head }: NounPhrase): boolean {
  return form === "description" && isTime(tokens[head]);
}

function isAside(tokens: readonly Token[], at: number): boolean {
  return CONNECTIVE.test(tokens[at]?.lower ?? "") && tokens[at + 1]?.lower === ",";
}

/** "Ann Roe's publicist": whose it is says which one. */
function isOwned(tokens: readonly Token[], { first, head }: NounPhrase): boolean {
  return tokens.slice(first, head).some(({ kind }) => kind === "possessive");
}

/** One of many takes an article: "cautious", "electoral" and "audio provided" are nobody; "insiders" are. */
function isOne(tokens: readonly Token[], { head, last }: NounPhrase): boolean {
  const noun = tokens[Math.min(head, last)];
  if (noun === undefined || noun.capital) return false;
  // Scripts without capitals show nothing.
  return /^[a-z]/u.test(noun.lower) && !/(?:[^su]s|men|people)$/u.test(noun.lower);
}

/** Behind these stands what a phrase before them is of, and nobody whose verb comes next. */
const OF_ANOTHER: ReadonlySet<string> = new Set(
  `to of from at in on by with against about for amid among between through over under into within across inside
  outside near via versus during`.split(/\s+/),
);

/**
 * "A firm that trades under the brand Tarn Foods told the Mail", "a report in the journal Sable argued": the
 * name or the noun nearest to the verb is what a preposition goes with.
 */
function isObject(ground: Ground, phrase: NounPhrase): boolean {
  const { tokens } = ground;
  if (isOfOpening(tokens, phrase) || isStrangerAdding(tokens, phrase)) return true;
  const cue = cueAt(ground, skipAhead(ground, behindBrackets(tokens, phrase.last + 1)));
  // "with Roe saying": here the preposition goes with the clause.
  if (phrase.form === "pronoun" || cue === null || cue.form === "participle") return false;
  // "a bill that critics said": it opens a clause.
  if (tokens[phrase.first]?.lower === "that") return false;
  const { name } = phrase;
  // "Tarn Mills of Holm Owner Ann Roe said": her office parts her name from the preposition.
  const owned = isOwnedInClause(tokens, name?.run.name ?? 0);
  const first = name !== null && !owned && ground.isPerson(name) ? name.run.name : phrase.first;
  // "in the journal Sable": what the name is called by; but "to the owner Ann Roe".
  const noun = tokens[first - 1];
  const called =
    noun?.kind === "word" && !noun.capital && !ROLE_NOUNS.has(noun.lower) && !isTime(noun);
  const from = called && DETERMINERS.has(tokens[first - 2]?.lower ?? "") ? first - 1 : first;
  const near = DETERMINERS.has(tokens[from - 1]?.lower ?? "") ? from - 2 : from - 1;
  if (tokens[near]?.lower === "to" && tokens[near - 1]?.lower === "according") return false;
  // "his hearing before the Senate in June described it"
  const heard =
    tokens[near]?.lower === "before" &&
    /^(?:hearing|hearings|testimony|appearance|statement|remarks|speech|trial|case)$/u.test(
      tokens[near - 1]?.lower ?? "",
    );
  if (heard) return true;
  if (!OF_ANOTHER.has(tokens[near]?.lower ?? "") || isQuantity(tokens, phrase)) return false;
  return !isOpened(ground, near);
}

/** "In a note posted on Quill, the league, led by Roe, said": where it stands, and the league speaks. */
function isOfOpening(tokens: readonly Token[], { form, first, last }: NounPhrase): boolean {
  if (form !== "name" || tokens[last + 1]?.lower !== ",") return false;
  if (!DETERMINERS.has(tokens[last + 2]?.lower ?? "")) return false;
  if (!PLACES.test(tokens[first - 1]?.lower ?? "")) return false;
  let at = first - 1;
  while (at > 0 && first - at < FURTHEST_OPENER && tokens[at - 1]?.kind !== "mark") at -= 1;
  return tokens[at]?.capital === true && PLACES.test(tokens[at]?.lower ?? "");
}
const PLACES = /^(?:in|on|at|via|to|through|from)$/u;

/** "an earlier quarrel with another suspect, adding": who adds has spoken, and is no stranger. */
function isStrangerAdding(tokens: readonly Token[], { form, first, last }: NounPhrase): boolean {
  if (form !== "description" || tokens[first - 1]?.lower !== "with") return false;
  const verb = tokens[last + 1]?.lower === "," ? last + 2 : last + 1;
  return /^(?:an?|another)$/u.test(tokens[first]?.lower ?? "") && tokens[verb]?.lower === "adding";
}

/** "Ann Roe, who is of the [college's Quality Cell] said": no title that parts a name from its preposition. */
function isOwnedInClause(tokens: readonly Token[], name: number): boolean {
  if (tokens[name - 1]?.kind !== "possessive") return false;
  return tokens
    .slice(Math.max(0, name - FURTHEST_OPENER), name)
    .some(({ lower }) => lower === "who");
}

/** "the Quality Cell (QC) said" */
function behindBrackets(tokens: readonly Token[], at: number): number {
  if (tokens[at]?.lower !== "(") return at;
  const close = tokens.slice(at, at + LONGEST_BRACKET).findIndex(({ lower }) => lower === ")");
  return close < 0 ? at : at + close + 1;
}
const LONGEST_BRACKET = 6;

const FURTHEST_OPENER = 16;

/** "Ann Roe of Tarn College and contributor to Tides wrote": whom the sentence opens with is found later. */
function isOpened({ tokens, nameEnding, isPerson }: Ground, from: number): boolean {
  for (let at = from; at > Math.max(0, from - FURTHEST_OPENER); at -= 1) {
    const { kind = "mark", lower = "" } = tokens[at] ?? {};
    // "Ann Roe, who is of the Tarn Cell said": the clause is no part of her name.
    if ((kind === "mark" && lower !== ",") || lower === "who") return false;
    const name = nameEnding.get(at);
    if (name === undefined || !isPerson(name) || name.run.last === name.run.name) continue;
    const before = tokens[name.run.first - 1];
    return before === undefined || /^[.!?”"]$/u.test(before.lower);
  }
  return false;
}

/** "Of those asked, one said", "with one commenting" */
function isQuantity(tokens: readonly Token[], { first, head }: NounPhrase): boolean {
  return tokens.slice(first, head + 1).some(({ lower }) => QUANTITIES.has(lower));
}
