import type { Word } from "#core/text/words.ts";
import type { Candidate } from "./candidate.ts";
import { isHeld, setsTerms } from "./held.ts";
import { findIntroduced } from "./introduced.ts";
import { findMeant } from "./meant.ts";

/** What a sentence needs above it on the page, by the strictest reading. */
export interface Standing {
  /** It stands only right behind the sentence before it. */
  readonly held: boolean;
  /** Of each of these one word must have been printed above it. */
  readonly asks: readonly Asked[];
}

/** Words of which one must have been printed; of a thing that the article has two of, from where it brings that one in. */
export interface Asked {
  readonly keys: readonly string[];
  readonly from: number | null;
  /** Whether the sentence only speaks of it within, or may open with one alone: the jury, "The council". */
  readonly within: boolean;
}

export const STANDS: Standing = { held: false, asks: [] };

const WORD = /[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu;

/** A text without paragraphs has more sentences in a row: there none is known to go on with another. */
const MOST_IN_PARAGRAPH = 8;

/**
 * Reads what each sentence of a story needs, beside its headline.
 *
 * @param isFit whether one may be printed at all; of the others nothing is asked
 */
export function readStandings(
  candidates: readonly Candidate[],
  { body, headline }: Page,
  isFit: (candidate: Candidate) => boolean,
): readonly Standing[] {
  const seen = new Map<string, number[]>();
  const lengths = paragraphLengths(candidates);
  const fullNames = new Set<string>();
  // By their forms: a headline on horses tells of no one horse.
  const title = new Set((headline ?? "").toLowerCase().match(WORD));
  const page: Above = { body, candidates, seen, lengths, title, fullNames };
  let scoped = false;
  return candidates.map((candidate, index) => {
    const before = candidates[index - 1];
    scoped = before !== undefined && isScoped(candidate, before, scoped, lengths);
    let standing = STANDS;
    const full = fullNamesIn(candidate, body);
    if (isFit(candidate)) {
      const meant = readMeant(candidate, index, page);
      const held = scoped || meant.held || isHeld(candidate.text) || isAnswer(candidate, before);
      const asks = [...namesAsked(candidate, full, page), ...meant.asks];
      standing = { held: held && index > 0, asks };
    }
    for (const key of candidate.keys) {
      const places = seen.get(key);
      if (places === undefined) seen.set(key, [index]);
      else places.push(index);
    }
    for (const { key } of full) fullNames.add(key);
    return standing;
  });
}

interface Page {
  readonly body: string;
  readonly headline: string | null;
}

/** What stands above a sentence. */
interface Above {
  readonly body: string;
  readonly candidates: readonly Candidate[];
  /** The numbers of the sentences above that have a word, by its key. */
  readonly seen: ReadonlyMap<string, readonly number[]>;
  readonly lengths: ReadonlyMap<number, number>;
  /** The words of the headline. */
  readonly title: ReadonlySet<string>;
  /** The words of names of two words or more, by their keys. */
  readonly fullNames: ReadonlySet<string>;
}

/** What a sentence needs for all that it calls by "the". */
function readMeant(
  candidate: Candidate,
  index: number,
  { body, candidates, seen, lengths, title }: Above,
): Standing {
  const asks: Asked[] = [];
  let held = false;
  for (const meant of findMeant(body, candidate.words)) {
    const { keys, forms, opens, placed, someone, named } = meant;
    const { told, from } = findIntroduced(meant, index, { candidates, seen });
    if (from === null && forms.some((form) => title.has(form))) continue;
    const last = Math.max(...keys.map((key) => seen.get(key)?.at(-1) ?? -1));
    if (named && !told) {
      const names = namesBefore(candidates, index);
      asks.push(...names);
      if (names.length === 0) held = true;
    }
    if (keys.length === 0 && !opens) continue;
    if (someone && !told && !candidate.named) held = true;
    if (last >= 0) asks.push({ keys, from, within: !opens && from === null });
    // Nobody has spoken of it: what it is, the sentence before told in other words.
    else if (opens && !placed) held = true;
    if (last >= 0 && last === index - 1 && inParagraph(candidate, candidates[index - 1], lengths))
      held = true;
  }
  return { held, asks };
}

/** "But is it sound? Two pillars have rust.": without the question nobody knows what it answers. */
function isAnswer({ follows, sentence }: Candidate, before: Candidate | undefined): boolean {
  if (!follows || before === undefined || before.quoted > 0) return false;
  return before.sentence.passage === sentence.passage && before.text.endsWith("?");
}

/** As far back as a name stands for which a noun stands: "The company". */
const NAMES_BACK = 4;

/** The names of the nearest sentence that has any: one of them is whose "the company" is said. */
function namesBefore(candidates: readonly Candidate[], index: number): readonly Asked[] {
  for (const { words } of candidates.slice(Math.max(0, index - NAMES_BACK), index).toReversed()) {
    const keys = words.filter(isName).map(({ key }) => key);
    if (keys.length > 0) return [{ keys, from: null, within: true }];
  }
  return [];
}

/** Whether whose words these are, or on which terms they hold, the sentence before says for both. */
function isScoped(
  { owner, sentence, words, follows }: Candidate,
  before: Candidate,
  scoped: boolean,
  lengths: ReadonlyMap<number, number>,
): boolean {
  if (!follows || owner !== null || !inParagraph({ sentence }, before, lengths)) return false;
  if (words.some(({ reported }) => reported)) return false;
  return scoped || before.owner !== null || setsTerms(before.text);
}

function inParagraph(
  { sentence: { passage } }: Pick<Candidate, "sentence">,
  before: Candidate | undefined,
  lengths: ReadonlyMap<number, number>,
): boolean {
  return before?.sentence.passage === passage && (lengths.get(passage) ?? 0) <= MOST_IN_PARAGRAPH;
}

function paragraphLengths(candidates: readonly Candidate[]): ReadonlyMap<number, number> {
  const lengths = new Map<number, number>();
  for (const { sentence } of candidates)
    lengths.set(sentence.passage, (lengths.get(sentence.passage) ?? 0) + 1);
  return lengths;
}

/** Known to every reader, so that nobody needs the long form first. */
const HOUSEHOLD: ReadonlySet<string> = new Set(
  "AI AIDS BBC CCTV CDC CEO CIA CNN DNA DVD EPA EU FBI FDA FEMA FIFA GDP GOP GP HIV HM IBM ICU IMF IRS ISIS ISS LGBT LGBTQ MP MPS NASA NATO NBA NCAA NFL NHS NSA OK OPEC PC PM RAF TV UEFA UK UN US USA VAT WHO".split(
    " ",
  ),
);
const LETTERS = /^\p{Lu}[\p{Lu}\p{N}&-]{1,6}$/u;

/** What a sentence calls by a short name: by letters that stood above it, or by one word of a name that it had in full. */
function namesAsked(
  { words }: Candidate,
  full: readonly Word[],
  { body, seen, fullNames }: Above,
): readonly Asked[] {
  return words.filter(isName).flatMap((word) => {
    const within = word !== words[0];
    const text = body.slice(word.start, word.end);
    const isShort = LETTERS.test(text) && !HOUSEHOLD.has(text) && seen.has(word.key);
    const isBare = fullNames.has(word.key) && !full.includes(word);
    return isShort || isBare ? [{ keys: [word.key], from: null, within }] : [];
  });
}

/** Letters that few readers can spell out, but for those that stand in brackets behind what they are short for. */
export function rareLetters(text: string, words: readonly Word[]): readonly string[] {
  return words.flatMap(({ start, end }) => {
    const form = text.slice(start, end);
    return LETTERS.test(form) && !HOUSEHOLD.has(form) && text[start - 1] !== "(" ? [form] : [];
  });
}

/** The words of a sentence that stand beside another with a capital: "Ida Moe", "Captain Moe". */
function fullNamesIn({ words }: Candidate, body: string): readonly Word[] {
  return words.filter((word, index) => {
    if (!isName(word)) return false;
    const [before, next] = [words[index - 1], words[index + 1]];
    if (isBeside(before, word, body, JOINED) || isBeside(word, next, body, OWNED)) return true;
    return isBeside(before, word, body, OWNED) && isBeside(word, next, body, JOINED);
  });
}

function isBeside(
  one: Word | undefined,
  other: Word | undefined,
  body: string,
  gap: RegExp,
): boolean {
  if (one === undefined || other === undefined || !isName(one) || !isName(other)) return false;
  return gap.test(body.slice(one.end, other.start)) && !MISTER.test(one.key);
}

// Ida B. Moe
const JOINED = /^\.? $/u;
// Moe's Tarn Mills
const OWNED = /^(?:[’']s|\.)? $/u;
const MISTER = /^(?:m(?:r|rs|s|me)|dr|prof)$/u;

function isName({ capital, content, figure }: Word): boolean {
  return capital && content && !figure;
}
