import type { AnalysedText } from "#core/text/analysed.ts";
import type { Ground } from "./noun-phrase.ts";
import { through } from "./passed-on.ts";
import type { Settled } from "./scene.ts";
import type { Attribution } from "./speech.ts";
import type { Utterance } from "./utterance.ts";

/** What the words beside a quotation say of how it came to the writer. */
export interface Bearing {
  readonly hedge: string | null;
  readonly through: string | null;
}

const PLAIN: Bearing = { hedge: null, through: null };

/** How many tokens before its cue the hedge of an attribution may stand. */
const BEFORE = 8;

// "is said to have", "are alleged to have", right before the cue that they leave open.
const SAID_TO =
  /\b(?:is|are|was|were|(?:has|have|had) been) (?:widely |also |now |still |further )?(?:said|alleged|believed|reported|thought|claimed|rumou?red|understood|supposed) to (?:have )?(?=(?:\p{Ll}+ly )?\S*$)/u;
const MAY_HAVE = /\b(?:may|might|could) (?:well |also )?have (?=(?:\p{Ll}+ly )?\S*$)/u;
const ADVERB =
  /\b(?:allegedly|reportedly|purportedly|supposedly|apparently|seemingly|ostensibly)\b/i;

/** Reads for each utterance whether it is doubted that it was said, and who passes it on. */
export function readBearings(
  text: AnalysedText,
  ground: Ground,
  utterances: readonly Utterance[],
  settled: readonly Settled[],
): readonly Bearing[] {
  const bearings: Bearing[] = [];
  utterances.forEach(({ attribution, quotation }, at) => {
    const now = settled[at];
    if (attribution?.cue != null) {
      const { cue } = attribution;
      const line = sentenceAround(text, ground.tokens[cue.first]?.start ?? 0);
      bearings.push({
        hedge: hedgeOf(ground, attribution, cue.first),
        through: through(ground, attribution, cue, line),
      });
    } else if (now?.mention != null && now.entity !== null) {
      const before = utterances[at - 1];
      const goesOn =
        settled[at - 1]?.entity === now.entity &&
        (quotation.continues || before?.quotation.passage === quotation.passage);
      bearings.push(goesOn ? (bearings[at - 1] ?? PLAIN) : doubtOver(text, now.mention.start));
    } else bearings.push(PLAIN);
  });
  return bearings;
}

/** "Tomas allegedly told", "is said to have shouted": what leaves open that it was said. */
function hedgeOf({ body, tokens }: Ground, { subject }: Attribution, cue: number): string | null {
  const from = Math.max(0, cue - BEFORE);
  const end = tokens[cue]?.end ?? 0;
  const wide = body.slice(tokens[from]?.start, end);
  const opened = wide.slice(Math.max(0, ...[...'“”"'].map((mark) => wide.lastIndexOf(mark) + 1)));
  const said = SAID_TO.exec(opened) ?? MAY_HAVE.exec(opened);
  if (said !== null) return said[0].trim();
  // What stands before the subject is said of another verb.
  const left = subject !== null && subject.last < cue ? subject.last + 1 : cue - 2;
  const right = tokens[cue + 1]?.kind === "word" ? cue + 1 : cue;
  const near = body.slice(tokens[Math.max(from, left)]?.start, tokens[right]?.end);
  return ADVERB.exec(near)?.[0] ?? null;
}

/** Tomas allegedly said that he was tired. “A”: the doubt of the sentence that names the speaker is on its words too. */
function doubtOver(text: AnalysedText, offset: number): Bearing {
  const { start, end } = sentenceAround(text, offset);
  const found = ADVERB.exec(text.body.slice(start, end).replace(/[“"][^”"]*[”"]/gu, ""));
  return found === null ? PLAIN : { ...PLAIN, hedge: found[0] };
}

/** The sentence at an offset; empty where none stands there. */
function sentenceAround(
  { sentences }: AnalysedText,
  offset: number,
): { start: number; end: number } {
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sentences[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return sentences[low] ?? { start: offset, end: offset };
}
