import { POST_NOMINALS } from "#core/text/name-part.ts";
import { ROLE_NOUNS } from "#core/text/role-lexicon.ts";
import type { Token } from "#core/text/token.ts";
import {
  DAYS_AND_MONTHS,
  DETERMINERS,
  PREPOSITIONS,
  SUBJECT_PRONOUNS,
} from "#core/text/word-class.ts";
import type { NameMention } from "./cast.ts";
import { LONGEST_WALK, leadingSubject, speaks } from "./leading-subject.ts";
import { type Ground, isBetween, isHead, type NounPhrase } from "./noun-phrase.ts";
import { phraseEndingAt } from "./phrase-before.ts";
import { phraseOpeningAt } from "./phrase-behind.ts";
import { isRoleWord } from "./role-noun.ts";
import { COUPLERS, cueAt, isPassive } from "./spoken.ts";
import { isGoingOn } from "./told-of.ts";

const DASH = /^[—–-]$/u;

/** Words that open an aside behind a subject: "Smith, who …, said", "Smith, a nurse, said". */
const ASIDE_OPENERS: ReadonlySet<string> = new Set(
  `who whose whom which a an the now then once one also formerly speaking reached asked citing
  referring writing appearing responding of his her its their whom both himself herself in at on
  during while when after for with from like along whose reacting pressed wearing standing sitting`.split(
    /\s+/,
  ),
);

const SHOWN =
  /^(?:with|shows|showed|showing|heard|hears|saw|sees|filmed|recorded|caught|captured)$/u;

const WHOSE = /^(?:who|whose|whom)$/u;
const DEEPEST_ASIDE = 6;

/** Finds who speaks by the verb of speech at a token, no further back than `bound`. */
export function subjectOf(ground: Ground, at: number, bound: number): NounPhrase | null {
  const cue = cueAt(ground, at);
  if (cue === null || isPassive(ground, at, cue)) return null;
  const { tokens } = ground;
  const end = skipBetween(tokens, at - 1, bound);
  const before = tokens[end];
  if (end < bound || before === undefined) return null;
  if (before.lower === "," || DASH.test(before.lower)) {
    if (cue.form === "participle") return participleSubject(ground, at, end, bound);
    return (
      explained(ground, end, bound) ??
      behindAside(ground, end, bound) ??
      (cue.use === "shout" ? whoCried(ground, end, bound) : null) ??
      leadingSubject(ground, at, bound)
    );
  }
  if (before.lower === "who") return antecedent(ground, end, bound);
  if (cue.form === "participle") return participleSubject(ground, at, end, bound);
  if (COUPLERS.has(before.lower) || before.lower === "to") return leadingSubject(ground, at, bound);
  const phrase = phraseEndingAt(ground, end, bound);
  if (phrase === null || !isManner(ground, phrase, bound)) return phrase;
  return clauseSubject(ground, phrase.first - 1, bound);
}

/** "in a low voice said": how it was said, and not by whom. */
function isManner(ground: Ground, phrase: NounPhrase, bound: number): boolean {
  const { first, head, form } = phrase;
  if (form !== "description" || first - 1 < bound || isHead(ground.tokens[head]?.lower ?? ""))
    return false;
  return /^(?:in|with|through|by|over|without|for)$/u.test(ground.tokens[first - 1]?.lower ?? "");
}

/** "She said Penn looked at her and said": Penn may have said it, and so may she. */
export function tellsOfAnother(ground: Ground, { last }: NounPhrase, at: number): boolean {
  if (!COUPLERS.has(ground.tokens[at - 1]?.lower ?? "")) return false;
  if (!TELLS.test(ground.tokens[last + 1]?.lower ?? "")) return false;
  const from = ground.tokens[last + 2]?.lower === "that" ? last + 3 : last + 2;
  const name = ground.nameOpening.get(from);
  if (name === undefined || name.run.last >= at || !ground.isPerson(name)) return false;
  return !isGoingOn(ground.tokens[at]);
}
const TELLS = /^(?:said|says|claim(?:s|ed)|testified|recall(?:s|ed)|alleged?s?|recounted)$/u;

/** "Corr said Harrow took her arm and, in a low voice, said": the clause nearest to it is Harrow's. */
function clauseSubject(ground: Ground, at: number, bound: number): NounPhrase | null {
  const { tokens } = ground;
  for (let verb = at - 1; verb > bound; verb -= 1) {
    const cue = cueAt(ground, verb);
    if (cue === null || cue.use !== "say" || cue.form === "participle") continue;
    const from = tokens[verb + 1]?.lower === "that" ? verb + 2 : verb + 1;
    const phrase = phraseOpeningAt(ground, from, at);
    const next = phrase === null ? undefined : tokens[phrase.last + 1];
    if (phrase === null || next?.kind !== "word" || PREPOSITIONS.has(next.lower)) continue;
    return phrase.form !== "description" || speaks(ground, phrase) ? phrase : null;
  }
  return leadingSubject(ground, at, bound);
}

/** "Roe said that Swann surfaced, yelled “Run!”": Swann did. */
function whoCried(ground: Ground, comma: number, bound: number): NounPhrase | null {
  const phrase = clauseSubject(ground, comma, bound);
  return phrase?.form === "name" ? phrase : null;
}

/** Steps back over adverbs, auxiliaries and "on Monday". */
export function skipBetween(tokens: readonly Token[], from: number, bound: number): number {
  let at = from;
  for (;;) {
    const word = tokens[at];
    if (word === undefined || at < bound) return at;
    const preposition = tokens[at - 1]?.lower ?? "";
    if (DAYS_AND_MONTHS.has(word.lower) && /^(?:on|in|last|late|early)$/u.test(preposition))
      at -= 2;
    else if (isBetween(word) || word.lower === "n't") at -= 1;
    else return at;
  }
}

/** "Smith, who has led the agency since 2019, said": the phrase before the aside speaks. */
function behindAside(ground: Ground, comma: number, bound: number): NounPhrase | null {
  const { tokens } = ground;
  let found: NounPhrase | null = null;
  let isWithin = false;
  let depth = 0;
  for (let at = comma - 1; at > bound && comma - at < LONGEST_WALK; at -= 1) {
    const word = tokens[at];
    if (word === undefined) break;
    if (word.lower !== "," && !DASH.test(word.lower)) continue;
    const next = tokens[at + 1];
    depth += 1;
    if (depth > DEEPEST_ASIDE) break;
    const phrase = phraseEndingAt(ground, at - 1, bound);
    const opens = next !== undefined && opensAside(next);
    if (phrase === null || (!opens && phrase.first !== bound)) {
      if (found !== null && !isWithin) break;
      continue;
    }
    // "Rae Holm, who lost her son, Ivo Holm, in a fire, said": whoever the aside names is not the one.
    if (isWithin && (phrase.first !== bound || !WHOSE.test(next?.lower ?? ""))) continue;
    found = phrase;
    // An aside of an aside: "Smith, a nurse, who lives in Leeds, said".
    const left = tokens[phrase.first - 1]?.lower ?? "";
    if (left !== "," && !DASH.test(left)) break;
    isWithin = phrase.form === "name";
  }
  return found;
}

/** The name that ends at a token: of "Maria Lenz of Uppsala University", the first. */
function ownName({ tokens, nameEnding }: Ground, end: number): NameMention | undefined {
  const at = POST_NOMINALS.has(tokens[end]?.lower ?? "") ? end - 1 : end;
  const name = nameEnding.get(at);
  const of = (name?.run.first ?? 0) - 1;
  const link = tokens[of]?.lower === "the" ? of - 1 : of;
  if (!/^(?:of|from|at|for)$/u.test(tokens[link]?.lower ?? "")) return name;
  return nameEnding.get(link - 1) ?? name;
}

/** "The foreign minister, Ishaq, said": the name between the commas speaks. */
function explained(ground: Ground, comma: number, bound: number): NounPhrase | null {
  // "A passenger, Edith Crail, 81, said"
  const aged =
    ground.tokens[comma - 1]?.kind === "number" && ground.tokens[comma - 2]?.lower === ",";
  const name = ownName(ground, aged ? comma - 3 : comma - 1);
  if (name === undefined || name.run.first - 1 <= bound) return null;
  const first = name.run.first;
  if (ground.tokens[first - 1]?.lower !== ",") return null;
  const before = phraseEndingAt(ground, first - 2, bound);
  const bracket = ground.tokens[first - 2]?.lower === ")";
  if (before === null) return null;
  const office = before.form !== "description" && isOfficeAt(ground, bound, first - 1, name);
  if (before.form !== "description" && !bracket && !office) return null;
  return {
    first: office ? bound : before.first,
    last: name.run.last,
    form: "name",
    name,
    head: name.run.last,
    joint: false,
  };
}

/** "Director of the Roads Division in the Ministry of Works, Ann Roe, said": all that it opens with is her office. */
function isOfficeAt(
  { tokens, isPerson }: Ground,
  from: number,
  comma: number,
  name: NameMention,
): boolean {
  const office = tokens.slice(from, comma);
  const noun = office.findIndex(({ lower }) => isRoleWord(lower));
  if (noun < 0 || noun > 3 || !isPerson(name) || name.run.last === name.run.name) return false;
  if (!/^(?:of|for|at)$/u.test(office[noun + 1]?.lower ?? "")) return false;
  return office.every(
    ({ lower, capital, kind }) =>
      (kind === "word" && capital) || /^(?:of|for|at|in|the|and|,|&)$/u.test(lower),
  );
}

/**
 * "…, with one poster writing: “": the phrase before the verb; "…, when protesters broke in,
 * shouting “": the subject of the clause that it hangs on; else the sentence's.
 */
function participleSubject(
  ground: Ground,
  at: number,
  end: number,
  bound: number,
): NounPhrase | null {
  const { tokens } = ground;
  const beside = phraseEndingAt(ground, end, bound);
  // "with one poster writing", "shows a man shouting"
  if (beside !== null && SHOWN.test(tokens[beside.first - 1]?.lower ?? "")) return beside;
  for (let back = at - 1; back > bound; back -= 1) {
    const word = tokens[back];
    // "Nefzi said, adding: “"
    const spoken = cueAt(ground, back);
    if (spoken !== null && spoken.form !== "participle" && spoken.use === "say") {
      const speaker = subjectOf(ground, back, bound);
      if (speaker !== null) return speaker;
    }
    if (
      word === undefined ||
      !/^(?:when|while|as|after|before|because|where|with)$/u.test(word.lower)
    )
      continue;
    const phrase = phraseOpeningAt(ground, back + 1, at);
    const next = phrase === null ? undefined : tokens[phrase.last + 1];
    if (phrase === null || next?.kind !== "word" || PREPOSITIONS.has(next.lower)) continue;
    // "Roe sat with Ann Poe and praised it, saying": Poe's is no clause.
    if (COUPLERS.has(next.lower)) continue;
    // "as mayor she could stop it, noting": the clause is hers, and the words are whoever's it hangs on.
    if (SUBJECT_PRONOUNS.has(next.lower)) continue;
    return phrase.form !== "description" || speaks(ground, phrase) ? phrase : null;
  }
  return leadingSubject(ground, at, bound);
}

function opensAside(token: Token): boolean {
  return (
    ASIDE_OPENERS.has(token.lower) ||
    token.kind === "number" ||
    token.lower.endsWith("-year-old") ||
    ROLE_NOUNS.has(token.lower) ||
    /^(?:r|d|i)-/u.test(token.lower) ||
    (token.lower.endsWith("ing") && !token.capital)
  );
}

/** "by Ann Roe, president of the league, who said": her office, and she speaks. */
function explaining(
  { tokens, nameEnding, isPerson }: Ground,
  { form, first, head }: NounPhrase,
  bound: number,
): NounPhrase | null {
  const name = nameEnding.get(first - 2);
  if (name === undefined || form === "pronoun" || name.run.first < bound) return null;
  // "the mayor" is found by what was read of her.
  if (DETERMINERS.has(tokens[first]?.lower ?? "")) return null;
  const isOffice = isRoleWord(tokens[head]?.lower ?? "") || isRoleWord(tokens[first]?.lower ?? "");
  if (tokens[first - 1]?.lower !== "," || !isOffice || !isPerson(name)) return null;
  const { run } = name;
  return { first: run.first, last: run.last, form: "name", name, head: run.last, joint: false };
}

function antecedent(ground: Ground, who: number, bound: number): NounPhrase | null {
  const before = ground.tokens[who - 1]?.lower === "," ? who - 2 : who - 1;
  const phrase = phraseEndingAt(ground, before, bound);
  const named = phrase === null ? null : explaining(ground, phrase, bound);
  if (named !== null) return named;
  // "He is the sort of man who says": one like him, and nobody in the story.
  const likened = /^(?:is|are|was|were|like|as)$/u;
  const isLikened =
    phrase?.form === "description" && likened.test(ground.tokens[phrase.first - 1]?.lower ?? "");
  return isLikened ? null : phrase;
}
