import { createQuotedShare } from "#core/speech/quoted.ts";
import { type LanguageRules, tableOf } from "#core/text/language/rules.ts";
import type { Range, Sentence } from "#core/text/text.ts";
import { findWords } from "#core/text/words.ts";
import { type Candidate, contentKeys, type Story } from "./candidate.ts";

const FEWEST_WORDS = 5;
/** Scripts that part no words have so many letters in a sentence. */
const FEWEST_PACKED = 14;
const PACKED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu;
const MOST_LETTERS = 600;
const MOST_SENTENCES = 4000;
/** Beyond this share in quotation marks a sentence repeats a quote. */
const MOST_QUOTED = 0.4;
const WHOLE = /[.!。！।۔…]["'”’»›“)\]」』]*(?:[^\S\n][»›])?$/u;
// A capital, a figure, or a letter of a script without capitals; never a comma or the rest of a word.
const BEGINS = /^["'“”‘’«»„‹「『（【《◆(¿¡]*\s?[\p{Lu}\p{Lt}\p{Lo}\p{N}$£€¥₹#@]/u;
const OPENS = /^["'“‘«„‹»(¿¡「『]*\s?(?<word>[\p{L}\p{M}]+(?:['’-]\p{L}+)*)/u;

/**
 * The sentences of a story in another language than English, whole as they stand: what may be cut from one,
 * and who stands behind its "he", is known of English alone.
 */
export function findPlainCandidates(story: Story): readonly Candidate[] {
  const { body, passages, rules } = story;
  const quotedShare = createQuotedShare(story.marked ?? []);
  const table = tableOf(rules);
  const candidates: Candidate[] = [];
  let last = -1;
  for (const [index, sentence] of story.sentences.slice(0, MOST_SENTENCES).entries()) {
    const kind = passages[sentence.passage]?.kind;
    if (kind !== "prose" && kind !== "item") continue;
    const text = body.slice(sentence.start, sentence.end);
    const words = findWords(text).map((word) => moved(word, sentence.start));
    const opening = OPENS.exec(text)?.groups?.word?.toLowerCase().replaceAll("’", "'") ?? "";
    candidates.push({
      ...{ sentence, text, lower: text.toLowerCase(), short: text },
      ...{ words, keys: contentKeys(words) },
      ...{ quoted: quotedShare(sentence), owner: null },
      leaning: table?.pronouns.has(opening) || table?.connectives.has(opening) ? "lost" : "none",
      // Whom a later pronoun means is known of English alone.
      ...{ people: false, named: false, follows: last >= 0 && last === index - 1 },
    });
    last = index;
  }
  return candidates;
}

function moved<T extends Range>(word: T, by: number): T {
  return { ...word, start: word.start + by, end: word.end + by };
}

/** Says whether a sentence of another language may be a fact: whole, no question, and nobody's speech. */
export function isPlainFit({ text, words, quoted, sentence }: Candidate, story: Story): boolean {
  const packed = text.match(PACKED)?.length ?? 0;
  const isLong = packed > 0 ? text.length >= FEWEST_PACKED : words.length >= FEWEST_WORDS;
  if (!isLong || text.length > MOST_LETTERS || quoted > MOST_QUOTED) return false;
  // A small letter at its head is the rest of a sentence.
  if (!WHOLE.test(text) || !BEGINS.test(text)) return false;
  return !cutsQuotation(sentence, story.marked ?? []) && closesBrackets(text);
}

/** Says whether an end of a sentence stands within someone's words. */
function cutsQuotation({ start, end }: Sentence, marked: readonly Range[]): boolean {
  return splits(marked, start) || splits(marked, end);
}

/** Whether an offset lies within one of some ranges, which come in order and do not overlap. */
function splits(ranges: readonly Range[], offset: number): boolean {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return offset < (ranges[low - 1]?.end ?? 0);
}

function closesBrackets(text: string): boolean {
  return (text.match(/[([（]/gu)?.length ?? 0) === (text.match(/[)\]）]/gu)?.length ?? 0);
}

/** The word of a sentence that keeps its claim open, in the language that it is read by. */
export function plainHedge(text: string, rules: LanguageRules): string | null {
  return tableOf(rules)?.hedge?.exec(text)?.[0] ?? null;
}
