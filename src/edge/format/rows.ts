/** How much of a file says what it is, in lines. */
const SAMPLE = 200;
const FEWEST_ROWS = 4;
/** A cell is a word or a figure; a longer one is prose. */
const LONGEST_CELL = 60;

const DELIMITERS = ["\t", ";", "|", ","] as const;

/** Says whether a text is rows of cells, as spreadsheets are saved (RFC 4180), and no story. */
export function isRows(text: string, extension: string): boolean {
  const lines = linesOf(text);
  const named = extension === "csv" || extension === "tsv";
  if (lines.length < (named ? 2 : FEWEST_ROWS)) return false;
  if (!named && lines.filter((line) => /[.!?]["”’]?\s*$/u.test(line)).length * 3 > lines.length)
    return false;
  return DELIMITERS.some((delimiter) => {
    const counts = lines.map((line) => cellsOf(line, delimiter).length);
    const usual = mostOf(counts);
    const regular = counts.filter((count) => count === usual).length;
    // Prose has commas too, and never the same number of them in every line.
    const fewest = delimiter === "," && !named ? 4 : named ? 2 : 3;
    return (
      usual >= fewest && regular >= lines.length * (named ? 0.6 : 0.9) && isShort(lines, delimiter)
    );
  });
}

// Reads how a line of a log begins: 2025-05-07T10:15:00Z, [2025-05-07 10:15:00], May  7 10:15:00, 10:15:00.123,
// 127.0.0.1 - - [, INFO, [ERROR], level=info, {"level":
const LOGGED =
  /^\W{0,2}(?:\d{4}[-/]\d\d[-/]\d\d[T ]\d\d:\d\d:\d\d|\p{Lu}\p{Ll}{2}\s+\d{1,2}\s\d\d:\d\d:\d\d\s|\d\d:\d\d:\d\d[.,]\d|\d{1,3}(?:\.\d{1,3}){3}\s-\s|(?:INFO|WARN(?:ING)?|ERROR|DEBUG|TRACE|FATAL)\b[\]:|\s]|(?:time|level|ts)=|\{"(?:level|time|timestamp|msg)")/u;

/** Says whether a text is the log of a program. */
export function isLog(text: string, extension: string): boolean {
  const lines = linesOf(text);
  const logged = lines.filter((line) => LOGGED.test(line)).length;
  const named = extension === "log";
  return lines.length >= (named ? 1 : FEWEST_ROWS) && logged >= lines.length * (named ? 0.5 : 0.8);
}

function linesOf(text: string): readonly string[] {
  return text
    .split("\n", SAMPLE * 2)
    .filter((line) => line.trim() !== "")
    .slice(0, SAMPLE);
}

/** What stands in quotation marks is one cell, whatever it holds. */
function cellsOf(line: string, delimiter: string): readonly string[] {
  return line.replace(/"(?:[^"]|"")*"/gu, "cell").split(delimiter);
}

function isShort(lines: readonly string[], delimiter: string): boolean {
  const cells = lines.flatMap((line) => cellsOf(line, delimiter));
  return cells.filter((cell) => cell.trim().length > LONGEST_CELL).length * 10 <= cells.length;
}

function mostOf(counts: readonly number[]): number {
  const tally = new Map<number, number>();
  for (const count of counts) tally.set(count, (tally.get(count) ?? 0) + 1);
  const [usual] = [...tally].sort(([, one], [, other]) => other - one)[0] ?? [0];
  return usual;
}
