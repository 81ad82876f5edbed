import { readDeskNotice } from "#core/article/desk-notice.ts";
import { readHeadlineMarks } from "#core/article/headline-mark.ts";
import { isTermsLine } from "#core/article/marking.ts";
import { markAtEnd } from "#core/text/mark-at-end.ts";

/** A line from desk to desk, above or below a story. */
export interface DeskLine {
  readonly field: "editorNote" | "usageTerms" | "copyright" | "status";
  readonly value: string;
}

const LONGEST_COPYRIGHT = 300;
const LONGEST_NOTICE = 600;
const LONGEST_NOTE = 2000;

// Reads: Eds: With pictures.   EDS NOTE: …   (EDITOR'S NOTE – The writer …)   Note to editors: Adds quotes.   ATTENTION EDITORS:
// Hinweis an die Redaktionen: …   Note aux rédactions : …   Nota a los editores: …
const NOTE =
  /^[\s*([]*(?:(?:attn|attention)[\s,:]+)?(?:(?:eds?|editors?)(?:['’]s?)?(?:\s+notes?)?|notes?\s+(?:to|for)\s+(?:(?:all|the)\s+)?(?:editors|eds)|hinweise?\s+(?:an|für)\s+(?:die\s+)?redaktion(?:en)?|notes?\s+aux?\s+rédactions?|notas?\s+(?:a|para)\s+los\s+(?:editores|medios)|notas?\s+aos\s+editores|note?\s+per\s+(?:la|le)\s+redazion[ei]|noot\s+voor\s+de\s+redactie)\s*(?::|\s[–—_-]\s|\s?[–—])\s*(?=\S)/iu;
// Reads: © 2025 Harbour News   (c) Harbour News 2025   Copyright 2025 Harbour News   All rights reserved.
const COPYRIGHT =
  /^\W*(?:©|\(c\)(?=\s)|copyright\s(?=©|\(c\)|\d{4}\b|by\s\p{Lu})|all\s(?:\p{L}+\s){0,2}rights\sreserved\W*$)/iu;
// Reads what only a notice says of itself: (Corrects the toll in paragraph 2)   This story has been withdrawn.
const BRACKETED = /^\s*[([](?<inside>[^()[\]]{4,})[)\]]\s*\.?\s*$/u;
const OF_ITSELF =
  /^[\s*([]*this\s(?:story|item|article|copy|report|version|dispatch)\s(?:has\sbeen|is|was|corrects|clarifies|updates)\b/iu;

/** Reads a line from desk to desk; `null` for one that is for readers. */
export function readDeskLine(line: string): DeskLine | null {
  const text = line.trim();
  if (NOTE.test(text) && text.length <= LONGEST_NOTE) {
    return { field: "editorNote", value: bare(text.replace(NOTE, "")) };
  }
  if (text.length <= LONGEST_COPYRIGHT && COPYRIGHT.test(text))
    return { field: "copyright", value: text };
  if (isTermsLine(text))
    return { field: "usageTerms", value: bare(text.replace(/^[\s*([]+/u, "")) };
  return isNotice(text) ? { field: "status", value: text } : null;
}

/**
 * "KILL" alone, and what a notice says of its own copy; a mark before a headline stays with it:
 * "KILL: Harbour closes", "UPDATE 2-Harbour closes".
 */
function isNotice(text: string): boolean {
  if (text === "" || text.length > LONGEST_NOTICE) return false;
  const { signs, bare: rest } = readHeadlineMarks(text);
  const weighty = signs.filter(({ kind }) => kind !== "update" && kind !== "write-through");
  if (weighty.length > 0 && rest === "") return true;
  const isSentence = /[.!?)\]*]$/u.test(text);
  if (weighty.length > 0 && isSentence) return readDeskNotice(rest) !== null;
  // "ADVISORY: withhold until further notice"
  if (/^[\s*([]*advisory\s?[:–—-]/iu.test(text)) return readDeskNotice(afterLabel(text)) !== null;
  const inside = BRACKETED.exec(text)?.groups?.inside;
  if (inside !== undefined) return readDeskNotice(inside) !== null;
  return OF_ITSELF.test(text) && readDeskNotice(text) !== null;
}

function afterLabel(text: string): string {
  return text.replace(/^[^:–—-]*[:–—-]\s*/u, "");
}

/** Brackets around a note are not its own. */
function bare(text: string): string {
  const closing = /[([]/u.test(text) ? -1 : markAtEnd(text, ")]");
  return (closing === -1 ? text : text.slice(0, closing)).trim();
}
