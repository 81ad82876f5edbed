/** Says whether a text has a part twice, one behind the other: it is read no farther than that. */
export function hasTwice(text: string, part: string): boolean {
  const first = text.indexOf(part);
  return first >= 0 && text.indexOf(part, first + part.length) >= 0;
}
