import { findDateline } from "#core/text/find-dateline.ts";

/** A text, and what its sender wrote to the desk above it; empty for nothing that is surely that. */
export interface WithoutNote {
  readonly lines: readonly string[];
  readonly note: string;
}

// Reads: Hi desk, here's the piece as agreed, 250 words. Call me: +49 170 555 0100. Sofia
const ADDRESSED =
  /^\s*(?:dear|hi|hello|hey|good (?:morning|afternoon|evening|day))(?:\s[\p{L}.&/]{1,30}){0,3}\s?[,:!–-]\s+\S/iu;
const BYLINE = /^\s*by\s+\p{Lu}[\p{L}.'’ -]{2,60}$/iu;
const LONGEST_NOTE = 400;
/** A headline, a standfirst and a byline may stand above a dateline. */
const MOST_ABOVE = 4;

/**
 * Takes the note off copy: a first paragraph that greets somebody, where what follows opens as copy does, with a byline or
 * a dateline. A letter to the editor, "Dear editor, your report on Leuna …", goes on as a letter, and is the copy itself.
 */
export function withoutNote(lines: readonly string[]): WithoutNote {
  const first = lines.findIndex((line) => line.trim() !== "");
  const end = lines.findIndex((line, at) => at > first && line.trim() === "");
  if (first < 0 || end < 0) return { lines, note: "" };
  const note = lines.slice(first, end).join("\n").trim();
  const rest = lines.slice(end);
  if (!ADDRESSED.test(note) || note.length > LONGEST_NOTE || !opensAsCopy(rest)) {
    return { lines, note: "" };
  }
  return { lines: rest, note };
}

function opensAsCopy(lines: readonly string[]): boolean {
  const filled = lines.filter((line) => line.trim() !== "").slice(0, MOST_ABOVE);
  return filled.some((line) => BYLINE.test(line) || findDateline(line.trim())?.start === 0);
}
