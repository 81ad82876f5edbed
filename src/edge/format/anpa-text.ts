import type { Aside, CopyFields } from "#core/article/copy.ts";
import { readHeadlineMarks } from "#core/article/headline-mark.ts";
import { readNoticeLines } from "#core/article/release/lines.ts";
import { readByline } from "./byline.ts";
import { leftOut } from "./left-out.ts";
import { typesetAnpa } from "./typeset.ts";

/** What stands between STX and ETX of an ANPA 1312 message. */
export interface AnpaText {
  readonly fields: Partial<CopyFields>;
  readonly paragraphs: readonly string[];
  /** Whatever else the lines say. */
  readonly asides: readonly Aside[];
}

type Fields = { -readonly [Field in keyof CopyFields]?: CopyFields[Field] };

// Reads: ^For Argentine chemo patients, mirrors can hurt <   ^By THE EDITORS=
const FORMATTED = /^\^(?<text>[^\n]*?)\s*(?<end>[<=]?)\s*$/u;
// Reads: BC-LT--Argentina-Cancer Beauty,466   AM-Harbour, 2nd Ld-Writethru,1140
const SLUG = /^(?:(?:am|pm|bc|ap|eu)s?-{1,2}\S|.*,\d{1,5}$)/iu;
// Reads: Eds: With AP Photos.   EDITOR'S NOTE _ This is part of a series.   Note to editors:
const NOTE =
  /^\(?(?:eds?\b(?:['’]s?)?(?:\snotes?)?|editors?['’]?s?\b(?:\snotes?)?|notes?\sto\s(?:all\s)?editors)\s*[:_—–-]/iu;
// Reads: AP Photo XNP101, XNP102   Photos FLD101, AP Video. AP Graphic HARBOUR
const MEDIA =
  /^(?:(?:\p{Lu}{2,6}|with)\s)?(?:photos?|graphics?|videos?|audio|illustration)\b(?=.*\b\p{Lu}{2,}\d*|\W*$)/iu;
const LONGEST_AFFILIATION = 60;

/** Reads the lines above the story, which `^` opens and `<` or `=` closes, and the paragraphs below them. */
export function readAnpaText(text: string, isTable: boolean): AnpaText {
  const lines = text.split("\n").map((line) => typesetAnpa(line.trimEnd()));
  const fields: Fields = {};
  const end = readAbove(lines, isTable, fields);
  const paragraphs = readBelow(lines.slice(end), isTable);
  return { fields, paragraphs, asides: leftOut(lines, paragraphs, [fields.title]) };
}

/** Moves what the lines above the story state into `fields`; the number of lines that are above it. */
function readAbove(lines: readonly string[], isTable: boolean, fields: Fields): number {
  let before = "";
  const texts = lines.map(storyText);
  for (const [index, line] of lines.entries()) {
    if (line.trim() === "") continue;
    const found = isRow(line) ? null : FORMATTED.exec(line)?.groups;
    const text = found?.text?.trim() ?? "";
    const isCentred = found?.end === "=";
    // The line below a byline says for whom they write: ^By ANN FIELD=  ^Harbour News=
    if (isCentred && !isTable && readByline(before) !== null && isAffiliation(text)) {
      fields.source = text;
    } else if (found == null || !takeLine(texts, index, isCentred, fields)) return index;
    before = text;
  }
  return lines.length;
}

/** One line above the story; `false` where it belongs to the story. */
function takeLine(
  texts: readonly string[],
  index: number,
  isCentred: boolean,
  fields: Fields,
): boolean {
  const text = texts[index] ?? "";
  if (text === "") return true;
  const byline = readByline(text);
  if (fields.slug === undefined && fields.title === undefined && SLUG.test(text)) {
    fields.slug = text.replace(/,\s*\d{1,5}$/u, "");
  } else if (NOTE.test(text) || MEDIA.test(text)) {
    fields.editorNote = joined(fields.editorNote, text);
  } else if (readNoticeLines(texts, index, fields.title !== undefined) !== null)
    fields.embargo = joined(fields.embargo, text);
  else if (isMark(text)) fields.status = joined(fields.status, text);
  else if (byline !== null && fields.byline === undefined) fields.byline = byline;
  else return takeHeadline(text, isCentred, fields);
  return true;
}

/** What is centred further down is a heading of the story: `^AMERICAN LEAGUE=`. */
function takeHeadline(text: string, isCentred: boolean, fields: Fields): boolean {
  if (isCentred && (fields.title !== undefined || fields.byline !== undefined)) {
    return /^all\stimes\b/iu.test(text);
  }
  if (fields.title === undefined) fields.title = text;
  else if (fields.subheadline === undefined) fields.subheadline = text;
  else return false;
  return true;
}

/** "KILL", "CORRECTION:" and what else stands above a headline alone. */
function isMark(text: string): boolean {
  const { signs, bare } = readHeadlineMarks(text);
  return signs.length > 0 && bare === "";
}

function isAffiliation(text: string): boolean {
  return text.length <= LONGEST_AFFILIATION && /^\p{Lu}[^.!?:;]*\p{Ll}[^.!?:;]*$/u.test(text);
}

function joined(before: string | null | undefined, text: string): string {
  return before === undefined || before === null ? text : `${before}\n${text}`;
}

/** A tab or spaces open a paragraph; rows of a table follow each other in one. */
function readBelow(lines: readonly string[], isTable: boolean): readonly string[] {
  const paragraphs: string[] = [];
  let isOpen = false;
  let wasRow = false;
  for (const line of lines) {
    const row: boolean = isRow(line) && (isTable || wasRow || line.includes("^;"));
    const text = row ? cellsOf(line) : storyText(line);
    const last = paragraphs.at(-1);
    if (last === undefined || !isOpen || beginsParagraph(line, row, wasRow)) paragraphs.push(text);
    else paragraphs[paragraphs.length - 1] = `${last}${row ? "\n" : " "}${text}`;
    isOpen = line.trim() !== "" && !/[<=]$/u.test(line);
    wasRow = row;
  }
  return paragraphs.filter((text) => text !== "");
}

function beginsParagraph(line: string, row: boolean, wasRow: boolean): boolean {
  return row !== wasRow || (!row && /^(?:\t| {2,}|\^|\s*$)/u.test(line));
}

// Reads: Baltimore;23;13;.639   ^;W;L;Pct
function isRow(line: string): boolean {
  return /^[^\t ;][^;]*;[^;]*;/u.test(line) && !/;\s/u.test(line);
}

function cellsOf(line: string): string {
  const cells = line.replace(/^\^/u, "").split(";");
  return cells
    .map((cell) => (cell.trim() === "_" ? "—" : cell.trim()))
    .join(" | ")
    .trim();
}

function storyText(line: string): string {
  return line
    .replace(/^\s*\^?/u, "")
    .replace(/(?<!\s)\s*[<=]$/u, "")
    .trim()
    .replace(/\s{2,}/gu, " ");
}
