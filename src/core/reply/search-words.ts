import { foldedWords } from "#core/digest/fold.ts";
import { lineTokens } from "./line-token.ts";
import type { Sought } from "./sought.ts";

/** Reads what is typed for a search: words, "phrases", and -words that must not stand there. */
export function readSearch(text: string): Pick<Sought, "words" | "exact" | "without"> {
  const tokens = lineTokens(text);
  // A minus before a space takes nothing away. `key:` that no option claimed is a word.
  const said = tokens.map(({ key, value, minus, quoted }) => ({
    ...{ minus, quoted },
    text: key === null || quoted ? value : `${key} ${value}`,
  }));
  const of = (isAsked: (one: (typeof said)[number]) => boolean) =>
    said.filter((one) => isAsked(one) && /[\p{L}\p{N}]/u.test(one.text)).map((one) => one.text);
  return {
    words: of(({ minus }) => !minus),
    exact: of(({ minus, quoted }) => !minus && quoted),
    without: of(({ minus }) => minus),
  };
}

/** Names that are looked for beside words; one without a letter or a figure is none. */
export function readNames({
  from,
  speaker,
  place,
}: Readonly<Record<string, string | undefined>>): Pick<Sought, "from" | "speaker" | "place"> {
  const of = (text: string | undefined) =>
    text === undefined || foldedWords(text).length === 0 ? null : text;
  return { from: of(from), speaker: of(speaker), place: of(place) };
}

/**
 * Why a search asks for nothing, by which every article would be an answer: `empty`, where nothing is said to look for;
 * `signs`, where its words are signs alone; `null` where it can be asked.
 */
export function emptySearch(options: Readonly<Record<string, string>>): "empty" | "signs" | null {
  const { words = "", from = "", speaker = "", place = "" } = options;
  if ([words, from, speaker, place].every((text) => text.trim() === "")) return "empty";
  const read = readSearch(words);
  const isNamed = Object.values(readNames(options)).some((name) => name !== null);
  const isSaid = read.words.length + read.without.length > 0 || isNamed;
  return words.trim() === "" || isSaid ? null : "signs";
}
