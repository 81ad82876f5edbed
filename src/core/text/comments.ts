// Posted on 4/3/19 | 12:17 PM CEST Ida Moe | Posted by Ida Moe on May 3, 2019 at 10:12 am
const POSTED =
  /\bPosted (?:on|by)\b.{0,50}\b(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\p{Lu}\p{Ll}+ \d{1,2},? \d{4}|\d{1,2} \p{Lu}\p{Ll}+ \d{4}).{0,12}\b\d{1,2}:\d{2}/u;
/** A story may itself be posted once, above or below its text. */
const FEWEST = 3;

/** Finds readers' comments: the lines among which as many as three tell who posted what at which time of a day. */
export function findComments(texts: readonly string[]): readonly number[] {
  const posted = texts.flatMap((text, index) => (POSTED.test(text) ? [index] : []));
  const [first, last] = [posted[0], posted.at(-1)];
  if (first === undefined || last === undefined || posted.length < FEWEST) return [];
  return texts.flatMap((_, index) => (index >= first && index <= last ? [index] : []));
}
