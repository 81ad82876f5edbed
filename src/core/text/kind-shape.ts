/** What the lines of a text look like. */
export interface Shape {
  /** Lines that are not empty. */
  readonly lines: readonly string[];
  /** Lines that open with a time of day and go on as prose, or stand above it. */
  readonly stamps: number;
  /** Lines that are a result: `Arden 2-1 Merton`. */
  readonly scores: number;
  /** Lines that open with a bullet or number. */
  readonly items: number;
  /** Short lines without a stop that stand above prose. */
  readonly headings: number;
  /** Lines that name who speaks: `MR. KRALL: Good morning.` */
  readonly turns: readonly Turn[];
  /** Short paragraphs that ask, each with an answer behind it. */
  readonly questions: number;
}

/** A line of speech under the name of who speaks. */
export interface Turn {
  /** As printed: `MR. KRALL`, `Q`. */
  readonly label: string;
  readonly asks: boolean;
}

/** As many lines as are looked at: a log or a book shows its kind by then. */
const MOST_LINES = 2000;

// 14:05 The bridge | 2.05pm BST | [09:30] | 10h15 – ; not 6:4, nor "9:30 to 11:30".
const STAMP =
  /^[([]?(?:[01]?\d|2[0-3])[:.h][0-5]\d(?::[0-5]\d)?(?:\s?[ap]\.?m\.?|\s?[AP]\.?M\.?)?(?:\s(?:GMT|BST|IST|UTC|CET|CEST|[ECMP][SD]?T|AE[DS]T|WAT|EAT|SAST|PKT|NPT|local time))?[)\]]?\s*(?:$|[-–—|:•]\s*|(?=\s?\p{Lu}))/u;
const TEAM = "\\p{Lu}[\\p{L}.'’& -]{1,40}?";
// Arden 6, Merton 5, 10 innings | Arden 2-1 Merton | A. Falk (VEL) bt B. Moor 6-4, 6-3 | 1. Ida Falk (VEL) 10.83
const SCORES: readonly RegExp[] = [
  new RegExp(`^${TEAM} \\d{1,3},? ${TEAM} \\d{1,3}(?:,? [^.!?]{0,30})?$`, "u"),
  new RegExp(`^${TEAM} \\d{1,3} ?[-–v:] ?\\d{1,3} ${TEAM}(?: \\([^)]*\\))?$`, "u"),
  new RegExp(
    `^${TEAM}(?: \\([^)]*\\))? (?:bt|beat|def\\.?|lost to|drew with) .{2,60}\\d[^.!?]*$`,
    "u",
  ),
  /^\d{1,3}[.)]? \p{Lu}[\p{L}.'’ -]+(?:[,(].{1,30})? \d[\d.:]*(?: ?(?:sec|secs|pts|points|min|m))?$/u,
];
const ITEM = /^(?:[•●▪◦‣*·–—-]\s|\(?\d{1,3}[.):]\s|#\d{1,3}\b|\d{1,3}\s[-–—]\s)/u;
// MR. KRALL: Good | Q: How | Hanna Prys: What; not `Dole: “I am.”`, which is a report's dialogue.
const TURN =
  /^(?<label>Q|A|Question|Answer|\p{Lu}[\p{Lu}.'’-]*(?: [\p{Lu}.'’()-]+,?){0,5}|\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){0,3})\s?(?:\([^)]{1,30}\))?:\s+(?<said>[^"“«\s].*)$/u;
// Q How did it come about? | A There were talks: the letter alone, and behind "A" no noun of its own.
const LETTERED = /^(?<label>Q|A)\s+(?<said>\p{Lu}.*)$/u;

/** Measures what the signs of a kind look at. */
export function readShape(body: string): Shape {
  const lines = linesOf(body);
  return {
    lines,
    stamps: countStamps(lines),
    scores: lines.filter(isScore).length,
    items: lines.filter((line) => ITEM.test(line)).length,
    headings: lines.filter((line, index) => isHeading(line) && isProse(lines[index + 1] ?? ""))
      .length,
    turns: lines.flatMap((line) => turnAt(line) ?? []),
    questions: lines.filter((line, index) => isAsked(line) && isAnswer(lines[index + 1] ?? ""))
      .length,
  };
}

/** The lines of a text that are not empty, from its top. */
export function linesOf(body: string): readonly string[] {
  const lines: string[] = [];
  let start = 0;
  while (start < body.length && lines.length < MOST_LINES) {
    const found = body.indexOf("\n", start);
    const end = found < 0 ? body.length : found;
    const line = body.slice(start, end).trim();
    if (line !== "") lines.push(line);
    start = end + 1;
  }
  return lines;
}

/** Says whether a line opens with the time of an entry; a range of hours, as in a programme, is none. */
export function stampLength(line: string): number {
  const found = STAMP.exec(line.slice(0, 60))?.[0] ?? "";
  return /^\s*(?:(?:to|until)\s)?\d/u.test(line.slice(found.length)) ? 0 : found.length;
}

/** A programme has a title behind each time, a live blog has prose behind it or below it. */
function countStamps(lines: readonly string[]): number {
  return lines.filter((line, index) => {
    const length = stampLength(line);
    if (length === 0) return false;
    const behind = line.slice(length).trim();
    return isProse(behind) || (behind.length < 90 && isProse(lines[index + 1] ?? ""));
  }).length;
}

function isProse(line: string): boolean {
  return line.length > 45 && /[.!?…]["”’)]*$/u.test(line) && stampLength(line) === 0;
}

function isHeading(line: string): boolean {
  return (
    line.length <= 90 && /[\p{L}\p{N}]["”’)]*$/u.test(line) && /^["“]?[\p{Lu}\p{N}]/u.test(line)
  );
}

function isAsked(line: string): boolean {
  return line.length < 400 && /\?["”’)]*$/u.test(line) && line.split(" ").length > 2;
}

function isAnswer(line: string): boolean {
  return line !== "" && !isAsked(line);
}

/** Says whether a line is a result: `Arden 2-1 Merton`. */
export function isScore(line: string): boolean {
  return line.length < 120 && SCORES.some((one) => one.test(line));
}

/** The turn that a line is, with the offset of its first word; `null` where it is none. */
export function turnAt(line: string): (Turn & { readonly saidAt: number }) | null {
  const found = (TURN.exec(line) ?? LETTERED.exec(line))?.groups;
  if (found?.label === undefined || found.said === undefined) return null;
  const said = found.said.trimEnd();
  // "Delegates: 1,200" is a line of a table.
  if (!/[.!?…–—-]["”’)]*$/u.test(said)) return null;
  const isLettered = /^(?:Q|A)\s/u.test(line);
  if (isLettered && found.label === "Q" && !said.includes("?")) return null;
  return { label: found.label, asks: said.endsWith("?"), saidAt: line.length - found.said.length };
}
