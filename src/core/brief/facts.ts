import { findHedge } from "#core/speech/hedge.ts";
import type { Quote } from "#core/speech/quote.ts";
import { isBalanced, isLostBalanced } from "#core/text/marks.ts";
import { findWords, type Word } from "#core/text/words.ts";
import type { Fact } from "./brief.ts";
import { type Candidate, contentKeys, findCandidates, type Story } from "./candidate.ts";
import type { Entry } from "./choose.ts";
import { halves } from "./contrast.ts";
import { hasHeOrShe } from "./dangling.ts";
import { findEnumerated } from "./enumerated.ts";
import { turnsBack } from "./held.ts";
import { saysNothing } from "./leaning.ts";
import { isMarred } from "./marred.ts";
import { findOthersWords } from "./others-words.ts";
import { findPlainCandidates, isPlainFit, plainHedge } from "./plain-candidate.ts";
import { chooseTold, isOvertaken } from "./promise.ts";
import { createMeasure, SPOKEN, share } from "./salience.ts";
import { maskQuoted } from "./shorten.ts";
import { readStandings, STANDS } from "./standing.ts";
import { readRow } from "./told.ts";
import { WEIGHTS } from "./weights.ts";
import { isSentence, isTorn, isWhole, STOP } from "./whole.ts";

/** How many facts a brief holds at most. */
export const FACTS = 5;
const FEWEST_WORDS = 5;
/** A longer sentence is a table or a text without stops. */
const MOST_LETTERS = 600;
const QUESTION =
  /^(?:who|what|when|where|why|how|is|are|was|were|do|does|did|can|could|will|would|has|have|should)\b.*\?$/i;
/** Beyond this share in quotation marks a sentence is a quote, and no fact. */
const MOST_QUOTED = 0.6;
/** A sentence with this share of its words in a quote gives way to it. */
const SAID = 0.7;
/** The share in quotation marks beyond which a sentence is the quote that stands in it. */
const MOSTLY_SAID = 0.33;
/** From so many sentences with a stop on, a line without one is a deck or a label. */
const FEWEST_STOPPED = 3;
/** More quotes than articles have; beyond them stands a transcript. */
const MOST_QUOTES = 400;
// The writer's own "we" is nobody's on another page.
const FIRST_PERSON =
  /(?<![\p{L}’'.])(?:I|me|we|us|my|our|myself|ourselves|(?<=^["'“‘]?)(?:We|My|Our))(?![\p{L}.])/u;
/** News speaks to no reader; a rule or an advice that someone gives may. */
const SECOND_PERSON = /(?<![\p{L}’'])(?:you|your|yours|yourself)(?!\p{L})/iu;
/** "This biography": which one, the headline may have told; "This is the moment that" points at nothing. */
const POINTS = /^["'“‘(]*(?:this|these|those|such) (?!(?:is|are|was|were)\b)/iu;
/** "This is the best of berths": neither the headline nor anything above it has told what is. "This is the week that" has. */
const IS_THIS =
  /^["'“‘(]*(?:this|these|those) (?:is|was|are|were) (?!the (?:\p{Ll}+ )?(?:moment|story|stories|tale|time|day|week|month|year|season|place|town|city|country)\b|what\b|how\b|where\b|when\b|why\b)/iu;
/** Of which time, another sentence says. */
const UNDATED =
  /\bat the time\b(?! (?:of|when|that|the|an?|he|she|they|it|his|her|its|their)\b)|\bthen (?:said|told)\b/iu;
/** "(or not, if you ask the captain)" is no part of what the sentence tells. */
const ASIDE = /\([^()]*\)/gu;
/** Behind it stands what someone says; "given that you ask" is the writer's own. */
const CLAIMED = /(?<!\b(?:[Gg]iven|[Pp]rovided|[Nn]ow|so|in) )\bthat\b|\btells? you\b/u;
/** What a writer exclaims, jokes or feels is no fact. */
const CHATTY =
  /!["'”’)]*$|^(?:yup|yeah|hey|hoo boy(?: is)?|boy(?=,)|gosh|geez|ouch|oops|phew|whoa|ugh|hmm|yes|yep|no(?=,)|nope|well|sadly|happily|luckily|unfortunately|fortunately|thankfully|hopefully|frankly|honestly|surprisingly|unsurprisingly|ironically|admittedly|sure|okay|ok|wow|alas|welcome|thanks?|please|click|read|see|watch|follow|subscribe|sign up|let(?:['’]s)?|imagine|remember|here(?: is| are| was| were|['’]s|['’]re)|meet|picture this|just|look|think|maybe|perhaps|granted|take|consider|try|sounds|seems|looks|guess|forgive|never mind|don['’]t|one (?:would|might|can only) (?:hope|think|expect|assume|say|argue|wonder))\b,? (?!(?:is|was|are|were|has|had|will)\b)/i;

/** A sentence fit to be a fact, with what the choice weighs. */
export interface Eligible extends Entry {
  readonly candidate: Candidate;
}

/** Chooses the facts of a story, in the article's order; what the headline promises is among the first. */
export function findFacts(story: Story, count = FACTS): readonly Fact[] {
  const eligible = findEligible(story);
  const known = contentKeys(findWords(story.headline ?? ""));
  const terms = { count, weights: WEIGHTS, known };
  return chooseTold(eligible, terms).map(({ candidate }) => toFact(candidate, story));
}

/** The sentences of a story that may be facts, measured against all the others. */
export function findEligible(story: Story): readonly Eligible[] {
  const english = story.rules.by === "english";
  const candidates = english ? findCandidates(story) : findPlainCandidates(story);
  const title = contentKeys(findWords(story.headline ?? ""));
  const measure = createMeasure(candidates, title);
  const fit = findFit(candidates, story);
  const names = namesIn(candidates);
  const standings = english ? readStandings(candidates, story, (one) => fit.has(one)) : [];
  const eligible: Eligible[] = [];
  let before: Eligible | null = null;
  // Speech alone parts nobody from who is meant by "he", but what is "also" so from what it is added to.
  let isNext = true;
  candidates.forEach((candidate, index) => {
    if (!candidate.follows) before = null;
    if (isBareSpeech(candidate)) {
      isNext = false;
      return;
    }
    if (!fit.has(candidate)) {
      before = null;
      return;
    }
    // "He left" means the same person behind what that person said; "it" may mean what was spoken of.
    const opens = index === 0 && (share(candidate.keys, title) > 0 || !pointsAhead(candidate));
    const named = isNext || hasHeOrShe(candidate.short) ? before : null;
    const needs = leansOn(candidate, named, opens);
    if (needs === undefined) {
      before = null;
      return;
    }
    const { keys, words, sentence, text } = candidate;
    const place = { at: sentence.start, length: words.length };
    const standing = standings[index] ?? STANDS;
    const turned = eligible.length > 0 && isTurned(candidates, index);
    const around: Standings = { before: isNext ? before : null, standing, turned };
    isNext = true;
    const { row, figures } = readRow(text, words, sentence.start);
    const told = {
      keys,
      row,
      figures,
      names: keys.intersection(names),
      plain: keys.difference(names),
    };
    const features = measure(candidate, index);
    before = { candidate, ...told, features, needs, ...place, ...around };
    eligible.push(before);
  });
  return eligible;
}

function pointsAhead({ short }: Candidate): boolean {
  return POINTS.test(short) || IS_THIS.test(short);
}

/** Keys that have a capital within a sentence, and nowhere a small letter. */
function namesIn(candidates: readonly Candidate[]): ReadonlySet<string> {
  const names = new Set<string>();
  const plain = new Set<string>();
  for (const { words } of candidates) {
    for (const [index, { capital, content, key }] of words.entries()) {
      if (!capital) plain.add(key);
      else if (content && index > 0) names.add(key);
    }
  }
  return names.difference(plain);
}

/** Those that may be printed for what stands in them, whatever stands around them. */
function findFit(candidates: readonly Candidate[], story: Story): ReadonlySet<Candidate> {
  const others = findOthersWords(story);
  const listed = findEnumerated(candidates);
  const quotes = story.quotes.slice(0, MOST_QUOTES).map(({ text }) => contentKeys(findWords(text)));
  const said: Said = { quotes, all: new Set(quotes.flatMap((keys) => [...keys])) };
  const english = story.rules.by === "english";
  const stopped = english ? candidates.filter(({ text }) => STOP.test(text)) : [];
  return new Set(
    (stopped.length >= FEWEST_STOPPED ? stopped : candidates).filter(
      (candidate) =>
        !others.has(candidate.sentence.passage) &&
        !story.untold.has(candidate.sentence) &&
        !listed.has(candidate) &&
        !isBareSpeech(candidate) &&
        isFitBy(candidate, story) &&
        !isSaid(candidate, said) &&
        !isQuoteItself(candidate, story.quotes),
    ),
  );
}

type Standings = Pick<Eligible, "before" | "standing" | "turned">;

/** As far behind a sentence as the other half of its contrast may stand. */
const OTHER_HALF = 3;

/**
 * "Only he won't be in a plane", "Others said no": what follows takes back a part, or tells the other half; of a
 * lede, it does so in one breath.
 */
function isTurned(candidates: readonly Candidate[], index: number): boolean {
  const behind = candidates.slice(index + 1, index + 1 + OTHER_HALF);
  const [next] = behind;
  if (next?.follows === true && isOvertaken(candidates[index]?.text ?? "", next.text)) return true;
  if (next?.follows === true && next.owner === null && turnsBack(next.text)) return true;
  return halves(
    candidates[index]?.text ?? "",
    behind.map(({ text }) => text),
  );
}

/**
 * What must stand before a sentence; `null` where nothing must, `undefined` where it is not there.
 *
 * @param opens whether it opens the story, and points at nothing but its headline
 */
function leansOn(
  { leaning, short }: Candidate,
  before: Eligible | null,
  opens: boolean,
): Eligible | null | undefined {
  if (leaning === "none") return null;
  if (before !== null && (!hasHeOrShe(short) || before.needs !== null)) return before;
  if (before?.candidate.people === true) return before;
  // "With those words Ida Moe took office" points at nothing.
  return leaning === "back" && opens ? null : undefined;
}

/** The words that say something of each quote, and of all together. */
interface Said {
  readonly quotes: readonly ReadonlySet<string>[];
  readonly all: ReadonlySet<string>;
}

/** Says whether one of the quotes, which stand beside the facts, tells most of it in someone's own words. */
function isSaid({ keys }: Candidate, { quotes, all }: Said): boolean {
  if (keys.size === 0 || share(all, keys) < SAID) return false;
  return quotes.some((quote) => share(quote, keys) >= SAID);
}

/** "“It held,” said Mira Solen, as the first lorries crossed.": the quote beside the facts says so, and who. */
function isQuoteItself({ sentence, quoted }: Candidate, quotes: readonly Quote[]): boolean {
  if (quoted < MOSTLY_SAID) return false;
  return quotes.some(({ start, end }) => start < sentence.end && sentence.start < end);
}

/** "“It went past me,” she says.": it brings nobody in whom the next sentence might mean. */
function isBareSpeech(candidate: Candidate): boolean {
  return candidate.quoted >= SPOKEN && !candidate.people;
}

function isFitBy(candidate: Candidate, story: Story): boolean {
  const isEnglish = story.rules.by === "english";
  const isPrinted = isEnglish
    ? isFit(candidate, story) && isTold(candidate, story)
    : isPlainFit(candidate, story);
  return isPrinted && !isMarred(candidate.short, story.body);
}

function isFit({ sentence, text, short, words, quoted }: Candidate, story: Story): boolean {
  const { body, passages, lostMarks } = story;
  const passage = passages[sentence.passage];
  if (isStub(words) || short.length > MOST_LETTERS || !isWhole(short)) return false;
  if (quoted > MOST_QUOTED || passage === undefined || isTorn(body, sentence, passage))
    return false;
  if (lostMarks ? QUESTION.test(text) : /\?["'”’]?$/u.test(text)) return false;
  if (!isSentence(lostMarks ? withMarks(short) : short)) return false;
  return lostMarks ? isLostBalanced(text) : isBalanced(short);
}

/** "The barge fetched 9,000 crowns." tells enough; "Nobody was hurt." does not. */
function isStub(words: readonly Word[]): boolean {
  const fewest = words.some(({ figure }) => figure) ? FEWEST_WORDS - 1 : FEWEST_WORDS;
  return words.length < fewest;
}

/** Copy whose marks became "?", with those that can't have been marks of quotation: isn?t, the pier ? the old one ? fell. */
function withMarks(text: string): string {
  return text.replace(/(?<=\p{L})\?(?=\p{L})/gu, "’").replace(/(?<= )\?(?= )/gu, "–");
}

/** Says whether the article itself tells a sentence whole: no turn of an interview, no part of a list. */
function isTold({ sentence, short, quoted, owner }: Candidate, story: Story): boolean {
  // Where marks were lost, nobody can see which "we" is quoted.
  const marked = !story.lostMarks || quoted === 0;
  if (marked && FIRST_PERSON.test(maskQuoted(short))) return false;
  if (owner === null && speaksToReader(short)) return false;
  if (CHATTY.test(short) || UNDATED.test(maskQuoted(short)) || saysNothing(short)) return false;
  if (story.passages[sentence.passage]?.kind !== "item") return true;
  return /^["“‘'(]?[\p{Lu}\p{N}]/u.test(short) && !/\band$/u.test(short);
}

function speaksToReader(text: string): boolean {
  if (!SECOND_PERSON.test(text)) return false;
  const [opening = ""] = maskQuoted(text).replace(ASIDE, "").split(CLAIMED, 1);
  return SECOND_PERSON.test(opening);
}

/** A sentence as its fact, owned by whom the article names beside it. */
export function toFact({ sentence, text, short, owner }: Candidate, { rules }: Story): Fact {
  const { start, end } = sentence;
  const hedge = rules.by === "english" ? findHedge(text) : plainHedge(text, rules);
  return { text: short, start, end, attribution: owner, hedge };
}
