import type { Named, Words } from "#core/article/mending.ts";
import type { Brief, Draft } from "#core/brief/brief.ts";
import { writtenOf } from "#core/brief/mend.ts";
import { type Bench, LONGEST_MENDED, readMendable } from "#core/brief/mendable.ts";
import { mayTell } from "#core/brief/own-voice.ts";
import type { Quote } from "#core/speech/quote.ts";
import type { TextKind } from "#core/text/kind.ts";
import type { Range } from "#core/text/text.ts";

/**
 * What a model is shown of an article, and may choose from: the article's own words, each by a number from 1. What has no
 * number cannot be chosen.
 */
export interface Sheet {
  readonly headlines: readonly string[];
  /** The sentences of the story as far as they are shown, in the article's order. */
  readonly sentences: readonly Shown[];
  readonly quotes: readonly Quote[];
  /** Whoever may have said them: each once, by the first mention that names them so. */
  readonly people: readonly Named[];
}

/** A sentence as it is shown; only what may be a key fact has a number. */
export interface Shown extends Words {
  readonly number: number | null;
}

/** So many sentences tell the news of any article; more would cost, and tell no more. */
const MOST_SENTENCES = 80;
/** As much as is shown of a text, in UTF-16 units: some 4,000 tokens. */
const MOST_LETTERS = 16_000;
const MOST_QUOTES = 40;
const MOST_PEOPLE = 60;

/** Kinds whose facts are sentences by their weight; those of the others go by the lines of their form. */
const CHOSEN: ReadonlySet<TextKind> = new Set([
  ...(["report", "interview", "opinion", "release", "advice"] as const),
]);

/** Puts a brief on the bench, to be judged; `null` where nobody should be asked about it. */
export function benchFor(brief: Brief, article: Draft): Bench | null {
  const isProven = brief.faults === undefined;
  if (!isProven || article.body.length > LONGEST_MENDED) return null;
  const written = writtenOf(brief);
  return { written, article, mendable: readMendable(written, article) };
}

/** What a model is asked about a brief that is on the bench. */
export function sheetOf({ written, article, mendable }: Bench): Sheet {
  const { choices, facts, story } = mendable;
  const shown: Shown[] = [];
  let letters = 0;
  let number = 0;
  for (const { start, end } of story.sentences.slice(0, MOST_SENTENCES)) {
    letters += end - start;
    if (letters > MOST_LETTERS) break;
    const fact = facts.get(start)?.fact;
    const isChoosable =
      fact !== undefined && CHOSEN.has(written.kind) && mayTell(written.kind, fact);
    if (isChoosable) number += 1;
    const text = article.body.slice(start, end);
    shown.push({ start, end, text, number: isChoosable ? number : null });
  }
  const last = shown.at(-1)?.end ?? 0;
  const quotes = written.quotes.filter(({ end }) => end <= last).slice(0, MOST_QUOTES);
  return {
    headlines: choices.headlines,
    sentences: shown,
    quotes,
    people: peopleIn(choices.speakers, last),
  };
}

function peopleIn(mentions: readonly Named[], last: number): readonly Named[] {
  const first = new Map<string, Named>();
  for (const one of mentions) {
    if (one.end > last) continue;
    const known = first.get(one.name);
    if (known === undefined || (known.role === null && one.role !== null)) first.set(one.name, one);
  }
  return [...first.values()].slice(0, MOST_PEOPLE);
}

/** The sentence of a sheet in which something stands; `undefined`: none that is shown. */
export function sentenceAround(sheet: Sheet, { start, end }: Range): Shown | undefined {
  return sheet.sentences.find((one) => one.start <= start && end <= one.end);
}
