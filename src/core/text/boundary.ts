import {
  goesBeforeName,
  goesOnFromClock,
  goesOnWithQuote,
  isAbbreviation,
  isOpener,
  mayEndSentence,
} from "./abbreviation.ts";
import type { LanguageTable } from "./language/table.ts";
import { isAsciiLetter, isLetter } from "./letters.ts";
import { isSpace } from "./space.ts";
import type { Stops } from "./stops.ts";

// A stop with the marks that close after it: `."`, `?’)`, `…`; or the bracket that ends a caption.
const STOP =
  /[.!?…]+(?:["'”’»)\]]|[“‘](?=\s|$))*|\((?:pictured|left|right|above|below|centre|inset|(?:\p{L}+ )?photo)[^()]{0,30}\)(?=\s+["'“‘]?\p{Lu})|[。！？｡।॥۔؟։።။។]+["'”’»」』)\]]*/giu;
// No stop of the above is without one of these.
const MAY_STOP = /[.!?…(。！？｡।॥۔؟։።။។]/u;
const SAYS = /[\p{L}\p{N}]/u;
// « Nous attendons. »: French sets its marks apart.
const CLOSING_APART = "»›";
const CLOSES_APART = /^[^\S\n][»›](?![\p{L}\p{N}])/u;
const FULL_STOPS = "。！？｡।॥۔؟։።။។";
// “去吧。”她说: who said it goes on behind the mark.
const SAID_BEHIND = /^(?:[\p{Script=Han}]{0,6}(?:说|說|道|问|問|表示|称|稱|写|寫)|と)/u;
const OPENING = /["'“‘«„([{¿¡*•–—©-]/u;
const DASH = /^\s*[–—-]/u;
// "to an end. ... We waited": what was left out opens the next sentence.
const LEFT_OUT = /^\s+(?:\.\s?){3}\s*["'“‘]?\p{Lu}/u;
const WORD_BEFORE = /^[\p{L}\p{N}]+(?:\.\p{L}+)*$/u;
const LONGEST_WORD = 40;
const WORD_AFTER = /^[\s"'“‘«„([{?]*(?<word>[\p{L}\p{N}’'-]+)/u;
// "Why?" Mr Rahman asked.
const ASKED =
  /^\s+(?:[\p{Lu}][\p{L}.'’-]*\s+){1,4}(?:said|says|asked|asks|told|wrote|added|replied|shouted|wondered|tweeted|joked|demanded)\b/u;

/** Ends of the sentences in `body.slice(start, end)`, the last of them `end`. */
export function sentenceEnds(body: string, start: number, end: number, stops: Stops): number[] {
  const text = body.slice(start, end);
  if (!MAY_STOP.test(text)) return start < end ? [end] : [];
  const ends: number[] = [];
  const isClosed = createIsClosed(text);
  let open = start;
  let read = start;
  // A slice, for a search over the whole body would run to its end from every passage.
  for (const { index, 0: marks } of text.matchAll(STOP)) {
    const from = start + index;
    let to = from + marks.length;
    if (CLOSING_APART.includes(body.charAt(to + 1)))
      to += CLOSES_APART.exec(body.slice(to, to + 3))?.[0].length ?? 0;
    // Marks alone are no sentence of their own: ". . . ."
    const says = open < read || SAYS.test(body.slice(read, from));
    if (!says) {
      open = to;
      read = to;
      continue;
    }
    // `lifeboat."We heard`: where every mark before it is closed, this one opens what comes next.
    if (marks.endsWith('"') && isLetter(body.charAt(to)) && isClosed(index)) to -= 1;
    const at = endAt(body, { start: open, from, to }, end, stops);
    if (at === null || at >= end) {
      read = to;
      continue;
    }
    ends.push(at);
    open = at;
    read = at;
  }
  if (start < end) ends.push(end);
  return ends;
}

/** Makes a test whether every straight mark before an offset is closed; offsets are asked in order. */
function createIsClosed(text: string): (offset: number) => boolean {
  let at = 0;
  let closed = true;
  return (offset) => {
    for (let mark = text.indexOf('"', at); mark >= 0 && mark < offset; ) {
      closed = !closed;
      at = mark + 1;
      mark = text.indexOf('"', at);
    }
    return closed;
  };
}

/** A stop that may close the sentence that began at `start`. */
interface Stop {
  readonly start: number;
  readonly from: number;
  readonly to: number;
}

/** Where the sentence ends that a stop may close; `null` where it goes on. */
function endAt(body: string, { start, from, to }: Stop, end: number, stops: Stops): number | null {
  const stop = body.slice(from, to);
  const after = body.slice(to, Math.min(end, to + 80));
  if (FULL_STOPS.includes(stop.charAt(0)))
    return stop.length > 1 && SAID_BEHIND.test(after) ? null : to;
  const before = body[from - 1] ?? " ";
  if (stops.lostMarks && stop.includes("?")) return lostMarkEnd(stop, before, after, from, to);
  if (isSpace(before)) return /^\.+$/.test(stop) && !stops.tokenised ? null : spacedEnd(after, to);
  if (!isSpace(after.charAt(0))) return joinedEnd(body, from, to, stop, after);
  const word = stop === "." ? wordBefore(body, from) : "";
  // „Brawo!” – napisała: what was said goes on with who said it.
  if (stops.table !== null && /^\s+[—–-]\s*\p{Ll}/u.test(after)) return null;
  const next = WORD_AFTER.exec(after)?.groups?.word ?? "";
  if (next === "") return opensWithMark(word, after) ? to : null;
  if (/^\p{Ll}(?!\p{Lu})/u.test(next)) return null;
  if (stop !== "." && /^[?!]+["'”’»]/u.test(stop) && ASKED.test(after)) return null;
  // `(pictured) He said` ends a caption; `(left) Smith` may not.
  if (stop.startsWith("(")) return /photo|pictured/i.test(stop) || isOpener(next) ? to : null;
  if (stop !== ".") return to;
  if (stops.table !== null && isShortened(stops.table, word, next)) return null;
  if (word.length === CLOCK_LENGTH && /^[ap]\.m$/i.test(word)) {
    return goesOnFromClock(body.slice(Math.max(start, from - 60), from), after) ? null : to;
  }
  return mayEndSentence(word, next) || (isAbbreviation(word) && goesOnWithQuote(word, after))
    ? to
    : null;
}

// a.m
const CLOCK_LENGTH = 3;

/** What a sentence may open with that is no word; "Calif. — a town" goes on. */
function opensWithMark(word: string, after: string): boolean {
  if (LEFT_OUT.test(after)) return true;
  if (!OPENING.test(after.trimStart().slice(0, 1))) return false;
  return !(DASH.test(after) && isAbbreviation(word));
}

/** The word that ends at an offset, with the stops in it: `U.S`. */
function wordBefore(body: string, at: number): string {
  let start = at;
  while (start > 0 && at - start < LONGEST_WORD && isInWord(body, start - 1)) start -= 1;
  let word = body.slice(start, at);
  while (word.includes(".") && !WORD_BEFORE.test(word))
    word = word.slice(word.search(/[.\p{N}]/u) + 1);
  return word;
}

/** Letters, digits and full stops; what lies beyond ASCII is asked of Unicode. */
function isInWord(body: string, at: number): boolean {
  const code = body.charCodeAt(at);
  if (code >= 128) return /[\p{L}\p{N}]/u.test(body.charAt(at));
  return isAsciiLetter(code) || (code >= 48 && code <= 57) || code === 46;
}

/** Says whether a full stop belongs to the word before it in a language: "Sra.", "3. Mai". */
function isShortened(
  { abbreviations, ordinals }: LanguageTable,
  word: string,
  next: string,
): boolean {
  if (ordinals && /^\d{1,2}$/u.test(word)) return /^\p{Lu}/u.test(next);
  return abbreviations.has(word.toLowerCase());
}

function spacedEnd(after: string, to: number): number | null {
  return /^\s+(?!\p{Ll})/u.test(after) ? to : null;
}

/** Copy that lost a line break: "on Monday.The police", `said."The police`. */
function joinedEnd(
  body: string,
  from: number,
  to: number,
  stop: string,
  after: string,
): number | null {
  if (stop.length > 1 && /^[.…]{2,}$/.test(stop)) return null;
  const opens = /^["'“‘«„]?(?:\p{Lu}[\p{Ll}’']+|[AI]\s|\p{Lu}+\s)/u.test(after);
  if (!opens) return null;
  const word = wordBefore(body, from);
  const plain = /^(?:\p{L}+\p{Ll}|\p{Lu}{3,}|\d+|)$/u.test(word) || stop.length > 1;
  if (!plain || (stop === "." && (goesBeforeName(word) || !mayEndSentence(word, "the"))))
    return null;
  // An address on the web or a file's name goes on: "Example.Com/News".
  if (/^\p{L}+[/@]/u.test(after)) return null;
  return to;
}

/** A "?" that stands for a lost mark ends a sentence only with a stop before it, or a capital after it. */
function lostMarkEnd(
  stop: string,
  before: string,
  after: string,
  from: number,
  to: number,
): number | null {
  // `?We will not yield,? Mayor Ann Roe said`: behind a comma it closes a quotation.
  if (before === ",") return null;
  const mark = stop.indexOf("?");
  if (mark > 0) {
    // `reporters.?We thought` opens a quotation, `reporters.? He` closes one.
    if (/^\p{L}/u.test(after)) return from + mark;
    return /^\s+(?!\p{Ll})/u.test(after) ? to : null;
  }
  if (/\s/.test(before) || /^\S/u.test(after)) return null;
  return /^\s+\??[\p{Lu}\d]/u.test(after) ? to : null;
}
