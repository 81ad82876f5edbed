import { GROUP_NOUNS, ROLE_NOUNS } from "#core/text/role-lexicon.ts";
import { DETERMINERS, isAdverbToken, PREPOSITIONS } from "#core/text/word-class.ts";
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
  if (verb !== "go") return true;
  const after = tokens[at + 2];
  return next === "on" && (after === undefined || after.kind === "mark" || after.lower === "to");
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
  if (form === "present" && ends && before.kind === "word") return true;
  // "and claims that"
  if (form === "present" && tokens[at + 1]?.lower === "that" && COUPLERS.has(before.lower))
    return true;
  if (form === "base")
    return /s$/u.test(before.lower) || GROUP_NOUNS.has(before.lower) || verb === "say";
  return before.capital || before.lower === "," || ROLE_NOUNS.has(before.lower);
}

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
