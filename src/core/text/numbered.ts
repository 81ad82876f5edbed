// "2 The agreement will", as ministries number the paragraphs of what they send.
const NUMBER = /^(?<number>\d{1,2})\s+(?=["“‘(]?\p{Lu})/u;
/** A line of a table or a list of titles is shorter than a paragraph. */
const PARAGRAPH = 80;
/** Fewer may be anything: "2 Carver Street has been sold." */
const FEWEST = 3;

/** Lengths of the bare numbers that count the paragraphs of a text, by the paragraph; none where they don't count up. */
export function numbersOf(texts: readonly string[]): ReadonlyMap<number, number> {
  const lengths = new Map<number, number>();
  let last = 0;
  for (const [index, text] of texts.entries()) {
    const found = text.length < PARAGRAPH ? null : NUMBER.exec(text);
    if (found === null) continue;
    const number = Number(found.groups?.number);
    const goesOn = lengths.size === 0 ? number === 1 || number === 2 : number === last + 1;
    if (!goesOn) return new Map();
    lengths.set(index, found[0].length);
    last = number;
  }
  return lengths.size < FEWEST ? new Map() : lengths;
}
