import { readByRules, settleReading } from "#core/speech/quotes.ts";
import type { Range } from "#core/text/text.ts";
import type { GoldArticle } from "./gold.ts";
import { rangeOf } from "./locate.ts";
import { sameSpeaker } from "./metric/names.ts";
import { analyseText } from "./read.ts";
import { meets, type Sample, samplesOf } from "./samples.ts";

/**
 * The samples of an article of the gold set. Its labels name speakers and no places, so that a phrase
 * is right where it is a part of the name, and one that needs resolving is left open.
 */
export function samplesOfGold({ name, title, body, quotes }: GoldArticle): Sample[] {
  const text = analyseText(body, title);
  const reading = readByRules(text);
  const { referents } = settleReading(text, reading);
  const labels = quotes.map(({ text: words, nth, who }) => ({ ...rangeOf(body, words, nth), who }));
  const labelOf = (words: Range) => labels.find((label) => meets(label, words));
  const isLabelled = (words: Range, quotation: boolean) =>
    quotation && labelOf(words) !== undefined ? [] : null;
  return samplesOf(name, reading, isLabelled).map((sample) => {
    const { from, to } = sample.site.words;
    const { tokens } = text;
    const words = { start: tokens[from]?.start ?? 0, end: tokens[to - 1]?.end ?? 0 };
    const names = labelOf(words)?.who ?? [];
    const isOne = (given: string | null) => names.some((one) => sameSpeaker(given, one));
    const right = sample.candidates.map(({ phrase, chosen }, at) => {
      const { start, end } = sample.ranges[at] ?? words;
      const entity = chosen || phrase.form === "pronoun" ? referents.of(phrase) : null;
      const known = entity === null ? null : (referents.entities[entity]?.name ?? null);
      if (phrase.form === "pronoun" && known === null) return null;
      return isOne(body.slice(start, end)) || isOne(known);
    });
    const first = sample.candidates.findIndex(({ chosen }, at) => chosen && right[at] === true);
    return {
      ...sample,
      right: right.map((one, at) => (one && first >= 0 && at !== first ? null : one)),
    };
  });
}
