import { prepareHere } from "#main/prepare-here.ts";

/** What stands in a row of thousands, where a person writes one or two. */
const REPEATED = [
  ...[" ", "\t", "\u00a0", "\n", "\r\n", "\u200b"],
  ...["“", "”", '"', "'", "-", "–", ".", ",", ":", "!", "?", "…"],
  ...["(", ")", "[", "]", "<", "/", "|", "&", "#", "*", "=", "@", "_"],
  ...["0", "a", "A", "é", "中", "a ", "A ", "1 ", ". ", "A. ", "Aa, ", "“a” ", ") ", " - "],
  ...["the ", "in ", "By ", "said ", "he said. ", "a\n", "a: b\n", "Aa bb.\n\n", "- a\n"],
];

const HEADLINE = "Harbour board agrees its budget";
const BODY = `TARNMOUTH, May 8 (Tarn Wire) – The harbour board agreed a budget of 12 million on Tuesday.

“We are pleased,” said Ana Torv, the chair of the board. Work begins in May.`;

/** Marks that Markdown's parser reads one by one. */
const IN_MARKDOWN = ["!", "!(", "[", "](", "<", "&", "a@", "`", "| ", "> ", "a\n", "- a\n"];

interface Place {
  readonly path: string;
  readonly rows: readonly string[];
  readonly write: (row: string) => string;
}

const inText = (write: Place["write"]): Place => ({ path: "row.txt", rows: REPEATED, write });

/** Where it stands; what has a line of its own there keeps it. */
const PLACES: Readonly<Record<string, Place>> = {
  headline: inText((row) => `${HEADLINE} ${row} at last\n\n${BODY}\n`),
  byline: inText((row) => `${HEADLINE}\n\nBy Ana ${row} Torv\n\n${BODY}\n`),
  lede: inText(
    (row) => `${HEADLINE}\n\nTARNMOUTH, May 8 ${row} (Tarn Wire) – The board met.\n\n${BODY}\n`,
  ),
  "a field": inText((row) => `Slug: a ${row} b\nEDS: a ${row} b\n\n${HEADLINE}\n\n${BODY}\n`),
  quotation: inText((row) => `${HEADLINE}\n\n${BODY}\n\n“It ${row} ends,” said Ana Torv.\n`),
  "the start of a line": inText((row) => `${HEADLINE}\n\n${BODY}\n\n${row}It opens.\n\nIt ends.\n`),
  "the end of a line": inText((row) => `${HEADLINE}\n\n${BODY}\n\nIt opens${row}\n\nIt ends.\n`),
  Markdown: {
    path: "row.md",
    rows: IN_MARKDOWN,
    write: (row) => `# ${HEADLINE}\n\nThe dock ${row} was shut.\n`,
  },
};

/** Letters of the shorter row; the longer one has four times as many. */
const SHORT = 3_000;
const TIMES = 4;
/** Four times the work for a row of four times the length, and as much again for what a machine adds. */
const MOST_GROWTH = 2 * TIMES;
/** Less than this is lost in what else the thread does, in milliseconds of its processor time. */
const LEAST = 60;

/** Rows whose work grows faster than they do, each with its place and the milliseconds of both. */
export async function overgrown(): Promise<readonly string[]> {
  const found: string[] = [];
  for (const [place, { path, rows, write }] of Object.entries(PLACES)) {
    for (const repeated of rows) {
      const cost = (length: number) =>
        costOf(write(repeated.repeat(Math.ceil(length / repeated.length))), path);
      const long = await cost(SHORT * TIMES);
      if (long < LEAST) continue;
      const short = await cost(SHORT);
      const grew = async () => (await cost(SHORT * TIMES)) > (await cost(SHORT)) * MOST_GROWTH;
      // Once more: what a machine adds to one of them it does not add twice.
      if (long > short * MOST_GROWTH && (await grew())) {
        found.push(`${JSON.stringify(repeated)} in ${place}: ${short} ms → ${long} ms`);
      }
    }
  }
  return found;
}

const prepare = prepareHere();

/** Processor time of this thread in milliseconds: what else the machine does costs nothing. */
export async function costOf(text: string, path = "row.txt"): Promise<number> {
  const bytes = new TextEncoder().encode(text);
  const before = process.threadCpuUsage();
  await prepare({ path, bytes, takenIn: 0 });
  const { user, system } = process.threadCpuUsage(before);
  return Math.round((user + system) / 1000);
}
