/**
 * Where the first of some marks stands among the marks and blanks behind the last letter or digit of
 * a text; -1 for none. An expression such as `[)\]]\W*$` would begin anew at each of ten thousand.
 */
export function markAtEnd(text: string, marks: string): number {
  let found = -1;
  for (let at = text.length - 1; at >= 0; at -= 1) {
    const letter = text[at] ?? "";
    if (/\w/u.test(letter)) break;
    if (marks.includes(letter)) found = at;
  }
  return found;
}
