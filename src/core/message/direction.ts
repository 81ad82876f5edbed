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
