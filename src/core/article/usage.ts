import type { Article } from "./article.ts";

/** Whether the terms of use of copy restrict where it may stand. */
export interface Usage {
  readonly restricted: boolean;
  /** The words of the terms that restrict it; `null` where it is not restricted. */
  readonly reason: string | null;
}

const LONGEST = 4000;
const LONGEST_REASON = 160;

// Reads: Not for use in the United States, no resale, internal only, for subscribers only, premium
const RESTRICTS =
  /\b(?:(?:not?|never|without)\s+(?:be\s+|to\s+be\s+|for\s+)?(?:[\p{L}-]+\s+){0,2}?(?:us(?:e|ed|age)|resale|resold|redistribut\w*|distribut\w*|publi\w+|broadcast\w*|online|web|internet|mobile|social|archiv\w*|print|sales?|syndicat\w*|reproduc\w*|re-?use|transmi\w+|third|commercial|charge)|internal(?:ly)?\b|confidential|subscribers?|members?\s+only|premium|exclusive\w*|restrict\w*|embargo\w*|only|prohibit\w*|forbidden|must\s+not|may\s+not|shall\s+not|cannot|do\s+not|prior\s+(?:written\s+)?(?:consent|permission|approval)|written\s+permission|permission\s+(?:of|from|required)|licen[cs]e[sd]?|out)\b[^.;\n]{0,80}/iu;

// Words that let anyone use it.
const FREE =
  /^\W*(?:none|no|nil|n\/a|null|free|public|public\s+domain|(?:no|without)\s+(?:usage\s+|any\s+)?(?:restrictions?|limitations?|conditions?)|no\s+usage\s+(?:terms|restrictions?)|unrestricted(?:\s+use)?|(?:free|cleared|available|approved)\s+(?:for|to)\s+(?:all\s+|any\s+|general\s+|editorial\s+|media\s+|public\s+)*(?:use|publication|publish|distribution|reuse|everyone|all)(?:\s+(?:by\s+all|worldwide|everywhere))?|for\s+(?:global|worldwide|general|public|immediate|free)\s+(?:distribution|release|use|publication)|all\s+media|all\s+uses?|(?:may|can)\s+be\s+(?:freely\s+)?(?:used|published|reproduced)(?:\s+freely)?|cc[\s-]?(?:0|by(?:[\s-]sa)?)(?:[\s-]\d(?:\.\d)?)?|creative\s+commons\s+(?:zero|attribution))\W*$/i;

// Says whose it is, and nothing of its use.
const RIGHTS =
  /^\W*(?:(?:©|\(c\)|copyright)[^.;\n]{0,120}|all\s+rights\s+reserved|(?:mandatory\s+|please\s+|must\s+)?credit(?:\s+(?:line|required|mandatory))?\b[^.;\n]{0,60}|source\s*:[^.;\n]{0,60})\W*$/i;

// In a note or beside a copyright only plain words restrict.
const PLAINLY =
  /\b(?:(?:for\s+)?internal\s+(?:use\s+)?only|not\s+for\s+(?:publication|broadcast|public\s+(?:use|release)|distribution|(?:online|web|print|social|commercial|external)\b[\s\p{L}]{0,12}|use\b)|no\s+(?:resale|redistribution|onward|online|web|archive|print)\b(?:\s+use)?|(?:for\s+)?(?:premium\s+)?(?:subscribers?|clients|members)\s+only|premium\s+(?:content|copy|only))[^.;\n]{0,60}/iu;

/**
 * Reads whether usage terms restrict copy. Terms that nobody here understands restrict it too: a
 * story that is missing on a public channel costs less than a licence that is broken.
 *
 * @param terms what the copy states as its terms; `null` and blank restrict nothing
 */
export function readUsage(terms: string | null): Usage {
  const text = (terms ?? "").trim();
  if (text === "") return FREE_USE;
  if (text.length > LONGEST) return { restricted: true, reason: shortened(text) };
  const uncertain = text
    .split(/[.;\n]+(?:\s|$)/u)
    .filter((part) => /[\p{L}\p{N}]/u.test(part) && !FREE.test(part) && !RIGHTS.test(part));
  const [doubtful] = uncertain;
  if (doubtful === undefined) return FREE_USE;
  const restricting = uncertain.find((part) => RESTRICTS.test(part));
  const words =
    restricting === undefined ? doubtful : (RESTRICTS.exec(restricting)?.[0] ?? doubtful);
  return { restricted: true, reason: shortened(words) };
}

const FREE_USE: Usage = { restricted: false, reason: null };

/** Reads whether copy is restricted by its terms, or plainly by its copyright line or its editor's note. */
export function usageOf({
  usageTerms,
  copyright,
  editorNote,
}: Pick<Article, "usageTerms" | "copyright" | "editorNote">): Usage {
  const stated = readUsage(usageTerms);
  if (stated.restricted) return stated;
  for (const text of [copyright, editorNote]) {
    const plainly = PLAINLY.exec((text ?? "").slice(0, LONGEST))?.[0];
    if (plainly !== undefined) return { restricted: true, reason: shortened(plainly) };
  }
  return FREE_USE;
}

function shortened(text: string): string {
  const line = text.slice(0, LONGEST).replace(/\s+/gu, " ").trim();
  return line.length <= LONGEST_REASON ? line : `${line.slice(0, LONGEST_REASON - 1).trimEnd()}…`;
}
