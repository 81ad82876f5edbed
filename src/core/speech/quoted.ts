import type { Passage, Range } from "#core/text/text.ts";

const MARK = /["“”«»„'‘’]|\?/gu;
const WORD = /[\p{L}\p{N}]/u;
/** Beyond this a mark that never closed is likelier than a speech. */
const LONGEST = 2500;

type Move = "open" | "close" | null;

/**
 * Finds the stretches that stand in quotation marks, whoever says them, scare quotes too; a speech of
 * several sentences is one. Where marks were lost to "?", those are read as marks.
 */
export function findQuoted(
  body: string,
  passages: readonly Passage[],
  lostMarks: boolean,
): readonly Range[] {
  const ranges: Range[] = [];
  let open: { start: number; kind: string } | null = null;
  for (const passage of passages) {
    let first = true;
    for (const { index, 0: mark } of body.slice(passage.start, passage.end).matchAll(MARK)) {
      const kind = kindOf(mark);
      if (kind === "lost" && !lostMarks) continue;
      const at = passage.start + index;
      // A speech goes on in the next paragraph only where that one opens with a mark again.
      const reopened = at === passage.start || (open?.start ?? 0) >= passage.start;
      if (open !== null && ((first && !reopened) || at - open.start > LONGEST)) open = null;
      first = false;
      const move = moveAt(body, at, mark);
      if (move === "open" && open === null) {
        open = { start: at, kind };
      } else if (move === "close" && open?.kind === kind) {
        ranges.push({ start: open.start, end: at + 1 });
        open = null;
      }
    }
    if (first) open = null;
  }
  return ranges;
}

function kindOf(mark: string): string {
  if (mark === "?") return "lost";
  return /['‘’]/u.test(mark) ? "single" : "double";
}

/** Whether a mark opens or closes, by what stands on either side of it. */
function moveAt(body: string, at: number, mark: string): Move {
  const before = at > 0 ? body.charAt(at - 1) : " ";
  const after = body.charAt(at + 1);
  if (mark === "“" || mark === "„" || mark === "«") return "open";
  if (mark === "”" || mark === "»") return "close";
  const joinsBefore = WORD.test(before);
  const joinsAfter = WORD.test(after) || /[£$€([#@.…]/u.test(after);
  if (joinsBefore && WORD.test(after)) return null;
  if (mark === "?" && /\s/u.test(before) && !joinsAfter) return null;
  // `reporters."We thought`: where the space was lost, what follows a stop and joins a word opens.
  if (joinsAfter && !joinsBefore && mark !== "’") return "open";
  return /\s/u.test(before) ? null : "close";
}

/** Makes a measure of how much of a range stands in quotation marks; ranges are asked in order. */
export function createQuotedShare(quoted: readonly Range[]): (range: Range) => number {
  let first = 0;
  return (range) => {
    while ((quoted[first]?.end ?? range.start + 1) <= range.start) first += 1;
    let held = 0;
    for (let at = first; at < quoted.length; at += 1) {
      const one = quoted[at];
      if (one === undefined || one.start >= range.end) break;
      held += Math.max(0, Math.min(one.end, range.end) - Math.max(one.start, range.start));
    }
    return held / Math.max(1, range.end - range.start);
  };
}
