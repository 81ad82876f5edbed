const LABEL = /^(?:by|from|written by|von|par|por|di)[:\s]+/iu;
// "Ann Field, columnist", "Ann Field is a columnist", "Ann Field | Opinion", "Ann Field in Arden"
const BEHIND = /\s*(?:[,|;(–—]|\s-\s|\s(?:is|in|for|at)\s).*$/u;
const NAME =
  /^\p{Lu}[\p{L}.'’-]*(?: (?:\p{Lu}[\p{L}.'’-]*|and|&|al|bin|de|del|la|van|von|der|da|di)){1,6}$/u;
const BODY = /^(?:the )?editorial board$/iu;

/** Who wrote a piece, by the name alone; `null` where the byline names no person. */
export function writerOf(byline: string | null): string | null {
  const name = (byline ?? "").trim().replace(LABEL, "").replace(BEHIND, "").trim();
  return NAME.test(name) || BODY.test(name) ? name : null;
}
