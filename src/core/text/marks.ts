const IN_PAIRS = /["“”«»„()[\]]/u;
const PAIRED = '"“”«»„()[]';
// A single mark opens before a word and closes behind one that it did not open: 'not guilty'.
const SINGLE_OPEN = /(?<![\p{L}\p{N}])['‘](?=[\p{L}\p{N}£$€(])(?!\d0s\b)/gu;
const SINGLE_CLOSE = /(?<=[\p{L}\p{N}.,!?…)])['’](?![\p{L}\p{N}])/gu;
const LOST_OPEN = /(?<![\p{L}\p{N},.!])\?(?=\p{L})/gu;
/** Before a figure it may be a mark or the sign of a currency: "?102 Not Out?", "?900 crore". */
const LOST_BEFORE_FIGURE = /(?<![\p{L}\p{N},.!])\?(?=\p{N})/gu;
const LOST_CLOSE = /(?<=[\p{L}\p{N},.!])\?(?=[\s.,;:]|$)/gu;

/** Says whether every quotation mark and bracket that opens in a text also closes in it. */
export function isBalanced(text: string): boolean {
  if (!closesPairs(text)) return false;
  if (!SINGLE.test(text)) return true;
  const opened = count(text, SINGLE_OPEN);
  const closed = count(text, SINGLE_CLOSE);
  // More may close than open: the workers' union.
  if (opened > closed) return false;
  return opened > 0 || !/[.!?,]['’](?:\s|$)/u.test(text);
}

const SINGLE = /['‘’]/u;

/** Of the marks that come in pairs, whether as many close as open. */
function closesPairs(text: string): boolean {
  if (!IN_PAIRS.test(text)) return true;
  const found = Array.from(PAIRED, () => 0);
  for (let at = 0; at < text.length; at += 1) {
    const mark = PAIRED.indexOf(text.charAt(at));
    if (mark >= 0) found[mark] = (found[mark] ?? 0) + 1;
  }
  const [straight = 0, high, closing, open, close, low = 0, ...brackets] = found;
  // „…“ opens below, and closes with either of the marks above.
  const isQuoted = low > 0 ? low === (high ?? 0) + (closing ?? 0) : high === closing;
  const [round, roundClosed, square, squareClosed] = brackets;
  return (
    straight % 2 === 0 &&
    isQuoted &&
    open === close &&
    round === roundClosed &&
    square === squareClosed
  );
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
