import type { Piece } from "./piece.ts";
import { isMoment } from "./since.ts";

/** A moment that a question names. */
export interface TimeFound {
  /** As `readSince` takes it. */
  readonly since: string;
  /** Which of its words say so: from the first, its preposition included, up to the last, which is not of it. */
  readonly from: number;
  readonly to: number;
}

/** They lead to a moment, and are of it: "since May", "over the last week". */
const LEADS: ReadonlySet<string> = new Set(
  "since from after on in during over within for as of the".split(" "),
);
// Reads: May · monday · tue: also names, and what a paper is called
const ALSO_A_NAME = /^\p{L}{3,9}\.?$/u;
const LEADS_TO_A_NAME: ReadonlySet<string> = new Set("since after on in from during".split(" "));
// Reads: 3 days · a week: as long as something took, where nothing says that it is past
const ALSO_A_LENGTH = /^(?!\d+[hdw]$)(?:\d+|\p{L}+) ?[hdw]\p{L}*$/u;
const LEADS_TO_A_LENGTH: ReadonlySet<string> = new Set("since within over during".split(" "));
const BY_ITSELF: ReadonlySet<string> = new Set("today yesterday tonight".split(" "));
const MOST_WORDS = 4;

/** The first moment that a question names; `null` for none. A month or a day of the week alone is a name as well. */
export function timeIn(pieces: readonly Piece[]): TimeFound | null {
  for (const [at, piece] of pieces.entries()) {
    if (piece.marked) continue;
    for (let length = MOST_WORDS; length > 0; length -= 1) {
      const run = pieces.slice(at, at + length);
      if (run.length < length || run.some(({ marked }) => marked)) continue;
      const since = run.map(({ lower }) => lower).join(" ");
      if (!isMoment(since)) continue;
      const from = leadBefore(pieces, at);
      const before = from < at ? (pieces[from]?.lower ?? "") : "";
      if (isSure(since, before)) return { since, from, to: at + length };
    }
  }
  return null;
}

function isSure(since: string, lead: string): boolean {
  if (BY_ITSELF.has(since) || /^(?:the )?(?:last|past|this) /u.test(since)) return true;
  if (ALSO_A_NAME.test(since)) return LEADS_TO_A_NAME.has(lead);
  return !ALSO_A_LENGTH.test(since) || LEADS_TO_A_LENGTH.has(lead);
}

/** Where the words begin that lead to a moment: "over the", "as of". */
function leadBefore(pieces: readonly Piece[], at: number): number {
  let from = at;
  while (from > 0 && LEADS.has(pieces[from - 1]?.lower ?? "") && pieces[from - 1]?.ends === false)
    from -= 1;
  return from;
}
