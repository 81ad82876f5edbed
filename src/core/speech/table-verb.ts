import { isWord, lowerAt, type Page } from "./table-page.ts";

/** A verb of speech; token indexes, both inclusive. */
export interface Verb {
  readonly first: number;
  readonly last: number;
  /** Its subject is a pronoun that hangs on it: dit-elle, a-t-il ajouté. */
  readonly hasPronoun: boolean;
}

const INVERTED = /^(?<verb>.+?)(?:-t)?-(?:il|elle|on|ils|elles|je|nous|vous)$/u;
const ENCLITIC = /^(?<verb>.+?)-(?:se|lhe|nos|me)$/u;
const MOST_FILLERS = 2;

/** The verb of speech that opens at a token; `null` where none does. */
export function verbAt(page: Page, at: number): Verb | null {
  if (!isWord(page, at)) return null;
  const { table } = page;
  for (const phrase of table.phrases) {
    if (phrase.every((word, index) => lowerAt(page, at + index) === word))
      return { first: at, last: at + phrase.length - 1, hasPronoun: false };
  }
  const { verb, hasPronoun } = bareVerb(lowerAt(page, at));
  // "so Söder", but not "so wie Söder" nor "So Söder".
  if (table.verbs.has(verb)) return { first: at, last: at, hasPronoun };
  if (!table.auxiliaries.has(verb)) return null;
  let last = at + 1;
  while (last <= at + MOST_FILLERS && table.fillers.has(lowerAt(page, last))) last += 1;
  if (!table.participles.has(lowerAt(page, last))) return null;
  return { first: at, last, hasPronoun };
}

function bareVerb(lower: string): { verb: string; hasPronoun: boolean } {
  const inverted = INVERTED.exec(lower)?.groups?.verb;
  if (inverted !== undefined) return { verb: inverted, hasPronoun: true };
  return { verb: ENCLITIC.exec(lower)?.groups?.verb ?? lower, hasPronoun: false };
}

/** The last verb of speech that ends within a range of tokens, before `end`. */
export function lastVerb(page: Page, start: number, end: number): Verb | null {
  for (let at = end - 1; at >= start; at -= 1) {
    const verb = verbAt(page, at);
    if (verb !== null && verb.last < end) return verb;
  }
  return null;
}
