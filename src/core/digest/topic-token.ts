/** Where the reading of a topic stopped, and why. */
export interface TopicFault {
  /** 1 for the first character. */
  readonly column: number;
  /** What was expected, and what stands there instead. */
  readonly says: string;
}

/** A word, a phrase in quotes, or a sign of the language of topics. */
export interface Token {
  readonly kind: "word" | "phrase" | "open" | "close" | "colon" | "compare" | "minus" | "end";
  /** Without quotes, escapes and star; `end` has none. */
  readonly text: string;
  /** A star stands behind it. */
  readonly prefix: boolean;
  /** 1 for the first character. */
  readonly column: number;
}

export type Tokens =
  | { readonly ok: true; readonly tokens: readonly Token[] }
  | { readonly ok: false; readonly fault: TopicFault };

const SPACE = /\s+/uy;
// Reads: -ferry · -"old ferry" · (-ferry), as searches do; the one of x-ray is inside a word.
const MINUS = /(?<=^|[\s(])[-−–]+(?=[^\s)*:<>=−–-])/uy;
const COMPARE = /[<>]=?|=/uy;
const WORD = /(?<word>[^\s()"“”:<>=*]+)(?<star>\*?)/uy;
// Reads: "Port Zelin" · “Port Zelin”* · "a \"quoted\" word"
const PHRASE = /(?:"(?<straight>(?:[^"\\]|\\.)*)"|“(?<curly>[^”]*)”)(?<star>\*?)/suy;

const SIGNS: Readonly<Record<string, "open" | "close" | "colon">> = {
  "(": "open",
  ")": "close",
  ":": "colon",
};

/** Cuts the text of a topic into tokens; the last one is its end. */
export function tokensOf(text: string): Tokens {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const space = matchAt(SPACE, text, at);
    if (space !== null) {
      at += space[0].length;
      continue;
    }
    const column = columnOf(text, at);
    const found = tokenAt(text, at);
    if (found === null) return { ok: false, fault: { column, says: strayText(text, at) } };
    tokens.push({ ...found.token, column });
    at += found.length;
  }
  const end: Token = { kind: "end", text: "", prefix: false, column: columnOf(text, text.length) };
  return { ok: true, tokens: [...tokens, end] };
}

function tokenAt(
  text: string,
  at: number,
): { token: Omit<Token, "column">; length: number } | null {
  const sign = SIGNS[text.charAt(at)];
  if (sign !== undefined) {
    return { token: { kind: sign, text: text.charAt(at), prefix: false }, length: 1 };
  }
  const minus = matchAt(MINUS, text, at)?.[0];
  if (minus !== undefined) {
    return { token: { kind: "minus", text: minus, prefix: false }, length: minus.length };
  }
  const compare = matchAt(COMPARE, text, at)?.[0];
  if (compare !== undefined) {
    return { token: { kind: "compare", text: compare, prefix: false }, length: compare.length };
  }
  const phrase = matchAt(PHRASE, text, at);
  const { straight, curly, star } = phrase?.groups ?? {};
  const said = straight?.replace(/\\(.)/gsu, "$1") ?? curly;
  if (phrase !== null && said !== undefined) {
    const token = { kind: "phrase", text: said, prefix: star === "*" } as const;
    return { token, length: phrase[0].length };
  }
  const word = matchAt(WORD, text, at);
  if (word?.groups?.word === undefined) return null;
  const token = { kind: "word", text: word.groups.word, prefix: word.groups.star === "*" } as const;
  return { token, length: word[0].length };
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  // A copy, because a sticky pattern remembers where it was.
  const sticky = new RegExp(pattern);
  sticky.lastIndex = at;
  return sticky.exec(text);
}

function strayText(text: string, at: number): string {
  const character = text.charAt(at);
  if (character === "*") {
    return "a star stands right behind the beginning of a word, as in flood*, and here it does not";
  }
  return `the quotation mark ${character} has no partner: put a phrase between two of them, as in "Port Zelin"`;
}

/** People count characters, not UTF-16 units. */
function columnOf(text: string, at: number): number {
  return [...text.slice(0, at)].length + 1;
}
