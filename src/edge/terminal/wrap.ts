/**
 * Breaks a text into lines of at most `width` columns, at spaces; a longer word keeps its line to
 * itself. Characters count one column each.
 */
export function wrap(text: string, width: number): readonly string[] {
  return text.split("\n").flatMap((line) => {
    const lines = [""];
    for (const word of line.split(/ +/)) {
      const open = lines.at(-1) ?? "";
      const longer = open === "" ? word : `${open} ${word}`;
      if (open !== "" && [...longer].length > width) lines.push(word);
      else lines[lines.length - 1] = longer;
    }
    return lines;
  });
}

/** Control characters of an article never reach the terminal: they could move its cursor or change its title. */
export function printable(text: string): string {
  // biome keeps control characters out of patterns, so they are named by their category
  return text.replace(/\p{Cc}/gu, (character) => (character === "\n" ? "\n" : " "));
}
