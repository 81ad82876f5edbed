import { type Mark, OPENING_SPACE, type Turn } from "./quotation-mark.ts";
import type { Passage } from "./text.ts";

const SINGLE = /['‘’‚‹›]/gu;
// 'em, 'tis, '90s, rock 'n' roll; Dutch 's avonds, 't, 'k
const ELISION =
  /^(?:em|til|tis|twas|cause|n|round|bout|cos|[stmkr]|ns|ndrangheta|\d0s|\d\ds?)(?![\p{L}\p{N}])/iu;

/** Single marks, told from apostrophes: an opener is kept only with the close that fits it. */
export function singleMarks(body: string, passage: Passage, carried: boolean): Mark[] {
  const text = body.slice(passage.start, passage.end);
  const all = [...text.matchAll(SINGLE)].map(({ index }) => index);
  const low = text.includes("‚");
  const marks: Mark[] = [];
  let weak: number | null = null;
  let open: number | null = null;
  const push = (at: number, turn: Turn): void => {
    marks.push({ start: passage.start + at, end: passage.start + at + 1, turn });
  };
  let inner = false;
  for (const [index, at] of all.entries()) {
    if (opensSingle(text, at) && (open === null || weak !== null)) {
      if (open !== null && weak !== null) push(weak, "close");
      push(at, "open");
      open = at;
      weak = null;
    } else if (open !== null && opensSingle(text, at)) {
      inner = true;
    } else if (open !== null) {
      // 'It was a 'gift' to us': the mark behind the inner word closes that alone.
      if (inner && isClosedAgain(text, all, index, low)) {
        inner = false;
        continue;
      }
      inner = false;
      const close = closesSingle(text, at, low);
      if (close === "sure") {
        push(at, "close");
        open = null;
        weak = null;
      } else if (close === "weak") weak ??= at;
    }
  }
  if (open !== null && weak !== null) push(weak, "close");
  else if (open !== null && !carried && text.charAt(open) !== "‘") marks.pop();
  return marks;
}

/** Says whether behind one mark that closes comes another, before any opens. */
function isClosedAgain(text: string, all: readonly number[], index: number, low: boolean): boolean {
  if (closesSingle(text, all[index] ?? 0, low) === "no") return false;
  for (const at of all.slice(index + 1)) {
    if (opensSingle(text, at)) return false;
    if (closesSingle(text, at, low) === "sure") return true;
  }
  return false;
}

function opensSingle(text: string, at: number): boolean {
  const mark = text.charAt(at);
  if (mark === "‹" || mark === "‚") return true;
  if (mark === "’" || mark === "›") return false;
  const before = text.slice(Math.max(0, at - 1), at);
  const after = text.slice(at + 1, at + 12);
  return OPENING_SPACE.test(before) && /^[\p{L}\p{N}[…“"¿¡]/u.test(after) && !ELISION.test(after);
}

/** A close behind a stop or comma is sure; one behind a plural may be its owner's apostrophe. */
function closesSingle(text: string, at: number, low: boolean): "sure" | "weak" | "no" {
  const mark = text.charAt(at);
  if (mark === "‹" || mark === "‘" || mark === "‚") return mark === "‘" && low ? "sure" : "no";
  if (mark === "›") return "sure";
  const before = text.charAt(at - 1);
  const after = text.slice(at + 1, at + 2);
  if (/[\s([]/u.test(before) || /^[\p{L}\p{N}]/u.test(after)) return "no";
  if (/[,.?!…;)\]”"—–-]/u.test(before)) return "sure";
  if (/[sz]/i.test(before) && /^\s/u.test(after)) return "weak";
  if (/in$/u.test(text.slice(at - 2, at)) && /^\s/u.test(after)) return "weak";
  return "sure";
}
