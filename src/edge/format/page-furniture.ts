// Reads lines that sites put among a story, and print nothing of it.
const FURNITURE =
  /^(?:photos?|image|video|advertisement|anzeige|publicité|publicidad|story continues below(?: advertisement)?|continue reading(?: the main story)?|continue reading (?:below|this article)|skip (?:to content|advertisement)|share (?:this|on (?:facebook|twitter|x))|read more|about the authors?|most popular|more from .{2,40}|sign up for .{2,80}|click here to .{2,80}|loading|comments)\W*$/iu;

/** Says whether a whole line is a site's own: `Advertisement`, `Continue reading the main story`. */
export function isPageFurniture(line: string): boolean {
  return FURNITURE.test(line.trim());
}
