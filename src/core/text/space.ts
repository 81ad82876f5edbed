import type { Range } from "./text.ts";

/** What is to be mended before a text has one plain space between its words: most sentences have nothing. */
const UNEVEN = /\s{2,}|[^\S ]/gu;

/** Says whether a character is white space. */
export function isSpace(char: string): boolean {
  return char !== "" && char.trim() === "";
}

/** A text with one plain space wherever it has white space. */
export function oneLine(text: string): string {
  return text.replace(UNEVEN, " ");
}

/** A stretch of a body without the white space around it; `null` where it is nothing else. */
export function withoutSpace(body: string, start: number, end: number): Range | null {
  const text = body.slice(start, end);
  const from = end - text.trimStart().length;
  const to = start + text.trimEnd().length;
  return from < to ? { start: from, end: to } : null;
}
