/**
 * Right-to-left text beside our left-to-right furniture (marks, dashes, bullets).
 *
 * Source of the characters: Unicode Standard Annex 9, "Unicode Bidirectional Algorithm".
 */

const RIGHT_TO_LEFT =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

const EMBED_RIGHT_TO_LEFT = "\u202b";
const END_OF_EMBEDDING = "\u202c";
const END_OF_ISOLATE = "\u2069";
const EMBEDDINGS = "\u202a\u202b\u202d\u202e";
const ISOLATES = "\u2066\u2067\u2068";

/**
 * Sets one line so that marks and full stops stand on the side on which its readers look for them.
 * Only a line that begins with right-to-left letters gets the two invisible characters; an embedding
 * and not an isolate, because a client that finds the direction by the first strong letter looks
 * into the one and not into the other.
 */
export function directed(line: string): string {
  const first = /\p{L}/u.exec(line)?.[0];
  return first !== undefined && RIGHT_TO_LEFT.test(first)
    ? `${EMBED_RIGHT_TO_LEFT}${line}${END_OF_EMBEDDING}`
    : line;
}

/**
 * Closes what a text leaves open, so that `\u202e` in an article turns its own words round, as it
 * does in the article, and not the name of the speaker behind them.
 */
export function closedDirection(text: string): string {
  const isolates = unclosed(text, ISOLATES, END_OF_ISOLATE);
  const embeddings = unclosed(text, EMBEDDINGS, END_OF_EMBEDDING);
  // An isolate ends the embeddings inside it, and no embedding ends an isolate: so isolates go first.
  return `${text}${END_OF_ISOLATE.repeat(isolates)}${END_OF_EMBEDDING.repeat(embeddings)}`;
}

function unclosed(text: string, openers: string, closer: string): number {
  let open = 0;
  for (const character of text) {
    if (openers.includes(character)) open += 1;
    else if (character === closer) open = Math.max(0, open - 1);
  }
  return open;
}
