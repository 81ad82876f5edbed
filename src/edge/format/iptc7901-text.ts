import type { Aside, CopyFields } from "#core/article/copy.ts";
import { readHeadlineMarks } from "#core/article/headline-mark.ts";
import { readNoticeLines } from "#core/article/release/lines.ts";
import { findDateline } from "#core/text/find-dateline.ts";
import { readByline } from "./byline.ts";
import { readHeaderLine } from "./header-line.ts";
import { leftOut } from "./left-out.ts";
import { typeset } from "./typeset.ts";
import { readWireText } from "./wire-text.ts";

/** What stands between STX and ETX of an IPTC 7901 message. */
export interface IptcText {
  readonly fields: Partial<CopyFields>;
  readonly paragraphs: readonly string[];
  /** Whatever else the lines say. */
  readonly asides: readonly Aside[];
}

type Fields = { -readonly [Field in keyof CopyFields]?: CopyFields[Field] };

/** How many lines may belong to the headline, whose last one ends with `=`. */
const MOST_HEADLINE_LINES = 10;

// Reads: 1ST LEAD, 2ND ROUNDUP, 3. Zusammenfassung, EXTRA, (Achtung)
const STEP =
  /^\(?(?:\d{1,2}(?:st|nd|rd|th|\.)\s(?:lead|ld|roundup|update|add|zusammenfassung|version|fassung)|extra|urgent|eil|achtung|wichtig|alert|picture available)\)?:?$/iu;
// Reads, as the last line of a headline: By dpa correspondents, Von Anna Feld, dpa
const BYLINE = /^(?:by|von|par)\s(?<names>\S.{2,80})$/iu;
// Reads: Utl.: Port authority gives no date, ATTENTION - adds details ///
const SUBHEADLINE = /^utl\.?\s?:\s*(?<text>\S.*)$/iu;
const ATTENTION = /^attention\s[-–—:]\s.*?(?:\/{2,})?$/iu;
// Reads the heading of the notes behind a story: ## Note to editors, ## Redaktionelle Hinweise
const NOTES =
  /^#{1,3}\s(?:notes?\sto\seditors?|editors?['’]?\snotes?|redaktionelle(?:r)?\shinweise?)\s*$/iu;

/** Reads the headline, which runs up to a line that ends with `=`, the lines in it, and the story. */
export function readIptcText(text: string): IptcText {
  const lines = text.split("\n").map((line) => typeset(line.trimEnd()));
  const fields: Fields = {};
  const note = notesIn(lines);
  if (note !== "") fields.editorNote = note;
  const opening = readOpening(lines, fields);
  const { fields: found, paragraphs } = readWireText(
    lines.slice(opening).join("\n"),
    fields.title ?? null,
  );
  const { tags: _tags, ...others } = found;
  const asides = leftOut(lines, paragraphs, [fields.title]);
  return { fields: { ...others, ...fields }, paragraphs, asides };
}

/** Moves the headline and the lines with it into `fields`; the number of lines that it takes. */
function readOpening(lines: readonly string[], fields: Fields): number {
  const last = lines.slice(0, MOST_HEADLINE_LINES).findIndex((line) => /\s?=$/u.test(line));
  if (last === -1 || lines.slice(0, last).some((line) => findDateline(line)?.start === 0)) return 0;
  const headline: string[] = [];
  for (const [index, line] of lines.slice(0, last + 1).entries()) {
    const text = line.replace(/(?<!\s)\s*=$/u, "").trim();
    const byline = index === last && headline.length > 0 ? BYLINE.exec(text)?.groups?.names : null;
    if (byline != null) fields.byline ??= byline;
    else if (text !== "" && !takeLine(text, fields)) headline.push(text);
  }
  if (headline.length > 0) fields.title = headline.join(" ");
  return last + 1;
}

/** One line of the headline's block that states something else; `false` where it is the headline. */
function takeLine(text: string, fields: Fields): boolean {
  const byline = readByline(text);
  const header = readHeaderLine(text);
  const subheadline = SUBHEADLINE.exec(text)?.groups?.text;
  if (STEP.test(text)) {
    if (/\d/u.test(text)) fields.version ??= text;
  } else if (isMark(text)) {
    fields.status = fields.status == null ? text : `${fields.status}\n${text}`;
  } else if (readNoticeLines([text], 0, true) !== null) {
    fields.embargo = fields.embargo == null ? text : `${fields.embargo}\n${text}`;
  } else if (byline !== null) fields.byline ??= byline;
  else if (subheadline !== undefined) fields.subheadline ??= subheadline;
  else if (ATTENTION.test(text) || header?.field === "editorNote") {
    fields.editorNote = text.replace(/(?<!\s)(?:\s+|(?<!\/))\/{2,}$/u, "");
  } else return false;
  return true;
}

function isMark(text: string): boolean {
  const { signs, bare } = readHeadlineMarks(text);
  return signs.length > 0 && bare === "";
}

/** What the notes behind a story say from desk to desk, without the contacts below them. */
function notesIn(lines: readonly string[]): string {
  const start = lines.findIndex((line) => NOTES.test(line));
  if (start === -1) return "";
  const below = lines.slice(start + 1);
  const end = below.findIndex((line) => /^(?:#|\* ?\*)/u.test(line));
  return below
    .slice(0, end === -1 ? below.length : end)
    .map((line) => line.trim().replace(/^-\s+/u, ""))
    .filter((line) => line !== "")
    .join("\n");
}
