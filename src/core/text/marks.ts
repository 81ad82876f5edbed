const PAIRS: readonly (readonly [RegExp, RegExp])[] = [
  [/“/gu, /”/gu],
  [/«/gu, /»/gu],
  [/„/gu, /[“”]/gu],
  [/\(/gu, /\)/gu],
  [/\[/gu, /\]/gu],
];
// A single mark opens before a word and closes behind one that it did not open: 'not guilty'.
const SINGLE_OPEN = /(?<![\p{L}\p{N}])['‘](?=[\p{L}\p{N}£$€(])(?!\d0s\b)/gu;
const SINGLE_CLOSE = /(?<=[\p{L}\p{N}.,!?…)])['’](?![\p{L}\p{N}])/gu;
const LOST_OPEN = /(?<![\p{L}\p{N},.!])\?(?=\p{L})/gu;
/** Before a figure it may be a mark or the sign of a currency: "?102 Not Out?", "?900 crore". */
const LOST_BEFORE_FIGURE = /(?<![\p{L}\p{N},.!])\?(?=\p{N})/gu;
const LOST_CLOSE = /(?<=[\p{L}\p{N},.!])\?(?=[\s.,;:]|$)/gu;

/** Says whether every quotation mark and bracket that opens in a text also closes in it. */
export function isBalanced(text: string): boolean {
  if (count(text, /"/gu) % 2 !== 0) return false;
  for (const [open, close] of PAIRS) {
    if (open.source === "„" && !text.includes("„")) continue;
    if (open.source === "“" && text.includes("„")) continue;
    if (count(text, open) !== count(text, close)) return false;
  }
  const opened = count(text, SINGLE_OPEN);
  const closed = count(text, SINGLE_CLOSE);
  // More may close than open: the workers' union.
  if (opened > closed) return false;
  return opened > 0 || !/[.!?,]['’](?:\s|$)/u.test(text);
}

/** The same for copy whose marks became "?": a plural's apostrophe or a question's mark is let pass. */
export function isLostBalanced(text: string): boolean {
  const opened = count(text, LOST_OPEN);
  const closed = count(text, LOST_CLOSE);
  const open = opened + count(text, LOST_BEFORE_FIGURE);
  const spare = count(text, /s\?(?= \p{Ll})/gu) + (text.endsWith("?") ? 1 : 0);
  return closed >= opened && closed - spare <= open && !/^\W*\?/u.test(text);
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
