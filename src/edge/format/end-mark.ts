// Reads: Ends, (ENDS), - 30 -, ###, # # #, -0-, mf, NNNN
const END =
  /^[\s*=_-]*\(?(?:ends?|mf|nnnn|endit|end of (?:story|item|text)|-?\s?30\s?-|-\s?0\s?-|#(?:\s?#){1,3})\)?[\s*=_.-]*$/iu;
// Reads: MORE, (more), -more-, MORE FOLLOWS
const MORE = /^[\s*=_-]*\(?more(?:\s(?:follows|to follow|to come))?\)?[\s*=_.-]*$/iu;
// Reads: Page 2, Page 2 of 3, - 2 -, 2-2-2, Add 1
const PAGE =
  /^\s*(?:page\s\d{1,3}(?:\s(?:of|\/)\s\d{1,3})?|[-–]\s?\d{1,3}\s?[-–]|(?<turn>\d)-\k<turn>-\k<turn>|(?:first|1st|2nd|\d(?:th)?)?\s?add\s\d)\s*$/iu;
// Reads: Take 2, TAKE 2 OF 3, (take 2)
const TAKE = /^\s*\(?take\s(?:\d{1,2}|two|three)(?:\s(?:of|\/)\s\d{1,2})?\)?:?\s*$/iu;
// Reads: ***, * * *, -----, =====
const RULE = /^\s*(?:[*_=~-]\s?){3,}$/u;
// Reads: The following information is not for publication, NOT FOR PUBLICATION:
const INTERNAL =
  /^\W*(?:(?:the\s)?following\s(?:information\s)?(?:is\s)?)?not\s(?:intended\s)?for\s(?:publication|broadcast)\W*$/iu;
// Reads the heading of dpa's notes to editors: # dpa NOTEBOOK
const NOTEBOOK = /^#{1,2}\s(?:dpa\s)?notebook\s*$/iu;
// Reads the heading of the notes behind a story: Notes to editors, NOTE TO EDITORS:
const NOTES = /^[#*\s]*notes?\sto\seditors?[\s:*]*$/iu;
/** More than the lines above a story have, in characters. */
const SHORTEST_STORY = 200;
// Reads the line that an agency's system adds: dpa wsz jln npr, 131137 GMT Nov 13
const SENT = /^\s*\d{6}\s(?:gmt|utc|z)\s\p{L}{3,4}\.?\s\d{1,4}\s*$/iu;

/**
 * Takes from the lines of a story what is only there for the wire: end marks and all that stands
 * behind them, page turns, rules, notes that are not for publication.
 *
 * An end mark in the first third is none: there `###` parts sections.
 */
export function dropWireMarks(lines: readonly string[]): readonly string[] {
  return splitAtEnd(lines).story;
}

/** The lines of a story, and those behind its end mark. */
export function splitAtEnd(lines: readonly string[]): {
  readonly story: readonly string[];
  readonly behind: readonly string[];
} {
  const end = findEnd(lines);
  const story = end === -1 ? lines : lines.slice(0, end);
  return {
    story: story.filter((line) => !MARKS.some((mark) => mark.test(line))),
    behind: end === -1 ? [] : lines.slice(end + 1),
  };
}

const MARKS = [END, MORE, PAGE, TAKE, RULE, SENT];

function findEnd(lines: readonly string[]): number {
  const total = lines.reduce((sum, line) => sum + line.trim().length, 0);
  let before = 0;
  for (const [index, line] of lines.entries()) {
    const length = line.trim().length;
    const behind = total - before - length;
    // Above the story the same words are its terms of use.
    const isBelow = before >= SHORTEST_STORY || before > behind;
    if (index > 0 && isBelow && (INTERNAL.test(line) || NOTEBOOK.test(line) || NOTES.test(line)))
      return index;
    if (END.test(line) && before * 2 >= behind) return index;
    before += length;
  }
  return -1;
}
