/**
 * Right-to-left text beside our left-to-right furniture (marks, dashes, bullets).
 *
 * Source of the characters: Unicode Standard Annex 9, "Unicode Bidirectional Algorithm".
 */

const RIGHT_TO_LEFT =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

const EMBED_RIGHT_TO_LEFT = "\u202b";
const END_OF_EMBEDDING = "\u202c";

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
