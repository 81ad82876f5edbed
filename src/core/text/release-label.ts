// PRESS RELEASE | Joint media release | News release: | MEDIA STATEMENT | Communiqué de presse | Pressemitteilung | Nota de prensa
const LABEL =
  /^\W*(?:(?:for immediate |campaign |joint |official |ministerial |company |corporate )?(?:press|news|media)[\s-](?:release|statement|note|notice|advisory)|for immediate release|communiqué(?: de presse)?|pressemitteilung|medienmitteilung|presseinformation|(?:nota|comunicado) (?:de|à) (?:prensa|imprensa)|comunicato stampa|persbericht|basın bülteni)\b\s*/i;

/** Says whether a line only says that a release follows: the headline stands below it. */
export function isReleaseLabel(line: string): boolean {
  return releaseLabelLength(line) === line.trim().length && line.trim() !== "";
}

/** Length of the label that opens a headline, with its colon or dash; 0 where none does. */
export function releaseLabelLength(headline: string): number {
  const text = headline.trim();
  const found = LABEL.exec(text)?.[0] ?? "";
  if (found === "") return 0;
  const mark = /^(?:[:–—|-]+\s*|$)/u.exec(text.slice(found.length))?.[0];
  // In capitals it needs no colon: "PRESS RELEASE Mill to close"; "Press release angers mayor" is news.
  if (mark === undefined) return /\p{Ll}/u.test(found) ? 0 : found.length;
  return found.length + mark.length;
}
