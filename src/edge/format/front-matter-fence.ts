/** Front matter as it stands at the head of a text, unread. */
export interface Fenced {
  readonly language: "yaml" | "toml" | "json";
  readonly source: string;
  /** Where `source` begins in the text. */
  readonly offset: number;
  /** The text behind it. */
  readonly rest: string;
}

// Reads: ---, any lines, --- or ...
const YAML = /^\s*---[^\S\n]*\n(?<source>(?:[\s\S]*?\n)??)(?:---|\.\.\.)[^\S\n]*(?:\n|$)/u;
// Reads Hugo's: +++, any lines, +++
const TOML = /^\s*\+\+\+[^\S\n]*\n(?<source>(?:[\s\S]*?\n)??)\+\+\+[^\S\n]*(?:\n|$)/u;
const LONGEST = 64 * 1024;

/** Finds front matter in YAML, TOML or JSON; `null` for a text that begins with none, or with one that has no end. */
export function findFrontMatter(text: string): Fenced | null {
  return fencedBy(YAML, "yaml", text) ?? fencedBy(TOML, "toml", text) ?? bracedIn(text);
}

function fencedBy(fence: RegExp, language: "yaml" | "toml", text: string): Fenced | null {
  const found = fence.exec(text.slice(0, LONGEST));
  const source = found?.groups?.source;
  if (found === null || source === undefined) return null;
  const rest = text.slice(found[0].length);
  return { language, source, offset: found[0].indexOf("\n") + 1, rest };
}

/** JSON with a text behind it that is none: a file of JSON alone is no front matter, nor is one of a value a line. */
function bracedIn(text: string): Fenced | null {
  const offset = /^\s*(?=\{\s*")/u.exec(text)?.[0].length;
  const end = offset === undefined ? -1 : endOfObject(text.slice(0, LONGEST), offset);
  const rest = text.slice(end);
  if (offset === undefined || end === -1 || !/^[^\S\n]*\n\s*[^\s{}[\],]/u.test(rest)) return null;
  return { language: "json", source: text.slice(offset, end), offset, rest };
}

/** Behind the brace that closes the one at `start`; -1 where none does. */
function endOfObject(text: string, start: number): number {
  const piece = /"(?:[^"\\]|\\[\s\S])*"|[{}]/gu;
  piece.lastIndex = start;
  let depth = 0;
  for (let found = piece.exec(text); found !== null; found = piece.exec(text)) {
    if (found[0] === "{") depth += 1;
    if (found[0] === "}") depth -= 1;
    if (depth === 0) return piece.lastIndex;
  }
  return -1;
}
