const END_OF_EMBEDDING = "\u202c";
const END_OF_ISOLATE = "\u2069";

/** What opens an embedding, an override or an isolate, with what ends it. */
const ENDS: ReadonlyMap<string, string> = new Map([
  ...Array.from("\u202a\u202b\u202d\u202e", (opener) => [opener, END_OF_EMBEDDING] as const),
  ...Array.from("\u2066\u2067\u2068", (opener) => [opener, END_OF_ISOLATE] as const),
]);

/**
 * Closes what each line of a text leaves open, so that `\u202e` in an article turns its own words
 * round, as it does in the article, and neither the quotation mark nor the speaker behind them. A text
 * that leaves nothing open comes back as it is.
 *
 * Source: Unicode Standard Annex 9, "Unicode Bidirectional Algorithm", X5 to X8: each line of a text
 * begins anew; an isolate's end ends the embeddings inside it, and an embedding's end no isolate.
 */
export function closedDirection(text: string): string {
  return text
    .split("\n")
    .map((line) => `${line}${endsOwed(line)}`)
    .join("\n");
}

function endsOwed(line: string): string {
  const owed: string[] = [];
  for (const character of line) {
    const end = ENDS.get(character);
    if (end !== undefined) owed.push(end);
    else if (character === END_OF_EMBEDDING && owed.at(-1) === END_OF_EMBEDDING) owed.pop();
    else if (character === END_OF_ISOLATE && owed.includes(END_OF_ISOLATE)) {
      owed.length = owed.lastIndexOf(END_OF_ISOLATE);
    }
  }
  return owed.toReversed().join("");
}

const RIGHT_TO_LEFT =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;
const RIGHT_TO_LEFT_MARK = "\u200f";
const EMBED_RIGHT_TO_LEFT = "\u202b";
const ISOLATE_LEFT_TO_RIGHT = "\u2066";
const ISOLATE = "\u2068";

/** Says whether a text is read from the right: its first letter settles it. */
export function runsRightToLeft(text: string): boolean {
  const first = /\p{L}/u.exec(text)?.[0];
  return first !== undefined && RIGHT_TO_LEFT.test(first);
}

/** Makes a line that begins with our own words run from the right, as what follows them does. */
export function fromTheRight(line: string): string {
  return `${RIGHT_TO_LEFT_MARK}${line}`;
}

/** Holds a text that is read from the right together, whatever its Latin names, behind words of ours. */
export function embedded(text: string): string {
  return `${EMBED_RIGHT_TO_LEFT}${closedDirection(text)}${END_OF_EMBEDDING}`;
}

/** Holds a text together that stands among others: "8 May" beside Urdu would be read "May 8". */
export function isolated(text: string): string {
  return `${ISOLATE}${closedDirection(text)}${END_OF_ISOLATE}`;
}

/**
 * Words of copy that stand in a line of ours: what is read from the right is held together, or the figure behind it, "22 Nov" or
 * an id, would be drawn before it. Other words come back as they are.
 */
export function amid(text: string): string {
  return RIGHT_TO_LEFT.test(text) ? isolated(text) : text;
}

// Reads: toll: 12 → 15 · Sara Halm → Sarah Halm
const MOVE = /^(?<label>.*: )?(?<before>[^→]+) → (?<after>[^→]+)$/u;

/**
 * An arrow is not turned round with its line: in "القتلى: 12 → 15" it would point from 15 to 12. The two
 * sides of it stay left to right.
 */
export function arrowKept(detail: string): string {
  const { label = "", before, after } = MOVE.exec(detail)?.groups ?? {};
  if (before === undefined || after === undefined || !RIGHT_TO_LEFT.test(detail)) return detail;
  return `${label}${ISOLATE_LEFT_TO_RIGHT}${isolated(before)} → ${isolated(after)}${END_OF_ISOLATE}`;
}
