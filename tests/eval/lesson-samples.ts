import { readByRules } from "#core/speech/quotes.ts";
import type { Range } from "#core/text/text.ts";
import { analyseText } from "./read.ts";
import { type OwnersAt, type Sample, samplesOf } from "./samples.ts";
import type { Lesson, Mark } from "./training.ts";

/** What stands before a quotation leads up to it: “Dar said, “A.””, but not “Dar laughed. “A.””. */
const LEADS = /[^.?!\s”"’]\s*$/u;

const STOP = /[.!?]["”’]?\s/u;
const ANOTHER_SENTENCE = 1000;

/** The samples of one of our training texts. */
export function samplesOfLesson(lesson: Lesson): Sample[] {
  return samplesOf(lesson.name, readByRules(analyseText(lesson.body)), ownersIn(lesson));
}

/**
 * Words are those of the mark that a sign names; without a sign of the nearest in their paragraph,
 * before them where a comma or a colon leads up to them.
 */
function ownersIn({ body, marks, signs }: Lesson): OwnersAt {
  return (words, quotation, cue) => {
    const place = quotation ? words : (cue ?? words);
    const paragraph = paragraphAt(body, place);
    const near = (mark: Mark) =>
      distance(mark, place) + (STOP.test(between(body, mark, place)) ? ANOTHER_SENTENCE : 0);
    const own = marks.filter((mark) => inside(mark, paragraph) && !inside(mark, words));
    const at = quotation ? (cue?.end ?? words.end) : place.end;
    const sign = signs.find((one) => one.at === words.end || one.at === at);
    if (sign !== undefined) return own.filter(({ id }) => sign.id !== 0 && id === sign.id);
    const before = quotation && LEADS.test(body.slice(paragraph.start, words.start));
    const fitting = before ? own.filter(({ end }) => end <= words.start) : own;
    const [nearest] = fitting.toSorted((a, b) => near(a) - near(b));
    return nearest === undefined ? [] : [nearest];
  };
}

function paragraphAt(body: string, { start, end }: Range): Range {
  const next = body.indexOf("\n", end);
  return { start: body.lastIndexOf("\n", start) + 1, end: next < 0 ? body.length : next };
}

function inside(one: Range, other: Range): boolean {
  return one.start >= other.start && one.end <= other.end;
}

function between(body: string, one: Range, other: Range): string {
  return body.slice(Math.min(one.end, other.end), Math.max(one.start, other.start));
}

function distance(one: Range, other: Range): number {
  return one.end <= other.start ? other.start - one.end : one.start - other.end;
}
