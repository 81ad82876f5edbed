/** UTF-16 units that a headline of an edition takes at most: the whole is read in the article's sheet. */
const HEADLINE_MOST = 120;
/** How far back a cut looks for the end of a word: what has none, such as Chinese, is cut between characters. */
const WORD_MOST = 30;

/** A headline as an edition shows it. */
export function cutHeadline(headline: string): string {
  return cutAtWord(headline, HEADLINE_MOST);
}

/** A text of at most `most` UTF-16 units: cut at a word where it is longer, with an ellipsis for the rest. */
export function cutAtWord(text: string, most: number): string {
  if (text.length <= most) return text;
  const head = text.slice(0, most);
  const space = head.search(/\s\S*$/u);
  const kept = space > 0 && space > most - WORD_MOST ? head.slice(0, space) : withoutLast(head);
  return `${kept.replace(/[\s,;:–—-]+$/u, "")}…`;
}

/** The last character may have been cut in two, or off its marks; so may two that are joined to one. */
function withoutLast(text: string): string {
  return text.replace(/(?:.\p{M}*\u200d)*.\p{M}*$/su, "");
}
