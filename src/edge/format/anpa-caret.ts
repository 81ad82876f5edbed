import { readAgency, readAnpaHead } from "./anpa.ts";
import { readAnpaText } from "./anpa-text.ts";
import { leftOut } from "./left-out.ts";
import type { FormatReader } from "./reader.ts";
import { readStory } from "./story.ts";
import { readAnpaTime } from "./wire-time.ts";

// Reads: ^BC-KVO--Final Week Glance<   ^By THE EDITORS=
const FORMATTED = /^\^[^\n]*[<=][^\S\n]*$/u;
/** A line or two of that look may stand in any text. */
const FEWEST_FORMATTED = 2;
const TOP = 40;
// Reads: TP-WF-08-18-19 1109EDT
const TAIL = /^\p{Lu}{2,6}-\p{Lu}{2}-\d\d-\d\d-\d\d\s\d{4}\p{Lu}{2,4}\s*$/u;
// Reads the rule between parts of a table: ___=
const RULE = /^\s*_{2,}=?\s*$/u;

/**
 * A message of ANPA 1312 whose control characters were lost on the way: its lines still open with `^`
 * and close with `<` or `=`.
 */
export const anpaCaretReader: FormatReader = {
  name: "ANPA 1312 as text",
  recognises: ({ text }) =>
    text.split("\n", TOP).filter((line) => FORMATTED.test(line)).length >= FEWEST_FORMATTED,
  read({ text }) {
    const lines = text.split("\n");
    const first = lines.findIndex((line) => FORMATTED.test(line));
    const last = lines.findLastIndex((line) => TAIL.test(line));
    const end = last > first ? last : lines.length;
    const head = readAnpaHead(lines.slice(0, first).join("\n"));
    const story = lines.slice(first, end).filter((line) => !RULE.test(line));
    const { fields, paragraphs, asides } = readAnpaText(story.join("\n"), head?.isTable ?? false);
    const tail = lines[last] ?? "";
    return readStory("anpa", paragraphs, {
      ...{ urgency: head?.urgency ?? null, section: head?.section ?? null },
      ...{ slug: head?.keyword ?? null, date: readAnpaTime(tail), source: readAgency(tail) },
      ...fields,
      asides: [
        ...asides,
        ...leftOut([...lines.slice(0, first), ...lines.slice(end)], paragraphs, []),
      ],
    });
  },
};
