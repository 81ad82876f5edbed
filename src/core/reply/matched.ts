import type { Filed } from "#core/digest/edition.ts";
import { foldedWords, type PlacedWord, placedWords } from "#core/digest/fold.ts";
import type { Span } from "#core/message/message.ts";
import { sentenceEnds } from "#core/text/boundary.ts";
import { findDateline } from "#core/text/find-dateline.ts";
import { readStops } from "#core/text/stops.ts";
import type { Range } from "#core/text/text.ts";

/** What is read of an article for the sentence that matched, in UTF-16 units. */
const READ = 20_000;
/** A sentence that is longer is cut at words around what was found in it. */
const LONGEST = 150;
/** Of a cut sentence so much stands before the first word that was found. */
const BEFORE = 40;

/** Where something that was looked for stands, and its number among what was. */
export interface Match extends Range {
  readonly phrase: number;
}

/**
 * The sentence of an article that has most of what was looked for, word for word with what was found set strong, and cut
 * at words, with an ellipsis, where it is too long for a list.
 * @param choices of each list any: a word, or several beside each other
 * @returns `null` where nothing of it stands in the text: it is in the headline, the byline or a tag
 */
export function matchedSentence(
  { article: { body } }: Filed,
  choices: readonly (readonly string[])[],
): readonly Span[] | null {
  const read = body.slice(0, READ);
  const matches = matchesIn(read, choices);
  if (matches.length === 0) return null;
  const best = fullest(linesOf(read), matches);
  if (best === null) return null;
  const found = fullest(sentencesOf(read, best), matches);
  if (found === null) return null;
  const sentence = behindDateline(read, found, matches);
  return marked(read, shortened(read, sentence, matches), sentence, matches);
}

/** A report's first sentence without its dateline, unless something of that was looked for. */
function behindDateline(text: string, sentence: Range, matches: readonly Match[]): Range {
  const opening = findDateline(text);
  if (opening === null || sentence.start > opening.start || sentence.end <= opening.end) {
    return sentence;
  }
  const own = { start: opening.end, end: sentence.end };
  return within(own, matches).length === within(sentence, matches).length ? own : sentence;
}

/** Where what is looked for stands, of each list any. */
export function matchesIn(text: string, choices: readonly (readonly string[])[]): readonly Match[] {
  const words = placedWords(text);
  const phrases = choices.map((choice) => choice.map(foldedWords));
  return words.flatMap((_, at) =>
    phrases.flatMap((choice, index) => {
      const ends = choice.map((phrase) => endOf(words, at, phrase) ?? 0);
      const end = Math.max(0, ...ends);
      return end === 0 ? [] : [{ phrase: index, start: words[at]?.start ?? 0, end }];
    }),
  );
}

function endOf(words: readonly PlacedWord[], at: number, phrase: readonly string[]): number | null {
  if (phrase.length === 0) return null;
  const stands = phrase.every((word, index) => words[at + index]?.word === word);
  return stands ? (words[at + phrase.length - 1]?.end ?? null) : null;
}

function linesOf(text: string): readonly Range[] {
  return [...text.matchAll(/[^\n]+/gu)].map(({ 0: line, index }) => ({
    ...{ start: index, end: index + line.length },
  }));
}

function sentencesOf(text: string, { start, end }: Range): readonly Range[] {
  const ends = sentenceEnds(text, start, end, readStops(text));
  return ends.map((own, index) => ({ start: ends[index - 1] ?? start, end: own }));
}

/** The first of these that has the most of the phrases. */
function fullest(ranges: readonly Range[], matches: readonly Match[]): Range | null {
  let best: Range | null = null;
  let most = 0;
  for (const range of ranges) {
    const found = new Set(within(range, matches).map(({ phrase }) => phrase)).size;
    if (found > most) [best, most] = [range, found];
  }
  return best;
}

function within({ start, end }: Range, matches: readonly Match[]): readonly Match[] {
  return matches.filter((match) => match.start >= start && match.end <= end);
}

/** As much of a sentence as is shown, without the space around it. */
function shortened(text: string, sentence: Range, matches: readonly Match[]): Range {
  const whole = trimmed(text, sentence);
  if (whole.end - whole.start <= LONGEST) return whole;
  const [first = whole] = within(sentence, matches);
  const from = Math.max(whole.start, Math.min(first.start - BEFORE, whole.end - LONGEST));
  const start = from === whole.start ? from : Math.min(first.start, nextWord(text, from));
  const to = start + LONGEST;
  const end = to >= whole.end ? whole.end : Math.max(first.end, wordBefore(text, start, to));
  return trimmed(text, { start, end });
}

function trimmed(text: string, { start, end }: Range): Range {
  const own = text.slice(start, end);
  return { start: start + own.length - own.trimStart().length, end: start + own.trimEnd().length };
}

function nextWord(text: string, from: number): number {
  const space = text.slice(from).search(/\s/u);
  return space < 0 ? from : from + space + 1;
}

/** Where the last word that ends before `to` does; in a script without spaces `to` itself, but no half of a letter. */
function wordBefore(text: string, start: number, to: number): number {
  const space = text.slice(start, to).search(/\s\S*$/u);
  if (space > 0) return start + space;
  return /[\ud800-\udbff]/.test(text.charAt(to - 1)) ? to - 1 : to;
}

function marked(
  text: string,
  shown: Range,
  sentence: Range,
  matches: readonly Match[],
): readonly Span[] {
  const whole = trimmed(text, sentence);
  const spans: Span[] = [];
  const add = (own: string, style?: "strong") => {
    if (own !== "") spans.push(style === undefined ? { text: own } : { text: own, style });
  };
  let at = shown.start;
  if (shown.start > whole.start) add("…");
  for (const { start, end } of within(shown, matches)) {
    if (start < at) continue;
    add(text.slice(at, start));
    add(text.slice(start, end), "strong");
    at = end;
  }
  add(text.slice(at, shown.end));
  if (shown.end < whole.end) add("…");
  return spans;
}
