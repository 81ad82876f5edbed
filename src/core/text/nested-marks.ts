import { type Mark, OPENING_SPACE } from "./quotation-mark.ts";
import type { Passage } from "./text.ts";

const MARKS = /["“”„‟«»‹›״「」『』〈〉《》﹁﹂﹃﹄〝〞〟]|``|''/gu;
/** What may close what opens: „so“, ”så”, ”یوں“, «so», »so«. */
const CLOSES: Readonly<Record<string, string>> = {
  "“": '”"“',
  "”": '”“"',
  "„": '“”"‟',
  "‟": "”“",
  '"': '"',
  "״": "״",
  "«": "»",
  "»": "«»",
  "‹": "›",
  "›": "‹",
  "「": "」",
  "『": "』",
  "〈": "〉",
  "《": "》",
  "﹁": "﹂",
  "﹃": "﹄",
  "〝": "〞〟",
  "``": "''",
};
const ALWAYS_OPEN = /^(?:[„‟「『〈《﹁﹃〝]|``)$/u;
/** These are only ever one or the other by what stands around them. */
const TURNS = /^["“”״]$/u;
// Marks of direction stand between a word and its quotation mark, and are seen by nobody.
const DIRECTION = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/u;
const JOINS = /^[\p{L}\p{M}\p{N}…¿¡.([$€£#@'’‘—–-]/u;
const OPENS_BEFORE = /[:،؛；：，。！？、|\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]$/u;

/**
 * The marks of the outermost quotations of one passage, in any script: what stands in marks within marks
 * belongs to the outer pair, and each kind closes only what it can have opened. `carried`: the passage
 * before it ended inside a quotation, so that a mark at its head goes on with that («, » or “).
 */
export function nestedMarks(body: string, passage: Passage, carried: boolean): Mark[] {
  const text = body.slice(passage.start, passage.end);
  const reversed = isReversed(text);
  const marks: Mark[] = [];
  let open: string[] = [];
  const found = [...text.matchAll(MARKS)];
  for (const [at, { 0: mark, index }] of found.entries()) {
    const around = { before: charBefore(text, index), after: charAfter(text, index + mark.length) };
    const push = (turn: Mark["turn"]): void => {
      const start = passage.start + index;
      marks.push({ start, end: start + mark.length, turn });
    };
    const goesOn = carried && marks.length === 0 && text.slice(0, index).trim() === "";
    const closed = open.findLastIndex((one) => CLOSES[one]?.includes(mark));
    const opens = goesOn || mayOpen(mark, around, reversed);
    // "A" "B": a mark that can only open closes nothing.
    if (closed >= 0 && !(opens && TURNS.test(mark) && !isBlank(around.after))) {
      open = open.slice(0, closed);
      if (closed === 0) push("close");
    } else if (opens && open.at(-1) === mark && isNested(found, at)) {
      open.push(mark);
    } else if (opens) {
      // `pair` reads an open mark behind an open one as a paragraph that was run on.
      if (open.length === 0 || open.at(-1) === mark) push("open");
      if (open.at(-1) !== mark) open.push(goesOn && mark === "»" && !reversed ? "«" : mark);
    } else if (open.length === 0 && carried && marks.length === 0) {
      push("close");
    }
  }
  return marks;
}

/** « a « b » c »: behind the inner pair comes another mark that closes, and none that opens. */
function isNested(found: readonly RegExpExecArray[], at: number): boolean {
  const mark = found[at]?.[0] ?? "";
  const [next, second] = found
    .slice(at + 1, at + 8)
    .map(([one]) => one)
    .filter((one) => one === mark || CLOSES[mark]?.includes(one));
  return next !== mark && second !== undefined && second !== mark;
}

interface Around {
  readonly before: string;
  readonly after: string;
}

function mayOpen(mark: string, { before, after }: Around, reversed: boolean): boolean {
  if (ALWAYS_OPEN.test(mark)) return true;
  if (mark === "«" || mark === "‹") return !reversed;
  if (mark === "»" || mark === "›") return reversed;
  const free = OPENING_SPACE.test(before) || OPENS_BEFORE.test(before);
  return free && JOINS.test(after);
}

/** »So« is set the other way round than «so»; Swedish »så» has no other. */
function isReversed(text: string): boolean {
  const turned = count(text, /(?:^|[\s(—–-])[»›](?=[\p{L}\p{N}…„])/gu);
  const plain = count(text, /[«‹]\s?(?=[\p{L}\p{N}…“¿¡])/gu);
  return turned > 0 && (turned > plain || !/[«‹]/u.test(text));
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

function isBlank(char: string): boolean {
  return char === "" || /\s/u.test(char);
}

function charBefore(text: string, at: number): string {
  let index = at - 1;
  while (index >= 0 && DIRECTION.test(text.charAt(index))) index -= 1;
  return text.slice(Math.max(0, index), index + 1);
}

function charAfter(text: string, at: number): string {
  let index = at;
  while (index < text.length && DIRECTION.test(text.charAt(index))) index += 1;
  return text.slice(index, index + 1);
}
