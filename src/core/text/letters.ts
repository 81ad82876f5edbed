/** What a run of letters is made of: letters alone, or figures as well, or the marks that stand above them. */
export type Sign = "letter" | "letter or figure" | "letter or mark";

const BEYOND_ASCII: Readonly<Record<Sign, RegExp>> = {
  letter: /^\p{L}/u,
  "letter or figure": /^[\p{L}\p{N}]/u,
  "letter or mark": /^[\p{L}\p{M}]/u,
};

/** Says whether a character is a letter. */
export function isLetter(char: string): boolean {
  const code = char.charCodeAt(0);
  return code < 128 ? isAsciiLetter(code) : /\p{L}/u.test(char);
}

/** Says whether a unit is a letter of English. */
export function isAsciiLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

/**
 * How many capitals a text may have that come again with the same character behind them, and whether any stands
 * right behind a small letter: "MoeIda".
 */
export function countCapitals(text: string): { readonly again: number; readonly within: boolean } {
  const opened: string[] = [];
  let within = false;
  let small = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const isAscii = code < 128;
    if (isAscii ? code >= 65 && code <= 90 : /[\p{Lu}\ud800-\udfff]/u.test(text.charAt(at))) {
      opened.push(text.slice(at, at + 2));
      within ||= small;
    }
    small = isAscii ? code >= 97 && code <= 122 : /[\p{Ll}\ud800-\udfff]/u.test(text.charAt(at));
  }
  const isAgain = (pair: string) => opened.indexOf(pair) !== opened.lastIndexOf(pair);
  return { again: opened.filter(isAgain).length, within };
}

/** Where a run of letters stands. */
type Run = readonly [start: number, end: number];

/**
 * Finds the runs of letters in a text, as `\p{L}+` does and in a fraction of its time: what lies beyond ASCII is
 * asked of Unicode.
 *
 * @param joints marks of which one joins two runs to one: "half-built"
 */
export function findRuns(text: string, sign: Sign = "letter", joints = ""): readonly Run[] {
  const runs: Run[] = [];
  let at = 0;
  while (at < text.length) {
    let end = behindLetters(text, at, sign);
    if (end === at) {
      at += 1;
      continue;
    }
    for (;;) {
      if (joints === "" || !joints.includes(text.charAt(end))) break;
      const next = behindLetters(text, end + 1, sign);
      if (next === end + 1) break;
      end = next;
    }
    runs.push([at, end]);
    at = end + 1;
  }
  return runs;
}

/** The runs themselves. */
export function runsOf(text: string, sign: Sign = "letter", joints = ""): readonly string[] {
  return findRuns(text, sign, joints).map(([start, end]) => text.slice(start, end));
}

/**
 * Says whether a text has such a word: letters with such marks among and behind them, as `\p{L}[\p{L}’'-]*` finds them.
 *
 * @param is is asked of each word, in order, until one is
 */
export function someWord(
  text: string,
  marks: string,
  is: (word: string, start: number) => boolean,
): boolean {
  let at = 0;
  while (at < text.length) {
    const end = behindWord(text, at, marks);
    if (end > at && is(text.slice(at, end), at)) return true;
    at = Math.max(end, at + 1);
  }
  return false;
}

function behindWord(text: string, start: number, marks: string): number {
  let end = behindLetters(text, start, "letter");
  if (end === start) return start;
  while (end < text.length && marks.includes(text.charAt(end)))
    end = behindLetters(text, end + 1, "letter");
  return end;
}

function behindLetters(text: string, start: number, sign: Sign): number {
  const pattern = BEYOND_ASCII[sign];
  const figures = sign === "letter or figure";
  let at = start;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code >= 128) {
      const point = text.slice(at, isPair(code) ? at + 2 : at + 1);
      if (!pattern.test(point)) break;
      at += point.length;
    } else if (isAsciiLetter(code) || (figures && code >= 48 && code <= 57)) at += 1;
    else break;
  }
  return at;
}

/** Says whether a unit is the first of two that are one character. */
function isPair(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}
