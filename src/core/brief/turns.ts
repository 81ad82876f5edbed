import type { Quote } from "#core/speech/quote.ts";
import { turnAt } from "#core/text/kind-shape.ts";
import type { Range } from "#core/text/text.ts";
import type { Story } from "./candidate.ts";

/** As many turns of a transcript as a brief shows. */
const TURNS = 6;
const FEWEST_WORDS = 6;
const MOST_LETTERS = 400;
/** Labels that name nobody. */
const NOBODY =
  /^(?:Q|A|question|answer|reporter|journalist|press|speaker \d*|unidentified\b.*|voice|male|female|operator|all|audience|(?:audience )?member|interviewer|moderator|host|caller)$/i;

/**
 * What was said in a transcript, by whom: of each turn the sentences from its first that says
 * something on. Who only asks is passed by, and so is a label that names nobody.
 */
export function findTurns({ body, passages, sentences }: Story): readonly Quote[] {
  const quotes: Quote[] = [];
  for (const { start, end } of passages) {
    if (quotes.length === TURNS) break;
    const turn = turnAt(body.slice(start, end));
    if (turn === null || turn.asks || NOBODY.test(turn.label)) continue;
    const said = { start: start + turn.saidAt, end };
    const words = sayingOf(body, said, sentences);
    if (words === null) continue;
    const speaker = { name: turn.label, role: null, start, end: start + turn.label.length };
    const text = body.slice(words.start, words.end);
    quotes.push({ text, ...words, cue: null, hedge: null, through: null, speaker });
  }
  return quotes;
}

/** From the first sentence that is no mere greeting, as many as are short enough to be quoted. */
function sayingOf(body: string, said: Range, sentences: readonly Range[]): Range | null {
  let words: Range | null = null;
  for (const sentence of sentences) {
    if (sentence.end <= said.start || sentence.end > said.end) continue;
    const start = Math.max(sentence.start, said.start);
    if (words === null) {
      const isSaying = body.slice(start, sentence.end).split(/\s+/u).length >= FEWEST_WORDS;
      if (isSaying) words = { start, end: sentence.end };
    } else if (sentence.end - words.start <= MOST_LETTERS) {
      words = { start: words.start, end: sentence.end };
    } else break;
  }
  return words;
}
