/** Small words that stand inside a byline. */
const INSIDE = new Set(
  "a al an and bin bint da de del della den der di dos du e el for in la le of our staff the van von y & | / correspondent reporter writer editor columnist commentator contributor critic".split(
    " ",
  ),
);

/** What "By" begins when no name follows. */
const NO_NAME = new Set(
  "monday tuesday wednesday thursday friday saturday sunday january february march june july september october november december contrast then now law".split(
    " ",
  ),
);

const LONGEST = 100;

// Reads, of whole names alone, since these words are names in English: Por Lucía Benavente   Von Anna Berg und Jan Moos   Par Jean Dupont
const ELSEWHERE =
  /^\s*(?:[Pp]or|[Pp]ar|[Vv]on|POR|PAR|VON):?\s+(?<names>\p{Lu}[\p{L}'’.-]+(?:\s(?:de|del|la|da|dos?|van|von|y|e|et|und|\p{Lu}[\p{L}'’.-]*)){0,5}\s\p{Lu}[\p{L}'’-]+)\s*$/u;

/**
 * Reads a line that is a byline and nothing else: `By JOHN SMITH and JANE DOE, Alliance News`.
 * @returns the names, without `By`; `null` for a sentence that begins with "By"
 */
export function readByline(line: string): string | null {
  if (line.length > LONGEST) return null;
  return readEnglish(line) ?? ELSEWHERE.exec(line)?.groups?.names ?? null;
}

function readEnglish(line: string): string | null {
  const found = /^\s*by:?\s+(?<names>\S.*)$/iu.exec(line);
  const names = found?.groups?.names?.trim().replace(/(?<=\p{L}{3})[.,]$/u, "");
  if (names === undefined) return null;
  const words = names.split(/[\s,]+/u).filter((word) => word !== "");
  const first = words.find((word) => !INSIDE.has(word.toLowerCase()));
  if (first === undefined || !/^\p{Lu}/u.test(first) || NO_NAME.has(first.toLowerCase()))
    return null;
  const named = words.every((word) => /^\p{Lu}/u.test(word) || INSIDE.has(word.toLowerCase()));
  return named && words.length <= 14 ? names : null;
}
