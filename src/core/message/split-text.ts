/**
 * Splits a text into the fewest pieces that each fit, at white space where there is some, else
 * between characters. The pieces hold every character but the white space that they were split at.
 *
 * A single character that does not fit stands alone: the caller's budget is then impossible.
 */
export function splitText(text: string, fits: (text: string) => boolean): readonly string[] {
  const pieces: string[] = [];
  let rest = text;
  while (!fits(rest)) {
    const longest = longestFitting(rest, fits);
    const space = rest.slice(0, longest + 1).search(/\s\S*$/u);
    const cut = space > 0 ? space : wholeCharacters(rest, longest);
    pieces.push(rest.slice(0, cut).trimEnd());
    rest = rest.slice(cut).trimStart();
    if (rest.length <= 1) break;
  }
  return rest === "" ? pieces : [...pieces, rest];
}

/** By halves, since a longer text never fits where a shorter one does not. */
function longestFitting(text: string, fits: (text: string) => boolean): number {
  let low = 1;
  let high = text.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(text.slice(0, middle))) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Moves a cut off the middle of a surrogate pair. */
function wholeCharacters(text: string, cut: number): number {
  const splitsPair = /[\uD800-\uDBFF]/.test(text.charAt(cut - 1));
  if (!splitsPair) return cut;
  return cut > 1 ? cut - 1 : cut + 1;
}
