import type { Filed } from "#core/digest/edition.ts";
import { fold, foldedWords } from "#core/digest/fold.ts";

/** Of one article in a list; the others are a button away. */
const MOST_OF_ONE = 3;

/** The quotes of an article by whom, those with a word of the subject first. */
export function quotesOf({ brief }: Filed, speaker: string, about: string) {
  const name = foldedWords(speaker);
  const by = brief.quotes.filter((quote) => {
    if (name.length === 0) return true;
    const own = new Set(foldedWords(quote.speaker?.name ?? ""));
    return name.every((word) => own.has(word));
  });
  return mentioningFirst(by, about).slice(0, MOST_OF_ONE);
}

/** Articles with their facts on a subject, a few of each; those that have none are left out. */
export function withFacts(articles: readonly Filed[], about: string) {
  return articles
    .map((filed) => ({ filed, facts: factsOn(filed, about).slice(0, MOST_OF_ONE) }))
    .filter(({ facts }) => facts.length > 0);
}

/** The facts of an article that have a word of the subject; where none has, the first one. */
export function factsOn({ brief }: Filed, about: string) {
  const mentioning = brief.facts.filter(({ text }) => mentions(text, about));
  return mentioning.length > 0 || about.trim() === ""
    ? mentioningFirst(brief.facts, about)
    : brief.facts.slice(0, 1);
}

function mentioningFirst<T extends { readonly text: string }>(
  all: readonly T[],
  about: string,
): readonly T[] {
  return about.trim() === ""
    ? all
    : all.toSorted((a, b) => Number(mentions(b.text, about)) - Number(mentions(a.text, about)));
}

function mentions(text: string, about: string): boolean {
  const folded = fold(text);
  return foldedWords(about).some((word) => word.length > 2 && folded.includes(word));
}
