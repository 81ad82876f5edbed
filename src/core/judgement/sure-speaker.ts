import type { Quote } from "#core/speech/quote.ts";
import { tokenize } from "#core/text/token.ts";

/**
 * Whether it is plain who said words, so that no second opinion is needed: they have a verb of speech, and the one who said
 * them is named in the same paragraph right beside them, with nothing but that verb and what they are between.
 */
export function isSurelySpoken(body: string, { start, end, cue, speaker }: Quote): boolean {
  if (speaker === null || cue === null) return false;
  if (!isByName(body.slice(speaker.start, speaker.end), speaker.name)) return false;
  const [from, to] = speaker.start < start ? [speaker.end, start] : [end, speaker.start];
  if (from > to || to - from > FARTHEST) return false;
  const between = body.slice(from, to);
  return !between.includes("\n") && !STOPS.test(between);
}

/** In UTF-16 units: ", the mayor of Arden who has asked for the bridge, told reporters: " */
const FARTHEST = 90;
// A stop ends what belongs to the words, but for one before their closing mark: “It held.” Lund said.
const STOPS = /[.!?;]["'”’»]?\s+\p{Lu}(?!\p{L}*\.)/u;

/** "Lund", not "she" or "the mayor". */
function isByName(mention: string, name: string): boolean {
  const own = new Set(namesIn(name));
  return namesIn(mention).some((word) => own.has(word));
}

function namesIn(text: string): readonly string[] {
  return tokenize(text).flatMap(({ kind, capital, lower }) => {
    return kind === "word" && capital ? [lower] : [];
  });
}
