import { isAdvice } from "#core/text/kind-voice.ts";
import type { Fact } from "./brief.ts";
import { findCandidates, type Story } from "./candidate.ts";
import { isMarred } from "./marred.ts";
import { isSentence, isWhole } from "./whole.ts";

const FEWEST_WORDS = 5;
const MOST_WORDS = 40;

/**
 * What a piece of advice tells its reader to do, one sentence a passage: no fact of the news, and what such
 * a piece is about. Its kind says who is spoken to.
 */
export function findAdvice(story: Story): readonly Fact[] {
  const passages = new Set<number>();
  return findCandidates(story).flatMap(({ sentence, text, short, words, leaning, quoted }) => {
    const isLong = words.length >= FEWEST_WORDS && words.length <= MOST_WORDS;
    const stands = short === text && leaning === "none" && quoted === 0 && isLong;
    if (
      !stands ||
      isMarred(text, story.body) ||
      !isAdvice(text) ||
      !isWhole(text) ||
      !isSentence(text)
    )
      return [];
    if (passages.size === passages.add(sentence.passage).size) return [];
    const { start, end } = sentence;
    return [{ text, start, end, attribution: null, hedge: null }];
  });
}
