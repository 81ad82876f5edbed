import { isNumberWord } from "./figure-number.ts";
import type { Range } from "./text.ts";
import { tokenize } from "./token.ts";
import { isFiller } from "./word-class.ts";

/** A word of the body, with the key that its other forms share. */
export interface Word extends Range {
  /** Lower case, without its ending: `strikes` and `strike` share one. */
  readonly key: string;
  /** Says something of its own: no article, pronoun, preposition or the like. */
  readonly content: boolean;
  readonly capital: boolean;
  readonly figure: boolean;
  /** Speaks of the writer or to the reader: `we`, `your`. */
  readonly personal: boolean;
  /** Says that someone said it. */
  readonly reported: boolean;
}

const KEY_LENGTH = 7;

const PERSONAL: ReadonlySet<string> = new Set(
  "i we our my us you your me i'm we're you're".split(" "),
);
const REPORTED: ReadonlySet<string> = new Set(
  "said says told according announced confirmed warned added claims claimed".split(" "),
);

/** Reads the words of a text, in order. */
export function findWords(text: string, tokens = tokenize(text)): readonly Word[] {
  const known = new Map<string, Meaning>();
  const words: Word[] = [];
  for (const { kind, start, end, lower, capital } of tokens) {
    if (kind === "mark" || kind === "possessive") continue;
    // Us is the country where it stands in capitals.
    const word = lower === "us" ? text.slice(start, end) : lower;
    let meaning = known.get(word);
    if (meaning === undefined) {
      meaning = weigh(lower, word);
      known.set(word, meaning);
    }
    const { key, content, figure, personal, reported } = meaning;
    words.push({ start, end, key, content, capital, figure, personal, reported });
  }
  return words;
}

type Meaning = Omit<Word, "start" | "end" | "capital">;

function weigh(lower: string, printed: string): Meaning {
  const first = lower.charCodeAt(0);
  // "one" stands for anyone as often as for a number.
  const figure = (first >= 48 && first <= 57) || (lower !== "one" && isNumberWord(lower));
  const filler = isFiller(lower);
  return {
    key: filler ? lower : wordKey(lower),
    content: lower.length > 1 && !filler,
    figure,
    personal: PERSONAL.has(lower) && printed !== "US",
    reported: REPORTED.has(lower),
  };
}

/** Longest first, so that "parties" and "party" meet at "part". */
const ENDINGS = ["ies", "ied", "ing", "ed", "es", "s", "e", "y"];

/** The key that the forms of a word in lower case share: crude, but the same for the whole body. */
function wordKey(word: string): string {
  const owner = Math.max(word.lastIndexOf("'"), word.lastIndexOf("’"));
  const bare = owner > 0 && owner >= word.length - 2 ? word.slice(0, owner) : word;
  if (bare.length <= 3) return bare;
  const ending = ENDINGS.find((end) => bare.endsWith(end)) ?? "";
  const stem = bare.length - ending.length < 3 ? bare : bare.slice(0, bare.length - ending.length);
  return stem.slice(0, KEY_LENGTH);
}
