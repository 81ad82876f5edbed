import type { Clue } from "#core/text/chance.ts";
import { isAdverbToken, PREPOSITIONS } from "#core/text/word-class.ts";
import type { Candidate } from "./candidate.ts";
import { type Ground, isBetween, type NounPhrase } from "./noun-phrase.ts";
import { kindOf } from "./phrase-kind.ts";
import type { Site } from "./site.ts";
import { cueAt, isPassive } from "./spoken.ts";
import { skipBetween } from "./subject.ts";

/** How a candidate stands to a verb of speech. */
type Tie = "subject" | "aside" | "who" | "inverted" | "object" | "by" | "colon" | "dash" | "none";

interface Grammar {
  readonly tie: Tie;
  /** The verb's token; -1 where there is none. */
  readonly cue: number;
}

const LONGEST_ASIDE = 30;
const NEAR = 1;
const FAR = 5;

const COMMAS: ReadonlySet<string> = new Set(",—–-");
const DASHES: ReadonlySet<string> = new Set("—–-");

/** What speaks for and against each candidate of a site, as names of weights. */
export function readClues(
  ground: Ground,
  site: Site,
  candidates: readonly Candidate[],
): readonly (readonly Clue[])[] {
  const grammars = candidates.map(({ phrase }) => grammarOf(ground, site, phrase));
  const governing = grammars.filter(governs).length;
  return candidates.map((candidate, at) => {
    const grammar = grammars[at] ?? NO_VERB;
    const rivals = governing - (governs(grammar) ? 1 : 0);
    return cluesOf(ground, site, candidate, grammar, rivals === 0 ? "alone" : "rivals");
  });
}

function cluesOf(
  ground: Ground,
  site: Site,
  { phrase, chosen }: Candidate,
  grammar: Grammar,
  rival: "alone" | "rivals",
): readonly Clue[] {
  const chose = ruleOf(site, chosen);
  const choice = chose === "silent" || chose === "other" ? "other" : "chosen";
  const what = site.quotation ? "quotation" : "claim";
  const place = `${what} ${placeOf(site, phrase, grammar)}`;
  const kind = `kind ${kindOf(ground, phrase)}`;
  const rule = `rule ${chose}`;
  const cue = `cue ${cueClass(ground, grammar.cue)}`;
  const left = `left ${leftOf(ground, phrase)}`;
  const right = `right ${rightOf(ground, phrase)}`;
  const tie = `tie ${grammar.tie}`;
  return [
    kind,
    rule,
    tie,
    cue,
    ["place", place],
    [tie, place],
    [tie, cue],
    [tie, kind],
    [tie, rival],
    [rule, kind],
    [rule, tie],
    [rule, rival],
    left,
    [left, choice],
    right,
    [right, choice],
    [`opens ${phrase.first <= site.sentence.from + 1}`, tie],
  ];
}

const NO_VERB: Grammar = { tie: "none", cue: -1 };

/** The verb of speech that a phrase is the subject of; -1 where it is none's. */
export function verbOf(ground: Ground, site: Site, phrase: NounPhrase): number {
  return grammarOf(ground, site, phrase).cue;
}

function governs({ tie }: Grammar): boolean {
  return tie !== "none" && tie !== "object";
}

/** The verb of speech that a phrase is the subject of, or the object. */
function grammarOf(ground: Ground, site: Site, phrase: NounPhrase): Grammar {
  const { tokens } = ground;
  const { first, last } = phrase;
  const isCue = (at: number) => {
    const cue = at >= site.sentence.from && at < site.sentence.to ? cueAt(ground, at) : null;
    return cue !== null && !isPassive(ground, at, cue);
  };
  const behind = skipAhead(ground, last + 1);
  if (isCue(behind) && tokens[last + 1]?.kind !== "possessive")
    return { tie: "subject", cue: behind };
  if (tokens[last + 1]?.lower === ":") return { tie: "colon", cue: -1 };
  const mark = tokens[last + 1]?.lower ?? "";
  const who = COMMAS.has(mark) ? last + 2 : last + 1;
  if (tokens[who]?.lower === "who") {
    const verb = skipAhead(ground, who + 1);
    if (isCue(verb)) return { tie: "who", cue: verb };
  }
  const before = skipBetween(tokens, first - 1, site.sentence.from);
  if (isCue(before) && before >= site.sentence.from) {
    const subject = skipBetween(tokens, before - 1, site.sentence.from);
    const word = tokens[subject];
    const has = subject >= site.sentence.from && word !== undefined && word.kind !== "mark";
    return { tie: has ? "object" : "inverted", cue: before };
  }
  const preposition = tokens[first - 1]?.lower ?? "";
  if (preposition === "by" || (preposition === "to" && tokens[first - 2]?.lower === "according"))
    return { tie: "by", cue: preposition === "to" ? first - 2 : -1 };
  if (COMMAS.has(mark) || mark === "(") {
    const end = Math.min(site.sentence.to, last + LONGEST_ASIDE);
    for (let at = last + 2; at < end; at += 1) {
      const close = tokens[at]?.lower ?? "";
      if (!COMMAS.has(close) && close !== ")") continue;
      const verb = skipAhead(ground, at + 1);
      if (isCue(verb)) return { tie: "aside", cue: verb };
    }
  }
  if (DASHES.has(preposition)) return { tie: "dash", cue: -1 };
  return { tie: "none", cue: -1 };
}

export function skipAhead({ tokens }: Ground, from: number): number {
  let at = from;
  while (at - from < 5) {
    const word = tokens[at];
    if (word === undefined || word.kind === "possessive") return at;
    if (!isBetween(word) && !isAdverbToken(word)) return at;
    at += 1;
  }
  return at;
}

/** Where a candidate stands from the words: the side, and how near. */
function placeOf({ words, quotation }: Site, phrase: NounPhrase, { cue }: Grammar): string {
  if (!quotation) {
    if (cue === words.from) return "own verb";
    const gap = phrase.first > words.from ? phrase.first - words.from : words.from - phrase.last;
    const side = phrase.first > words.from ? "behind" : "before";
    return `${side} ${cue >= 0 ? "of another" : distance(gap - 1)}`;
  }
  const first = cue >= 0 ? Math.min(cue, phrase.first) : phrase.first;
  const last = Math.max(cue, phrase.last);
  if (phrase.first >= words.to) return `behind ${distance(first - words.to)}`;
  return `before ${distance(words.from - last - 1)}`;
}

function distance(tokens: number): string {
  if (tokens <= NEAR) return "beside";
  return tokens <= FAR ? "near" : "far";
}

function ruleOf({ attribution }: Site, chosen: boolean): string {
  if (attribution === null || attribution.subject === null) return "silent";
  if (!chosen) return "other";
  return attribution.tied ? attribution.rule : `${attribution.rule} loose`;
}

function cueClass(ground: Ground, at: number): string {
  const cue = at < 0 ? null : cueAt(ground, at);
  if (cue === null) return "none";
  if (cue.verb === "say" || cue.verb === "tell" || cue.verb === "add") return cue.verb;
  return cue.form === "participle" ? `${cue.use} participle` : cue.use;
}

function leftOf({ tokens }: Ground, { first }: NounPhrase): string {
  const word = tokens[first - 1];
  if (word === undefined) return "edge";
  if (word.kind === "mark")
    return /[.!?]/u.test(word.lower) ? "stop" : /["”“]/u.test(word.lower) ? "mark" : "punctuation";
  if (PREPOSITIONS.has(word.lower))
    return /^(?:of|to|by|with|for)$/u.test(word.lower) ? word.lower : "preposition";
  if (/^(?:and|or)$/u.test(word.lower)) return "and";
  if (/^(?:but|that|as|when|while|if|because|what|which|who)$/u.test(word.lower)) return "joint";
  if (word.kind !== "word") return word.kind;
  if (/(?:ed|ing)$/u.test(word.lower) && !word.capital) return "verb";
  return word.capital ? "capital" : "word";
}

function rightOf(ground: Ground, { last }: NounPhrase): string {
  const word = ground.tokens[last + 1];
  if (word === undefined) return "edge";
  if (word.kind === "possessive") return "possessive";
  if (word.kind === "mark") return /[,:(]/u.test(word.lower) ? word.lower : "mark";
  if (cueAt(ground, last + 1) !== null) return "cue";
  if (PREPOSITIONS.has(word.lower)) return "preposition";
  if (isBetween(word)) return "auxiliary";
  if (/^(?:and|or)$/u.test(word.lower)) return "and";
  if (/^(?:who|that|which)$/u.test(word.lower)) return "relative";
  return "word";
}
