import { GROUP_NOUNS, ORG_WORDS, ROLE_NOUNS } from "#core/text/role-lexicon.ts";
import type { Token } from "#core/text/token.ts";
import {
  AUXILIARIES,
  DAYS_AND_MONTHS,
  DETERMINERS,
  isAdverbToken,
  isFunctionWord,
  PREPOSITIONS,
} from "#core/text/word-class.ts";
import { type Cue, readCue } from "./cue.ts";
import { type Ground, isBetween } from "./noun-phrase.ts";

const BE: ReadonlySet<string> = new Set("is are was were be been being am get got gets".split(" "));

export const COUPLERS: ReadonlySet<string> = new Set("and but or then".split(" "));

/** Reads the cue at a token; `null` where the word is used as a noun or in the passive. */
export function cueAt(ground: Ground, at: number): Cue | null {
  const token = ground.tokens[at];
  if (token?.kind !== "word" || ground.isQuoted(at)) return null;
  const cue = readCue(token.lower);
  if (cue === null) return null;
  // "the United States": within a name it is no verb.
  if (token.capital && ground.tokens[at - 1]?.capital === true) return null;
  if (!completes(ground, at, cue.verb)) return null;
  if (cue.verb === "put") return { ...cue, form: "past" };
  if (cue.form === "past" || cue.form === "participle") return cue;
  return isVerbHere(ground, at, cue) ? cue : null;
}

/** Verbs that speak only with their particle: "put it", "pointed out", "went on: “" */
function completes({ tokens }: Ground, at: number, verb: string): boolean {
  const next = tokens[at + 1]?.lower ?? "";
  if (verb === "put") return next === "it";
  if (verb === "point") return next === "out";
  if (verb === "shoot" || verb === "hit" || verb === "fire") return next === "back";
  if (verb === "sum") return next === "up";
  const after = tokens[at + 2];
  // "a well thought out plan", "the index added 0.9 percent", "he reported to her"
  if (verb === "think") return next !== "out" && next !== "through";
  if (verb === "add") return !isSum(tokens, at + 1);
  // "prices continue to rise"
  if ((verb === "continue" || verb === "begin") && next === "to") return false;
  // "the members would continue the sit-in"
  if (verb === "continue" && DETERMINERS.has(next)) return false;
  // "The Courier reported on her speech:"; but "reported on Monday"
  if (verb === "report" && next === "on") return DAYS_AND_MONTHS.has(after?.lower ?? "");
  if (verb === "find" || verb === "hold") return !isThing(tokens[at + 1]);
  if (verb === "report" && next === "to") return hasThat(tokens, at + 2);
  if (verb !== "go") return true;
  return next === "on" && (after === undefined || after.kind === "mark" || after.lower === "to");
}

/** "found ways", "held talks": nothing is said there; but "found that", "found: “". */
function isThing(next: Token | undefined): boolean {
  if (next?.kind !== "word" || next.lower === "that") return false;
  return !PREPOSITIONS.has(next.lower) && !isAdverbToken(next);
}

/** "0.9 percent", "three assists", "$2m to its price"; but not "two people had died". */
function isSum(tokens: readonly Token[], at: number): boolean {
  const first = tokens[at];
  const sum = first?.kind === "number" || /^[$£€¥₹]$/u.test(first?.lower ?? "");
  if (!sum && !COUNTS.test(first?.lower ?? "")) return false;
  for (let next = at + 1; next < at + 7; next += 1) {
    const word = tokens[next];
    if (word === undefined || PREPOSITIONS.has(word.lower)) return true;
    if (word.kind === "mark" && word.lower !== "%") return true;
    if (AUXILIARIES.has(word.lower) || /[^e]ed$/u.test(word.lower)) return false;
  }
  return true;
}

const COUNTS =
  /^(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|another|about|nearly|almost|some|more)$/u;
const MOST_BETWEEN = 6;

function hasThat(tokens: readonly Token[], at: number): boolean {
  return tokens.slice(at, at + MOST_BETWEEN).some(({ lower }) => lower === "that");
}

/** "that claim.", "that idea on Monday": here "that" opens no clause. */
export function pointsAt({ tokens }: Ground, that: number): boolean {
  const noun = tokens[that + 1];
  const next = tokens[that + 2];
  if (noun === undefined || noun.kind !== "word" || noun.capital) return false;
  if (isFunctionWord(noun.lower) || /[^s]s$/u.test(noun.lower)) return false;
  return next === undefined || next.kind === "mark" || PREPOSITIONS.has(next.lower);
}

/** "she says", "officials claim", "to say"; but not "the report", "his claims". */
function isVerbHere({ tokens }: Ground, at: number, { form, verb }: Cue): boolean {
  if (form === "present" && (verb === "say" || verb === "tell")) return true;
  let subject = at - 1;
  let before = tokens[subject];
  while (before !== undefined && isAdverbToken(before) && at - subject < 4) {
    subject -= 1;
    before = tokens[subject];
  }
  if (before === undefined || before.kind === "possessive") return false;
  if (
    /^(?:he|she|they|it|i|we|you|who|to|will|would|can|could|may|might|should|must|also|not)$/u.test(
      before.lower,
    )
  ) {
    return true;
  }
  if (DETERMINERS.has(before.lower) || PREPOSITIONS.has(before.lower)) return false;
  // "the editorial read", "the leaflet reads": at a clause's end it is no noun.
  const ends = at + 1 >= tokens.length || tokens[at + 1]?.kind === "mark";
  if (verb === "read" && ends) return true;
  if (form === "present" && ends && before.kind === "word" && !isNoun(verb, before)) return true;
  // "and claims that"
  if (form === "present" && tokens[at + 1]?.lower === "that" && COUPLERS.has(before.lower))
    return true;
  // "help towns find ways": it is the verb of "help".
  if (form === "base" && HELPS.test(tokens[subject - 1]?.lower ?? "")) return false;
  if (form === "base")
    return /s$/u.test(before.lower) || GROUP_NOUNS.has(before.lower) || verb === "say";
  return before.capital || before.lower === "," || ROLE_NOUNS.has(before.lower);
}

/** "electoral hopes", "repeated claims" are things; "the official claims" speaks. */
function isNoun(verb: string, { lower, capital }: Token): boolean {
  if (!NOUNS_TOO.has(verb) || capital) return false;
  return !(ROLE_NOUNS.has(lower) || GROUP_NOUNS.has(lower) || ORG_WORDS.has(lower));
}

const HELPS = /^(?:help|let|ma[kd]e|see|saw|hear|ha[ds])(?:s|ed)?$/u;

const NOUNS_TOO: ReadonlySet<string> = new Set(
  `hope claim report comment demand request vow pledge note remark answer order promise appeal query
  joke tweet post text cry shout scream charge quote fear doubt call signal rule`.split(/\s+/),
);

/** Says whether a verb of speech at a token is in the passive: "was told", "were asked". */
export function isPassive({ tokens }: Ground, at: number, cue: Cue): boolean {
  if (cue.form !== "past") return false;
  let back = at - 1;
  while (back >= 0 && at - back < 5) {
    const word = tokens[back];
    if (word === undefined) return false;
    if (BE.has(word.lower)) return true;
    if (!isBetween(word)) return false;
    back -= 1;
  }
  return false;
}
